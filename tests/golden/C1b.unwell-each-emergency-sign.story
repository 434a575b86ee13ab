# 1b: chest pain, fainting and neurological signs lead to the emergency screen: here new leg weakness, on the next day fainting.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: unwell=leg
    ?*: same
  expect ask screening question=leg-weakness
  expect items =0
  screening clear
  expect no lock
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: unwell=faint
    ?*: same
  expect ask screening
  expect items =0
  screening clear saddle=yes
  expect lock screen.emergency question=saddle
