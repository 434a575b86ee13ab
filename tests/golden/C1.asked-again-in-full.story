# "In full after two flare mornings or new leg symptoms - not after a single rise."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
day 2026-03-03
  expect no ask screening
  symptom leg-new place=thigh
  expect ask screening
  screening clear
  expect no ask screening
