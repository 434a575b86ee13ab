# Invariant 4: "at most two exercises a session". Five movements clean on two days: three of them rise by comfort, two may.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2 challenge=30
day 2026-03-03
  morning pain=2
  expect raised =0
  session pain=2 challenge=30
day 2026-03-04
  morning pain=2
  expect raised =2
  session pain=2 challenge=30
day 2026-03-05
  morning pain=2
  # the others follow
  expect raised =2
