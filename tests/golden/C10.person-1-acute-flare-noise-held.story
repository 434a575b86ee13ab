# CLINICAL 10. Acute flare 8 -> 2. Noise held to the answer before; four weeks, daily.
# "Nobody without a lock ever has an empty day; nobody's movements all end up resting; everybody who truly improves climbs; noise
# alone never lowers a dose or opens a flare." In the trial of the text all reached strengthen (median day 4-11).
person birth_year=1980
equipment chair=yes wall=yes counter=yes pillow=yes
truth pain=8..2 over=28 noise=held seed=111 challenge=55
always some
always no-lock
always rests <=50%
always not-lowered
always no-flare
day 2026-03-02 08:00
  screening clear
  programme personal
  morning truth
  session truth
repeat 27 days
  on mon
    review none
  morning truth
  expect some
  session truth
day +1
  review none
  morning truth
  expect climbed >=1
  expect stage strengthen|fitness
  expect not-all-resting
