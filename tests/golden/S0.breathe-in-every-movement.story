# S0.breathe: never hold the breath: every movement breathes, no sentence asks to hold it.
day 2026-03-02 08:00
  expect fact * breath=some
  expect no text has "hold your breath"
  expect text has "breath"
