# C3b: "each personal session from restore on holds the first open step of S2's order"; DESIGN inv. 9: a session holds one
# stretch or mobility and one control or strengthening. With one exercise a session both cannot be: over two sessions both are.
person birth_year=1980
schedule exercises_max=1 minutes=15
screening clear
day 2026-03-02 08:00
expect items =1
expect in segmental-roll
session pain=3
end pain=3
day +1 08:00
expect items =1
expect aims stretch,mobility >=1
session pain=3
end pain=3
day +1 08:00
expect items =1
expect in segmental-roll
session pain=3
end pain=3
day +1 08:00
expect items =1
expect aims stretch,mobility >=1
