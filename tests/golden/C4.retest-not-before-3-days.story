# "Further out = stop at once, that direction rests; re-test not before 3 days." Two days after it waits; once the direction is open
# again by its way back, it is offered again.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  session test pain=3 place=buttock
    *: mid pain=4 further
  direction flexion pain=3/4 place=buttock/thigh reps=2
  expect selftest flexion state=done rule=test.three-days found=test.further due=+3
  expect direction flexion =0
  screening clear
day 2026-03-05
  morning pain=3
  expect selftest flexion state=done rule=test.three-days due=+1
day 2026-03-06
  morning pain=3
  expect purpose way-back =1
  session pain=3 place=buttock
day 2026-03-07
  morning pain=3
  put-off extension
day 2026-03-08
  morning pain=3
  expect test side
  put-off side
day 2026-03-09
  review none
  morning pain=3
  put-off rotation
  expect selftest flexion rule=test.one-a-day
