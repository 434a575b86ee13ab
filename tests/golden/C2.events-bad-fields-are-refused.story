# "A known type with a bad or unknown field is refused with its place."
person birth_year=1980
day 2026-03-02 08:00
  refused OUT_OF_RANGE pain {"type":"morning-check","pain":11}
  refused OUT_OF_RANGE pain {"type":"morning-check","pain":-1}
  refused MISSING_FIELD pain {"type":"morning-check","soreness":1}
  refused UNKNOWN_FIELD mood {"type":"morning-check","pain":1,"mood":1}
  refused UNKNOWN_NAME answer {"type":"screening-review","answer":"perhaps"}
  refused BAD_TYPE pain {"type":"morning-check","pain":"3"}
  screening clear
  programme five-best
  expect in cat-cow
