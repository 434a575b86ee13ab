# S1.honest: "May help, may not fully relieve": said; nothing is promised.
day 2026-03-02 08:00
  expect text has "may help|may not"
  expect no text has "cure"
  expect no text has "guarantee"
  expect no text has "pain-free in"
