# The same answers in the strengthen stage go up. Already training and pain 2: strengthen opens after one clean restore session.
person birth_year=1980 training=yes
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  morning pain=2
  session pain=2 challenge=60
day 2026-03-03
  morning pain=2
  expect stage strengthen
  session pain=2 challenge=60
day 2026-03-04
  morning pain=2
  expect in donkey-kick rule=effort.right
  expect raised =1
