# Emergency tier: plan locked. "Unlocking … 'I was assessed on [date] by [role] and told it is safe to exercise': self-reported,
# restarts in calm, for an emergency flag not before the next day."
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=yes
  programme personal
  expect lock screen.emergency question=saddle not_before=2026-03-03 ways=mistake,assessed
  expect items =0
  expect prescribe locked
day 2026-03-03
  clearance assessed role="hospital doctor" date=2026-03-02
  expect no lock
  expect stage calm
  expect items-stage <=calm
  expect some
  session pain=3
day 2026-03-04
  morning pain=3
  session pain=3
day 2026-03-05
  morning pain=3
  # calm -> restore: two sessions without a counted rise
  expect stage restore rule=stage.restore
