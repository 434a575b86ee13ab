# The weekly question, answered "show me"; then a yes in full. Locked; cleared by an assessment on a later day; restarts in calm.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3
repeat 15 days
  morning pain=3
  on mon
    review none
  session pain=3 challenge=60
day 2026-03-18
  morning pain=3
  review some
  expect ask screening
  screening clear saddle=yes
  expect lock screen.emergency question=saddle not_before=2026-03-19
  expect items =0
day 2026-03-20
  expect lock screen.emergency
  clearance assessed role="hospital doctor" date=2026-03-19
  expect no lock
  expect stage calm
  expect items-stage <=calm
  expect some
