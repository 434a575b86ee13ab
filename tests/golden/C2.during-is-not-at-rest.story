# "Before of 8 or more at rest: calm stage only": a pain of 8 during a movement that settled is not pain at rest. No answer at the end, none on
# the next morning: cat-cow is offered.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=6
    half-moon: clearly-more pain=8 settled=yes
    *: same
  end
day 2026-03-03
  expect in cat-cow
  expect easy-day no
