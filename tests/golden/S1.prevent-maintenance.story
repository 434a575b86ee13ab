# S1.prevent, C3b: "Pain 0-1 for four weeks: offer maintenance". Four weeks and a day of 0 and 1; never before.
person birth_year=1980
equipment chair=yes wall=yes counter=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=1
  session pain=1
repeat 20 days
  on mon
    review none
  morning pain=0
  expect no advice stage.maintenance|plan.maintenance
  session pain=1 challenge=60
repeat 9 days
  on mon
    review none
  morning pain=1
  session pain=0 challenge=60
day +1
  morning pain=0
  expect advice stage.maintenance|plan.maintenance
