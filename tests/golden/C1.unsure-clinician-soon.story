# "clinician soon -> advice": never locks or lowers the stage.
person birth_year=1980 training=yes
day 2026-03-02 08:00
  screening clear tier:clinician-soon=unsure
  screening tier:clinician-soon=unsure round=2
  programme personal
  morning pain=2
  expect no lock
  expect advice screen.advice
  session pain=2
day 2026-03-03
  morning pain=2
  expect stage strengthen
