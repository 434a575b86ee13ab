# "I have had advice" is the way back of the clinician-soon tier only.
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=yes
  programme five-best
day 2026-03-04
  clearance advice lock=saddle role="family doctor" date=2026-03-03
  expect lock screen.emergency question=saddle
  expect items =0
