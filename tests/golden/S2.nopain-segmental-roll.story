# S2.nopain, C2: "rise = 1 in a movement that allows no added pain: finish it for today, same rung next time; not counted" -
# also when it settled.
needs segmental-roll back-pain-essentials
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme back-pain-essentials
  expect fact segmental-roll pain_limit=none-added
  expect in segmental-roll rung=1
  morning pain=2
  session pain=2
    segmental-roll: bit-more settled=yes
    *: same
  expect history segmental-roll rise=1 counted=no outcome=pain.none-added
day 2026-03-03
  morning pain=2
  expect in segmental-roll rung=1
  expect no rests segmental-roll
