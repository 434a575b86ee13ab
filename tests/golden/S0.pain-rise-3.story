# C2: "rise >= 3: stop; the movement rests 3 days and returns one rung down; counted."
# Rise on Wednesday the 4th: not offered on the 5th, 6th and 7th; back on Sunday the 8th.
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
  morning pain=2
  expect in cat-cow rung=2
  session pain=2
    cat-cow: clearly-more pain=5 settled=yes
    *: bit-more settled=yes
  # settled or not: 3 and more is counted
  expect history cat-cow rung=2 rise=3 counted=yes outcome=pain.rise-3
day 2026-03-05
  morning pain=2
  expect out cat-cow rule=pain.rise-3 until=2026-03-08
  expect rests cat-cow until=2026-03-08
  expect some
  session pain=2
    *: bit-more settled=yes
day 2026-03-07
  morning pain=2
  expect out cat-cow rule=pain.rise-3 until=2026-03-08
  session pain=2
    *: bit-more settled=yes
day 2026-03-08
  morning pain=2
  expect in cat-cow rung=1 dose=1x5 rule=pain.rise-3
  expect no rests cat-cow
