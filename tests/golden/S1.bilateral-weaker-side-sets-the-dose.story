# "Repeat on the other side": of two sides the weaker one sets the dose. Five to the left and three to the right twice is no step up;
# five on both is.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    half-moon: same left=5 right=3
    seated-twist: same
    *: same challenge=50
day 2026-03-03
  morning pain=2
  session pain=2
    half-moon: same left=5 right=3
    seated-twist: same
    *: same challenge=50
day 2026-03-04
  morning pain=2
  expect in half-moon rung=1
  expect in seated-twist rung=2
  session pain=2
  end pain=2
day 2026-03-05
  morning pain=2
  session pain=2
day 2026-03-06
  morning pain=2
  expect in half-moon rung=2
