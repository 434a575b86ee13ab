# C7: important change of pain 2 points or 30 %, noise 1 point (Childs 2005, C2). The first answers of the sessions, week by week:
# 6, 6, 5 (5.7) against 4, 4 (4.0): 1.7 points and 29 %: no change. Against 4, 4, 3 (3.7): 2 points, and it counts. A week with one
# answer is shown and not compared.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=6
day 2026-03-04
  session pain=6
day 2026-03-06
  session pain=5
  expect series pain verdict=few points=1
day 2026-03-09
  review none
  session pain=4
  expect series pain verdict=few points=2
day 2026-03-11
  session pain=4
  expect series pain verdict=no-change first=57 latest=40 change=-17 needed=18
day 2026-03-13
  session pain=3
  expect series pain verdict=better first=57 latest=37 change=-20
