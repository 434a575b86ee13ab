#include "core/coach/test_catalogue.h"

#define PHASE(to_ms, breath_name, cue_key)                                                         \
	{                                                                                          \
		.length_ms = (to_ms), .breath = KEEL_BREATH_##breath_name, .cue = (cue_key)        \
	}
#define HOLD(to_ms)                                                                                \
	{                                                                                          \
		.hold = true, .length_ms = (to_ms), .breath = KEEL_BREATH_EASY, .cue = ""          \
	}
#define COUNT(list) ((int)(sizeof(list) / sizeof(list)[0]))

static const keel_phase breathing_phases[] = {PHASE(4000, IN, "breathing.in"),
					      PHASE(6000, OUT, "breathing.out")};
static const keel_phase cat_phases[] = {PHASE(3000, OUT, "cat-cow.round"), HOLD(1000),
					PHASE(3000, IN, "cat-cow.hollow"), HOLD(1000)};
static const keel_phase moon_phases[] = {PHASE(2500, OUT, "half-moon.side"), HOLD(1500),
					 PHASE(2000, IN, "half-moon.back")};
static const keel_phase kick_phases[] = {PHASE(700, OUT, "kick.back"), HOLD(300),
					 PHASE(1300, IN, "kick.return")};
static const keel_phase roll_phases[] = {PHASE(5000, OUT, "roll.down"), PHASE(5000, IN, "roll.up")};
static const keel_phase stretch_phases[] = {PHASE(4000, OUT, "stretch.in"),
					    {.hold = true,
					     .dose_length = true,
					     .until_eased = true,
					     .breath = KEEL_BREATH_EASY,
					     .cue = "stretch.stay"},
					    PHASE(3000, IN, "stretch.out")};
static const keel_phase walk_phases[] = {PHASE(1000, EASY, "")};

static const keel_dose breathing_rungs[] = {{.sets = 1, .work_s = 60}, {.sets = 1, .work_s = 120}};
static const keel_dose cat_rungs[] = {
	{.sets = 1, .reps = 5}, {.sets = 1, .reps = 8}, {.sets = 2, .reps = 8, .rest_s = 20}};
static const keel_dose moon_rungs[] = {{.sets = 1, .reps = 5},
				       {.sets = 2, .reps = 5, .rest_s = 15}};
static const keel_dose kick_rungs[] = {{.sets = 3, .work_s = 20, .rest_s = 20},
				       {.sets = 3, .work_s = 25, .rest_s = 25}};
static const keel_dose roll_rungs[] = {{.sets = 1, .reps = 5}, {.sets = 1, .reps = 8}};
static const keel_dose stretch_rungs[] = {{.sets = 1, .hold_s = 30},
					  {.sets = 2, .hold_s = 30, .rest_s = 5}};
static const keel_dose walk_rungs[] = {{.sets = 1, .work_s = 300}, {.sets = 1, .work_s = 600}};

#define BODY(kind)                                                                                 \
	.rung_count = COUNT(kind##_rungs), .rungs = kind##_rungs,                                  \
	.phase_count = COUNT(kind##_phases), .phases = kind##_phases, .seed_rung = 1
#define ALONE                                                                                      \
	.easier = KEEL_NO_MOVEMENT, .harder = KEEL_NO_MOVEMENT, .replaced_by = KEEL_NO_MOVEMENT

static const keel_movement movements[TEST_MOVEMENT_COUNT] = {
	{.id = "breathing",
	 .aim = KEEL_AIM_BREATHING,
	 .stage = KEEL_STAGE_CALM,
	 .neutral = true,
	 .set_up_ms = 10000,
	 ALONE,
	 BODY(breathing)},
	{.id = "cat-cow",
	 .aim = KEEL_AIM_MOBILITY,
	 .stage = KEEL_STAGE_RESTORE,
	 .directions = 1u << KEEL_DIRECTION_FLEXION | 1u << KEEL_DIRECTION_EXTENSION,
	 .set_up_ms = 15000,
	 ALONE,
	 BODY(cat)},
	{.id = "half-moon",
	 .aim = KEEL_AIM_MOBILITY,
	 .stage = KEEL_STAGE_RESTORE,
	 .sides = KEEL_SIDES_ALTERNATE,
	 .directions = 1u << KEEL_DIRECTION_SIDE,
	 .set_up_ms = 8000,
	 ALONE,
	 BODY(moon)},
	{.id = "kick",
	 .aim = KEEL_AIM_ACTIVATE,
	 .stage = KEEL_STAGE_RESTORE,
	 .sides = KEEL_SIDES_ONE_THEN_OTHER,
	 .rest_each_side = true,
	 .set_up_ms = 20000,
	 .easier = TEST_KICK_WALL,
	 .harder = KEEL_NO_MOVEMENT,
	 .replaced_by = KEEL_NO_MOVEMENT,
	 BODY(kick)},
	{.id = "kick-wall",
	 .aim = KEEL_AIM_ACTIVATE,
	 .stage = KEEL_STAGE_RESTORE,
	 .sides = KEEL_SIDES_ONE_THEN_OTHER,
	 .set_up_ms = 20000,
	 .easier = KEEL_NO_MOVEMENT,
	 .harder = TEST_KICK,
	 .replaced_by = KEEL_NO_MOVEMENT,
	 BODY(kick)},
	{.id = "roll",
	 .aim = KEEL_AIM_CONTROL,
	 .stage = KEEL_STAGE_RESTORE,
	 .pain_limit = KEEL_PAIN_LIMIT_NONE_ADDED,
	 .directions = 1u << KEEL_DIRECTION_FLEXION,
	 .set_up_ms = 10000,
	 ALONE,
	 BODY(roll)},
	{.id = "stretch",
	 .aim = KEEL_AIM_STRETCH,
	 .stage = KEEL_STAGE_RESTORE,
	 .sides = KEEL_SIDES_ONE_THEN_OTHER,
	 .directions = 1u << KEEL_DIRECTION_EXTENSION,
	 .set_up_ms = 15000,
	 ALONE,
	 BODY(stretch)},
	{.id = "walk",
	 .aim = KEEL_AIM_CONDITIONING,
	 .stage = KEEL_STAGE_CALM,
	 .neutral = true,
	 ALONE,
	 BODY(walk)},
};

const keel_catalogue *test_catalogue(void)
{
	static const keel_catalogue catalogue = {.facts_hash = 0x1234,
						 .movement_count = TEST_MOVEMENT_COUNT,
						 .movements = movements};
	return &catalogue;
}
