# Issue 4: a threshold may be changed within bounds, for one person. With the stop at a rise of 2 instead of 3, a rise of
# 2 that settled stops the movement and rests it, here for the five days that the clinician set; out of bounds is not taken.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  clinician threshold threshold=rise-stop value=1
  clinician threshold threshold=rise-stop value=4
  clinician threshold threshold=rest-days-stop value=30
  session pain=2
    cat-cow: clearly-more pain=4 settled=yes
    *: same
  expect history cat-cow rise=2 counted=no outcome=pain.rise-2-settled
  expect no rests cat-cow
day 2026-03-03
  morning pain=2
  clinician threshold threshold=rise-stop value=2 as sooner
  clinician threshold threshold=rest-days-stop value=5 as longer
  session pain=2
    cat-cow: clearly-more pain=4 settled=yes
    *: same
  expect history cat-cow rise=2 counted=yes outcome=pain.rise-3
  expect rests cat-cow until=2026-03-09
  # taken back, the rise is what it was: settled, not counted
  retract sooner
  expect no rests cat-cow
