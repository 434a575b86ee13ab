# S0.pain: muscle soreness is fine and stored apart. C2's morning rule reads the pain, never the soreness.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2 soreness=0
  session pain=2
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2 soreness=0
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=2 soreness=1
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  # usual pain 2; soreness 8 says nothing against a step up
  morning pain=2 soreness=8
  expect in cat-cow rung=2 rule=comfort.up
  expect easy-day no
day 2026-03-06
  morning pain=2 soreness=9
  expect easy-day no
