# "… restarts in calm, for an emergency flag not before the next day": said on the same day it lifts nothing; said
# on the next day it does. Keel's day starts at 03:00: half past two still belongs to the 2nd.
person birth_year=1980
day 2026-03-02 23:30
  screening clear collapse=yes
  programme five-best
  expect lock screen.emergency question=collapse not_before=2026-03-03
day 2026-03-03 02:30
  clearance assessed role="hospital doctor" date=2026-03-02
  expect lock screen.emergency question=collapse
  expect items =0
  at 03:10
  clearance assessed role="hospital doctor" date=2026-03-02
  expect no lock
  expect stage calm
  expect items-stage <=calm
  expect some
