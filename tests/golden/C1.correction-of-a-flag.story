# DESIGN, events: "a correction of a red-flag or stop answer is asked twice and stays visible"; "locks are lifted only by an event that
# names the lock". Taking the yes back leaves the question open; nothing is prescribed until it is answered.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  screening saddle=yes
  programme five-best
  expect lock screen.emergency question=saddle
  retract saddle
  expect lock screen.emergency|screen.unanswered
  expect items =0
  screening clear
  expect no lock
  expect in cat-cow
