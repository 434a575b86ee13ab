# "More central = preferred, even if back pain rises by up to 2, if that is gone in 30 min": asked later; until then no preference.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=thigh
day 2026-03-03 08:00
  morning pain=3
  direction extension pain=3/5 place=thigh/back reps=10 as first
  expect selftest extension state=done found=test.central-waits
  expect no ask direction-after
  at 08:40
  expect ask direction-after
  correct first: direction extension pain=3/5 place=thigh/back reps=10 settled=yes
  expect no ask direction-after
  expect selftest extension found=test.central
day 2026-03-06
  morning pain=3
  direction flexion pain=3/5 place=thigh/back reps=10 as second
  at 10:00
  expect ask direction-after
  correct second: direction flexion pain=3/5 place=thigh/back reps=10 settled=no
  expect selftest flexion found=test.no-change
  expect why cat-cow not-rule=direction.rests
