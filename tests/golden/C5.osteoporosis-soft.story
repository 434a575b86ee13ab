# "soft: end-range, rapid or loaded flexion or twist swapped".
person birth_year=1955
condition osteoporosis=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect soft seated-twist rule=gate.condition-soft
  expect some
