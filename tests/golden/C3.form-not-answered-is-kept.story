# "Form not answered: kept": two exposures under 40 without a word on form go up; a form kept is the same.
person birth_year=1980
equipment bag=yes post=yes helper=yes wall=yes chair=yes
day 2026-03-02 08:00
  screening clear
  programme movements-that-heal
  session pain=2 challenge=30
day 2026-03-03
  morning pain=2
  session pain=2 challenge=30 form=kept
day 2026-03-04
  morning pain=2
  expect in donkey-kick rung=2 rule=effort.low
