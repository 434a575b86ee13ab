# The same rule through the real player: the pain button in mid-movement, before 2, during 5: the movement stops at that tick,
# the session finishes with a calm movement, and the movement rests three dates.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2 player
    glute-bridge: mid pain=5 settled=no
    ?*: same
  expect history glute-bridge rise=3 counted=yes outcome=pain.rise-3
  expect history cat-cow rise=0 counted=no outcome=pain.clean
day 2026-03-03
  morning pain=2
  expect out glute-bridge rule=pain.rise-3 until=2026-03-06
