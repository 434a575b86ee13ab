# C2 words: a counted rise "at most one a movement a date". A rise of 3 in mid-movement and again in
# the answer: one count. Were they two, the movement would rest seven days ("second counted rise in 14 days").
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: mid pain=5 settled=no then clearly-more pain=6
    *: same
day 2026-03-03
  morning pain=2
  expect out cat-cow rule=pain.rise-3 until=2026-03-06
