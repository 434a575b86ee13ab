# C3b: roll clean three times -> bear or plank 3 x 10 s clean -> hip extension prone, quadruped, standing, each clean twice -> hinge; "each
# personal session from restore on holds the first open step". Everything clean, every day: 1-3 roll, 4 brace, 5-6 prone, 7-8 quadruped,
# 9-10 standing, then the hinge.
needs segmental-roll bear-hold plank prone-hip-extension quadruped-hip-extension standing-hip-extension hip-hinge
person birth_year=1980
equipment chair=yes wall=yes counter=yes dowel=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  expect in segmental-roll
  session pain=3 challenge=60
repeat 2 days
  morning pain=3
  expect in segmental-roll
  expect why bear-hold in=no rule=stage.needs
  session pain=3 challenge=60
day 2026-03-05
  morning pain=3
  expect in bear-hold|plank choice=plan.sequence
  expect why prone-hip-extension in=no rule=stage.needs
  session pain=3 challenge=60
repeat 2 days
  morning pain=3
  expect in prone-hip-extension choice=plan.sequence
  expect why quadruped-hip-extension in=no rule=stage.needs
  session pain=3 challenge=60
repeat 2 days
  on mon
    review none
  morning pain=3
  expect in quadruped-hip-extension choice=plan.sequence
  expect why standing-hip-extension in=no rule=stage.needs
  session pain=3 challenge=60
repeat 2 days
  on mon
    review none
  morning pain=3
  expect in standing-hip-extension choice=plan.sequence
  expect why hip-hinge in=no rule=stage.needs
  session pain=3 challenge=60
repeat 2 days
  morning pain=3
  expect in hip-hinge choice=plan.sequence
  session pain=3 challenge=60
