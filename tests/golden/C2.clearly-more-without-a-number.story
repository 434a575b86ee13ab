# Words: "'clearly more' asks the number". Not answered, it is taken as a rise of 2 and not as none (DESIGN idea 8: fail closed).
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  session pain=2
    cat-cow: clearly-more settled=no
    *: same
  expect history cat-cow rise=2 counted=yes
