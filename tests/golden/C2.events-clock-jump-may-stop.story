# … but a counted rise under a doubtful clock still rests the movement.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
day 2026-03-03 08:00
  clock +5d
  session pain=2
    cat-cow: clearly-more pain=5 settled=no
    *: same
  clock 0
  morning pain=2
day 2026-03-04
  morning pain=2
  expect out cat-cow
