# S2.sequence, C3b: segmental roll clean three times -> bear or plank -> hip extension prone, quadruped, standing -> hinge. "While the
# hinge is below rung 3, each personal session from restore on holds the first open step of S2's order."
needs segmental-roll bear-hold plank prone-hip-extension hip-hinge
person birth_year=1980
equipment chair=yes wall=yes counter=yes dowel=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  expect in segmental-roll rung=1
  expect why hip-hinge in=no rule=stage.needs
  expect why bear-hold in=no rule=stage.needs
  expect why prone-hip-extension in=no
  session pain=3 challenge=60
repeat 2 days
  morning pain=3
  expect in segmental-roll
  expect why hip-hinge in=no rule=stage.needs
  session pain=3 challenge=60
day +1
  morning pain=3
  # clean three times: the brace step is the first open one
  expect in bear-hold|plank
