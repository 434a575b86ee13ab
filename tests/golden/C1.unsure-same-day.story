# "same day -> clinician soon": no lock; calm and restore only.
person birth_year=1980 training=yes
day 2026-03-02 08:00
  screening clear tier:same-day=unsure
  screening tier:same-day=unsure round=2
  programme personal
  morning pain=2
  expect no lock
  expect items-stage <=restore
  session pain=2
day 2026-03-03
  morning pain=2
  # already training and one clean restore session would open strengthen
  expect items-stage <=restore
