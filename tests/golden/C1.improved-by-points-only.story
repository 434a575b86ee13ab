# "neither 2 points nor 30 % below": from 7 to 5 is 2 points and 29 %: improved.
person birth_year=1980
day 2026-03-02 08:00
  screening clear never-assessed=unsure
  screening never-assessed=unsure round=2
  programme five-best
  morning pain=7
  session pain=7
repeat 20 days
  on mon
    review none
  morning pain=7
  session pain=7
repeat 20 days
  on mon
    review none
  morning pain=5
  session pain=5
day +2
  review none
  morning pain=5
  session pain=5
  expect no advice screen.advice
