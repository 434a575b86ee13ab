/* What the self-tests found, and what follows for the plan (C4, S1.syndrome, S1.bilateral, S3).
 *
 * A finding may lean a choice, add a word of caution or lower a dose; it opens nothing and raises
 * nothing. More central is a preference even if back pain rose by up to 2, if that was gone in 30
 * minutes: asked later, and until it is answered with yes the direction is not preferred. A tight
 * hip flexor puts its stretch before activation; a bridge felt behind the thighs gets its
 * correction and asks for other work of the glutes. Of two sides the weaker one sets the dose: a
 * hold is not longer than that side held, in the movement it was measured in and until it is to be
 * measured again.
 *
 * Readings. "Further out" and "more central" compare the furthest places; where they are equal
 * nothing follows. Without an answer about the rise by the end of the next day nothing is asked any
 * more.
 */
#include <string.h>

#include "core/base/date.h"
#include "core/safety/safety_inside.h"

static int32_t rise_of(const keel_direction_state *direction)
{
	return direction->test_pain_after - direction->test_pain_before;
}

static bool is_tested(const keel_direction_state *direction)
{
	return direction->test_place_before != KEEL_UNKNOWN;
}

/* Nearer to the middle, the rise within bounds, and nothing since that went further out. */
static bool came_in(const keel_direction_state *direction)
{
	return is_tested(direction) && direction->spread_order < direction->test_order &&
	       direction->test_place_after < direction->test_place_before &&
	       rise_of(direction) <= KEEL_TEST_RISE_MAX;
}

bool keel_finding_central(const keel_direction_state *direction)
{
	return came_in(direction) &&
	       (rise_of(direction) <= 0 || direction->test_settled == KEEL_SETTLED_YES);
}

bool keel_finding_knees_bent(const keel_state *state)
{
	return state->tests[KEEL_TEST_KNEES].value[KEEL_SIDE_BOTH] == KEEL_KNEES_BENT;
}

static int32_t value_of(const keel_state *state, keel_test test, keel_side side)
{
	return state->tests[test].value[side];
}

static bool is_tight(const keel_state *state, keel_side side)
{
	return value_of(state, KEEL_TEST_PSOAS_LENGTH, side) == KEEL_PSOAS_TIGHT;
}

static bool overrides(const keel_state *state)
{
	return value_of(state, KEEL_TEST_BRIDGE_OVERRIDE, KEEL_SIDE_BOTH) >= KEEL_BRIDGE_HAMSTRINGS;
}

/* Minutes from the start of the day, which begins at three. */
static int32_t minutes_in(int32_t minute)
{
	return minute < KEEL_DAY_START_MIN ? minute + 24 * 60 : minute;
}

static bool wants_answer(const keel_judge *judge, const keel_direction_state *direction)
{
	if (!came_in(direction) || rise_of(direction) <= 0 ||
	    direction->test_settled != KEEL_UNKNOWN)
		return false;
	int32_t days = judge->now->date - direction->test_date;
	int32_t passed =
		minutes_in(judge->now->minute) - minutes_in(direction->test_minute);
	return days == 1 || (days == 0 && passed >= KEEL_TEST_GONE_MIN);
}

void keel_finding_look(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	const keel_state *state = judge->state;
	allowed->ask_direction = -1;
	for (int i = KEEL_DIRECTION_COUNT - 1; i >= 0; i--)
		if (wants_answer(judge, &state->directions[i]))
			allowed->ask_direction = (int16_t)i;
	allowed->tight_psoas = is_tight(state, KEEL_SIDE_LEFT) || is_tight(state, KEEL_SIDE_RIGHT);
	allowed->hamstrings_override = overrides(state);
}

/* ---- in words ----------------------------------------------------------------------------- */

static keel_reason direction_reason(const keel_direction_state *direction)
{
	int32_t before = direction->test_place_before, after = direction->test_place_after;
	if (!is_tested(direction))
		return keel_reason_none(KEEL_RULE_TEST_NO_CHANGE);
	if (after > before)
		return keel_reason_2(KEEL_RULE_TEST_FURTHER, before, after);
	if (keel_finding_central(direction))
		return keel_reason_2(KEEL_RULE_TEST_CENTRAL, before, after);
	if (came_in(direction) && direction->test_settled == KEEL_UNKNOWN)
		return keel_reason_2(KEEL_RULE_TEST_CENTRAL_WAITS, before, after);
	return keel_reason_none(KEEL_RULE_TEST_NO_CHANGE);
}

keel_reason keel_finding_reason(const keel_state *state, keel_test test)
{
	int32_t both = value_of(state, test, KEEL_SIDE_BOTH);
	int32_t left = value_of(state, test, KEEL_SIDE_LEFT);
	int32_t right = value_of(state, test, KEEL_SIDE_RIGHT);
	switch (test) {
	case KEEL_TEST_KNEES:
		return keel_reason_1(both == KEEL_KNEES_BENT ? KEEL_RULE_TEST_KNEES_BENT
							     : KEEL_RULE_TEST_KNEES_OTHER,
				     both);
	case KEEL_TEST_PSOAS_LENGTH:
		if (is_tight(state, KEEL_SIDE_LEFT))
			return keel_reason_1(KEEL_RULE_TEST_TIGHT, is_tight(state, KEEL_SIDE_RIGHT)
									   ? KEEL_SIDE_BOTH
									   : KEEL_SIDE_LEFT);
		if (is_tight(state, KEEL_SIDE_RIGHT))
			return keel_reason_1(KEEL_RULE_TEST_TIGHT, KEEL_SIDE_RIGHT);
		return keel_reason_none(KEEL_RULE_TEST_FREE);
	case KEEL_TEST_BRIDGE_OVERRIDE:
		return keel_reason_1(overrides(state) ? KEEL_RULE_TEST_OVERRIDE
						      : KEEL_RULE_TEST_GLUTES,
				     both);
	case KEEL_TEST_FRONT_HOLD:
		return keel_reason_1(KEEL_RULE_TEST_HELD, both);
	case KEEL_TEST_SIDE_HOLD:
		return keel_reason_2(KEEL_RULE_TEST_HELD_SIDES, left, right);
	case KEEL_TEST_SIT_TO_STAND:
		return keel_reason_1(KEEL_RULE_TEST_COUNTED, both);
	default:
		return direction_reason(&state->directions[test]);
	}
}

/* ---- one movement ------------------------------------------------------------------------- */

static void caution(keel_movement_verdict *verdict, keel_reason why)
{
	if (verdict->caution_count < KEEL_CAUTIONS_MAX)
		verdict->cautions[verdict->caution_count++] = why;
}

/* Seconds that the weaker side held in this movement; KEEL_UNKNOWN when that says nothing now. */
static int32_t weaker_side_s(const keel_judge *judge, int movement)
{
	const keel_test_state *test = &judge->state->tests[KEEL_TEST_SIDE_HOLD];
	int32_t left = test->value[KEEL_SIDE_LEFT], right = test->value[KEEL_SIDE_RIGHT];
	if (left == KEEL_UNKNOWN || right == KEEL_UNKNOWN || test->movement < 0 ||
	    test->movement != judge->record[movement] ||
	    judge->now->date - test->date >= KEEL_TEST_RETEST_DAYS)
		return KEEL_UNKNOWN;
	return left < right ? left : right;
}

void keel_finding_limit(const keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	keel_movement_verdict *verdict = &judge->allowed->movements[movement];
	bool bridge = strcmp(facts->id, KEEL_ID_BRIDGE) == 0 ||
		      strcmp(facts->id, KEEL_ID_SINGLE_LEG_BRIDGE) == 0;
	if (bridge && judge->allowed->hamstrings_override)
		caution(verdict, keel_finding_reason(judge->state, KEEL_TEST_BRIDGE_OVERRIDE));
	if (facts->tight_side && judge->allowed->tight_psoas)
		caution(verdict, keel_finding_reason(judge->state, KEEL_TEST_PSOAS_LENGTH));
	int32_t weaker_s = weaker_side_s(judge, movement);
	if (weaker_s == KEEL_UNKNOWN || facts->rungs[verdict->rung - 1].hold_s <= weaker_s)
		return;
	while (verdict->rung > 1 && facts->rungs[verdict->rung - 1].hold_s > weaker_s)
		verdict->rung--;
	verdict->steps_up = false;
	if (verdict->hold_rung > verdict->rung)
		verdict->hold_rung = verdict->rung;
	verdict->dose_why = keel_finding_reason(judge->state, KEEL_TEST_SIDE_HOLD);
	verdict->dose_why.rule = KEEL_RULE_TEST_WEAKER_SIDE;
	verdict->hold_why = verdict->dose_why;
}
