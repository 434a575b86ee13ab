# The five movements led by the player to the end: five clean exposures, and the next day is the second.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2 player
    *: same challenge=30
  expect history cat-cow rise=0 rung=1 outcome=pain.clean
  expect history half-moon rise=0 rung=1 outcome=pain.clean
day 2026-03-03
  morning pain=2
  session pain=2 player
    *: same challenge=30
day 2026-03-04
  morning pain=2
  expect raised =2
