# A clinician-soon flag limits; an emergency flag locks; lifting the lock leaves the limit.
person birth_year=1980 training=yes
day 2026-03-02 08:00
  screening clear collapse=yes weight-loss=yes
  programme personal
  expect lock screen.emergency question=collapse
day 2026-03-04
  clearance assessed lock=collapse role="hospital doctor" date=2026-03-03
  expect no lock
  expect advice screen.clinician-soon
  expect items-stage <=calm
