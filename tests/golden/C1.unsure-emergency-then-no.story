# The other side: with the examples the answer is no.
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=unsure
  programme five-best
  screening saddle=no round=2
  expect no lock
  expect in cat-cow
