# "from 20 weeks: hard: prone". First day counted from 2025-10-13: 140 days are reached on 2026-03-02.
needs prone-hip-extension
person birth_year=1992
condition pregnancy=yes since=2025-10-13
day 2026-03-01 08:00
  screening clear
  programme personal
  expect why prone-hip-extension not-rule=gate.condition-hard
day 2026-03-02 08:00
  expect why prone-hip-extension in=no rule=gate.condition-hard
