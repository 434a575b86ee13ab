# "One rung per movement per 3 days below strengthen": up on the 4th, two clean on the 4th and 5th, held on the 6th, up on the 7th.
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
  expect in cat-cow rung=2 rule=comfort.up
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=2
  expect in cat-cow rung=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-06
  morning pain=2
  expect in cat-cow rung=2 rule=dose.three-days
day 2026-03-07
  morning pain=2
  expect in cat-cow rung=3 rule=comfort.up
