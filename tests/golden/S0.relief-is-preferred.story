# S0.relief: "exercises that relieve are preferred". Cat-cow left the pain at 2 after a start of 4, twice; in the personal plan it
# stands there because it eased.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=4
    cat-cow: same pain=2
    *: same pain=4
  end pain=4
day 2026-03-03
  morning pain=4
  session pain=4
    cat-cow: same pain=2
    *: same pain=4
  end pain=4
day 2026-03-04
  morning pain=4
  programme personal
  expect in cat-cow choice=plan.relief
