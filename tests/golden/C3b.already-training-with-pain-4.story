# The other side: pain 4.
person birth_year=1980 training=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=4
  expect why glute-bridge rung=1
  session pain=4
day 2026-03-03
  morning pain=4
  expect stage restore
