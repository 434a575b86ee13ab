# "end of session >= 2 above its start: nothing done today progresses". Start 2, end 4.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-03
  morning pain=2
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
  end pain=4
day 2026-03-04
  morning pain=2
  expect in cat-cow rung=1 rule=after.session-up
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-05
  morning pain=2
  expect in cat-cow rung=2 rule=comfort.up
