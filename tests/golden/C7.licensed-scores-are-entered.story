# C7: Oswestry and STarT Back are licensed: only a result is entered, none is ever offered. Oswestry counts from 10 or 30 %; STarT
# Back has no known important change.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  measure oswestry 40
  measure start-back 2
day 2026-04-06
  measure oswestry 31
  measure start-back 0
  expect series oswestry verdict=no-change change=-9 needed=10
  expect series start-back verdict=unjudged first=2 latest=0
day 2026-04-07
  measure oswestry 30
  expect series oswestry verdict=better
