# S2.simple: "few exercises a session; aggravating directions are filtered out". Two to four for 14 days; asked for six, up to six.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3
repeat 13 days
  morning pain=3
  on mon
    review none
  expect items >=2
  expect items <=4
  session pain=3 challenge=60
day +1
  morning pain=3
  schedule exercises_max=6 minutes=40
  expect items <=6
  review none
  direction extension pain=3/5 place=back/thigh reps=5
  expect direction extension =0
