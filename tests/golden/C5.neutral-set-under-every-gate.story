# "Neutral set, allowed under every gate and rest short of a lock": the facts of its members.
day 2026-03-02 08:00
  expect fact easy-breathing neutral=yes
  expect fact brace-sitting neutral=yes
  expect fact brace-standing neutral=yes
  expect fact supported-standing neutral=yes
  expect fact walk-short neutral=yes
  expect fact seated-march neutral=yes
  expect fact cat-cow neutral=no
