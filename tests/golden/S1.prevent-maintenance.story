# S1.prevent, C3b: "Pain 0-1 for four weeks: offer maintenance". From the 2nd of March: four weeks are over on the 30th, not before the 29th.
person birth_year=1980
equipment chair=yes wall=yes counter=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=1
  session pain=1
repeat 26 days
  on mon
    review none
  morning pain=0
  expect no advice stage.maintenance|plan.maintenance
  session pain=1 challenge=60
day 2026-03-30
  review none
  morning pain=0
  expect advice stage.maintenance|plan.maintenance
day 2026-03-31
  # a 2 ends it
  morning pain=2
  expect no advice stage.maintenance|plan.maintenance
