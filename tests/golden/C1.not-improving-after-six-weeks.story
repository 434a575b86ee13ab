# "no improvement after 6 weeks and never assessed (mean before of the last 7 days neither 2 points nor 30 % below the first 7)":
# a steady 5 for six weeks: advice; the plan goes on. (Whether ever assessed is not known: asked twice, unsure twice.)
person birth_year=1980
day 2026-03-02 08:00
  screening clear never-assessed=unsure
  screening never-assessed=unsure round=2
  programme five-best
  morning pain=5
  session pain=5
repeat 40 days
  on mon
    review none
  morning pain=5
  expect no advice screen.advice
  on mon wed fri
    session pain=5
day +2
  review none
  morning pain=5
  session pain=5
  expect advice screen.advice
  expect no lock
  expect in cat-cow
