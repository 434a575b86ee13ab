# S1.bilateral: sides are scheduled and logged apart; prerequisites are declared.
person birth_year=1980
day 2026-03-02 08:00
  expect fact hip-flexor-stretch sides=one-then-other
  expect fact single-leg-bridge sides=one-then-other needs=glute-bridge
  expect fact cat-cow sides=none needs=none
  screening clear
  programme psoas-glute-balance
  expect in hip-flexor-stretch sides=one-then-other
  session pain=2
