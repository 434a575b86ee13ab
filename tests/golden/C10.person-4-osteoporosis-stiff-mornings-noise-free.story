# CLINICAL 10. Osteoporosis with stiff mornings 3/10; a session half an hour after getting up. Noise drawn anew for each answer; four weeks, daily.
# "Nobody without a lock ever has an empty day; nobody's movements all end up resting; everybody who truly improves climbs; noise
# alone never lowers a dose or opens a flare." In the trial of the text all reached strengthen (median day 4-11).
person birth_year=1952
condition osteoporosis=yes mornings-worse=yes
schedule wake_min=420
equipment chair=yes wall=yes counter=yes pillow=yes
truth pain=3..3 over=28 noise=free seed=44 challenge=55
always some
always no-lock
always rests <=50%
always not-lowered
always no-flare
day 2026-03-02 07:30
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
