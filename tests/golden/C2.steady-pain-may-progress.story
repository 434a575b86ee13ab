# C2: "rise <= 0, at any level: clean; may progress". A steady 6/10 climbs like a 2/10.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=6
  session pain=6
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=6
  session pain=6
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=6
  expect in cat-cow rung=2 rule=comfort.up
  expect easy-day no
  expect no lock
