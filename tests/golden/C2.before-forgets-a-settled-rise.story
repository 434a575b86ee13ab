# The other side: what settled is forgotten; 5 after a start of 2 is a rise of 3.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: bit-more settled=yes
    down-dog-to-plank: clearly-more pain=5 settled=no
    *: same
  expect history down-dog-to-plank rise=3 counted=yes outcome=pain.rise-3
