# "14-27: one rung down". Cat-cow stands on rung 2; last session on the 4th. The 17th is 13 days later, the 18th 14.
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
  expect in cat-cow rung=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=2
day 2026-03-09
  review none
day 2026-03-16
  review none
day 2026-03-17
  expect in cat-cow rung=2
day 2026-03-18
  expect in cat-cow rung=1 rule=dose.absence-14
