# DESIGN, events: the state depends only on the set of events. Phone and tablet, half a day apart, merged.
person birth_year=1980
device phone
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
  merge
device tablet
merge
day 2026-03-03 07:00
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
device phone
day 2026-03-03 20:00
  # the phone does not know of the tablet's session
  expect in cat-cow rung=1
  note "walked to the park"
  merge
day 2026-03-04 08:00
  morning pain=2
  expect in cat-cow rung=2 rule=comfort.up
  device tablet
  expect ask morning
  merge
  expect in cat-cow rung=2 rule=comfort.up
  expect no ask morning
