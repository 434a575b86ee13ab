# "Pain <= 3 and already training" is asked of the first answer: 3 opens strengthen after one clean session, and a session with a rise of 1 is not clean.
person birth_year=1980 training=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=3
  session pain=3
    first: bit-more settled=yes
    *: same
day 2026-03-03
  morning pain=3
  expect stage restore
  session pain=3
day 2026-03-04
  morning pain=3
  expect stage strengthen
