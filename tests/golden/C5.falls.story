# "falls, dizziness: hard: no single-leg or feet-together stance without a support": half-moon stands feet together.
person birth_year=1950
condition falls=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect out half-moon rule=gate.condition-hard
  expect some
