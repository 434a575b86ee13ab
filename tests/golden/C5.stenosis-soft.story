# "soft: end-range extension swapped": cat-cow reaches it.
person birth_year=1955
condition stenosis=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect soft cat-cow rule=gate.condition-soft
  expect some
