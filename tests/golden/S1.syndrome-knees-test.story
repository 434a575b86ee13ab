# S1.syndrome: better with the knees bent suggests the extension pattern: the self-test shapes the plan as the condition does, and an
# extension that brought the pain in is no preference any more.
person birth_year=1980
equipment chair=yes wall=yes counter=yes pillow=yes
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  session pain=3 place=thigh
day 2026-03-03
  morning pain=3
  baseline knees value=1 movement=abdominal-draw-in
  expect selftest knees state=done found=test.knees-bent
  expect direction extension =0 besides=plan.sequence
repeat 5 days
  morning pain=3
  expect direction extension =0 besides=plan.sequence
  session pain=3
