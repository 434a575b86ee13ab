# C2: "rise = 2: stop this movement today. Settled within a minute: same rung next time, not counted."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=2
  expect in cat-cow rung=2 rule=comfort.up
  session pain=2
    cat-cow: clearly-more pain=4 settled=yes
    *: bit-more settled=yes
  expect history cat-cow rung=2 rise=2 counted=no outcome=pain.rise-2-settled
day 2026-03-05
  morning pain=2
  # same rung, no rest
  expect in cat-cow rung=2
  expect no rests cat-cow
