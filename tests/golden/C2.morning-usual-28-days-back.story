# "within 28 days": the mornings of the 2nd, 3rd and 4th of March still make a usual on the 30th: 4 is sore.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
day 2026-03-04
  morning pain=2
day 2026-03-23
  review none
day 2026-03-28
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-29
  after settled
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-30
  morning pain=4
  review none
  expect in cat-cow rung=1 rule=after.sore-morning
