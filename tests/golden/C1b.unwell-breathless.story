# Breathlessness ends the session; it is not one of the signs that lead to the emergency screen.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    glute-bridge: unwell=breathless
    ?*: same
  expect no ask screening
day 2026-03-03
  expect no lock
  expect some
