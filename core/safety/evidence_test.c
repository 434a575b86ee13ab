/* Goal: what the exposures of a movement amount to, the weekly cap, and the second pass.
 * Method: records on both sides of each bound that the pure dose step cannot see; prescriptions
 * spoiled by hand for the second pass.
 */
#include "core/safety/test_judge.h"

static char names[40][4];

static void hold(test_record *record, int number, int stage, const test_item *items, int count)
{
	char *id = names[number];
	id[0] = 'n';
	id[1] = (char)('0' + number / 10);
	id[2] = (char)('0' + number % 10);
	test_session session = {
		.id = id, .stage = stage, .pain = 3, .end_pain = 3, .item_count = count};
	for (int i = 0; i < count; i++)
		session.items[i] = items[i];
	test_hold_session(record, test_facts(), &session);
}

static test_item effort(const char *id, int rung, int challenge)
{
	test_item item = test_same(id, rung);
	item.challenge = challenge;
	return item;
}

static void too_hard_from_95_twice_running(void **unused)
{
	(void)unused;
	static const struct {
		int first, second, rung;
	} rows[] = {{95, 95, 2}, {94, 95, 3}, {95, 94, 3}, {100, 95, 2}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		test_record record;
		test_ready(&record);
		test_item item = effort("bear-hold", 3, rows[i].first);
		hold(&record, 0, KEEL_STAGE_RESTORE, &item, 1);
		record.date++;
		item.challenge = rows[i].second;
		hold(&record, 1, KEEL_STAGE_RESTORE, &item, 1);
		record.date++;
		assert_int_equal(test_verdict(&record, "bear-hold")->rung, rows[i].rung);
	}
}

/* Person 142 of seed 20: five repetitions of the first rung are more than the second rung's four,
 * and the movement came back a rung higher than it had ever been. */
static void a_way_back_has_earned_no_rung(void **unused)
{
	(void)unused;
	for (int way_back = 0; way_back < 2; way_back++) {
		test_record record;
		test_ready(&record);
		test_item item = test_same("bear-hold", 3);
		item.purpose = way_back == 1 ? KEEL_PURPOSE_WAY_BACK : KEEL_PURPOSE_PLAN;
		hold(&record, 0, KEEL_STAGE_RESTORE, &item, 1);
		record.date++;
		const keel_movement_verdict *verdict = test_verdict(&record, "bear-hold");
		assert_int_equal(verdict->rung, way_back == 1 ? 1 : 3);
		assert_false(verdict->steps_up);
	}
}

static void away_for_seven_days_holds(void **unused)
{
	(void)unused;
	for (int days = 6; days <= 7; days++) {
		test_record record;
		test_ready(&record);
		test_item item = test_same("half-moon", 1);
		for (int k = 0; k < 2; k++) {
			hold(&record, k, KEEL_STAGE_RESTORE, &item, 1);
			record.date++;
		}
		record.date += days - 1;
		test_morning(&record, 3);
		assert_int_equal(test_verdict(&record, "half-moon")->steps_up, days == 6);
	}
}

/* A rise of 1 or one lost form between neither counts nor clears; a counted rise clears. */
static void what_counts_and_what_clears(void **unused)
{
	(void)unused;
	for (int between = 0; between < 4; between++) {
		test_record record;
		test_ready(&record);
		test_item item = test_same("half-moon", 1);
		hold(&record, 0, KEEL_STAGE_RESTORE, &item, 1);
		record.date++;
		if (between == 1)
			item.change = KEEL_CHANGE_A_BIT_MORE;
		if (between == 2)
			item.form = KEEL_FORM_LOST;
		if (between == 3)
			item = test_rise("half-moon", 1, 5, 0);
		if (between > 0)
			hold(&record, 1, KEEL_STAGE_RESTORE, &item, 1);
		record.date++;
		item = test_same("half-moon", 1);
		hold(&record, 2, KEEL_STAGE_RESTORE, &item, 1);
		record.date++;
		test_morning(&record, 3);
		assert_int_equal(test_verdict(&record, "half-moon")->steps_up, between != 3);
	}
}

static void an_answer_that_was_not_given_is_not_clean(void **unused)
{
	(void)unused;
	for (int given = 0; given < 2; given++) {
		test_record record;
		test_ready(&record);
		for (int k = 0; k < 2; k++) {
			test_item item = test_same("half-moon", 1);
			item.change = given == 1 ? KEEL_CHANGE_SAME_OR_LESS : -1;
			hold(&record, k, KEEL_STAGE_RESTORE, &item, 1);
			record.date++;
		}
		test_morning(&record, 3);
		assert_int_equal(test_verdict(&record, "half-moon")->steps_up, given);
	}
}

static void the_short_way_needs_one_clean_session(void **unused)
{
	(void)unused;
	for (int clean = 0; clean < 2; clean++) {
		test_record record;
		test_ready(&record);
		keel_event event = test_event(KEEL_EVENT_PROFILE);
		event.u.profile.birth_year = 1980;
		event.u.profile.training = KEEL_TRAINING_YES;
		test_fold(&record, event);
		test_item item = test_same("cat-cow", 1);
		if (clean == 0)
			item.change = KEEL_CHANGE_A_BIT_MORE;
		hold(&record, 0, KEEL_STAGE_RESTORE, &item, 1);
		record.date++;
		assert_int_equal(test_judge(&record)->stage == KEEL_STAGE_STRENGTHEN, clean);
	}
}

static void fitness_needs_six_sessions(void **unused)
{
	(void)unused;
	for (int sessions = 5; sessions <= 6; sessions++) {
		test_record record;
		test_ready(&record);
		test_item items[3] = {test_same("glute-bridge", 3), test_same("bear-hold", 3),
				      test_same("hip-hinge", 3)};
		for (int k = 0; k < sessions; k++) {
			record.date = TEST_MONDAY + (k == sessions - 1 ? 13 : k);
			hold(&record, k, KEEL_STAGE_STRENGTHEN, items, 3);
		}
		record.date++;
		keel_event event = test_event(KEEL_EVENT_SCREENING_REVIEW);
		event.u.screening_review.answer = KEEL_REVIEW_NONE;
		test_fold(&record, event);
		assert_int_equal(test_judge(&record)->stage == KEEL_STAGE_FITNESS, sessions == 6);
	}
}

/* S2's order, step by step, one short of each bound and at it. */
static void the_order_of_s2_at_its_bounds(void **unused)
{
	(void)unused;
	static const struct {
		const char *id;
		int times, rung;
		const char *next; /* after that many */
	} rows[] = {
		{"segmental-roll", 2, 1, "segmental-roll"},
		{"segmental-roll", 1, 1, "bear-hold"},
		{"bear-hold", 1, 2, "bear-hold"}, /* 3 x 5 s */
		{"bear-hold", 1, 3, "prone-hip-extension"},
		{"prone-hip-extension", 1, 1, "prone-hip-extension"},
		{"prone-hip-extension", 1, 1, "quadruped-hip-extension"},
		{"quadruped-hip-extension", 2, 1, "standing-hip-extension"},
		{"standing-hip-extension", 2, 1, "hip-hinge"},
		{"hip-hinge", 1, 2, "hip-hinge"},
		{"hip-hinge", 1, 3, NULL},
	};
	test_record record;
	test_ready(&record);
	keel_event event = test_event(KEEL_EVENT_EQUIPMENT);
	event.u.equipment = (keel_event_equipment){KEEL_EQUIPMENT_DOWEL, 1};
	test_fold(&record, event);
	int number = 0;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		for (int k = 0; k < rows[i].times; k++) {
			test_item item = test_same(rows[i].id, rows[i].rung);
			hold(&record, number++, KEEL_STAGE_STRENGTHEN, &item, 1);
			record.date++;
		}
		int next = rows[i].next == NULL ? KEEL_NO_MOVEMENT : test_movement(rows[i].next);
		assert_int_equal(test_judge(&record)->sequence_next, next);
	}
}

/* ---- weekly cap -------------------------------------------------------------------------------
 */

static int32_t work_s(const char *id, int rung)
{
	const keel_movement *facts = &test_facts()->movements[test_movement(id)];
	return keel_movement_working_s(facts, &facts->rungs[rung - 1]);
}

static void the_best_of_four_weeks(void **unused)
{
	(void)unused;
	for (int weeks = 4; weeks <= 5; weeks++) {
		test_record record;
		test_ready(&record);
		for (int week = 0; week < weeks; week++) {
			record.date = TEST_MONDAY + 7 * week;
			test_item items[2] = {test_same("glute-bridge", week == 0 ? 5 : 1),
					      test_same("cat-cow", 5)};
			hold(&record, week, KEEL_STAGE_STRENGTHEN, items, 2);
		}
		record.date = TEST_MONDAY + 7 * weeks;
		test_screen(&record, test_facts());
		const keel_allowed *allowed = test_judge(&record);
		assert_true(allowed->week_capped);
		int32_t best_s = work_s("glute-bridge", weeks == 4 ? 5 : 1);
		assert_int_equal(allowed->week_best_s, best_s); /* mobility is not counted */
		assert_int_equal(allowed->week_cap_s, best_s * 130 / 100);
		assert_int_equal(allowed->week_done_s, 0);
		test_item item = test_same("glute-bridge", 2);
		hold(&record, 20, KEEL_STAGE_STRENGTHEN, &item, 1);
		assert_int_equal(test_judge(&record)->week_done_s, work_s("glute-bridge", 2));
	}
}

static void no_cap_in_the_first_week_or_below_strengthen(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_item item = test_same("glute-bridge", 1);
	hold(&record, 0, KEEL_STAGE_STRENGTHEN, &item, 1);
	record.date++;
	assert_false(test_judge(&record)->week_capped);
	test_ready(&record);
	hold(&record, 0, KEEL_STAGE_RESTORE, &item, 1);
	record.date += 7;
	assert_false(test_judge(&record)->week_capped);
}

/* ---- the second pass --------------------------------------------------------------------------
 */

static void put(keel_prescription *prescription, const keel_allowed *allowed, const char *id,
		int rung)
{
	int movement = test_movement(id);
	const keel_movement *facts = &test_facts()->movements[movement];
	keel_item *item = &prescription->items[prescription->item_count++];
	*item = (keel_item){.movement = (int16_t)movement,
			    .rung = (int16_t)rung,
			    .steps_up = allowed->movements[movement].steps_up,
			    .dose = facts->rungs[rung - 1]};
	item->working_s = keel_movement_working_s(facts, &item->dose);
}

static void the_second_pass_removes_and_lowers(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_item items[3] = {test_same("half-moon", 1), test_same("cat-cow", 1),
			      test_same("child-pose", 1)};
	for (int k = 0; k < 2; k++) {
		hold(&record, k, KEEL_STAGE_RESTORE, items, 3);
		record.date++;
	}
	test_morning(&record, 3);
	const keel_allowed *allowed = test_judge(&record);
	static keel_prescription prescription;
	for (int count = 2; count <= 3; count++) {
		memset(&prescription, 0, sizeof prescription);
		for (int i = 0; i < count; i++)
			put(&prescription, allowed, items[i].movement, 2);
		int changes =
			keel_safety_check(test_facts(), &record.state, allowed, &prescription);
		assert_int_equal(changes, count - 2); /* two may rise, the third holds */
		assert_int_equal(prescription.items[count - 1].rung, count == 3 ? 1 : 2);
	}
	memset(&prescription, 0, sizeof prescription);
	put(&prescription, allowed, "half-moon", 3); /* too high */
	put(&prescription, allowed, "deadlift", 1);  /* not allowed */
	put(&prescription, allowed, "easy-breathing", 1);
	assert_int_equal(keel_safety_check(test_facts(), &record.state, allowed, &prescription), 2);
	assert_int_equal(prescription.item_count, 2);
	assert_int_equal(prescription.items[0].rung, 1);
	assert_int_equal(prescription.shrunk_count, 2);
	prescription.items[0].dose.reps = 30; /* a dose above its rung */
	assert_int_equal(keel_safety_check(test_facts(), &record.state, allowed, &prescription), 1);
	assert_int_equal(keel_safety_check(test_facts(), &record.state, allowed, &prescription), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(too_hard_from_95_twice_running),
		cmocka_unit_test(a_way_back_has_earned_no_rung),
		cmocka_unit_test(away_for_seven_days_holds),
		cmocka_unit_test(what_counts_and_what_clears),
		cmocka_unit_test(an_answer_that_was_not_given_is_not_clean),
		cmocka_unit_test(the_short_way_needs_one_clean_session),
		cmocka_unit_test(fitness_needs_six_sessions),
		cmocka_unit_test(the_order_of_s2_at_its_bounds),
		cmocka_unit_test(the_best_of_four_weeks),
		cmocka_unit_test(no_cap_in_the_first_week_or_below_strengthen),
		cmocka_unit_test(the_second_pass_removes_and_lowers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
