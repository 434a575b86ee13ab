# "Adults 18 and over."
person birth_year=2012
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect lock screen.under-age
  expect items =0
