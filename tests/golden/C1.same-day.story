# Same-day tier: plan locked; "speak to a clinician today". The next-day wait is for an emergency flag only.
person birth_year=1980
day 2026-03-02 08:00
  screening clear tier:same-day=yes
  programme personal
  expect lock screen.same-day ways=mistake,assessed
  expect items =0
  at 15:00
  clearance assessed role="family doctor" date=+0
  expect no lock
  expect stage calm
  expect some
