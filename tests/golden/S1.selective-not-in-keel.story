# S1.selective: "not in Keel, and why", in neutral words.
day 2026-03-02 08:00
  expect text has "not in Keel"
