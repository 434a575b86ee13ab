# S3.override: hamstrings can override the glutes: the check (felt behind the thigh, or a cramp) brings the correction with the bridge.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme psoas-glute-balance
  session pain=2
day 2026-03-03
  morning pain=2
  baseline bridge-override value=0 movement=glute-bridge
  expect selftest bridge-override state=done found=test.glutes
day 2026-03-04
  morning pain=2
  baseline bridge-override value=2 movement=glute-bridge
  expect selftest bridge-override found=test.override
  expect in glute-bridge caution=test.override
  expect text rule.test.override has "heels"
