# "Further out = stop at once, that direction rests; … from the third day the easiest allowed movement of a resting direction is offered
# once, 5 repetitions at rung 1; leg pain no further out = open again."
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  direction flexion pain=3/4 place=buttock/thigh reps=5
  expect out cat-cow rule=direction.rests
  expect direction flexion =0
  expect purpose way-back =0
day 2026-03-04
  morning pain=3
  expect direction flexion =0
  expect purpose way-back =0
day 2026-03-06
  morning pain=3
  expect purpose way-back =1
  session pain=3 place=buttock
day 2026-03-07
  morning pain=3
  expect purpose way-back =0
  expect why cat-cow not-rule=direction.rests
