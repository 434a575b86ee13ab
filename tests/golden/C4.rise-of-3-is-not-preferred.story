# "... even if back pain rises by up to 2": 3 is more, and is not asked for.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=thigh
day 2026-03-03 08:00
  morning pain=3
  direction extension pain=3/6 place=thigh/back reps=10
  expect selftest extension found=test.no-change
  at 10:00
  expect no ask direction-after
