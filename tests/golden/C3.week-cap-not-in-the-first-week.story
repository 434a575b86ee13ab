# "without an earlier week there is no cap": from Monday on in one week, strengthen from the second day.
person birth_year=1980 training=yes
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  morning pain=2
  session pain=2 challenge=60
day 2026-03-03
  morning pain=2
  session pain=2 challenge=60
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=2 dose=3x25s/25s
  session pain=2 challenge=60
day 2026-03-05
  morning pain=2
  session pain=2 challenge=60
day 2026-03-06
  morning pain=2
  # in strengthen no three days between
  expect in donkey-kick rung=3 dose=3x30s/30s rule=effort.right
