# The other side: first and last 5 dates apart; the day after a session on the 8th it opens.
needs segmental-roll bear-hold plank
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3
day 2026-03-03
  morning pain=3
  session pain=3
day 2026-03-04
  morning pain=3
  session pain=3
day 2026-03-07
  morning pain=3
  session pain=3
day 2026-03-08
  morning pain=3
  expect stage restore
  session pain=3
day 2026-03-09
  morning pain=3
  review none
  expect stage strengthen
