# The other side: a red flag under a wrong clock stops at once.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  clock +5d
  screening saddle=yes
  clock 0
  at 09:00
  expect lock screen.emergency question=saddle
  expect items =0
