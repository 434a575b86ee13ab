# "median of the last 7 answered mornings …, of an even number the upper middle": 2, 2, 3, 3 give 3; 4 is then not sore.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=3
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=3
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-06
  morning pain=4
  expect in cat-cow rung=2 rule=comfort.up
