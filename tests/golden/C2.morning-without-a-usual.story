# "at least 3, until then no morning rule": two mornings of 2, then 5: no usual yet, nothing is held back.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=5
  expect in cat-cow rung=2 rule=comfort.up
  expect easy-day no
