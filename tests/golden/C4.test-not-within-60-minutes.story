# "Not within 60 min of getting up if mornings are worse"; who has no worse mornings may.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03 07:00
  morning pain=3
  up 10
  expect test flexion
day 2026-03-04 07:00
  condition mornings-worse=yes
  morning pain=3
  up 59
  expect no test
  expect selftest flexion state=not-yet rule=test.morning due=+0
  at 08:00
  up 60
  expect test flexion
