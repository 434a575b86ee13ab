# C7: Roland-Morris, insensitive under 4 and over 20; recovered at 2 or less.
person birth_year=1980
day 2026-03-02 08:00
  measure roland-morris 12
day 2026-04-06
  measure roland-morris 3
  expect series roland-morris verdict=better note=none
day 2026-05-11
  measure roland-morris 2
  expect series roland-morris verdict=recovered
day 2026-05-12
  measure roland-morris 2
