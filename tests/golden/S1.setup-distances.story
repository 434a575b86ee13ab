# S1.setup: padded surface, feet hip-width, 15-20 cm from the hips.
day 2026-03-02 08:00
  expect text glute-bridge.setup
  expect text glute-bridge. has "15"
  expect text glute-bridge. has "hip-width|hip width|hip's width"
