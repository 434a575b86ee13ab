# Invariant 11: every item has a reason, with the numbers it saw. "Your pain went from {0} to {1}": before and then, while
# it rests and when it comes back (found on a clinician's screen: it said the rung and the count instead).
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: clearly-more pain=4 settled=yes
    glute-bridge: clearly-more pain=6 settled=no
    *: same
day 2026-03-03
  morning pain=2
  expect in cat-cow rule=pain.rise-2-settled inputs=2,4
  expect out glute-bridge rule=pain.rise-3 inputs=2,6
day 2026-03-06
  morning pain=2
  expect in glute-bridge rule=pain.rise-3 inputs=2,6
