# C2 afterwards. Rise of 3 on the 2nd: rests 3rd-5th. Second counted rise on the 6th (4 days later): rests 7 days (7th-13th),
# easier neighbour offered, returns at rung 1 on the 14th. Third on the 14th (12 days after the first): rests until the person
# chooses "try again" after being shown why; seeing a clinician is advised (S1.stop). Never empty, never locked.
person birth_year=1980
day 2026-03-02 08:00
  always some
  always no-lock
  screening clear
  programme five-best
  morning pain=3
  session pain=3
    glute-bridge: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-06
  morning pain=3
  expect in glute-bridge rung=1
  session pain=3
    glute-bridge: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-07
  morning pain=3
  expect out glute-bridge rule=after.second-rise until=2026-03-14 instead=pelvic-tilt
  expect in pelvic-tilt
day 2026-03-09
  review none
day 2026-03-13
  morning pain=3
  expect out glute-bridge rule=after.second-rise until=2026-03-14
day 2026-03-14
  morning pain=3
  expect in glute-bridge rung=1
  expect no advice after.third-rise
  session pain=3
    glute-bridge: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-15
  morning pain=3
  expect out glute-bridge rule=after.third-rise
  expect advice after.third-rise
day 2026-03-16
  review none
day 2026-03-23
  review none
day 2026-03-30
  review none
day 2026-04-06
  review none
  morning pain=3
  # no date ends it …
  expect out glute-bridge rule=after.third-rise
  # … the person does
  try-again glute-bridge
  expect in glute-bridge rung=1 rule=after.try-again|dose.absence-14 purpose=try-again|plan
  session pain=3
    glute-bridge: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-04-07
  morning pain=3
  # counting starts afresh: this is the first counted rise, three dates of rest
  expect out glute-bridge rule=pain.rise-3 until=2026-04-10
