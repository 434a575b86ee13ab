# C2: "rise = 1: offer smaller or slower now. Settled: continue, same rung next time. Never counted."
# C2 words: a rise of 1 between two clean exposures neither counts nor clears.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect in cat-cow rung=1 dose=1x5 rule=dose.first
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: bit-more settled=yes
    *: bit-more settled=yes
  expect history cat-cow rung=1 rise=1 counted=no outcome=pain.rise-1-settled
day 2026-03-04
  morning pain=2
  # one clean exposure only (the 2nd); the rise of 1 did not count: the same rung
  expect in cat-cow rung=1
  expect no rests cat-cow
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=2
  # clean on the 2nd and on the 4th; the rise of 1 between them did not clear the first: two clean, up one rung
  expect in cat-cow rung=2 rule=comfort.up
  expect items =5
