# C2 words: before is "at most 1 above the session's first". Start 2; cat-cow leaves 4, not settled; before is then 3, so
# that 6 in the next movement is a rise of 3. Uncapped it would be 2.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: clearly-more pain=4 settled=no
    down-dog-to-plank: clearly-more pain=6 settled=no
    *: same
  expect history down-dog-to-plank rise=3 counted=yes outcome=pain.rise-3
day 2026-03-03
  morning pain=2
  expect out down-dog-to-plank rule=pain.rise-3 until=2026-03-06
