# The other side: it eases on the third day.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
day 2026-03-03
  morning pain=8
day 2026-03-04
  morning pain=8
day 2026-03-05
  morning pain=6
day 2026-03-06
  morning pain=8
  expect no advice pain.high
