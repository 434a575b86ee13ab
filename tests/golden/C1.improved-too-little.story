# From 4 to 3 is 1 point and 25 %: neither. (Whether ever assessed is not known: asked twice, unsure twice.)
person birth_year=1980
day 2026-03-02 08:00
  screening clear never-assessed=unsure
  screening never-assessed=unsure round=2
  programme five-best
  morning pain=4
  session pain=4
repeat 20 days
  on mon
    review none
  morning pain=4
  session pain=4
repeat 20 days
  on mon
    review none
  morning pain=3
  session pain=3
day +2
  review none
  morning pain=3
  expect advice screen.advice
