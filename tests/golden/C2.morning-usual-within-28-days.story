# "within 28 days": mornings of more than 28 days ago make no usual. Three 2s in early March, none until the 10th of April:
# then 5 and 6 on two days running open no flare.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=2
day 2026-03-09
  review none
day 2026-03-16
  review none
day 2026-03-23
  review none
day 2026-03-30
  review none
day 2026-04-06
  review none
day 2026-04-10
  morning pain=5
  expect easy-day no
day 2026-04-11
  morning pain=6
  expect easy-day no
