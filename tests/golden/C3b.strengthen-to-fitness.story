# "strengthen -> fitness: 6 sessions over at least 14 days; bridge, brace and hinge at rung 3 or more; no flare in 7 days." A fit person
# with everything clean and easy: not before the 14th day in strengthen, and within eight weeks.
needs segmental-roll bear-hold plank hip-hinge prone-hip-extension quadruped-hip-extension standing-hip-extension
person birth_year=1990 training=yes
equipment chair=yes wall=yes counter=yes dowel=yes weight=yes pillow=yes
always some
always no-lock
always not-lowered
day 2026-03-02 08:00
  screening clear
  programme personal
  schedule exercises_max=6 minutes=40
  session pain=1 challenge=30
repeat 13 days
  on mon
    review none
  morning pain=1
  expect stage restore|strengthen
  session pain=1 challenge=30
repeat 42 days
  on mon
    review none
  morning pain=1
  session pain=1 challenge=30
day +1
  morning pain=1
  review none
  expect stage fitness rule=stage.fitness
