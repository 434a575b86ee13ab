# S0.reps: as many good repetitions as fit the time, at most 3 sets, logged. No repetitions are prescribed; the count never decides.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  expect in donkey-kick dose=3x20s/20s sides=one-then-other
  session pain=2
    donkey-kick: same challenge=30 reps=14
day 2026-03-03
  morning pain=2
  session pain=2
    donkey-kick: same challenge=30 reps=5
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=2 rule=effort.low
