# S4.dose: 1 set of 5 a direction or side, a good stop of 1-2 s, the twist 2-3 s; in that order (programme five-best, invariant 8).
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect order cat-cow down-dog-to-plank glute-bridge seated-twist half-moon
  expect in cat-cow dose=1x5 rung=1 rule=dose.first choice=plan.programme
  expect in down-dog-to-plank dose=1x5 rung=1
  expect in glute-bridge dose=1x5 rung=1
  expect in seated-twist dose=1x5 rung=1
  expect in half-moon dose=1x5 rung=1
  expect fact cat-cow stop_ms=1000
  expect fact down-dog-to-plank stop_ms=>=1000 stop_ms=<=2000
  expect fact seated-twist stop_ms=>=2000 stop_ms=<=3000
  expect fact half-moon stop_ms=>=1000 stop_ms=<=2000
  # the stage is restore; two of the five are of a later one: the programme stands
  expect stage restore
