# "Not with leg weakness": nor while leg symptoms worsen, nor while a leg question stands as a flag.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme personal
  session pain=3 place=thigh
day 2026-03-03
  morning pain=3
  expect test flexion
  symptom leg-worse place=foot
  screening clear
  expect no test
  expect selftest flexion state=not-yet rule=test.leg
  symptom leg-better place=back
  expect test flexion
day 2026-03-04
  morning pain=3
  screening clear numb-or-weak=yes
  expect no test
  expect selftest flexion state=not-yet rule=test.leg
