/* Self-tests in the fold (C4): what was found last, and how often each was put off since.
 *
 * Only the latest result is kept; the series for a person's eyes comes from the log. A direction
 * test is also a word on its direction: further out rests it, anything else opens it again from the
 * third day on. Results of a doubtful clock are left out, but for pain that went further out.
 *
 * The movement of a test was moved through in a session of its own, with one item of that purpose
 * (twice, for five more). Such an item is no exposure unless pain rose: its dose is the test's and
 * not a rung, and a test neither raises nor lowers what the ladder says.
 */
#include <string.h>

#include "core/base/date.h"
#include "core/state/state_inside.h"
#include "core/state/thresholds.h"

_Static_assert((int)KEEL_TEST_FLEXION == (int)KEEL_DIRECTION_FLEXION &&
		       (int)KEEL_TEST_EXTENSION == (int)KEEL_DIRECTION_EXTENSION &&
		       (int)KEEL_TEST_SIDE == (int)KEEL_DIRECTION_SIDE &&
		       (int)KEEL_TEST_ROTATION == (int)KEEL_DIRECTION_ROTATION,
	       "the first tests are the directions");

void keel_state_init_tests(keel_state *state)
{
	state->tested_date = KEEL_NO_DATE;
	state->tested_movement = -1;
	for (int i = 0; i < KEEL_TEST_COUNT; i++)
		state->tests[i] = (keel_test_state){
			.date = KEEL_NO_DATE,
			.skip_date = KEEL_NO_DATE,
			.value = {KEEL_UNKNOWN, KEEL_UNKNOWN, KEEL_UNKNOWN},
			.movement = -1,
		};
}

static void take_date(keel_test_state *test, int32_t date)
{
	if (date > test->date)
		for (int i = 0; i < KEEL_SIDE_COUNT; i++)
			test->value[i] = KEEL_UNKNOWN;
	test->date = date;
	test->skip_count = 0;
	test->skip_date = KEEL_NO_DATE;
}

static void fold_direction_test(const keel_fold *fold)
{
	const keel_event_direction_test *test = &fold->event->u.direction_test;
	keel_direction_state *direction = &fold->state->directions[test->direction];
	bool further = test->place_after > test->place_before;
	if (fold->doubt && !further)
		return;
	take_date(&fold->state->tests[test->direction], fold->date);
	direction->test_date = fold->date;
	direction->test_order = fold->order;
	direction->test_pain_before = (int8_t)test->pain_before;
	direction->test_pain_after = (int8_t)test->pain_after;
	direction->test_place_before = (int8_t)test->place_before;
	direction->test_place_after = (int8_t)test->place_after;
	direction->test_minute =
		(int16_t)keel_minute_of(fold->event->utc_ms, fold->event->offset_min);
	direction->test_settled =
		test->settled == KEEL_ABSENT ? KEEL_UNKNOWN : (int8_t)test->settled;
	memcpy(direction->test_event, fold->event->id, sizeof direction->test_event);
	if (further) {
		keel_state_spread(fold, 1u << test->direction);
	} else if (fold->date - direction->spread_date >= KEEL_WAY_BACK_DAYS) {
		direction->open_order = fold->order;
		direction->open_date = fold->date;
	}
}

static void fold_baseline(const keel_fold *fold)
{
	const keel_event_baseline *baseline = &fold->event->u.baseline;
	keel_test_state *test = &fold->state->tests[baseline->test];
	/* A direction is told by places and pain; a number alone says nothing of it. */
	if (fold->doubt || baseline->test <= KEEL_TEST_ROTATION || fold->date < test->date)
		return;
	take_date(test, fold->date);
	test->value[baseline->side] = (int16_t)baseline->value;
	test->movement = -1;
	if (baseline->movement.byte_count > 0)
		test->movement = (int16_t)keel_state_intern(
			fold->state, baseline->movement.bytes, baseline->movement.byte_count);
}

static void fold_skipped(const keel_fold *fold)
{
	keel_test_state *test = &fold->state->tests[fold->event->u.test_skipped.test];
	if (fold->date <= test->skip_date || fold->date < test->date)
		return;
	test->skip_date = fold->date;
	test->skip_count++;
}

void keel_state_fold_test(const keel_fold *fold)
{
	switch (fold->event->type) {
	case KEEL_EVENT_DIRECTION_TEST:
		fold_direction_test(fold);
		break;
	case KEEL_EVENT_BASELINE:
		fold_baseline(fold);
		break;
	default:
		fold_skipped(fold);
		break;
	}
}

/* ---- the movement of a test --------------------------------------------------------------- */

void keel_state_tested(keel_state *state, int32_t date, int movement, int32_t working_s)
{
	if (date < state->tested_date)
		return;
	if (date > state->tested_date)
		state->tested_s = 0;
	state->tested_date = date;
	state->tested_movement = movement;
	state->tested_s += working_s;
}

bool keel_state_is_test(const keel_open_session *open)
{
	bool any = false;
	for (int i = 0; i < open->item_count; i++) {
		const keel_open_item *item = &open->items[i];
		if (item->movement < 0 || item->purpose == KEEL_PURPOSE_CALM ||
		    item->purpose == KEEL_PURPOSE_SWAP)
			continue;
		if (item->purpose != KEEL_PURPOSE_TEST)
			return false;
		any = true;
	}
	return any;
}
