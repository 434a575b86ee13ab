# "… 'what helps today'; pharmacist or clinician if not easing in 3 days." 8 on the 3rd; the advice comes on the 6th, not before.
person birth_year=1980
day 2026-03-02 08:00
  always some
  always no-lock
  screening clear
  programme five-best
  session pain=3
day 2026-03-03
  morning pain=8
  expect no advice pain.high
day 2026-03-04
  morning pain=8
  expect no advice pain.high
day 2026-03-05
  morning pain=9
  expect no advice pain.high
day 2026-03-06
  morning pain=8
  expect advice pain.high
  expect items-stage <=calm
