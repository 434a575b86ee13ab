# C2: "during >= 8 and a rise of 2 not settled": rests 3 days, counted. Before 6, during 8.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=6
    cat-cow: clearly-more pain=8 settled=no
    *: same
  end pain=6
  expect history cat-cow rise=2 counted=yes outcome=pain.high-rise-2
day 2026-03-03
  morning pain=6
  expect out cat-cow rule=pain.high-rise-2 until=2026-03-06
  expect some
