/* Self-tests as JSON: what is offered today, how each stands, what was found, and the drafts of the
 * small session that leads one. The player leads it like any session; places and pain before and
 * after are asked by the host, which records the result.
 */
#include <string.h>

#include "core/coach/coach.h"
#include "core/state/thresholds.h"

static const char *const standing_names[KEEL_TEST_STANDING_COUNT] = {
	[KEEL_TEST_STANDING_DUE] = "due",
	[KEEL_TEST_STANDING_DONE] = "done",
	[KEEL_TEST_STANDING_SKIPPED] = "skipped",
	[KEEL_TEST_STANDING_NOT_YET] = "not-yet",
	[KEEL_TEST_STANDING_NOT_FOR_YOU] = "not-for-you",
};

static void put_or_null(keel_json *json, const char *key, int32_t value)
{
	keel_json_key(json, key);
	if (value == KEEL_ABSENT || value == KEEL_UNKNOWN)
		keel_json_null(json);
	else
		keel_json_int(json, value);
}

static void put_name_or_null(keel_json *json, const char *key, const char *const *names,
			     int32_t value)
{
	keel_json_key(json, key);
	if (value == KEEL_ABSENT || value == KEEL_UNKNOWN)
		keel_json_null(json);
	else
		keel_json_text(json, names[value]);
}

static void put_movement(keel_json *json, const keel_core *core, int movement)
{
	keel_json_key(json, "movement");
	if (movement == KEEL_NO_MOVEMENT)
		keel_json_null(json);
	else
		keel_json_text(json, core->catalogue->movements[movement].id);
}

static void put_offered(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "test");
	if (core->allowed.test < 0) {
		keel_json_null(json);
		return;
	}
	const keel_test_verdict *test = &core->allowed.tests[core->allowed.test];
	const keel_movement *movement = &core->catalogue->movements[test->movement];
	keel_json_open(json, '{');
	keel_json_put_text(json, "test", keel_test_names[core->allowed.test]);
	keel_coach_put_reason(json, &test->why);
	put_movement(json, core, test->movement);
	keel_json_put_text(json, "sides", keel_sides_names[movement->sides]);
	keel_json_key(json, "dose");
	keel_coach_put_dose(json, &test->dose);
	keel_json_put_int(json, "total_s", keel_movement_total_s(movement, &test->dose));
	keel_json_put_bool(json, "twice", test->twice);
	keel_json_close(json, '}');
}

static void put_found(keel_json *json, const keel_test_verdict *test)
{
	keel_json_key(json, "found");
	if (test->found_date == KEEL_NO_DATE) {
		keel_json_null(json);
		return;
	}
	keel_json_open(json, '{');
	keel_coach_put_reason(json, &test->found);
	keel_coach_put_date(json, "date", test->found_date);
	keel_json_close(json, '}');
}

void keel_coach_put_tests(keel_json *json, const keel_core *core)
{
	put_offered(json, core);
	keel_json_key(json, "tests");
	keel_json_open(json, '[');
	for (int i = 0; i < KEEL_TEST_COUNT; i++) {
		const keel_test_verdict *test = &core->allowed.tests[i];
		keel_json_open(json, '{');
		keel_json_put_text(json, "test", keel_test_names[i]);
		keel_json_put_text(json, "state", standing_names[test->standing]);
		keel_coach_put_reason(json, &test->why);
		keel_coach_put_date(json, "due_date", test->due_date);
		put_movement(json, core, test->movement);
		put_found(json, test);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

void keel_coach_put_ask_direction(keel_json *json, const keel_core *core)
{
	char event[33];
	int direction = core->allowed.ask_direction;
	if (direction < 0)
		return;
	const keel_direction_state *state = &core->state.directions[direction];
	keel_event_id_write(state->test_event, event);
	keel_json_open(json, '{');
	keel_json_put_text(json, "kind", "direction-after");
	keel_json_put_text(json, "direction", keel_direction_names[direction]);
	keel_json_put_text(json, "event", event);
	keel_coach_put_date(json, "date", state->test_date);
	keel_json_close(json, '}');
}

/* ---- the series, whole, from the log ------------------------------------------------------ */

typedef struct test_line {
	keel_test test;
	keel_side side;
	int32_t value;
	int32_t pain_before, pain_after, place_before, place_after, settled, reps;
	keel_text movement;
} test_line;

static void put_line(keel_json *json, int32_t date, const test_line *line)
{
	keel_json_open(json, '{');
	keel_json_put_text(json, "test", keel_test_names[line->test]);
	keel_coach_put_date(json, "date", date);
	keel_json_put_text(json, "side", keel_side_names[line->side]);
	put_or_null(json, "value", line->value);
	keel_json_key(json, "movement");
	if (line->movement.byte_count == 0)
		keel_json_null(json);
	else
		keel_json_text_bytes(json, line->movement.bytes,
				     (size_t)line->movement.byte_count);
	put_or_null(json, "pain_before", line->pain_before);
	put_or_null(json, "pain_after", line->pain_after);
	put_name_or_null(json, "place_before", keel_place_names, line->place_before);
	put_name_or_null(json, "place_after", keel_place_names, line->place_after);
	put_name_or_null(json, "settled", keel_settled_names, line->settled);
	put_or_null(json, "reps", line->reps);
	keel_json_close(json, '}');
}

static test_line line_of_direction(const keel_event_direction_test *test)
{
	return (test_line){(keel_test)test->direction, KEEL_SIDE_BOTH,	   KEEL_ABSENT,
			   test->pain_before,	       test->pain_after,   test->place_before,
			   test->place_after,	       test->settled,	   test->reps,
			   {"", 0}};
}

static test_line line_of_baseline(const keel_event_baseline *test)
{
	return (test_line){(keel_test)test->test, (keel_side)test->side, test->value,
			   KEEL_ABSENT,		  test->pain,		 KEEL_ABSENT,
			   KEEL_ABSENT,		  KEEL_ABSENT,		 KEEL_ABSENT,
			   test->movement};
}

void keel_coach_put_test_series(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "tests");
	keel_json_open(json, '[');
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		const keel_event *event = entry->event;
		test_line line;
		if (entry->retracted || entry->doubt)
			continue;
		if (event->type == KEEL_EVENT_DIRECTION_TEST)
			line = line_of_direction(&event->u.direction_test);
		else if (event->type == KEEL_EVENT_BASELINE)
			line = line_of_baseline(&event->u.baseline);
		else
			continue;
		put_line(json, keel_event_date(event), &line);
	}
	keel_json_close(json, ']');
}

/* ---- the session that leads it ------------------------------------------------------------ */

static keel_prescription session_of(const keel_core *core, const keel_test_verdict *test)
{
	const keel_movement *movement = &core->catalogue->movements[test->movement];
	keel_item item = {
		.movement = test->movement,
		.instead_of = KEEL_NO_MOVEMENT,
		.purpose = KEEL_PURPOSE_TEST,
		.rung = 1,
		.dose = test->dose,
		.working_s = keel_movement_working_s(movement, &test->dose),
		.total_s = keel_movement_total_s(movement, &test->dose),
		.dose_why = test->why,
	};
	keel_prescription session = {
		.date = core->prescription.date,
		.programme = core->prescription.programme,
		.stage = core->prescription.stage,
		.easy_day = core->prescription.easy_day,
		.stage_why = core->prescription.stage_why,
		.item_count = test->twice ? 2 : 1,
		.items = {item, item},
	};
	session.minutes = (item.total_s * session.item_count + 59) / 60;
	return session;
}

keel_err keel_core_prescribe_test_json(keel_core *core, const keel_now *now, const char *session,
				       char *out, size_t out_bytes, size_t *written_bytes)
{
	keel_json json;
	if (!keel_coach_is_session_id(session))
		return KEEL_ERR_OUT_OF_RANGE;
	keel_coach_day(core, now);
	if (core->allowed.locked)
		return KEEL_ERR_LOCKED;
	if (core->allowed.test < 0)
		return KEEL_ERR_NOT_NOW;
	keel_prescription test = session_of(core, &core->allowed.tests[core->allowed.test]);
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '[');
	keel_coach_draft_prescribed(&json, core, session, &test);
	for (int i = 0; i < test.item_count; i++)
		keel_coach_draft_item(&json, core, session, i, &test.items[i]);
	keel_json_close(&json, ']');
	return keel_json_end(&json, written_bytes);
}
