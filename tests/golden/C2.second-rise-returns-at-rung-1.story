# "second counted rise …: it rests 7 days, … returns at rung 1." From rung 2 a rise of 2 goes one down; the second from rung 1 … here: up to
# rung 3 first, a rise of 3 (back at rung 2 after three dates), then a rise of 2 not settled at rung 2: the second in 14 days: rung 1.
person birth_year=1980
day 2026-03-02 08:00
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
  expect in cat-cow rung=3
  session pain=2
    cat-cow: clearly-more pain=5 settled=no
    *: bit-more settled=yes
day 2026-03-09
  review none
  morning pain=2
  expect out cat-cow rule=pain.rise-3 until=2026-03-12
day 2026-03-12
  morning pain=2
  expect in cat-cow rung=2 rule=pain.rise-3
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    *: bit-more settled=yes
day 2026-03-13
  morning pain=2
  expect out cat-cow rule=after.second-rise until=2026-03-20
day 2026-03-16
  review none
day 2026-03-20
  morning pain=2
  expect in cat-cow rung=1 rule=after.second-rise|dose.absence-7
