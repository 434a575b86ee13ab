# The other side: born 2007, eighteen or nineteen.
person birth_year=2007
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect no lock
  expect in cat-cow
