# "No flexion with osteoporosis"; a vertebral fracture is the graver form of it. The other directions are offered.
person birth_year=1955
condition osteoporosis=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  expect no test
  expect selftest flexion state=not-for-you rule=test.condition
day 2026-03-04
  morning pain=3
  expect test extension
day 2026-03-05
  condition osteoporosis=no vertebral-fracture=yes
  morning pain=3
  expect selftest flexion state=not-for-you rule=test.condition
day 2026-03-06
  condition vertebral-fracture=no
  morning pain=3
  expect test flexion
