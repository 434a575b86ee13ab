# "start: before >= 8 or leg symptoms worsening: calm. Otherwise restore."
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  morning pain=7
  expect stage restore rule=stage.start-restore
  expect items-stage <=restore
