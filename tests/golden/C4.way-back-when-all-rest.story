# "If every direction rests: the neutral set." All four send pain outwards; only what declares none of them is offered.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  direction flexion pain=3/4 place=back/thigh reps=5
  direction extension pain=3/4 place=back/thigh reps=5
  direction side pain=3/4 place=back/thigh reps=5
  direction rotation pain=3/4 place=back/thigh reps=5
  expect direction flexion =0
  expect direction extension =0
  expect direction side =0
  expect direction rotation =0
  expect some
