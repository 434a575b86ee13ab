# The other side: the 2nd and the 16th do not fit into 14 dates: an ordinary rise of 3.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-09
  review none
day 2026-03-16
  review none
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-17
  expect out cat-cow rule=pain.rise-3 until=2026-03-20
