# CLINICAL 10. Sciatica 6 -> 3: leg pain to the thigh; for the first week bending forwards sends it further down. Noise drawn anew for each answer; four weeks, daily.
# "Nobody without a lock ever has an empty day; nobody's movements all end up resting; everybody who truly improves climbs; noise
# alone never lowers a dose or opens a flare." In the trial of the text all reached strengthen (median day 4-11).
person birth_year=1970
equipment chair=yes wall=yes counter=yes pillow=yes
truth pain=6..3 over=28 place=thigh noise=free seed=33 challenge=55
hurts flexion spread days=7
always some
always no-lock
always rests <=50%
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
