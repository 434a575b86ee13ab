# 5 on Thursday, not answered on Friday, 5 on Saturday: not two days running.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=2
  session pain=2
day 2026-03-05
  morning pain=5
  expect easy-day no
day 2026-03-07
  morning pain=5
  expect easy-day no
