# "I am not sure asks once more with plain examples; still unsure counts one tier lower: emergency -> same day."
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle-numbness=unsure
  programme five-best
  expect ask screening question=saddle-numbness
  expect items =0
  screening saddle-numbness=unsure round=2
  expect lock screen.same-day question=saddle-numbness
  expect items =0
