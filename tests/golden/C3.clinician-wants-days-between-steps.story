# C3: one rung a movement per 3 days below strengthen. A clinician may make it longer, not shorter; and one step a
# session instead of two.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  clinician prescribe movement=glute-bridge
  clinician prescribe movement=cat-cow
  clinician threshold threshold=rung-days-min value=2
  clinician threshold threshold=rises-a-session-max value=1
  session pain=2 challenge=30
day 2026-03-03
  morning pain=2
  session pain=2 challenge=30
day 2026-03-04
  morning pain=2
  # both have earned a step; one is taken
  expect raised <=1
  expect in glute-bridge rung=2 rule=effort.low
  expect in cat-cow rung=1 rule=clinician.threshold
  session pain=2 challenge=30
day 2026-03-05
  morning pain=2
  clinician threshold threshold=rung-days-min value=6
  session pain=2 challenge=30
day 2026-03-07
  morning pain=2
  # three days after its last step, six are asked for
  expect in glute-bridge rung=2 rule=clinician.threshold
  session pain=2 challenge=30
day 2026-03-10
  morning pain=2
  expect in glute-bridge rung=3 rule=effort.low
