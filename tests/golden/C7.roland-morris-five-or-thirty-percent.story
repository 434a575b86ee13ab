# C7: Roland-Morris, important change 5 or 30 %. 14 to 10 is neither (29 %); 14 to 9 is both.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=4
day 2026-03-07
  measure roland-morris 14 yes=1,2,3,4,5,6,7,8,9,10,11,12,13,14
  expect series roland-morris verdict=few note=none
day 2026-04-11
  measure roland-morris 10
  expect series roland-morris verdict=no-change first=14 latest=10 change=-4 needed=5
day 2026-05-16
  measure roland-morris 9
  expect series roland-morris verdict=better change=-5
