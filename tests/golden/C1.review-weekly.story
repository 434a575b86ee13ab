# "Asking again. Weekly": not on the sixth day, on the seventh; answered none: seven days on.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
day 2026-03-08
  expect no ask review
day 2026-03-09
  expect ask review
  expect in cat-cow
  review none
  expect no ask review
day 2026-03-15
  expect no ask review
day 2026-03-16
  expect ask review
