# The other side: start 2, end 3 is inside the noise.
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
  end pain=3
day 2026-03-04
  morning pain=2
  expect in cat-cow rung=2 rule=comfort.up
