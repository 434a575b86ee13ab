# "median of the last 7 answered mornings": three mornings of 6 three weeks ago, then seven of 2: usual is 2, so 4 is sore. Were all ten
# read, the median would still be 2; five of 6 and then seven of 2 with a median of all twelve (upper middle) would be 2 as well:
# so eight of 6, then seven of 2: of all fifteen the median is 6, of the last seven 2.
person birth_year=1980
day 2026-03-02 08:00
  screening clear
  programme five-best
  morning pain=6
repeat 7 days
  on mon
    review none
  morning pain=6
repeat 6 days
  morning pain=2
  on mon
    review none
  nth 5 6
    session pain=2
      cat-cow: same
      *: bit-more settled=yes
day 2026-03-16
  review none
  morning pain=2
  expect in cat-cow rung=2
day 2026-03-17
  morning pain=4
  session pain=2
    cat-cow: same
    *: bit-more settled=yes
day 2026-03-18
  morning pain=4
  # 2 above the usual of the last seven on both days: neither raised nor (not 3 above) a flare
  expect easy-day no
  expect raised =0
