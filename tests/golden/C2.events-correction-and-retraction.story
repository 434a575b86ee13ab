# Correction replaces, retraction takes back; neither is read by the rules again.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
day 2026-03-03
  morning pain=8 as slip
  expect items-stage <=calm
  correct slip: morning pain=3
  expect in cat-cow
day 2026-03-04
  morning pain=9 as other
  expect items-stage <=calm
  retract other
  expect in cat-cow
  expect ask morning
