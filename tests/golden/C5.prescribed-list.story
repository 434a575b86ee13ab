# Invariant 8 and issue 4: what a clinician prescribed is the programme, in its order and with its doses, for as long as
# any of it stands; stage gates hold for deadlift and swing only. Taken back, Keel chooses again.
person birth_year=1980
equipment weight=yes
day 2026-03-02 08:00
  screening clear
  clinician prescribe movement=glute-bridge sets=2 reps=8 as bridge
  clinician prescribe movement=cat-cow until=2026-03-03
  clinician prescribe movement=deadlift
  # the deadlift waits for its gate; its easier neighbour stands in
  expect order glute-bridge cat-cow wall-tap-hinge
  # never done: it begins at the dose that was prescribed
  expect in glute-bridge dose=2x8 rung=3 rule=clinician.dose choice=clinician.prescribes
  # no dose was said: its own first one
  expect in cat-cow rung=1 rule=dose.first choice=clinician.prescribes
  expect out deadlift rule=stage.not-open
  expect out half-moon rule=plan.not-in-programme
day 2026-03-03
  expect order glute-bridge cat-cow wall-tap-hinge
day 2026-03-04
  # the last day of the second one was yesterday
  expect order glute-bridge wall-tap-hinge
  # prescribed again: the latest stands
  clinician prescribe movement=glute-bridge reps=5 sets=1 as less
  expect in glute-bridge dose=1x5 rung=1
  retract less
  expect in glute-bridge dose=2x8 rung=3
  retract bridge
  # the deadlift is still on the list
  expect order wall-tap-hinge
  expect out glute-bridge rule=plan.not-in-programme
