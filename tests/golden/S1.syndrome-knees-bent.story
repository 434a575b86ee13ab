# S1.syndrome, C4: better with the knees bent = extension-sensitive: "prefer flexed or neutral, not an extension preference".
# Only the open step of S2's order, which each personal session holds, may extend.
person birth_year=1980
condition extension-sensitive=yes
equipment chair=yes wall=yes counter=yes pillow=yes
day 2026-03-02 08:00
  screening clear
  programme personal
  expect some
  expect direction extension =0 besides=plan.sequence
  session pain=3
repeat 5 days
  morning pain=3
  expect direction extension =0 besides=plan.sequence
  session pain=3
