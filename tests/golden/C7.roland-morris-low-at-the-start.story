# C7: a first score under 4 leaves no room to see improvement, and is said to be so; 3 to 1 is inside the noise.
person birth_year=1980
day 2026-03-02 08:00
  measure roland-morris 3
day 2026-04-06
  measure roland-morris 1
  expect series roland-morris verdict=no-change note=floor
