# The other side: with one small week more, week 1 is the fifth back. Best 240: cap 312; 120 + 120 + 150 = 390 is refused.
person birth_year=1980 training=yes
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  morning pain=2
  session pain=2 challenge=85
repeat 6 days
  morning pain=2
  session pain=2 challenge=85
repeat 28 days
  morning pain=2
  on mon
    review none
  on mon thu
    session pain=2 challenge=85
repeat 2 days
  morning pain=2
  on mon
    review none
  expect in donkey-kick rung=1
  session pain=2 challenge=60
day 2026-04-08
  morning pain=2
  expect in donkey-kick rung=1 rule=dose.week-cap
