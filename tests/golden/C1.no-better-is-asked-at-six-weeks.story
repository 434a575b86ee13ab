# "no improvement after 6 weeks and never assessed": at six weeks the question is put, to those only whom nobody has looked at.
person birth_year=1980
day 2026-03-02 08:00
  screening first-run never-assessed=yes
  programme five-best
  session pain=3
repeat 41 days
  on mon
    review none
  expect no ask later question=not-improving
day +1 08:00
  review none
  expect ask later question=not-improving
  screening not-improving=yes
  expect no ask later question=not-improving
  expect advice screen.advice
  expect no lock
  expect some
