# "abdominal surgery or birth under 12 weeks: hard: no curl-up, plank, swing". 84 days after 2025-12-08 is 2026-03-02.
person birth_year=1992
condition abdominal=yes since=2025-12-08
day 2026-03-01 08:00
  screening clear
  programme five-best
  expect out down-dog-to-plank rule=gate.condition-hard
  expect some
day 2026-03-02 08:00
  expect in down-dog-to-plank
