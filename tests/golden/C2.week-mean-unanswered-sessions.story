# "weekly mean of the sessions' first answers (at least 3 in each week)": sessions begun without an answer give none, even when the morning
# said 4. (Sore mornings on Monday, Wednesday and Friday, none two days running.)
person birth_year=1980
day 2026-03-02 08:00
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
  morning pain=4
  session
day 2026-03-11
  morning pain=4
  session
day 2026-03-13
  morning pain=4
  session
day 2026-03-16
  review none
  morning pain=2
  expect stage restore|strengthen rule=stage.start-restore|stage.strengthen
  expect no ask screening
