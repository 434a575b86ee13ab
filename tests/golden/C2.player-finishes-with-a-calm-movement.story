# "rise >= 3: stop; finish with a calm movement."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2 player
    half-moon: mid pain=5 settled=no
    ?*: same
  expect record has "\"purpose\":\"calm\""
  expect history half-moon rise=3 counted=yes
