# "still worse = the same, and counts as one sore morning": with a morning 3 above on the next day it is a flare.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  after still-worse
  expect in cat-cow rung=1 rule=after.still-worse
  expect easy-day no
day 2026-03-06
  morning pain=5
  expect easy-day yes
