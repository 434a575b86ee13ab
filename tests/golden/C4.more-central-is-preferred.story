# "More central = preferred, even if back pain rises by up to 2": thigh to back with the pain 3 to 5 rests nothing.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=thigh
day 2026-03-03
  morning pain=3
  direction extension pain=3/5 place=thigh/back reps=10
  expect in cat-cow
  expect why cat-cow not-rule=direction.rests
