# The programme of S1: a chosen couple of stretches and strengtheners, varied by day.
needs stretch-and-strengthen
person birth_year=1980
equipment chair=yes wall=yes counter=yes pillow=yes
day 2026-03-02 08:00
  screening clear
  programme stretch-and-strengthen
  expect aims stretch,mobility >=1
  expect aims control,brace,activate,strengthen >=1
  session pain=3
repeat 6 days
  morning pain=3
  expect aims stretch,mobility >=1
  expect aims control,brace,activate,strengthen >=1
  expect items <=5
  session pain=3 challenge=60
