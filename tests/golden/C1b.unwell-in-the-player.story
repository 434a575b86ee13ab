# "I feel unwell": chest: the session ends at that tick and the emergency screen is asked.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2 player
    down-dog-to-plank: unwell=chest
    ?*: same
  expect ask screening
  expect items =0
