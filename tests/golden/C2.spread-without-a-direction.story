# "a movement without [a direction] rests itself 3 days": the bridge declares none. Nothing else rests.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=buttock
    glute-bridge: same further
    *: same
  end pain=3
  expect history glute-bridge counted=no outcome=pain.spread
day 2026-03-03
  morning pain=3
  expect out glute-bridge rule=pain.spread until=2026-03-06
  expect in cat-cow
day 2026-03-05
  morning pain=3
  expect out glute-bridge rule=pain.spread
day 2026-03-06
  morning pain=3
  expect in glute-bridge rung=1
