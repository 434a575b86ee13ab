# "for an emergency flag not before the next day"; the day before the clearance counts for nothing else.
person birth_year=1980
day 2026-03-02 23:30
  screening clear collapse=yes
  programme five-best
  expect lock screen.emergency question=collapse not_before=2026-03-03
day 2026-03-03 02:30
  # the day starts at 03:00: half past two still belongs to the 2nd
  clearance assessed role="hospital doctor" date=+0
  expect lock screen.emergency question=collapse
  at 03:10
  clearance assessed role="hospital doctor" date=+0
  expect no lock
  expect stage calm
