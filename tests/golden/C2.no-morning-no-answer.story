# "none = no progression" (invariant 3: never up when the after-effect is unknown). An answer a day later frees it.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  expect ask after-effect
  expect in cat-cow rung=1 rule=after.unknown
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=2
  expect no ask after-effect
  expect in cat-cow rung=2 rule=comfort.up
