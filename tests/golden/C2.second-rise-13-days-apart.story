# "second counted rise of a movement in 14 days": the 2nd and the 15th are the first and the last of 14 dates.
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
day 2026-03-15
  morning pain=3
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-16
  review none
  expect out cat-cow rule=after.second-rise until=2026-03-23
