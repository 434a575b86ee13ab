# S0.relief: "less" said to the player that leads the session.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=4 player
    cat-cow: less
    *: same
  expect record has "less"
day 2026-03-03
  morning pain=4
  session pain=4 player
    cat-cow: less
    *: same
day 2026-03-04
  morning pain=4
  programme personal
  expect in cat-cow choice=plan.relief choice-inputs=2,2
