# C2: "rise = 1 … Not settled: finish it for today, same rung next time. Never counted." However often.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: bit-more settled=no
    *: same
  expect history cat-cow rise=1 counted=no outcome=pain.rise-1
repeat 5 days
  morning pain=2
  expect in cat-cow rung=1 dose=1x5
  expect no rests cat-cow
  session pain=2
    cat-cow: bit-more settled=no
    *: same
day +1
  morning pain=2
  # six rises of 1, none counted: no rest, nothing lowered, nothing raised
  expect in cat-cow rung=1 dose=1x5
  expect no advice after.third-rise
