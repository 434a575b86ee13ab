# "… counted if the rise is": a spread with a rise of 3 counts; a second one within 14 days is the second counted rise.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3 place=thigh
    cat-cow: clearly-more pain=6 further settled=no
    *: same
  end pain=3
  expect history cat-cow rise=3 counted=yes outcome=pain.spread
