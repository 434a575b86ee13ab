# A clinician forbids a movement until a date; after it, it is offered again; pinned, it stands in the plan.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  clinician forbid movement=cat-cow until=2026-03-03
  expect out cat-cow rule=clinician.forbids
day 2026-03-03
  expect out cat-cow rule=clinician.forbids
day 2026-03-04
  expect in cat-cow
  programme personal
  clinician pin movement=half-moon until=2026-03-10
  expect in half-moon choice=clinician.pins
