# Breathlessness, headache and balance end the session; on the next day the plan goes on.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2 player
    cat-cow: unwell=breathless
    ?*: same
  expect no lock
day 2026-03-03
  morning pain=2
  expect in cat-cow
