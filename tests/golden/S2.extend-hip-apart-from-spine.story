# S2.extend: prone, then quadruped, then standing; a fault when the low back moves.
needs prone-hip-extension quadruped-hip-extension standing-hip-extension
day 2026-03-02 08:00
  expect fact quadruped-hip-extension needs=prone-hip-extension
  expect fact standing-hip-extension needs=quadruped-hip-extension
  expect text prone-hip-extension.fault
