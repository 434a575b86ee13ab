# "under 40 on two clean exposures": 39 and 40 are not two under 40: hold in restore.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  session pain=2 challenge=39
day 2026-03-03
  morning pain=2
  session pain=2 challenge=40
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=1
  expect raised =0
