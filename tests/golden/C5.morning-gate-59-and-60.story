# "(flexion-sensitive or mornings worse) and wake time known: soft under 60 min after getting up". Up at 07:00: soft at 07:59, free at
# 08:00. "Soft: swapped or moved, 'do it anyway' is one tap".
person birth_year=1980
condition flexion-sensitive=yes
schedule wake_min=420
day 2026-03-02 07:59
  screening clear
  programme five-best
  expect soft cat-cow rule=gate.morning
  expect some
  at 08:00
  expect in cat-cow caution=none
