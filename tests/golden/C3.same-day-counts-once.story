# "Two clean exposures = two at this rung, on different days".
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
  at 18:00
  session pain=2
    ?cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2
  expect in cat-cow rung=1
