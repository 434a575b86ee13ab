# The other side: 2, 2, 2, then 4, 4, 3 (mean 3.67, up by 1.67).
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=2
  session pain=2
day 2026-03-04
  morning pain=2
  session pain=2
day 2026-03-06
  morning pain=2
  session pain=2
day 2026-03-09
  review none
  morning pain=2
  session pain=4
day 2026-03-11
  morning pain=2
  session pain=4
day 2026-03-13
  morning pain=2
  session pain=3
day 2026-03-16
  review none
  morning pain=2
  expect stage restore|strengthen rule=stage.start-restore|stage.strengthen
  expect no ask screening
