# "mornings of a flare left out unless it ended by the 7-day row". Usual 2; flare of 5, 5, 5, 5; closed at 3; then 4 and 5: against a
# usual of 2 (2, 2, 2 and 3: upper middle 2) these are sore and a flare again. Were the 5s counted, usual would be 5.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=2
  session pain=2
day 2026-03-05
  morning pain=5
day 2026-03-06
  morning pain=5
  expect easy-day yes
day 2026-03-07
  morning pain=5
  screening clear
day 2026-03-08
  morning pain=5
  expect easy-day yes
day 2026-03-09
  morning pain=3
  expect easy-day no
day 2026-03-10
  morning pain=4
  expect easy-day no
day 2026-03-11
  morning pain=5
  expect easy-day yes
