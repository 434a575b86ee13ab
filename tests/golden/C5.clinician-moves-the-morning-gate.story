# C5, Snook 1998: end-range flexion is swapped for the first 60 minutes. A clinician may set 30 to 120 for one person.
person birth_year=1980
condition mornings-worse=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  up 90
  expect no text has "After an hour"
  clinician threshold threshold=morning-gate-min value=120 until=2026-03-02
  expect soft cat-cow rule=gate.morning
day 2026-03-03
  up 90
  expect in cat-cow
  clinician threshold threshold=morning-gate-min value=30
  up 40
  expect in cat-cow
