# "under 40 on two clean exposures: up one rung". 39 and 39.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  expect in donkey-kick rung=1 dose=3x20s/20s rule=dose.first
  session pain=2 challenge=39
day 2026-03-03
  morning pain=2
  expect in donkey-kick rung=1
  session pain=2 challenge=39
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=2 dose=3x25s/25s rule=effort.low
