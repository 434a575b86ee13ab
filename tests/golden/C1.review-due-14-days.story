# "Not answered: asked at each session start; after 14 days calm only until it is." Asked from the 9th on; the 22nd is its
# 13th day open, the 23rd its 14th.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
day 2026-03-15
  expect ask review
  expect in cat-cow
day 2026-03-22
  expect ask review
  expect in cat-cow
day 2026-03-23
  expect ask review
  expect items-stage <=calm
  expect out cat-cow rule=screen.review-due
  expect some
  review none
  expect in cat-cow
