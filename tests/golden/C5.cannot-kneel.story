# "cannot kneel …: hard: those positions; a chair, wall or standing equivalent is offered."
needs seated-cat-cow cat-cow easier=seated-cat-cow
person birth_year=1980
ability kneel=no
equipment chair=yes wall=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect out cat-cow rule=gate.ability instead=seated-cat-cow
  expect in seated-cat-cow
  expect some
