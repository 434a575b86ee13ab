# C7: the patient-specific scale: own activities, 0 unable to 10 as before, the mean; 1.3 small, 2.3 medium, 2.7 large. The record
# holds tenths. Means: 3.0, then 4.2 (no change), 4.3 (small), 5.3 (medium), 5.7 (large).
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=4
  expect no ask measure
day 2026-03-04
  expect ask measure measure=psfs
  measure psfs 20 item="put on my shoes"
  measure psfs 40 item="sit through a film"
  expect no ask measure
  expect progress has "put on my shoes"
day 2026-03-14
  measure psfs 40 item="put on my shoes"
  measure psfs 44 item="sit through a film"
  expect series psfs verdict=no-change first=30 latest=42 size=none
day 2026-03-15
  measure psfs 42 item="put on my shoes"
  measure psfs 44 item="sit through a film"
  expect series psfs verdict=better change=13 size=small
day 2026-03-16
  measure psfs 60 item="put on my shoes"
  measure psfs 46 item="sit through a film"
  expect series psfs verdict=better change=23 size=medium
day 2026-03-17
  measure psfs 60 item="put on my shoes"
  measure psfs 54 item="sit through a film"
  expect series psfs verdict=better change=27 size=large
  expect series psfs-activity item="put on my shoes" first=20 latest=60 points=5
