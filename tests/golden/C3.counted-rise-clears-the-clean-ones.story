# Words: "a counted rise clears". Clean, counted rise (2, not settled, one rung down from rung 2), clean: not two.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
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
  morning pain=2
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    *: bit-more settled=yes
day 2026-03-06
  morning pain=2
  expect in cat-cow rung=1 rule=pain.rise-2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-07
  morning pain=2
  expect in cat-cow rung=1
