# C7, S4.confidence: confidence counts from 2 points on; asked with the goal, offered again after two weeks.
person birth_year=1980
day 2026-03-02 08:00
  goal "lift my daughter" confidence=3
  screening clear
  programme five-best
  session pain=4
day 2026-03-15
  measure psfs 20 item="lift my daughter"
day 2026-03-16
  review none
  expect ask measure measure=confidence
  measure confidence 4
  expect series confidence verdict=no-change first=3 latest=4
  expect no ask measure
day 2026-03-30
  review none
  expect ask measure measure=confidence
  measure confidence 5
  expect series confidence verdict=better change=2
