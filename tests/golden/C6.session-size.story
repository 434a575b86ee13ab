# "Default session: 2-4 exercises, 10-20 min." The minutes asked for hold (invariant 9).
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  expect items >=2
  expect items <=4
  expect minutes <=20
  schedule minutes=8
  expect minutes <=8
  expect some
  schedule minutes=30 exercises_max=2
  expect items <=2
