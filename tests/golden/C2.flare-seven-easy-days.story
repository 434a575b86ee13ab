# "7 easy days running: no further step down; a clinician is advised; usual becomes the median of these mornings and the flare
# closes." Flare on Friday the 6th; easy days 6th … 12th; on the 13th it has closed and 5 is the new usual.
person birth_year=1980
day 2026-03-02 08:00
  always some
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
day 2026-03-06
  morning pain=5
  expect easy-day yes
day 2026-03-07
  morning pain=5
  expect easy-day yes
  screening clear
day 2026-03-08
  morning pain=5
  expect easy-day yes
day 2026-03-09
  morning pain=5
  expect easy-day yes
day 2026-03-10
  morning pain=5
  expect easy-day yes
day 2026-03-11
  morning pain=5
  expect easy-day yes
day 2026-03-12
  morning pain=5
  # the seventh
  expect easy-day yes
day 2026-03-13
  morning pain=5
  expect easy-day no
  expect advice after.flare-7
day 2026-03-14
  # usual is 5 now: 6 is noise, not a flare
  morning pain=6
  expect easy-day no
