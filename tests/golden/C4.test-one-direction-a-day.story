# "Days 2-4, one direction a day; 5 repetitions, then up to 10."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  expect test flexion
  session test pain=3 place=back
  direction flexion pain=3/3 place=back/back reps=10
  expect no test
  expect selftest flexion state=done found=test.no-change due=+42
  expect selftest extension state=not-yet
day 2026-03-04
  morning pain=3
  expect test extension
  session test pain=3 place=back
  direction extension pain=3/2 place=back/back reps=10
  expect no test
day 2026-03-05
  morning pain=3
  expect test side
  session test pain=3 place=back
  direction side pain=3/3 place=back/back reps=5
  expect no test
day 2026-03-06
  morning pain=3
  expect test rotation
  session test pain=3 place=back
  direction rotation pain=3/3 place=back/back reps=5
  expect no test
day 2026-03-07
  morning pain=3
  expect test knees
