# S3.therapy: calm -> restore -> strengthen -> fitness. A new person is offered nothing of a later stage, with its reason.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  expect stage restore
  expect items-stage <=restore
  expect out donkey-kick rule=stage.not-open
