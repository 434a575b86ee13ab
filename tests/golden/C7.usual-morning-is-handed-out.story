# C2, C7: the usual morning is the median of the last answered mornings, and is said with the morning's question from the third on.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  expect ask morning usual=none
  morning pain=4
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=3
day 2026-03-05
  expect ask morning usual=3
