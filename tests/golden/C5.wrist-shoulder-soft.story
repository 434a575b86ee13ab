# "wrist or shoulder trouble: soft: weight on hands swapped".
person birth_year=1980
condition wrist-shoulder=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect soft down-dog-to-plank rule=gate.condition-soft
  expect some
