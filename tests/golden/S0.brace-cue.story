# S0.brace: navel drawn in towards the spine and kept there: said in the exercise that needs it.
day 2026-03-02 08:00
  expect text donkey-kick. has "navel|belly"
  expect text brace-standing. has "navel|belly|abdom"
