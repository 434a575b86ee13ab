# "rise = 1 … Not settled, or during 8 and more: finish it for today, same rung next time. Never counted." Before 7, during 8.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=7
    cat-cow: bit-more settled=yes
    *: same
  end pain=7
  expect history cat-cow rise=1 counted=no outcome=pain.rise-1
day 2026-03-03
  morning pain=7
  expect in cat-cow rung=1
  expect no rests cat-cow
