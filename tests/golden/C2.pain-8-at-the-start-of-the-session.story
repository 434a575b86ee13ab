# "Before of 8 or more at rest: calm stage only, today … the session is planned again when the answer comes." Through the player.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect in cat-cow
  session pain=8 player
    ?*: same
  expect items-stage <=calm
  expect why cat-cow in=no rule=pain.high
