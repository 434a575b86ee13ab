# The other side: 7 is no limit.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
day 2026-03-03
  morning pain=7
  expect in cat-cow
