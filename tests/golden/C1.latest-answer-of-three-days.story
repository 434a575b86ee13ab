# "Before today's first answer the plan uses the latest pain answer of the last 3 days": 8 on the 3rd serves on the 4th, 5th and 6th,
# not on the 7th; an answer of today replaces it.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
day 2026-03-03
  morning pain=8
day 2026-03-04
  expect items-stage <=calm
day 2026-03-06
  expect items-stage <=calm
  expect some
day 2026-03-07
  expect in cat-cow
day 2026-03-08
  morning pain=8
  expect items-stage <=calm
  at 18:00
  session pain=5
  at 19:00
  # planned again when the answer came: 5 is the latest
  expect why cat-cow not-rule=pain.high
