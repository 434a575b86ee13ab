# Optional: put off, it comes again in 3 days; put off three times running, in six weeks. The plan never needs it.
person birth_year=1980
day 2026-03-02 08:00
  always some
  screening clear
  programme personal
  session pain=3 place=back
day 2026-03-03
  morning pain=3
  expect test flexion
  put-off flexion
  expect no test
  expect selftest flexion state=skipped rule=test.skipped due=+3
  session pain=3
day 2026-03-04
  morning pain=3
  expect test extension
  session pain=3
day 2026-03-05
  morning pain=3
  session pain=3
day 2026-03-06
  morning pain=3
  expect test flexion
  put-off flexion
day 2026-03-09
  review none
  morning pain=3
  expect test flexion
  put-off flexion
  expect selftest flexion state=skipped due=+42
day 2026-03-12
  morning pain=3
  expect test extension
  expect selftest flexion state=skipped
