# S1.choice: "preferences and a day-to-day rotation that keeps both kinds in every session" (invariant 9 for the personal plan).
person birth_year=1980
equipment chair=yes wall=yes counter=yes pillow=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  prefer glute-bridge=like half-moon=dislike
  expect aims stretch,mobility >=1
  expect aims control,brace,activate,strengthen,integrate >=1
  session pain=3
repeat 8 days
  morning pain=3
  on mon
    review none
  expect aims stretch,mobility >=1
  expect aims control,brace,activate,strengthen,integrate >=1
  expect out half-moon
  session pain=3 challenge=60
