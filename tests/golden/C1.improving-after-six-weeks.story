# The other side: 5 in the first week, 3 in the last: 2 points below: nothing is said.
person birth_year=1980
day 2026-03-02 08:00
  screening clear never-assessed=unsure
  screening never-assessed=unsure round=2
  programme five-best
  morning pain=5
  session pain=5
repeat 20 days
  on mon
    review none
  morning pain=5
  session pain=5
repeat 20 days
  on mon
    review none
  morning pain=3
  session pain=3
day +2
  review none
  morning pain=3
  session pain=3
  expect no advice screen.advice
