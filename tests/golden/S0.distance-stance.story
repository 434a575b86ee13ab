# S0.distance: too far, too close, right stance: a checkable fault with its words.
day 2026-03-02 08:00
  expect text donkey-kick.fault.too-far
  expect text donkey-kick.fault.too-close
  expect text donkey-kick.setup
