# "morning >= 2 above usual: no progression today". Usual = median of 2, 2, 2 = 2; this morning 4. Tomorrow it goes on.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=4
  expect in cat-cow rung=1 rule=after.sore-morning
  expect easy-day no
day 2026-03-06
  morning pain=2
  expect in cat-cow rung=2 rule=comfort.up
