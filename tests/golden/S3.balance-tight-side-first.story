# S3.balance: loosen the tight, then activate the relaxed. The length test says which side is tight; its stretch says so and comes first.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme psoas-glute-balance
  session pain=2
day 2026-03-03
  morning pain=2
  baseline psoas-length side=left value=1 movement=thomas-stretch
  baseline psoas-length side=right value=0 movement=thomas-stretch
  expect selftest psoas-length state=done found=test.tight
  expect in hip-flexor-stretch caution=test.tight
  expect order hip-flexor-stretch glute-bridge
