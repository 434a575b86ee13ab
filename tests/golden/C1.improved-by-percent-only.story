# From 3 to 2 is 1 point and 33 %: improved.
person birth_year=1980
day 2026-03-02 08:00
  screening clear never-assessed=unsure
  screening never-assessed=unsure round=2
  programme five-best
  morning pain=3
  session pain=3
repeat 20 days
  on mon
    review none
  morning pain=3
  session pain=3
repeat 20 days
  on mon
    review none
  morning pain=2
  session pain=2
day +2
  review none
  morning pain=2
  session pain=2
  expect no advice screen.advice
