# "it rests until the person chooses 'try again' … or a clinician clears it".
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-06
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-09
  review none
day 2026-03-14
  session pain=3
    cat-cow: clearly-more pain=6 settled=no
    *: same
  end pain=3
day 2026-03-16
  review none
  expect out cat-cow rule=after.third-rise
  clinician clear-movement movement=cat-cow
  expect in cat-cow rung=1
  expect no rests cat-cow
