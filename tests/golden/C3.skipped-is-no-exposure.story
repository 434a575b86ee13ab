# A movement that was skipped, or whose answer is missing, is no clean exposure.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: skip
    *: bit-more settled=yes
day 2026-03-04
  morning pain=2
  expect in cat-cow rung=1
  session pain=2
    cat-cow: unanswered
    *: bit-more settled=yes
day 2026-03-05
  morning pain=2
  expect in cat-cow rung=1
