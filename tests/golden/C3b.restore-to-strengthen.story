# "4 sessions over at least 7 days, the last 2 without a counted rise; one control and one brace movement clean." The 2nd and the 8th
# are 6 dates apart. S2's order puts the segmental roll into the first three sessions and a brace into the fourth.
needs segmental-roll bear-hold plank
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  session pain=3
day 2026-03-04
  morning pain=3
  session pain=3
day 2026-03-06
  morning pain=3
  session pain=3
day 2026-03-08
  morning pain=3
  expect stage restore
  expect in bear-hold|plank
  session pain=3
day 2026-03-09
  morning pain=3
  review none
  expect stage strengthen rule=stage.strengthen
