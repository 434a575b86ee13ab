# "Weekly cap in strengthen and fitness: a step up is refused if it would bring this week's working time above the larger of
# 1.3 x the best of the last 4 weeks … and that best plus one set". Donkey kick, both sides: 3 sets of 20 s are 120 s, of 25 s
# 150 s, of 30 s 180 s. Week 1 (Sat, Sun): 240 s; cap 312 s. Week 2: Mon 150, Tue 300; on Wed a step up would bring 480: refused;
# the dose already held (450 in all) is not withheld.
person birth_year=1980 training=yes
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-07 08:00
  screening clear
  programme movements-that-heal
  morning pain=2
  expect in donkey-kick rung=1 dose=3x20s/20s
  session pain=2 challenge=60
day 2026-03-08
  morning pain=2
  expect stage strengthen
  expect in donkey-kick rung=1
  session pain=2 challenge=60
day 2026-03-09
  morning pain=2
  expect in donkey-kick rung=2 dose=3x25s/25s rule=effort.right
  session pain=2 challenge=60
day 2026-03-10
  morning pain=2
  expect in donkey-kick rung=2
  session pain=2 challenge=60
day 2026-03-11
  morning pain=2
  expect in donkey-kick rung=2 rule=dose.week-cap
