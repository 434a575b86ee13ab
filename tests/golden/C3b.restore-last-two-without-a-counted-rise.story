# "4 sessions over at least 7 days, the last 2 without a counted rise": a counted rise in the fourth session; two more are needed.
needs segmental-roll bear-hold
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3
day 2026-03-04
  morning pain=3
  session pain=3
day 2026-03-06
  morning pain=3
  session pain=3
day 2026-03-08
  morning pain=3
  session pain=3
    last: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-09
  morning pain=3
  review none
  expect stage restore
  session pain=3
day 2026-03-10
  morning pain=3
  expect stage restore
  session pain=3
day 2026-03-11
  morning pain=3
  expect stage strengthen rule=stage.strengthen
