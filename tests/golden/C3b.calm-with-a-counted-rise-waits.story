# "2 sessions without a counted rise": a session with one does not count.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=8
  session pain=7
day 2026-03-03
  morning pain=6
  session pain=6
    first: clearly-more pain=9 settled=no
    *: same
  end pain=6
day 2026-03-04
  morning pain=6
  expect stage calm
  session pain=6
day 2026-03-05
  morning pain=6
  expect stage calm|restore
  session pain=6
day 2026-03-06
  morning pain=6
  expect stage restore rule=stage.restore
