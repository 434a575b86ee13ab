# "further out = 3 more days".
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  direction flexion pain=3/4 place=buttock/thigh reps=5
day 2026-03-06
  morning pain=3
  expect purpose way-back =1
  session pain=3 place=buttock
    purpose:way-back: bit-more settled=no further
    *: same
day 2026-03-07
  morning pain=3
  expect out cat-cow rule=direction.rests
  expect purpose way-back =0
day 2026-03-08
  morning pain=3
  expect purpose way-back =0
day 2026-03-09
  review none
  morning pain=3
  expect purpose way-back =1
