# The same at rung 1 on the first day: three dates of rest (3rd, 4th, 5th), back on the 6th on the first rung.
person birth_year=1980
day 2026-03-02 07:30
  screening clear
  programme five-best
  expect in cat-cow dose=1x5 rule=dose.first
  session pain=3 place=back
    cat-cow: clearly-more pain=6
    *: same
  end pain=3
day 2026-03-03
  morning pain=3 soreness=1
  expect out cat-cow rule=pain.rise-3 until=2026-03-06
  expect items >=1
day 2026-03-05
  expect out cat-cow rule=pain.rise-3 until=2026-03-06
day 2026-03-06
  morning pain=3
  expect in cat-cow rung=1 dose=1x5
