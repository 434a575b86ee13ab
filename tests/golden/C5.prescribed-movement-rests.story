# Issue 4: a clinician's list holds, and "locks, pain, direction and condition gates still apply" (inv. 8). A rise of 3
# rests the movement three days whoever prescribed it; its easier neighbour stands in; it comes back one rung down.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  clinician prescribe movement=glute-bridge sets=2 reps=8
  clinician prescribe movement=cat-cow
  expect order glute-bridge cat-cow
  session pain=2
    glute-bridge: clearly-more pain=5 settled=no
    *: same
  expect rests glute-bridge until=2026-03-06
day 2026-03-03
  morning pain=2
  expect out glute-bridge rule=pain.rise-3 until=2026-03-06
  expect in pelvic-tilt choice=plan.substitute
  expect in cat-cow
day 2026-03-06
  morning pain=2
  expect in glute-bridge rung=2 dose=1x8 rule=pain.rise-3 choice=clinician.prescribes
