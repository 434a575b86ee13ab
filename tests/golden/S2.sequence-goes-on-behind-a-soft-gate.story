# S2.sequence with CLINICAL 5, wrist or shoulder trouble: weight on hands is swapped. A soft gate that does not end must not
# stop the order for ever: a nearest easier form that can be had stands for the step, or the step is passed.
needs segmental-roll prone-hip-extension quadruped-hip-extension
person birth_year=1980
condition wrist-shoulder=yes
screening clear
day 2026-03-02 08:00
repeat 21 days
  review none
  morning pain=2
  session pain=2 challenge=50
  end pain=2
day +1 08:00
expect out bear-hold rule=gate.condition-soft
expect not-all-resting
expect climbed >=1
expect record has "plank-wall"
expect record has "prone-hip-extension"
