# S0.cardio: a little out of breath is wanted and fine; said in the conditioning movement, apart from the stop signs.
day 2026-03-02 08:00
  expect text donkey-kick. has "out of breath|winded"
