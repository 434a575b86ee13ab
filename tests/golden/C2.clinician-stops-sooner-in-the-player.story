# The same number holds while the movement is done: the player stops at a rise of 2.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  clinician threshold threshold=rise-stop value=2
  session pain=2 player
    cat-cow: clearly-more pain=4 settled=yes
    *: same
  expect history cat-cow rise=2 counted=yes outcome=pain.rise-3
  expect rests cat-cow until=2026-03-06
