# Three sets of 20 s a side by the clock, open count; through the player, then the record says 3 sets.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  session pain=2 player
    *: same challenge=30
day 2026-03-03
  morning pain=2
  session pain=2 player
    *: same challenge=30
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=2 dose=3x25s/25s rule=effort.low
