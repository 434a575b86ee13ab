# From 4 to 3 is 1 point and 25 %: neither. The person has never been assessed; the advice of the first day comes again at six weeks
# in any case, so this one says so by the answer "not improving" alone.
person birth_year=1980
day 2026-03-02 08:00
  screening clear never-assessed=yes
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
