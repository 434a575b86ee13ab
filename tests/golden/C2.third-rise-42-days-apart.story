# The other side: the 13th of April: an ordinary rise of 3.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
day 2026-03-20
  review none
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
day 2026-04-06
  review none
day 2026-04-13
  review none
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
day 2026-04-14
  expect out cat-cow rule=pain.rise-3 until=2026-04-17
  expect no advice after.third-rise
