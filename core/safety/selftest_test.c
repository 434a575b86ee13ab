/* Goal: a self-test is offered exactly when C4 lets it be, and what it found leans, warns or lowers
 * and does nothing else.
 * Method: the whole input space of keel_test_judge, with numbers reduced to the values on both
 * sides of every bound, is enumerated against a second reading of C4. Then records made by hand:
 * the first days, the way a result shapes the day, and that a test counts for no gate or ladder.
 */
#include "core/safety/test_judge.h"

/* ---- the decision -------------------------------------------------------------------------- */

/* Second reading of C4, by what must hold all at once. */
static bool may_be_offered(const keel_test_input *in)
{
	bool later = in->since_done == KEEL_UNKNOWN || in->since_done >= 42 ||
		     (in->went_further && in->since_done >= 3);
	bool put_off = in->skip_count > 0 && (in->skip_count < 3 ? in->since_skip < 3
								 : in->since_skip < 42);
	bool after_first = in->since_first != KEEL_UNKNOWN && in->since_first >= in->first_day;
	bool one_a_day = !in->tested_today && !in->session_today;
	bool direction = !in->direction || (!in->leg && !in->just_up);
	bool effort = !in->effort || !in->holds;
	return in->condition < 0 && later && !put_off && after_first && one_a_day &&
	       in->pain < 7 && direction && effort && !in->easy_day && in->movement;
}

static void check_one(const keel_test_input *in)
{
	keel_test_may may = keel_test_judge(in);
	bool due = may.standing == KEEL_TEST_STANDING_DUE;
	assert_int_equal(due, may_be_offered(in));
	bool due_rule = may.rule == KEEL_RULE_TEST_DUE || may.rule == KEEL_RULE_TEST_AGAIN;
	assert_int_equal(due, due_rule);
	assert_true(may.in_days == KEEL_UNKNOWN || may.in_days >= 0);
	assert_true(may.in_days <= 42);
	if (may.standing == KEEL_TEST_STANDING_NOT_FOR_YOU)
		assert_true(in->condition >= 0);
	if (may.standing == KEEL_TEST_STANDING_DONE)
		assert_true(in->since_done != KEEL_UNKNOWN && may.in_days > 0);
	if (may.standing == KEEL_TEST_STANDING_SKIPPED)
		assert_true(in->skip_count > 0 && may.in_days > 0);
	/* Nobody waits for ever: what a date says passes with that date, on a plain day. */
	if (may.in_days == KEEL_UNKNOWN || may.in_days == 0)
		return;
	keel_test_input later = *in;
	later.since_first += may.in_days;
	later.since_done += in->since_done == KEEL_UNKNOWN ? 0 : may.in_days;
	later.since_skip += in->since_skip == KEEL_UNKNOWN ? 0 : may.in_days;
	assert_true(keel_test_judge(&later).rule != may.rule || in->tested_today ||
		    in->session_today);
}

static const int32_t first_days[] = {1, 12};
static const int32_t since_firsts[] = {KEEL_UNKNOWN, 0, 1, 11, 12};
static const int32_t since_dones[] = {KEEL_UNKNOWN, 0, 2, 3, 41, 42};
static const int32_t since_skips[] = {0, 2, 3, 41, 42};
static const int32_t pains[] = {KEEL_UNKNOWN, 6, 7, 10};
#define EACH(list, i) for (size_t i = 0; i < sizeof(list) / sizeof((list)[0]); i++)

static void check_days(keel_test_input *in)
{
	EACH(since_dones, done)
	EACH(since_skips, skip)
	for (int count = 0; count <= 4; count++) {
		in->since_done = since_dones[done];
		in->skip_count = count;
		in->since_skip = count == 0 ? KEEL_UNKNOWN : since_skips[skip];
		check_one(in);
	}
}

static void every_input(void **unused)
{
	(void)unused;
	EACH(first_days, first)
	EACH(since_firsts, since)
	EACH(pains, pain)
	for (int bits = 0; bits < 1 << 11; bits++) {
		keel_test_input in = {
			.first_day = first_days[first],
			.since_first = since_firsts[since],
			.pain = pains[pain],
			.direction = bits & 1,
			.effort = bits >> 1 & 1,
			.condition = (bits >> 2 & 1) == 1 ? KEEL_CONDITION_OSTEOPOROSIS : -1,
			.went_further = bits >> 3 & 1,
			.tested_today = bits >> 4 & 1,
			.session_today = bits >> 5 & 1,
			.leg = bits >> 6 & 1,
			.easy_day = bits >> 7 & 1,
			.holds = bits >> 8 & 1,
			.just_up = bits >> 9 & 1,
			.movement = bits >> 10 & 1,
		};
		check_days(&in);
	}
}

/* ---- records ------------------------------------------------------------------------------- */

static void first_session(test_record *record)
{
	test_ready(record);
	test_one(record, "11111111111111111111111111111111", test_same("cat-cow", 1), 3);
}

static void direction_test(test_record *record, int direction, int pain_after, int place_before,
			   int place_after, int settled)
{
	keel_event event = test_event(KEEL_EVENT_DIRECTION_TEST);
	event.u.direction_test = (keel_event_direction_test){
		direction, 3, pain_after, place_before, place_after, 5, settled};
	test_fold(record, event);
}

static void baseline(test_record *record, int test, int side, int value, const char *movement)
{
	keel_event event = test_event(KEEL_EVENT_BASELINE);
	event.u.baseline =
		(keel_event_baseline){test, side, value, KEEL_ABSENT, test_text(movement)};
	test_fold(record, event);
}

static void put_off(test_record *record, int test)
{
	keel_event event = test_event(KEEL_EVENT_TEST_SKIPPED);
	event.u.test_skipped.test = test;
	test_fold(record, event);
}

static void never_before_the_first_session(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	const keel_allowed *allowed = test_judge(&record);
	assert_int_equal(allowed->test, -1);
	assert_int_equal(allowed->tests[KEEL_TEST_FLEXION].why.rule, KEEL_RULE_TEST_FIRST_SESSION);
	first_session(&record);
	assert_int_equal(test_judge(&record)->test, -1);
	record.date++;
	assert_int_equal(test_judge(&record)->test, KEEL_TEST_FLEXION);
}

static void one_a_day_in_order(void **unused)
{
	(void)unused;
	test_record record;
	first_session(&record);
	record.date += 5;
	const keel_allowed *allowed = test_judge(&record);
	assert_int_equal(allowed->test, KEEL_TEST_FLEXION);
	assert_int_equal(allowed->tests[KEEL_TEST_ROTATION].why.rule, KEEL_RULE_TEST_WAITS);
	direction_test(&record, KEEL_DIRECTION_FLEXION, 3, KEEL_PLACE_BACK, KEEL_PLACE_BACK,
		       KEEL_ABSENT);
	assert_int_equal(test_judge(&record)->test, -1);
	record.date++;
	assert_int_equal(test_judge(&record)->test, KEEL_TEST_ROTATION);
	put_off(&record, KEEL_TEST_ROTATION);
	assert_int_equal(test_judge(&record)->test, -1);
	record.date++;
	assert_int_equal(test_judge(&record)->tests[KEEL_TEST_ROTATION].standing,
			 KEEL_TEST_STANDING_SKIPPED);
}

/* A rise is forgiven only when it is gone in 30 minutes, and only up to 2. */
static void a_rise_must_be_gone(void **unused)
{
	(void)unused;
	const struct {
		int pain_after, settled, preferred;
	} rows[] = {
		{2, KEEL_ABSENT, 1},	   {3, KEEL_ABSENT, 1},	      {4, KEEL_ABSENT, 0},
		{4, KEEL_SETTLED_NO, 0},   {4, KEEL_SETTLED_YES, 1},  {5, KEEL_SETTLED_YES, 1},
		{6, KEEL_SETTLED_YES, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		test_record record;
		first_session(&record);
		record.date++;
		direction_test(&record, KEEL_DIRECTION_FLEXION, rows[i].pain_after,
			       KEEL_PLACE_THIGH, KEEL_PLACE_BACK, rows[i].settled);
		const keel_allowed *allowed = test_judge(&record);
		assert_int_equal(allowed->directions_preferred >> KEEL_DIRECTION_FLEXION & 1,
				 rows[i].preferred);
	}
}

static int asked_after(int32_t days, int minute)
{
	static keel_allowed allowed;
	test_record record;
	first_session(&record);
	record.date++;
	direction_test(&record, KEEL_DIRECTION_FLEXION, 5, KEEL_PLACE_THIGH, KEEL_PLACE_BACK,
		       KEEL_ABSENT);
	int32_t at = record.state.directions[KEEL_DIRECTION_FLEXION].test_minute;
	keel_moment now = {record.date + days, at + minute, KEEL_UNKNOWN};
	keel_safety_allowed(test_facts(), &record.state, &now, &allowed);
	return allowed.ask_direction;
}

static void the_rise_is_asked_for_after_30_minutes(void **unused)
{
	(void)unused;
	assert_int_equal(asked_after(0, 29), -1);
	assert_int_equal(asked_after(0, 30), KEEL_DIRECTION_FLEXION);
	assert_int_equal(asked_after(1, 0), KEEL_DIRECTION_FLEXION);
	assert_int_equal(asked_after(2, 0), -1);
}

/* S1.syndrome: better with the knees bent is never an extension preference. */
static void knees_bent_avoids_extension(void **unused)
{
	(void)unused;
	test_record record;
	first_session(&record);
	record.date++;
	direction_test(&record, KEEL_DIRECTION_EXTENSION, 2, KEEL_PLACE_THIGH, KEEL_PLACE_BACK,
		       KEEL_ABSENT);
	int extension = 1 << KEEL_DIRECTION_EXTENSION;
	assert_true((test_judge(&record)->directions_preferred & extension) != 0);
	baseline(&record, KEEL_TEST_KNEES, KEEL_SIDE_BOTH, KEEL_KNEES_BENT, "");
	assert_int_equal(test_judge(&record)->directions_preferred & extension, 0);
	assert_true((test_judge(&record)->directions_avoided & extension) != 0);
}

/* S1.bilateral: of two sides the weaker one sets the dose, until it is to be measured again. */
static void the_weaker_side_sets_the_hold(void **unused)
{
	(void)unused;
	test_record record;
	first_session(&record);
	test_one(&record, "22222222222222222222222222222222", test_same("bear-hold", 3), 3);
	record.date++;
	assert_int_equal(test_verdict(&record, "bear-hold")->rung, 3);
	baseline(&record, KEEL_TEST_SIDE_HOLD, KEEL_SIDE_LEFT, 20, "bear-hold");
	assert_int_equal(test_verdict(&record, "bear-hold")->rung, 3);
	baseline(&record, KEEL_TEST_SIDE_HOLD, KEEL_SIDE_RIGHT, 10, "bear-hold");
	assert_int_equal(test_verdict(&record, "bear-hold")->rung, 3);
	baseline(&record, KEEL_TEST_SIDE_HOLD, KEEL_SIDE_RIGHT, 9, "bear-hold");
	const keel_movement_verdict *verdict = test_verdict(&record, "bear-hold");
	assert_int_equal(verdict->rung, 2);
	assert_int_equal(verdict->dose_why.rule, KEEL_RULE_TEST_WEAKER_SIDE);
	record.date += 42;
	assert_true(test_verdict(&record, "bear-hold")->dose_why.rule !=
		    KEEL_RULE_TEST_WEAKER_SIDE);
}

/* A test is no session for the gates, no exposure for the ladder; but its rise counts. */
static void a_test_raises_and_opens_nothing(void **unused)
{
	(void)unused;
	test_record record;
	first_session(&record);
	record.date++;
	test_item item = test_same("glute-bridge", 1);
	item.purpose = KEEL_PURPOSE_TEST;
	test_one(&record, "33333333333333333333333333333333", item, 3);
	const keel_movement_state *bridge = keel_state_movement(&record.state, "glute-bridge", 12);
	assert_int_equal(bridge->exposure_count, 0);
	assert_int_equal(bridge->clean_count, 0);
	assert_int_equal(bridge->date_last, KEEL_NO_DATE);
	const keel_session_state *session = keel_state_session_last(&record.state);
	assert_int_equal(session->test, 1);
	assert_int_equal(session->done_count, 0);
	const keel_movement_verdict *verdict = test_verdict(&record, "glute-bridge");
	assert_int_equal(verdict->why.rule, KEEL_RULE_TEST_WAS_TODAY);
	record.date++;
	assert_int_equal(test_verdict(&record, "glute-bridge")->standing, KEEL_STANDING_ALLOWED);
	test_item bad = test_rise("glute-bridge", 1, 7, 0);
	bad.purpose = KEEL_PURPOSE_TEST;
	test_one(&record, "44444444444444444444444444444444", bad, 3);
	assert_int_equal(keel_state_movement(&record.state, "glute-bridge", 12)->rise_count, 1);
	record.date++;
	assert_true(test_verdict(&record, "glute-bridge")->rests);
}

/* One rung down after a rise in a test is below the ladder's rung, not below the test's dose. */
static void a_rise_in_a_test_lowers_from_the_ladder(void **unused)
{
	(void)unused;
	test_record record;
	first_session(&record);
	test_one(&record, "55555555555555555555555555555555", test_same("glute-bridge", 4), 3);
	record.date++;
	test_item item = test_rise("glute-bridge", 1, 5, 0);
	item.purpose = KEEL_PURPOSE_TEST;
	test_one(&record, "66666666666666666666666666666666", item, 3);
	record.date++;
	assert_int_equal(test_verdict(&record, "glute-bridge")->rung, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_input),
		cmocka_unit_test(never_before_the_first_session),
		cmocka_unit_test(one_a_day_in_order),
		cmocka_unit_test(a_rise_must_be_gone),
		cmocka_unit_test(the_rise_is_asked_for_after_30_minutes),
		cmocka_unit_test(knees_bent_avoids_extension),
		cmocka_unit_test(the_weaker_side_sets_the_hold),
		cmocka_unit_test(a_test_raises_and_opens_nothing),
		cmocka_unit_test(a_rise_in_a_test_lowers_from_the_ladder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
