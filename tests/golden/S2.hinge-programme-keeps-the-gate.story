# Invariant 8: in a seed programme "stage gates hold only for deadlift and swing".
needs back-pain-essentials deadlift swing
person birth_year=1980
equipment dowel=yes weight=yes
day 2026-03-02 08:00
  screening clear
  programme back-pain-essentials
  expect out deadlift
  expect out swing
  expect some
