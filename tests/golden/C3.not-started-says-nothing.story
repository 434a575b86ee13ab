# DESIGN idea 2: "Only a prescription that was started affects state". Looking at today's plan on three days is no exposure.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect in cat-cow rung=1 rule=dose.first
day 2026-03-03
  expect in cat-cow rung=1 rule=dose.first
day 2026-03-04
  expect in cat-cow rung=1 rule=dose.first
  expect no ask after-effect
