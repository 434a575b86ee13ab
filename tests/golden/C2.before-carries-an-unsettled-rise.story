# C2 words: before = "the last pain answer before this movement that has not settled since". Start 2; cat-cow leaves 3, not
# settled; then 5 in the next movement is a rise of 2, not of 3.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect order cat-cow down-dog-to-plank glute-bridge seated-twist half-moon
  session pain=2
    cat-cow: bit-more settled=no
    down-dog-to-plank: clearly-more pain=5 settled=no
    *: same
  expect history down-dog-to-plank rise=2 counted=yes
