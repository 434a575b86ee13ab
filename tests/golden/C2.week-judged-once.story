# "judged once when the week ends … no progression in the following week; one stage back, once." In the week after that, with nothing new,
# progression is open again and no second stage is lost.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  morning pain=2
  session pain=2
day 2026-03-04
  morning pain=2
  session pain=2
day 2026-03-06
  morning pain=2
  session pain=2
day 2026-03-09
  review none
  morning pain=2
  session pain=4
day 2026-03-11
  morning pain=2
  session pain=4
day 2026-03-13
  morning pain=2
  session pain=4
day 2026-03-16
  morning pain=2
  expect stage calm|restore rule=stage.back
  screening clear
  session pain=4
repeat 6 days
  morning pain=2
  expect raised =0
  session pain=4
day 2026-03-23
  review none
  morning pain=2
  expect stage restore|strengthen
  session pain=4
repeat 4 days
  morning pain=2
  session pain=4
day +1
  morning pain=2
  expect stage restore|strengthen
  expect climbed >=1
