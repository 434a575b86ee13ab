# "median of the last 7 answered mornings": eight mornings of 6, then seven of 2. Of all fifteen the median is 6, of the last seven
# it is 2: this morning's 4 is sore, and what would have risen holds.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=6
repeat 7 days
  on mon
    review none
  morning pain=6
repeat 6 days
  morning pain=2
  nth 6
    session pain=2
      cat-cow: same
      *: bit-more settled=yes
day 2026-03-16
  review none
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-17
  morning pain=4
  expect in cat-cow rung=1 rule=after.sore-morning
  expect easy-day no
