# "28 and more: two rungs down, nothing above calm until screened again". Cat-cow on rung 3; last session on the 7th of March. The
# 3rd of April is 27 days later: rung 2. The 4th is 28: calm only; after screening rung 1.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme five-best
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
repeat 5 days
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-08
  morning pain=2
  expect why cat-cow rung=3
day 2026-03-09
  review none
repeat 3 every 7 days
  review none
day 2026-04-03
  expect in cat-cow rung=2 rule=dose.absence-14
day 2026-04-04
  expect items-stage <=calm
  expect ask screening
  expect out cat-cow
  screening clear
  expect in cat-cow rung=1 rule=dose.absence-28
