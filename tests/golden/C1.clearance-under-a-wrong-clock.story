# "An event whose clock is in doubt may stop or lower, never raise": a clearance given while the clock was five days ahead does not lift an
# emergency lock of today.
person birth_year=1980
day 2026-03-02 08:00
  screening clear saddle=yes
  programme five-best
  expect lock screen.emergency
day 2026-03-02 12:00
  clock +5d
  clearance assessed lock=saddle role="hospital doctor" date=2026-03-02
  clock 0
day 2026-03-02 13:00
  note "the clock is right again"
  expect lock screen.emergency question=saddle
  expect items =0
day 2026-03-03
  clearance assessed lock=saddle role="hospital doctor" date=2026-03-02
  expect no lock
  expect stage calm
