# "no improvement after 6 weeks and never assessed": who said at the start that a clinician has looked at this back hears nothing.
person birth_year=1980
day 2026-03-02 08:00
  screening clear never-assessed=no
  programme five-best
  morning pain=5
  session pain=5
repeat 40 days
  on mon
    review none
  morning pain=5
  on mon wed fri
    session pain=5
day +2
  review none
  morning pain=5
  expect no advice screen.advice
  session pain=5
  expect no advice screen.advice
