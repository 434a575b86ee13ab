# "Nothing is prescribed before the emergency and same-day questions are answered."
person birth_year=1980
day 2026-03-02 08:00
  programme five-best
  expect lock screen.unanswered
  expect items =0
  expect ask screening
  expect prescribe locked
  screening clear
  expect no lock
  expect some
