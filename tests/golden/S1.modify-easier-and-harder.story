# S1.modify: easier and harder variants, reachable during the session.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect fact glute-bridge easier=pelvic-tilt harder=single-leg-bridge
  session pain=2
    glute-bridge: easier same challenge=30
    *: same
  expect history pelvic-tilt rise=0 outcome=pain.clean
  expect history cat-cow outcome=pain.clean
