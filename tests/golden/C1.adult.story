# "Adults 18 and over." Only the year of birth is asked: who turns 18 in this year counts as 18.
person birth_year=2008
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect no lock
  expect in cat-cow
