# The button is "always in reach": outside a session it leads to the emergency screen all the same.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  unwell chest
  expect ask screening question=saddle
  expect items =0
  screening clear
  expect no lock
  expect some
day 2026-03-03
  expect in cat-cow
