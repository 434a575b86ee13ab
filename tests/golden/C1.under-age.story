# The other side: born a year later.
person birth_year=2009
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect lock screen.under-age
  expect items =0
  expect prescribe locked
