# C2: "at rung 1 the easier neighbour, until that has been clean once".
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    *: same
  expect history cat-cow rung=1 rise=2 counted=yes
day 2026-03-03
  morning pain=2
  expect out cat-cow rule=pain.rise-2-easier instead=seated-cat-cow
  expect in seated-cat-cow rung=1
  # not clean yet: a rise of 1
  session pain=2
    seated-cat-cow: bit-more settled=yes
    *: same
day 2026-03-04
  morning pain=2
  expect out cat-cow rule=pain.rise-2-easier
  expect in seated-cat-cow rung=1
  session pain=2
    seated-cat-cow: same
    *: same
day 2026-03-05
  morning pain=2
  # clean once: cat-cow is back at rung 1
  expect in cat-cow rung=1 dose=1x5
  expect out seated-cat-cow
