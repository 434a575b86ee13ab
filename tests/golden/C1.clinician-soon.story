# "plan goes on in calm and restore only, until 'I have had advice', dated".
person birth_year=1980 training=yes
day 2026-03-02 08:00
  screening clear tier:clinician-soon=yes
  programme personal
  morning pain=2
  expect no lock
  expect advice screen.clinician-soon
  expect items-stage <=restore
  session pain=2
day 2026-03-03
  morning pain=2
  expect items-stage <=restore
  session pain=2
day 2026-03-04
  morning pain=2
  expect items-stage <=restore
  clearance advice lock=tier:clinician-soon role="family doctor" date=2026-03-03
  expect stage strengthen
  expect no advice screen.clinician-soon
