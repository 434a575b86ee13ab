# A self-test is no session: two sessions without a counted rise lead from calm to restore, tests do not.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=8
  expect stage calm
  session pain=8 place=back
  end pain=6
day 2026-03-05
  morning pain=6
  expect stage calm
  expect test side movement=seated-side-bend
  session test pain=6 place=back
  direction side pain=6/6 place=back/back reps=10
  expect stage calm
day 2026-03-06
  morning pain=6
  expect test rotation movement=chair-twist
  session test pain=6 place=back
  direction rotation pain=6/6 place=back/back reps=10
  expect stage calm
  session pain=6
day 2026-03-07
  morning pain=6
  expect stage restore
