# C6 and issue 4: a clinician's dose is the most a movement is given; safety may still lower it. Two clean easy
# exposures would raise it (S0.challenge); the dose stays, and says whose it is. Without the limit the step comes.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  clinician prescribe movement=glute-bridge sets=1 reps=8
  expect in glute-bridge rung=2 dose=1x8 rule=clinician.dose
  session pain=2 challenge=30
day 2026-03-04
  morning pain=2
  session pain=2 challenge=30
day 2026-03-06
  morning pain=2
  expect in glute-bridge rung=2 dose=1x8 rule=clinician.dose
  # the same as a limit beside the list; the lower of the two holds
  clinician dose movement=glute-bridge reps=5 until=2026-03-06
  expect in glute-bridge rung=1 dose=1x5 rule=clinician.dose
day 2026-03-07
  morning pain=2
  expect in glute-bridge rung=2 dose=1x8 rule=clinician.dose
  # prescribed anew with more: the person climbs to it by the ladder, a rung at a time
  clinician prescribe movement=glute-bridge sets=3 reps=10
  expect in glute-bridge rung=3 dose=2x8 rule=effort.low
