# C2: "without a neighbour, rung 1 again".
needs half-moon easier=none
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    half-moon: clearly-more pain=4 settled=no
    *: same
  expect history half-moon rise=2 counted=yes
day 2026-03-03
  morning pain=2
  expect in half-moon rung=1 dose=1x5
  expect no rests half-moon
