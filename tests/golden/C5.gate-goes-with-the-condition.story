# A condition that no longer applies closes nothing.
person birth_year=1950
condition vertebral-fracture=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect out seated-twist rule=gate.condition-hard
  condition vertebral-fracture=no
  expect in seated-twist
