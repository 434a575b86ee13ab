# "leg symptoms worsening: calm".
person birth_year=1980
day 2026-03-02 08:00
  symptom leg-worse place=below-knee
  screening clear
  programme personal
  morning pain=4
  expect stage calm rule=stage.start-calm
  expect items-stage <=calm
  expect some
