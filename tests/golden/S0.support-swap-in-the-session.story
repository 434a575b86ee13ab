# The bag is taken away in mid-session: a swap; what was swapped out was not done, what was swapped in was.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  session pain=2
    donkey-kick: swap=wall-press-back reason=equipment same challenge=50
  expect history wall-press-back rise=0 counted=no outcome=pain.clean
  equipment bag=no
day 2026-03-03
  morning pain=2
  expect in wall-press-back
  expect out donkey-kick rule=equipment.missing
