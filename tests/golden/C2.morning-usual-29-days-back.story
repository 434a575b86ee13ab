# The other side: on the 31st only two of them are within 28 days: no usual, no morning rule.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=2
day 2026-03-23
  review none
day 2026-03-29
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-30
  review none
  after settled
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-31
  morning pain=4
  expect in cat-cow rung=2 rule=comfort.up
