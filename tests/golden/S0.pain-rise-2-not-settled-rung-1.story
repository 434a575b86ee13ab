# C2: "at rung 1 the easier neighbour, until that has been clean once".
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    glute-bridge: clearly-more pain=4 settled=no
    *: same
  expect history glute-bridge rung=1 rise=2 counted=yes
day 2026-03-03
  morning pain=2
  expect out glute-bridge rule=pain.rise-2-easier instead=pelvic-tilt
  expect in pelvic-tilt rung=1
  # not clean yet: a rise of 1
  session pain=2
    pelvic-tilt: bit-more settled=yes
    *: same
day 2026-03-04
  morning pain=2
  expect out glute-bridge rule=pain.rise-2-easier
  expect in pelvic-tilt rung=1
  session pain=2
    pelvic-tilt: same
    *: same
day 2026-03-05
  morning pain=2
  # clean once: glute-bridge is back at rung 1
  expect in glute-bridge rung=1 dose=1x5
  expect out pelvic-tilt
