# "An event whose clock is in doubt (went back, over 36 h ahead, contradicted by its neighbours) may stop or lower, never raise."
# The clock jumps 5 days ahead for the second session; clean there raises nothing …
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-02 20:00
  clock +5d
  session pain=2
    ?cat-cow: same
    *: bit-more settled=yes
  clock 0
day 2026-03-03
  morning pain=2
  expect in cat-cow rung=1
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-04
  morning pain=2
  # clean on the 2nd and the 3rd by sound clocks: up as ever
  expect in cat-cow rung=2
