# S0.contact: the kick meets the bag; without one the foot presses into a wall.
day 2026-03-02 08:00
  expect fact donkey-kick equipment=bag equipment=post equipment=helper easier=wall-press-back
  expect fact wall-press-back equipment=wall
  expect text donkey-kick. has "bag"
  expect text wall-press-back. has "wall"
