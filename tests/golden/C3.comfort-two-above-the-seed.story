# "Mobility, stretch, breathing and control rise by comfort only: two clean exposures, up one rung, at most two rungs above the
# seed's dose." Cat-cow's seed dose is rung 1: rung 3 is the most, however long it stays clean.
person birth_year=1980
day 2026-03-02 08:00
  always not-lowered
  screening clear
  programme five-best
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
repeat 20 days
  morning pain=2
  on mon
    review none
  expect in cat-cow rung=1|2|3
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day +1
  morning pain=2
  expect in cat-cow rung=3 rule=comfort.top|dose.top
