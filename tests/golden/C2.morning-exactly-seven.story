# "median of the last 7 answered mornings": 5, then 2, 5, 2, 5, 2, 5, 2: of the last seven 2 (four of seven); of the last six or of all eight it
# would be 5 (upper middle). This morning's 4 is sore against 2 only.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=5
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=5
day 2026-03-05
  morning pain=2
day 2026-03-06
  morning pain=5
day 2026-03-07
  morning pain=2
day 2026-03-08
  morning pain=5
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-09
  review none
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-10
  morning pain=4
  expect in cat-cow rung=1 rule=after.sore-morning
  expect easy-day no
