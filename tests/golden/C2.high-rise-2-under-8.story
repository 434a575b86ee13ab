# The other side: before 5, during 7, not settled: the ordinary row of a rise of 2 (no rest; at rung 1 the easier neighbour).
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=5
    glute-bridge: clearly-more pain=7 settled=no
    *: same
  end pain=5
  expect history glute-bridge rise=2 counted=yes outcome=pain.rise-2|pain.rise-2-easier
day 2026-03-03
  morning pain=5
  expect out glute-bridge rule=pain.rise-2-easier
  expect in pelvic-tilt
