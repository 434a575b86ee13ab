# "Before of 8 or more at rest: calm stage only, today."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
day 2026-03-03
  morning pain=8
  expect no lock
  expect some
  expect items-stage <=calm
  expect out cat-cow rule=pain.high
day 2026-03-04
  morning pain=4
  expect in cat-cow
