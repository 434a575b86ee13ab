# C7: the global rating of change, -7 to +7, counts from 2 on and is a change by itself; first offered six weeks after the first
# session, when there is something to look back on.
person birth_year=1980
day 2026-03-02 08:00
  goal "lift my daughter" confidence=3
  screening clear
  programme five-best
  session pain=4
day 2026-04-12
  measure psfs 20 item="lift my daughter"
  measure roland-morris 8
  measure confidence 4
  expect no ask measure
day 2026-04-13
  expect ask measure measure=global-change
  measure global-change 1
  expect series global-change verdict=no-change
day 2026-05-18
  measure global-change -2
  expect series global-change verdict=worse change=-2
day 2026-05-19
  measure global-change 3
  expect series global-change verdict=better change=3
