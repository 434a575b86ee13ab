# "I was assessed on [date]": an assessment before the answer that made the lock says nothing about it.
person birth_year=1980
day 2026-03-02 08:00
  screening clear tier:same-day=yes
  programme five-best
  clearance assessed role="family doctor" date=2026-02-27
  expect lock screen.same-day
  expect items =0
day 2026-03-03
  clearance assessed role="family doctor" date=2026-03-02
  expect no lock
  expect stage calm
