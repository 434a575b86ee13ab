# "weekly mean of the sessions' first answers (at least 3 in each week), judged once when the week ends, up by 2 or more: no
# progression in the following week; one stage back, once; screen again." 2, 2, 2, then 4, 4, 4.
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
day 2026-03-14
  # the week has not ended
  expect stage restore|strengthen
day 2026-03-16
  morning pain=2
  review none
  expect stage calm|restore rule=stage.back
  expect raised =0
  expect ask screening
  screening clear
  session pain=4
day 2026-03-18
  morning pain=2
  expect raised =0
