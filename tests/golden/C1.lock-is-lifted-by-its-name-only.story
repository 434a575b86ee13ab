# "Locks are lifted only by an event that names the lock." Two flags: clearing one leaves the other; a later "no" clears neither.
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=yes
  screening bladder-bowel=yes
  programme five-best
day 2026-03-03
  screening clear
  expect lock screen.emergency
  clearance assessed role="hospital doctor" date=2026-03-02 lock=saddle
  expect lock screen.emergency question=bladder-bowel
  clearance assessed role="hospital doctor" date=2026-03-02 lock=bladder-bowel
  expect no lock
