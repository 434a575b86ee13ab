# The weekly mean counts "the sessions' first answers", whatever the day allowed: 5, 5, 5, then 8, 8, 8 on days of pain 8: up by 3:
# one stage back, once.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  morning pain=5
  session pain=5
day 2026-03-04
  morning pain=5
  session pain=5
day 2026-03-06
  morning pain=5
  session pain=5
day 2026-03-09
  review none
  morning pain=8
  session pain=8
day 2026-03-11
  morning pain=8
  session pain=8
day 2026-03-13
  morning pain=8
  session pain=8
day 2026-03-16
  review none
  morning pain=5
  screening clear
  expect stage calm rule=stage.back
  expect raised =0
