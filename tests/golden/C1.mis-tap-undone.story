# "'I pressed that by mistake': confirm once, asked again in full, both kept in the log." Then the plan is what it was: restore.
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=yes
  programme five-best
  expect lock screen.emergency question=saddle
  clearance mistake
  # asked again in full: until then nothing is prescribed
  expect ask screening question=saddle
  expect items =0
  screening clear
  expect no lock
  expect stage restore
  expect in cat-cow rung=1
