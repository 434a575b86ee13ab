# "hard: … end-range, rapid or loaded flexion or twist"; "not shown unless a clinician's override is recorded", dated.
person birth_year=1950
condition vertebral-fracture=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect out seated-twist rule=gate.condition-hard
  expect some
  clinician override-gate movement=seated-twist gate=end-twist until=2026-03-04
  expect in seated-twist
day 2026-03-04
  expect in seated-twist
day 2026-03-05
  expect out seated-twist rule=gate.condition-hard
