# S2.brace: bear holds and planks, breathing under tension.
needs bear-hold plank
day 2026-03-02 08:00
  expect fact bear-hold aim=brace breath=easy needs=segmental-roll
  expect fact plank aim=brace breath=easy
