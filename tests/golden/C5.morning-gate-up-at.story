# The answer "up since 59 minutes" is better than the usual time of getting up.
person birth_year=1980
condition mornings-worse=yes
schedule wake_min=300
day 2026-03-02 08:00
  screening clear
  programme five-best
  up 59
  expect soft cat-cow rule=gate.morning
  up 60
  expect in cat-cow caution=none
