# S1.physician, C1: "said once, recorded, said again at 6 weeks; never locks or lowers the stage". 2 March + 42 days = 13 April.
person birth_year=1980
day 2026-03-02 08:00
  screening clear tier:advice=yes
  programme five-best
  expect no lock
  expect advice screen.advice
  expect in cat-cow
  expect stage restore
  session pain=2
day 2026-03-03
  expect no advice screen.advice
  expect in cat-cow
day 2026-03-09
  review none
repeat 4 every 7 days
  review none
day 2026-04-12
  expect no advice screen.advice
day 2026-04-13
  review none
  expect advice screen.advice
  expect no lock
