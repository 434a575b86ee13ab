# S3.hold: "hold up to 60 s, or until the first stretch sensation fades": ending at 35 s because it eased is a clean exposure and
# rises by comfort like a full one.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme psoas-glute-balance
  expect fact hip-flexor-stretch until_eased=yes
  session pain=2
    hip-flexor-stretch: same eased=35
    *: same
  expect history hip-flexor-stretch rise=0 counted=no outcome=pain.clean
day 2026-03-03
  morning pain=2
  expect in hip-flexor-stretch rung=1
  session pain=2
    hip-flexor-stretch: same eased=28
    *: same
day 2026-03-04
  morning pain=2
  expect in hip-flexor-stretch rung=2 rule=comfort.up
