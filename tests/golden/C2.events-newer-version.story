# "an unknown type or newer version is stored … and marks the state incomplete: nothing goes up; with its safety flag set, nothing
# is planned until this device is updated."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
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
  raw {"type":"dream","v":1,"safety":0,"colour":"blue"}
  expect in cat-cow rung=1 rule=log.incomplete
  raw {"type":"morning-check","v":9,"safety":1,"pain":3,"mood":"fair"}
  expect lock log.update
  expect items =0
