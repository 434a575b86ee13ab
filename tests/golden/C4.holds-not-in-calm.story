# Holds and counts ask for effort: not in calm, not on a day on which nothing goes up, not with what forbids a long hold (C5).
person birth_year=1980
condition blood-pressure=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-14
  review none
  morning pain=3
  expect selftest front-hold state=not-for-you rule=test.condition
  expect selftest side-hold state=not-for-you rule=test.condition
  expect selftest sit-to-stand state=not-for-you rule=test.condition
  condition blood-pressure=no
  expect selftest front-hold state=not-yet rule=test.waits
  expect selftest sit-to-stand state=not-yet rule=test.waits
day 2026-03-15
  morning pain=8
  expect selftest front-hold state=not-yet rule=test.pain
