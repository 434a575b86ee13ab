# "The session ends; chest pain, fainting and neurological signs lead to the emergency screen."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    glute-bridge: unwell=chest
    ?*: same
  expect ask screening question=saddle
  expect items =0
  screening clear
  expect no lock
