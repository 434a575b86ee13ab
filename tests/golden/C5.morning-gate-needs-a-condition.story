# Neither flexion-sensitive nor mornings worse: no gate; nor without a known time of getting up.
person birth_year=1980
schedule wake_min=420
day 2026-03-02 07:10
  screening clear
  programme five-best
  expect in cat-cow caution=none
