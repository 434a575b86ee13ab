# C7: one measure a day at most, never on the first day, none while a lock stands, and the plan of a day does not wait for it.
person birth_year=1980
day 2026-03-02 08:00
  goal "walk to the shops" confidence=5
  screening clear
  programme five-best
  session pain=3
  expect no ask measure
day 2026-03-03
  expect no ask measure
day 2026-03-08
  expect ask measure
  expect items >=1
  measure confidence 5
  expect no ask measure
day 2026-03-09
  expect ask measure measure=roland-morris
day 2026-03-12
  screening saddle=yes
  expect lock screen.emergency
  expect no ask measure
