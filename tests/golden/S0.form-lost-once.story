# "form lost once: end the set, cue, same rung"; "one lost form between them neither counts nor clears".
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  session pain=2 challenge=30
day 2026-03-03
  morning pain=2
  session pain=2 challenge=30 form=lost
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=1 rule=form.lost
  session pain=2 challenge=30
day 2026-03-05
  morning pain=2
  # clean on the 2nd and the 4th: two; the lost form between them cleared nothing
  expect in donkey-kick rung=2 rule=effort.low
