# "It eased" after 35 s of 60, on each side.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme psoas-glute-balance
  session pain=2 player
    hip-flexor-stretch: same eased=35
    *: same challenge=50
  expect history hip-flexor-stretch rise=0 counted=no outcome=pain.clean
