# "breathing, stretch, mobility and walking are not counted": cat-cow rises in week 2 though the week of the strong movements is full.
person birth_year=1980 training=yes
day 2026-03-07 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2 challenge=85
day 2026-03-08
  morning pain=2
  session pain=2 challenge=85
day 2026-03-09
  morning pain=2
  expect stage strengthen
  expect raised =2
  session pain=2 challenge=85
day 2026-03-10
  morning pain=2
  session pain=2 challenge=85
day 2026-03-11
  morning pain=2
  expect in cat-cow rung=2|3
  expect raised >=1
