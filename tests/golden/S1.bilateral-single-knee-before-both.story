# "Repeat with both knees": double knee to chest after the single one.
needs double-knee-to-chest single-knee-to-chest
day 2026-03-02 08:00
  expect fact double-knee-to-chest needs=single-knee-to-chest
  expect fact single-knee-to-chest sides=one-then-other
