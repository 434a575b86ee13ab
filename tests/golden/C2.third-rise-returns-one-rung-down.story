# "it rests until the person chooses 'try again' …, it returns one rung down". Rises of 2, not settled, on rung 3, 2 … with more than 14 days
# between the first two and the third within 42: the third, at rung 2, comes back at rung 1 - and a first new rise counts as one.
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
  expect in cat-cow rung=3
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    *: bit-more settled=yes
repeat 15 days
  on mon
    review none
  morning pain=2
  session pain=2
    ?cat-cow: bit-more settled=yes
    *: bit-more settled=yes
day 2026-03-24
  morning pain=2
  expect in cat-cow rung=2
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    *: bit-more settled=yes
repeat 16 days
  on mon
    review none
  morning pain=2
  session pain=2
    ?cat-cow: same
    *: bit-more settled=yes
day 2026-04-10
  morning pain=2
  expect in cat-cow rung=2|3
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    *: bit-more settled=yes
day 2026-04-11
  morning pain=2
  expect out cat-cow rule=after.third-rise
  try-again cat-cow
  expect in cat-cow rung=1|2 rule=after.try-again
