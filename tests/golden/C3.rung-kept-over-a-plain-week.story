# Invariant 13: "It moves": a person without a counted rise for six sessions, who answers effort and after-effect, is offered progress.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=4 challenge=55
repeat 6 days
  morning pain=4
  on mon
    review none
  session pain=4 challenge=55
day +1
  review none
  morning pain=4
  expect climbed >=2
