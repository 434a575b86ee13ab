# The inflammatory pattern (pain over 3 months and 4 of 5) is no matter for the first run ("under three minutes"): it is asked
# once, two weeks on (our judgement), and nothing waits for the answer.
person birth_year=1980
day 2026-03-02 08:00
  screening first-run
  programme five-best
  session pain=3
  expect no ask later
repeat 13 days
  on mon
    review none
  expect no ask later
day +1 08:00
  expect ask later question=before-forty
  expect ask later question=night-eases-up
  expect no lock
  expect in cat-cow
  screening before-forty=yes came-slowly=yes better-moving=yes not-better-resting=yes night-eases-up=unsure
  expect ask later question=night-eases-up
  screening night-eases-up=no round=2
  expect no ask later
  expect advice screen.inflammatory
