# "third in 42 days": the 2nd of March and the 12th of April are the first and last of 42 dates. The second, on the 20th, is 18 days
# after the first: no "second in 14 days".
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
day 2026-03-21
  expect out cat-cow rule=pain.rise-3 until=2026-03-24
day 2026-04-06
  review none
day 2026-04-12
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
day 2026-04-13
  review none
  expect out cat-cow rule=after.third-rise
  expect advice after.third-rise
day 2026-05-04
  review none
  expect out cat-cow rule=after.third-rise
