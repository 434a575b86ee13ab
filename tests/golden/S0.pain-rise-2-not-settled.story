# C2: "rise = 2 … Not settled: one rung down next time; counted." The movement stands on rung 2.
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
  expect in cat-cow rung=2
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    *: bit-more settled=yes
  expect history cat-cow rung=2 rise=2 counted=yes outcome=pain.rise-2
day 2026-03-05
  morning pain=2
  expect in cat-cow rung=1 dose=1x5 rule=pain.rise-2
  expect no rests cat-cow
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-06
  morning pain=2
  # one clean exposure since the change: it holds
  expect in cat-cow rung=1
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-07
  morning pain=2
  # two clean exposures (5th, 6th), but the last change was on the 5th: not more than one rung in three days
  expect in cat-cow rung=1|2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-08
  morning pain=2
  expect in cat-cow rung=2
