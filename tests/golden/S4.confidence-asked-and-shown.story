# S4.confidence: asked at the start with the goal, measured later, shown in the progress.
person birth_year=1980
goal "pick up my daughter" confidence=3
day 2026-03-02 08:00
  screening clear
  programme five-best
  expect progress has "pick up my daughter"
day 2026-03-16
  review none
  measure confidence 6
  expect progress has "confidence"
