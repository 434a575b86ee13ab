# S0.support: "a helper steadies a heavy bag": bag and post there, nobody to hold it.
person birth_year=1980
equipment bag=yes post=yes helper=no wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  expect out donkey-kick rule=equipment.missing instead=wall-press-back
  expect in wall-press-back
