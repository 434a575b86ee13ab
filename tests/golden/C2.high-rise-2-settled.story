# Before 6, during 8, settled within a minute: the row of a rise of 2 that settled: same rung, not counted.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=6
    cat-cow: clearly-more pain=8 settled=yes
    *: same
  end pain=6
  expect history cat-cow rise=2 counted=no outcome=pain.rise-2-settled
day 2026-03-03
  morning pain=6
  expect in cat-cow rung=1
