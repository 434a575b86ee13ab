# S2.hinge, C3b: "dowel hinge clean three times / deadlift at rung 3 or more". In a new person's plan neither is open.
needs hip-hinge deadlift swing
person birth_year=1980
equipment dowel=yes weight=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  expect fact deadlift needs=hip-hinge stage=fitness
  expect fact swing needs=deadlift stage=fitness
  expect why deadlift in=no rule=stage.not-open|stage.needs
  expect why swing in=no rule=stage.not-open|stage.needs
