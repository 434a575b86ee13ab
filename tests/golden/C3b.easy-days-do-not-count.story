# "easy days do not count": sessions on days of a flare bring no stage nearer. Four sessions over seven dates, two of them easy: still restore.
needs segmental-roll bear-hold
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=2
  session pain=2
day 2026-03-03
  morning pain=2
  session pain=2
day 2026-03-04
  morning pain=2
  session pain=2
day 2026-03-05
  morning pain=5
day 2026-03-06
  morning pain=5
  expect easy-day yes
  session pain=4
day 2026-03-07
  morning pain=5
  screening clear
  session pain=4
day 2026-03-08
  morning pain=5
  session pain=4
day 2026-03-09
  morning pain=2
  expect easy-day no
  expect stage restore
