# The same by the button in mid-movement through the player: what goes in a resting direction leaves the session at once.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=thigh player
    cat-cow: mid pain=4 settled=no further
    ?*: same
  expect history cat-cow outcome=pain.spread
day 2026-03-03
  morning pain=3
  expect out cat-cow rule=direction.rests
  expect out down-dog-to-plank rule=direction.rests
  expect in glute-bridge
