# "two such mornings on two days running, one of them 3 or more above the same usual: flare: usual is frozen; easy days; the
# last session's movements one rung down, once only." "First morning within 1 of usual: flare closed; the stage returns; the
# one step down already made stays, no second."
person birth_year=1980
day 2026-03-02 08:00
  always some
  always no-lock
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
day 2026-03-04
  morning pain=2
  expect in cat-cow rung=2
  session pain=2
    *: bit-more settled=yes
day 2026-03-05
  # usual 2: sore, but one morning is no flare
  morning pain=4
  expect easy-day no
  expect in cat-cow rung=2
  session pain=2
    *: bit-more settled=yes
day 2026-03-06
  # the second running, 3 above: flare, calm stage only
  morning pain=5
  expect easy-day yes
  expect items-stage <=calm
  expect out cat-cow rule=stage.easy-day
  session pain=3
day 2026-03-07
  # 4 is 2 above the frozen usual: still a flare; two flare mornings: screening is asked again in full
  morning pain=4
  expect easy-day yes
  expect items-stage <=calm
  expect ask screening
  screening clear
  session pain=3
day 2026-03-08
  # 3 is within 1 of usual: closed; one rung down, once
  morning pain=3
  expect easy-day no
  expect in cat-cow rung=1 rule=after.flare
  expect stage restore
  session pain=2
    *: bit-more settled=yes
day 2026-03-09
  review none
  morning pain=2
  # no second step down, and at rung 1 it holds
  expect in cat-cow rung=1
  expect easy-day no
