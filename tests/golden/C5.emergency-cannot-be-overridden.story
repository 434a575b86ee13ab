# Issue 4: "Emergency answers cannot be overridden, only cleared."
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=yes
  programme five-best
  clinician override-gate movement=cat-cow gate=end-flexion
  clinician allow movement=cat-cow
  clinician pin movement=cat-cow
  expect lock screen.emergency question=saddle
  expect items =0
  # in a clinic, the clinician's clearance names the lock
day 2026-03-03
  clearance clinician role="physiotherapist" date=2026-03-03
  expect no lock
