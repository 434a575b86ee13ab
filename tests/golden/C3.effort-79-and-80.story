# "40-79 … up; 80-94, form kept, no rise: hold." In strengthen: 79 and 79 go up; then 80 and 80 hold.
person birth_year=1980 training=yes
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  morning pain=2
  session pain=2 challenge=79
day 2026-03-03
  morning pain=2
  session pain=2 challenge=79
day 2026-03-04
  morning pain=2
  expect in donkey-kick rule=effort.right
  session pain=2 challenge=80
day 2026-03-05
  morning pain=2
  session pain=2 challenge=80
day 2026-03-06
  morning pain=2
  expect in donkey-kick rule=effort.high
  expect raised =0
