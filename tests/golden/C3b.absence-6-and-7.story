# "7-13: no step up in that session". Two clean exposures on the 2nd and the 3rd; after 7 days (the 10th) held.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=2
day 2026-03-09
  # 6 days: up
  review none
  expect in cat-cow rung=2 rule=comfort.up
day 2026-03-10
  # 7 days: no step up
  expect in cat-cow rung=1 rule=dose.absence-7
