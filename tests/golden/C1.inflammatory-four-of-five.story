# "pain over 3 months and at least 4 of 5 …: plan goes on; worth mentioning to your doctor".
person birth_year=1990
day 2026-03-02 08:00
  screening clear before-forty=yes came-slowly=yes better-moving=yes not-better-resting=yes night-eases-up=no
  programme five-best
  expect no lock
  expect in cat-cow
  expect advice screen.inflammatory
