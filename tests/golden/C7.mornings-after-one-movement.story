# C7, per-movement n-of-1: "next morning a little more after this". Half-moon every second session; the morning after it is a 4,
# after the others a 3. One point is inside the noise of one answer (C2: no sore morning, no rest, no step back); nine mornings of
# nine are not. The plan only prefers another movement.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
repeat 8 days
  nth 1 3 5 7
    morning pain=4
    session pain=3
      half-moon: skip
      *: same
  nth 2 4 6 8
    morning pain=3
    session pain=3
day +1
  expect why half-moon mornings=too-little
day 2026-03-12
repeat 20 days
  nth 1 3 5 7 9 11 13 15 17 19
    morning pain=4
    review none
    session pain=3
      half-moon: skip
      *: same
  nth 2 4 6 8 10 12 14 16 18 20
    morning pain=3
    session pain=3
day +1
  review none
  morning pain=4
  expect why half-moon mornings=more
  expect why cat-cow mornings=too-little
  expect no rests half-moon
  expect no rests seated-twist
  programme personal
  expect why half-moon in=no rule=plan.morning-more
