# "soft: no deep flexion, cross-legged, figure-four until cleared".
person birth_year=1955
condition hip-replacement=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect soft seated-twist rule=gate.condition-soft
  expect some
