# C2, during a movement: the pain button in mid-movement counts like the answer after it. Before 2, during 5: rise 3.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    glute-bridge: mid pain=5 settled=no
    *: same
  expect history glute-bridge rise=3 counted=yes outcome=pain.rise-3
day 2026-03-03
  morning pain=2
  expect out glute-bridge rule=pain.rise-3 until=2026-03-06
  expect in cat-cow
