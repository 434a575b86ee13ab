# "Loaded fitness movements not on consecutive days."
needs deadlift swing
day 2026-03-02 08:00
  expect fact deadlift loaded=yes stage=fitness
  expect fact swing loaded=yes stage=fitness
