# "re-test not before 3 days": a re-test that is more central opens the direction again.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  direction flexion pain=3/4 place=buttock/thigh reps=5
  expect out cat-cow rule=direction.rests
day 2026-03-06
  morning pain=3
  direction flexion pain=3/3 place=buttock/back reps=10
  expect in cat-cow
