# "Optional, never before the first session; days 2-4, one direction a day": from the second day on, flexion first.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  expect no test
  expect selftest flexion state=not-yet rule=test.first-session found=none
  session pain=3 place=back
  expect no test
day 2026-03-03
  morning pain=3
  expect test flexion rule=test.due
  session pain=3
  expect no test
  expect selftest flexion state=not-yet rule=test.after-session due=+1
