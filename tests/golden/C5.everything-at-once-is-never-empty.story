# Invariant 12: with no lock there is always something: every condition, no ability, no equipment, pain 10.
person birth_year=1950
condition flexion-sensitive=yes extension-sensitive=yes mornings-worse=yes osteoporosis=yes vertebral-fracture=yes falls=yes
condition hip-replacement=yes wrist-shoulder=yes blood-pressure=yes glaucoma=yes stenosis=yes spondylolisthesis=yes
condition abdominal=yes since=2026-02-20
ability kneel=no lie=no floor=no cross-legs=no
equipment mat=no chair=no wall=no counter=no post=no bag=no pillow=no dowel=no weight=no step=no table=no helper=no
day 2026-03-02 06:10
  always some
  screening clear
  programme personal
  expect some
  expect no lock
  morning pain=10
  expect some
  session pain=10
    *: clearly-more pain=10 settled=no
day 2026-03-03
  morning pain=10
  expect some
  direction flexion pain=8/9 place=thigh/foot reps=1
  direction extension pain=8/9 place=thigh/foot reps=1
  direction side pain=8/9 place=thigh/foot reps=1
  direction rotation pain=8/9 place=thigh/foot reps=1
  expect some
  session pain=10
    *: skip
repeat 12 days
  morning pain=9
  on mon
    review none
  expect some
  session pain=9
    *: bit-more settled=no
