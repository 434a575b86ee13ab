# The other side: a rise of 1 in the roll is not clean; the brace step stays shut.
needs segmental-roll bear-hold plank
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3
    segmental-roll: bit-more settled=yes
    *: same
repeat 2 days
  morning pain=3
  expect in segmental-roll
  session pain=3
    segmental-roll: bit-more settled=yes
    *: same
day +1
  morning pain=3
  expect in segmental-roll
  expect why plank in=no rule=stage.needs
