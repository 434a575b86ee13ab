# Re-tested on schedule (six weeks, our judgement): not after 41 days, after 42.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  direction flexion pain=3/3 place=back/back reps=10
repeat 40 days
  on mon
    review none
  on mon wed fri sat
    morning pain=3
    session pain=3
day 2026-04-13
  review none
  morning pain=3
  expect selftest flexion state=done rule=test.done due=+1
day 2026-04-14
  morning pain=3
  expect selftest flexion state=not-yet rule=test.waits
