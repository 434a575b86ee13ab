# A mistake that is answered yes again in full is locked again.
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=yes
  programme five-best
  clearance mistake
  screening clear saddle=yes
  expect lock screen.emergency question=saddle
  expect items =0
