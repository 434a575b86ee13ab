# S4.alternate: one side, back, the other, without a pause between.
person birth_year=1980
day 2026-03-02 08:00
  expect fact seated-twist sides=alternate
  expect fact half-moon sides=alternate
  screening clear
  programme five-best
  expect in seated-twist sides=alternate
  expect in half-moon sides=alternate
