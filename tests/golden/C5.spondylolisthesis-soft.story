# "soft: loaded or end-range extension swapped".
person birth_year=1990
condition spondylolisthesis=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect soft cat-cow rule=gate.condition-soft
  expect some
