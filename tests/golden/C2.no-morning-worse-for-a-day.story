# "worse for a day = no progression today". The day after it is known and settled: up.
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
  after worse-a-day
  expect in cat-cow rung=1 rule=after.worse-a-day
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=2
  expect in cat-cow rung=2 rule=comfort.up
