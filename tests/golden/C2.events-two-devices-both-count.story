# Both devices had a session on one day, apart; the rise on one of them rests the movement on both.
person birth_year=1980
device phone
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
device tablet
merge
device phone
day 2026-03-03 08:00
  session pain=2
    cat-cow: clearly-more pain=5 settled=no
    *: same
device tablet
day 2026-03-03 09:00
  session pain=2
  merge
day 2026-03-04 08:00
  morning pain=2
  expect out cat-cow rule=pain.rise-3 until=2026-03-07
  device phone
  merge
  expect out cat-cow rule=pain.rise-3 until=2026-03-07
