# C3 raises after two clean exposures. A clinician may ask for up to four (never for fewer): the third and fourth time the
# dose stays and says whose number decides; then it rises.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  clinician prescribe movement=glute-bridge
  clinician threshold threshold=clean-to-rise value=1
  clinician threshold threshold=clean-to-rise value=4
  session pain=2 challenge=30
day 2026-03-04
  morning pain=2
  session pain=2 challenge=30
day 2026-03-06
  morning pain=2
  expect in glute-bridge rung=1 rule=clinician.threshold
  session pain=2 challenge=30
day 2026-03-08
  morning pain=2
  expect in glute-bridge rung=1 rule=clinician.threshold
  session pain=2 challenge=30
day 2026-03-10
  morning pain=2
  expect in glute-bridge rung=2 rule=effort.low
