# Two sore mornings running, neither 3 above: no flare.
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
  morning pain=4
  expect easy-day no
day 2026-03-06
  morning pain=4
  expect easy-day no
