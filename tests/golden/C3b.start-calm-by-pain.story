# Calm at 8; calm -> restore after 2 sessions without a counted rise.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  morning pain=8
  expect stage calm rule=stage.start-calm
  session pain=8
day 2026-03-03
  morning pain=7
  expect stage calm
  session pain=7
day 2026-03-04
  morning pain=6
  expect stage restore rule=stage.restore
