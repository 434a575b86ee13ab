# "no morning answer: the next session asks … Settled = known".
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  expect ask after-effect
  after settled
  expect no ask after-effect
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  expect ask after-effect
  after settled
  expect in cat-cow rung=2 rule=comfort.up
