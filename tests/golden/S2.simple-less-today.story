# Few and simple (S2.simple), and less when the day wants it: a wish is for its own day and changes nothing after it.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  schedule minutes=20
  session pain=3
day +1 08:00
  wish minutes=5
  expect minutes <=5
  expect some
day +1 08:00
  expect in half-moon
  wish calm=1
  expect items-stage <=calm
  expect stage restore
  expect easy-day yes
  expect some
day +1 08:00
  expect in half-moon
  expect easy-day no
