# S0.relief, S3.hold: a hold that was ended because it eased is relief too.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme psoas-glute-balance
  session pain=2
    hip-flexor-stretch: same eased=35
    *: same
day 2026-03-03
  morning pain=2
  session pain=2
    hip-flexor-stretch: same eased=28
    *: same
day 2026-03-04
  morning pain=2
  programme personal
  expect in hip-flexor-stretch choice=plan.relief choice-inputs=2,2
