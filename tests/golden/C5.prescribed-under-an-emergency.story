# Issue 4: "Emergency answers cannot be overridden, only cleared": no edit of a clinician's lifts a lock, not even all of
# them together.
person birth_year=1980
day 2026-03-02 08:00
  screening clear bladder-bowel=yes
  clinician prescribe movement=cat-cow
  clinician dose movement=cat-cow reps=8
  clinician threshold threshold=rise-stop value=2
  clinician override-gate movement=cat-cow gate=end-flexion until=2026-03-09
  clinician clear-movement movement=cat-cow
  expect lock screen.emergency question=bladder-bowel
  expect items =0
  expect prescribe locked
day 2026-03-03
  clearance clinician role="physiotherapist" date=2026-03-03
  expect no lock
  # after an emergency the plan restarts in calm: what is above it waits, its easier neighbour stands in
  expect out cat-cow rule=stage.not-open
  expect in seated-cat-cow choice=plan.substitute
