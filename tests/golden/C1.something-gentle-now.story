# DESIGN, the app: "something gentle now" asks the emergency and same-day questions and offers the calm set; nothing above calm
# before screening is complete (invariant 1).
person birth_year=1980
day 2026-03-02 08:00
  screening urgent
  programme five-best
  expect no lock
  expect some
  expect items-stage <=calm
  expect ask screening
  session pain=4
day 2026-03-03
  morning pain=4
  expect items-stage <=calm
  screening clear
  expect in cat-cow
