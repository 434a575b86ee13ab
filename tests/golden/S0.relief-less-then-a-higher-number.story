# S0.relief, C2: words never outvote a number. "Less" with 6 after 4 is a rise of 2, and no relief.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=4
    cat-cow: less pain=6 settled=no
    *: same
  end pain=4
  expect history cat-cow rise=2 counted=yes outcome=pain.rise-2
