# S1.feel: take a moment to feel the muscle: rest a hand, notice it.
day 2026-03-02 08:00
  expect text brace-standing.feel
  expect text glute-bridge.feel
  expect text pelvic-tilt.feel
