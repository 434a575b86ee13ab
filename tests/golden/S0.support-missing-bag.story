# S0.support: without a bag, a safe substitute: the wall press-back; said why.
person birth_year=1980
equipment bag=no post=no helper=no wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  expect out donkey-kick rule=equipment.missing instead=wall-press-back
  expect in wall-press-back rung=1
  expect some
  equipment bag=yes post=yes helper=yes
  expect in donkey-kick rung=1 dose=3x20s/20s
  expect out wall-press-back
