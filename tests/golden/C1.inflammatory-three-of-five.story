# The other side: three of five say nothing.
person birth_year=1990
day 2026-03-02 08:00
  screening clear before-forty=yes came-slowly=yes better-moving=yes
  programme five-best
  expect no advice screen.inflammatory
