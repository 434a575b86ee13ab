# "4 sessions over at least 7 days …": three sessions on the 2nd, 5th and 8th, a control and a brace movement clean in each: restore; the fourth
# opens strengthen.
needs segmental-roll four-point-brace
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  clinician pin movement=four-point-brace until=2026-03-31
  expect in four-point-brace
  session pain=3
day 2026-03-05
  morning pain=3
  session pain=3
day 2026-03-08
  morning pain=3
  session pain=3
day 2026-03-09
  review none
  morning pain=3
  expect stage restore
  session pain=3
day 2026-03-10
  morning pain=3
  expect stage strengthen rule=stage.strengthen
