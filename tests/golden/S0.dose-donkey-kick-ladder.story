# S0.dose: 20 s a side … to 40 s work and 40 s rest; C3: 20/20, 25/25, 30/30, 35/35, 40/40; one rung per 3 days below
# strengthen. First day Monday the 2nd; two clean exposures under 40: up on the 4th; then not before the 7th, 10th, 13th.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  always some
  always not-lowered
  always no-easy-day
  screening clear
  programme movements-that-heal
  expect order donkey-kick
  expect in donkey-kick rung=1 dose=3x20s/20s rule=dose.first choice=plan.programme
  session pain=2 challenge=30
day 2026-03-03
  morning pain=2
  expect in donkey-kick rung=1 dose=3x20s/20s
  session pain=2 challenge=30
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=2 dose=3x25s/25s rule=effort.low
  session pain=2 challenge=30
day 2026-03-05
  morning pain=2
  expect in donkey-kick rung=2 dose=3x25s/25s
  session pain=2 challenge=30
day 2026-03-06
  morning pain=2
  # two clean exposures, but the last step was two days ago
  expect in donkey-kick rung=2 dose=3x25s/25s rule=dose.three-days
  session pain=2 challenge=30
day 2026-03-07
  morning pain=2
  expect in donkey-kick rung=3 dose=3x30s/30s rule=effort.low
  session pain=2 challenge=30
repeat 2 days
  morning pain=2
  on mon
    review none
  expect in donkey-kick rung=3
  session pain=2 challenge=30
day 2026-03-10
  morning pain=2
  expect in donkey-kick rung=4 dose=3x35s/35s rule=effort.low
  session pain=2 challenge=30
repeat 2 days
  morning pain=2
  expect in donkey-kick rung=4
  session pain=2 challenge=30
day 2026-03-13
  morning pain=2
  expect in donkey-kick rung=5 dose=3x40s/40s rule=effort.low
  session pain=2 challenge=30
repeat 4 days
  morning pain=2
  on mon
    review none
  session pain=2 challenge=30
day +1
  morning pain=2
  # the end of the ladder
  expect in donkey-kick rung=5 dose=3x40s/40s rule=dose.top
