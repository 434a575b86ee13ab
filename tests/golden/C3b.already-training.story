# "Pain <= 3 and already training: control, brace and activate begin at rung 2, and strengthen opens after one clean restore session."
person birth_year=1980 training=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=3
  expect stage restore
  expect why glute-bridge rung=2
  expect why cat-cow rung=1
  session pain=3
day 2026-03-03
  morning pain=3
  expect stage strengthen rule=stage.strengthen
