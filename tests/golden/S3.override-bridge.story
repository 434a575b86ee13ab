# S3.override: hamstrings can override the glutes in the bridge: a check (cramp, felt behind the thigh) and the correction.
day 2026-03-02 08:00
  expect text glute-bridge.fault has "hamstring|back of the thigh|backs of the thigh|backs of your thigh"
