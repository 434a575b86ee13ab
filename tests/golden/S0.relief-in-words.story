# S0.relief: "exercises that relieve are preferred". The person says "less" after cat-cow, no number: judged like same or less, and
# kept as relief. In the personal plan it stands there because it eased, and says how often.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=4
    cat-cow: less
    *: same
  end pain=4
  expect history cat-cow rise=0 counted=no outcome=pain.clean
day 2026-03-03
  morning pain=4
  session pain=4
    cat-cow: less
    *: same
  end pain=4
day 2026-03-04
  morning pain=4
  programme personal
  expect in cat-cow choice=plan.relief choice-inputs=2,2
