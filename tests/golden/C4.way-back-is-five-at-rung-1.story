# "the easiest allowed movement of a resting direction is offered once, 5 repetitions at rung 1".
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  direction rotation pain=3/4 place=back/thigh reps=5
  expect direction rotation =0
day 2026-03-05
  morning pain=3
  expect purpose way-back =0
day 2026-03-06
  morning pain=3
  expect purpose way-back =1
  expect in purpose:way-back dose=1x5 rung=1 rule=direction.way-back
  session pain=3 place=thigh
    purpose:way-back: same
    *: same
day 2026-03-07
  morning pain=3
  expect purpose way-back =0
  expect why seated-twist not-rule=direction.rests
