# S2.control: exhale into flexion, inhale into extension, slowly; no added pain.
needs segmental-roll
day 2026-03-02 08:00
  expect fact segmental-roll breath=in,out aim=control pain_limit=none-added
