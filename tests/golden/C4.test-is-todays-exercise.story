# "Each doubling as that day's exercise": what the test moved through is not asked for again that day; the next day it may be.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme five-best
  session pain=3 place=back
day 2026-03-08
  morning pain=3
  direction flexion pain=3/3 place=back/back reps=10
  direction extension pain=3/3 place=back/back reps=10
  direction side pain=3/3 place=back/back reps=10
  direction rotation pain=3/3 place=back/back reps=10
  baseline knees value=0
  baseline psoas-length side=left value=0
  baseline psoas-length side=right value=0
  expect no test
day 2026-03-09
  review none
  morning pain=3
  expect in glute-bridge rung=1
  expect items =5
  expect test bridge-override movement=glute-bridge rule=test.due
  session test pain=3
  baseline bridge-override value=0 movement=glute-bridge
  expect out glute-bridge rule=test.was-today until=+1
  expect items =4
  expect no test
  session pain=3
day 2026-03-10
  morning pain=3
  expect in glute-bridge rung=1
