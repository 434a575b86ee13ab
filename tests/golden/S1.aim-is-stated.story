# S1.aim: each exercise states its aim and what it is for.
day 2026-03-02 08:00
  expect text-of-all why
  expect fact cat-cow aim=mobility
  expect fact glute-bridge aim=activate
  expect fact donkey-kick aim=strengthen
