# "uncontrolled blood pressure, glaucoma: hard: no head-down": down-dog-to-plank goes head-down.
person birth_year=1960
condition glaucoma=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect out down-dog-to-plank rule=gate.condition-hard
  expect some
  condition glaucoma=no
  expect in down-dog-to-plank
