# DESIGN, events: "an event whose clock is in doubt may stop or lower, never raise". A list, a pin, an opened gate or a
# larger dose is not taken; a smaller dose and a gentler number are.
person birth_year=1980
condition glaucoma=yes
day 2026-03-02 08:00
  screening clear
  programme five-best
  clinician threshold threshold=rest-days-stop value=4
  clinician dose movement=cat-cow sets=1 reps=5
day 2026-03-03
  session pain=2
day 2026-03-04
  clock -3d
  clinician prescribe movement=glute-bridge
  clinician override-gate movement=down-dog-to-plank gate=head-down until=2026-03-20
  clinician threshold threshold=rest-days-stop value=2
  clinician dose movement=cat-cow sets=2 reps=8
  clinician dose movement=glute-bridge reps=5
  clinician threshold threshold=rise-stop value=2
  clock 0
day 2026-03-05
  morning pain=2
  expect out down-dog-to-plank rule=gate.condition-hard
  expect in cat-cow rung=1
  session pain=2
    cat-cow: clearly-more pain=4 settled=yes
    *: same
  expect rests cat-cow until=2026-03-10
