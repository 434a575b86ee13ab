# S4.focus: each exercise names the region it works on.
day 2026-03-02 08:00
  expect fact * targets=some
