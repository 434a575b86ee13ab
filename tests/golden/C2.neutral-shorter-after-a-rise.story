# "Neutral set …: a rise in it ends it for today and offers it shorter next time" - and never rests it.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening urgent
  programme personal
  session pain=4
    *: clearly-more pain=7 settled=no
day 2026-03-03
  morning pain=4
  expect some
  session pain=4
    *: clearly-more pain=7 settled=no
day 2026-03-04
  morning pain=4
  expect some
  session pain=4
    *: clearly-more pain=7 settled=no
day 2026-03-05
  morning pain=4
  expect some
