# C2: "without a neighbour, rung 1 again". The segmental roll has no easier neighbour.
needs back-pain-essentials segmental-roll easier=none
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme back-pain-essentials
  expect in segmental-roll rung=1
  session pain=2
    segmental-roll: clearly-more pain=4 settled=no
    *: same
  expect history segmental-roll rise=2 counted=yes
day 2026-03-03
  morning pain=2
  expect in segmental-roll rung=1
  expect no rests segmental-roll
