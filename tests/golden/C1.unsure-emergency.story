# "I am not sure asks once more with plain examples; still unsure counts one tier lower: emergency -> same day."
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=unsure
  programme five-best
  expect ask screening question=saddle
  expect items =0
  screening saddle=unsure round=2
  expect lock screen.same-day question=saddle
  expect items =0
