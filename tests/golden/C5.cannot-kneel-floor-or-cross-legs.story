# "cannot kneel / lie / get up from the floor / cross the legs: hard: those positions" - and something is left in each case.
person birth_year=1980
equipment chair=yes wall=yes counter=yes
day 2026-03-02 08:00
  always some
  screening clear
  programme five-best
  ability kneel=no
  expect out cat-cow rule=gate.ability
  expect in glute-bridge
  ability kneel=yes
  expect in cat-cow
  ability cross-legs=no
  expect out seated-twist rule=gate.ability
  ability lie=no
  expect out glute-bridge rule=gate.ability
  expect in half-moon
  ability floor=no
  expect out cat-cow rule=gate.ability
  expect in half-moon
