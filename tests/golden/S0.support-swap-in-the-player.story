# The bag is missing in mid-session: swapped for the wall press-back by the player.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  session pain=2 player
    donkey-kick: swap=wall-press-back reason=equipment same challenge=50
  expect history wall-press-back rise=0 counted=no outcome=pain.clean
