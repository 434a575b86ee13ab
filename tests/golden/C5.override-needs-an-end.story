# Invariant 6: "a hard gate yields only to a recorded, dated clinician's override". Without an end, or with one further
# away than twelve weeks, the gate stays; with one it opens, says so on the item, and closes by itself.
person birth_year=1950
condition vertebral-fracture=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  clinician override-gate movement=seated-twist gate=end-twist
  expect out seated-twist rule=gate.condition-hard
  clinician override-gate movement=seated-twist gate=end-twist until=2026-05-26
  expect out seated-twist rule=gate.condition-hard
  clinician override-gate movement=seated-twist gate=end-twist until=2026-05-25 as open
  expect in seated-twist caution=clinician.override
  retract open
  expect out seated-twist rule=gate.condition-hard
  clinician override-gate movement=seated-twist gate=end-twist until=2026-03-04
  expect in seated-twist caution=clinician.override
day 2026-03-04
  expect in seated-twist caution=clinician.override
day 2026-03-05
  expect out seated-twist rule=gate.condition-hard
