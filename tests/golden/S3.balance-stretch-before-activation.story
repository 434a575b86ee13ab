# S3.balance: loosen the tight, then activate the relaxed: in that order.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme psoas-glute-balance
  expect order hip-flexor-stretch glute-bridge
  expect in hip-flexor-stretch rung=1 dose=1xhold60
  session pain=2 challenge=50
day 2026-03-03
  morning pain=2
  expect order hip-flexor-stretch glute-bridge
