# Invariant 9: the number of exercises asked for holds before a pin does; invariant 11: it says that a pin was given up.
person birth_year=1980
schedule exercises_max=2
day 2026-03-02 08:00
  screening clear
  clinician pin movement=glute-bridge
  clinician pin movement=half-moon
  clinician pin movement=cat-cow
  expect items =2
  expect in half-moon choice=clinician.pins
  expect in cat-cow choice=clinician.pins
  expect out glute-bridge rule=clinician.pin-waits
