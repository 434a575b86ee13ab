# "uncontrolled blood pressure …: hard: no head-down, long holds": the stretch held for a minute is a long hold.
person birth_year=1960
condition blood-pressure=yes
day 2026-03-02 08:00
  screening clear
  programme psoas-glute-balance
  expect out hip-flexor-stretch rule=gate.condition-hard
  expect in glute-bridge
