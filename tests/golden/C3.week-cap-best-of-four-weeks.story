# "the best of the last 4 weeks that held a session". Week 1: seven sessions of 120 s: 840 s. Weeks 2, 3, 4: two each. In week 5 the best of
# the last four is 840: cap 1092; 120 + 120 + 150 passes.
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
repeat 21 days
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
day 2026-04-01
  morning pain=2
  expect in donkey-kick rung=2 rule=effort.right
