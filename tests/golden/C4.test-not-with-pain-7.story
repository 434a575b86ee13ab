# "Not with pain >= 7": at 6 it is offered, at 7 it waits.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=6 place=back
day 2026-03-03
  morning pain=6
  expect test flexion
day 2026-03-04
  morning pain=7
  expect no test
  expect selftest flexion state=not-yet rule=test.pain
day 2026-03-05
  morning pain=6
  expect test flexion
