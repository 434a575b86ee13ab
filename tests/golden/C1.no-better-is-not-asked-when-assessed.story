# The same person, but a clinician has looked at this back.
person birth_year=1980
day 2026-03-02 08:00
  screening first-run never-assessed=no
  programme five-best
  session pain=3
repeat 42 days
  on mon
    review none
  expect no ask later question=not-improving
