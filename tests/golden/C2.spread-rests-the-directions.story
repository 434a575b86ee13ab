# "leg pain spreads further down: stop; every direction the movement declares rests until its way back". Cat-cow declares
# flexion and extension: every movement that declares one of them rests; what does not stays.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=thigh
    cat-cow: same further settled=no
    *: same
  end pain=3
  # no rise of 2: the spread alone is not a counted rise
  expect history cat-cow counted=no outcome=pain.spread
day 2026-03-03
  morning pain=3
  expect out cat-cow rule=direction.rests
  expect some
day 2026-03-04
  morning pain=3
  expect out cat-cow rule=direction.rests
  expect some
