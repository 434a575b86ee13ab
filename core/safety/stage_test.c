/* Goal: stages open and close by C3b, and absence lowers what it should.
 * Method: records of sessions on the dates at both sides of each gate.
 */
#include "core/safety/test_judge.h"

static char session_names[64][4];

static void hold(test_record *record, int number, int stage, test_item item, int pain)
{
	char *id = session_names[number];
	id[0] = 's';
	id[1] = (char)('0' + number / 10);
	id[2] = (char)('0' + number % 10);
	test_session session = {.id = id,
				.stage = stage,
				.pain = pain,
				.end_pain = pain,
				.item_count = 1,
				.items = {item}};
	test_hold_session(record, test_facts(), &session);
}

static void review(test_record *record)
{
	keel_event event = test_event(KEEL_EVENT_SCREENING_REVIEW);
	event.u.screening_review.answer = KEEL_REVIEW_NONE;
	test_fold(record, event);
}

static keel_stage stage_of(test_record *record)
{
	review(record);
	return test_judge(record)->stage;
}

static void the_start(void **unused)
{
	(void)unused;
	for (int pain = 7; pain <= 8; pain++) {
		test_record record;
		test_ready(&record);
		test_morning(&record, pain);
		assert_int_equal(stage_of(&record),
				 pain == 8 ? KEEL_STAGE_CALM : KEEL_STAGE_RESTORE);
	}
	for (int symptom = 0; symptom < KEEL_SYMPTOM_COUNT; symptom++) {
		test_record record;
		test_ready(&record);
		keel_event event = test_event(KEEL_EVENT_SYMPTOM);
		event.u.symptom = (keel_event_symptom){symptom, KEEL_ABSENT};
		test_fold(&record, event);
		assert_int_equal(stage_of(&record), symptom == KEEL_SYMPTOM_LEG_BETTER
							    ? KEEL_STAGE_RESTORE
							    : KEEL_STAGE_CALM);
	}
}

static void the_latest_answer_of_three_days(void **unused)
{
	(void)unused;
	for (int day = 3; day <= 4; day++) {
		test_record record;
		test_ready(&record);
		test_morning(&record, 9);
		record.date += day;
		assert_int_equal(stage_of(&record),
				 day == 3 ? KEEL_STAGE_CALM : KEEL_STAGE_RESTORE);
	}
}

static void calm_opens_after_two(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	hold(&record, 0, KEEL_STAGE_CALM, test_same("pelvic-tilt", 1), 5);
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_CALM);
	hold(&record, 1, KEEL_STAGE_CALM, test_rise("seated-cat-cow", 1, 7, 0), 5);
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_CALM);
	hold(&record, 2, KEEL_STAGE_CALM, test_rise("child-pose", 1, 7, 1), 5);
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_CALM); /* settled: does not count */
	hold(&record, 3, KEEL_STAGE_CALM, test_same("pelvic-tilt", 1), 5);
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_RESTORE);
	assert_int_equal(test_judge(&record)->stage_why.rule, KEEL_RULE_STAGE_RESTORE);
}

/* Sessions of restore on dates 0, 1, 2 and `last`; the two aims in the first two. */
static void hold_restore(test_record *record, int last, const char *control, const char *brace)
{
	const int days[] = {0, 1, 2, last};
	const char *const ids[] = {control, brace, "cat-cow", "half-moon"};
	test_ready(record);
	for (int i = 0; i < 4; i++) {
		record->date = TEST_MONDAY + days[i];
		hold(record, i, KEEL_STAGE_RESTORE, test_same(ids[i], 1), 4);
	}
	record->date++;
}

static void restore_opens_after_four_over_seven_days(void **unused)
{
	(void)unused;
	test_record record;
	hold_restore(&record, 5, "pelvic-tilt", "bear-hold");
	assert_int_equal(stage_of(&record), KEEL_STAGE_RESTORE);
	hold_restore(&record, 6, "pelvic-tilt", "bear-hold");
	assert_int_equal(stage_of(&record), KEEL_STAGE_STRENGTHEN);
	hold_restore(&record, 6, "cat-cow", "bear-hold"); /* no control */
	assert_int_equal(stage_of(&record), KEEL_STAGE_RESTORE);
	hold_restore(&record, 6, "pelvic-tilt", "cat-cow"); /* no brace */
	assert_int_equal(stage_of(&record), KEEL_STAGE_RESTORE);
	hold_restore(&record, 6, "pelvic-tilt", "bear-hold");
	hold(&record, 9, KEEL_STAGE_RESTORE, test_rise("cat-cow", 1, 6, 0), 4);
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_RESTORE);
	hold(&record, 10, KEEL_STAGE_RESTORE, test_same("pelvic-tilt", 1), 4);
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_RESTORE); /* one of the last two */
	hold(&record, 11, KEEL_STAGE_RESTORE, test_same("pelvic-tilt", 1), 4);
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_STRENGTHEN);
	test_morning(&record, 4);
	assert_int_equal(stage_of(&record), KEEL_STAGE_STRENGTHEN);
}

static void easy_days_do_not_count(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	for (int i = 0; i < 4; i++) {
		static const char *const ids[] = {"pelvic-tilt", "bear-hold", "cat-cow",
						  "half-moon"};
		record.date = TEST_MONDAY + 2 * i;
		test_session session = {.id = "easy0",
					.stage = KEEL_STAGE_RESTORE,
					.easy_day = i == 2,
					.pain = 4,
					.end_pain = 4,
					.item_count = 1,
					.items = {test_same(ids[i], 1)}};
		char id[] = "easy0";
		id[4] = (char)('0' + i);
		session.id = id;
		test_hold_session(&record, test_facts(), &session);
	}
	record.date++;
	assert_int_equal(stage_of(&record), KEEL_STAGE_RESTORE);
}

static void the_short_way_of_who_trains(void **unused)
{
	(void)unused;
	for (int pain = 3; pain <= 4; pain++) {
		test_record record;
		test_ready(&record);
		keel_event event = test_event(KEEL_EVENT_PROFILE);
		event.u.profile.birth_year = 1980;
		event.u.profile.training = KEEL_TRAINING_YES;
		test_fold(&record, event);
		test_morning(&record, pain);
		assert_int_equal(test_verdict(&record, "pelvic-tilt")->rung, pain == 3 ? 2 : 1);
		assert_int_equal(test_verdict(&record, "bear-hold")->rung, pain == 3 ? 2 : 1);
		assert_int_equal(test_verdict(&record, "glute-bridge")->rung, pain == 3 ? 2 : 1);
		assert_int_equal(test_verdict(&record, "cat-cow")->rung, 1);
		hold(&record, 0, KEEL_STAGE_RESTORE, test_same("cat-cow", 1), pain);
		record.date++;
		assert_int_equal(stage_of(&record),
				 pain == 3 ? KEEL_STAGE_STRENGTHEN : KEEL_STAGE_RESTORE);
	}
}

/* Six sessions of strengthen; the last on day `last`; rungs of bridge, brace and hinge. */
static void hold_strengthen(test_record *record, int last, int bridge, int brace, int hinge)
{
	test_ready(record);
	for (int i = 0; i < 6; i++) {
		record->date = TEST_MONDAY + (i == 5 ? last : 2 * i);
		test_item items[3] = {test_same("glute-bridge", bridge),
				      test_same("bear-hold", brace), test_same("hip-hinge", hinge)};
		hold(record, i, KEEL_STAGE_STRENGTHEN, items[i % 3], 3);
	}
	record->date++;
}

static void strengthen_opens_fitness(void **unused)
{
	(void)unused;
	test_record record;
	hold_strengthen(&record, 12, 3, 3, 3);
	assert_int_equal(stage_of(&record), KEEL_STAGE_STRENGTHEN);
	hold_strengthen(&record, 13, 3, 3, 3);
	assert_int_equal(stage_of(&record), KEEL_STAGE_FITNESS);
	hold_strengthen(&record, 13, 2, 3, 3);
	assert_int_equal(stage_of(&record), KEEL_STAGE_STRENGTHEN);
	hold_strengthen(&record, 13, 3, 2, 3);
	assert_int_equal(stage_of(&record), KEEL_STAGE_STRENGTHEN);
	hold_strengthen(&record, 13, 3, 3, 2);
	assert_int_equal(stage_of(&record), KEEL_STAGE_STRENGTHEN);
}

static void a_flare_keeps_fitness_shut_for_seven_days(void **unused)
{
	(void)unused;
	for (int days = 7; days <= 8; days++) {
		test_record record;
		hold_strengthen(&record, 13, 3, 3, 3);
		int32_t last_flare_date = record.date - days;
		/* usual 3, two sore mornings, closed on the day after */
		int32_t today = record.date;
		for (int i = -6; i <= 1; i++) {
			record.date = last_flare_date + i;
			test_morning(&record, i == 0 || i == -1 ? 7 : 3);
		}
		record.date = today;
		assert_int_equal(stage_of(&record),
				 days == 7 ? KEEL_STAGE_STRENGTHEN : KEEL_STAGE_FITNESS);
	}
}

/* ---- absence ------------------------------------------------------------------------------ */

static void absence_by_days(void **unused)
{
	(void)unused;
	static const struct {
		int days, rung;
		bool holds, calm;
	} rows[] = {{6, 4, false, false}, {7, 4, true, false},	{13, 4, true, false},
		    {14, 3, true, false}, {27, 3, true, false}, {28, 2, true, true}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		test_record record;
		test_ready(&record);
		for (int k = 0; k < 2; k++) {
			hold(&record, k, KEEL_STAGE_RESTORE, test_same("half-moon", 4), 3);
			record.date++;
		}
		record.date += rows[i].days - 1;
		test_morning(&record, 3);
		review(&record);
		const keel_movement_verdict *verdict = test_verdict(&record, "half-moon");
		assert_int_equal(verdict->rung, rows[i].rung);
		assert_false(verdict->steps_up);
		assert_int_equal(test_judge(&record)->stage_today == KEEL_STAGE_CALM, rows[i].calm);
		if (rows[i].calm) {
			test_screen(&record, test_facts());
			assert_int_equal(test_judge(&record)->stage_today, KEEL_STAGE_RESTORE);
		}
	}
}

/* Applied to every movement at once: one that is not in the next session is lowered all the same.
 */
static void absence_reaches_every_movement(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	hold(&record, 0, KEEL_STAGE_RESTORE, test_same("half-moon", 4), 3);
	record.date += 14;
	test_screen(&record, test_facts());
	hold(&record, 1, KEEL_STAGE_RESTORE, test_same("cat-cow", 3), 3);
	record.date++;
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 3);
	assert_int_equal(test_verdict(&record, "cat-cow")->rung, 3);
	record.date += 20;
	hold(&record, 2, KEEL_STAGE_RESTORE, test_same("cat-cow", 2), 3);
	record.date++;
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 2);
}

/* ---- the day's limits on a dose ----------------------------------------------------------- */

static void step_up(test_record *record, const char *id, int *rung)
{
	test_one(record, "x", test_same(id, *rung), 3);
}

static void one_rung_per_three_days_below_strengthen(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	int rung = 1;
	step_up(&record, "half-moon", &rung);
	int risen_on[3] = {0, 0, 0}, risen = 0;
	for (int day = 1; day <= 8; day++) {
		char id[] = "d0";
		id[1] = (char)('0' + day);
		record.date = TEST_MONDAY + day;
		test_morning(&record, 3);
		int allowed = test_verdict(&record, "half-moon")->rung;
		if (allowed > rung && risen < 3)
			risen_on[risen++] = day;
		rung = allowed;
		test_one(&record, id, test_same("half-moon", rung), 3);
	}
	assert_int_equal(risen_on[0], 2);
	assert_int_equal(risen_on[1], 5);
	assert_int_equal(risen_on[2], 0); /* two above the seed's dose is the top */
	assert_int_equal(test_verdict(&record, "half-moon")->dose_why.rule, KEEL_RULE_COMFORT_TOP);
}

static void a_flare_lowers_the_last_session_once(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	for (int i = 0; i < 4; i++) {
		record.date = TEST_MONDAY + i;
		test_morning(&record, 3);
	}
	hold(&record, 0, KEEL_STAGE_RESTORE, test_same("half-moon", 4), 3);
	record.date++;
	test_morning(&record, 6);
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 4);
	record.date++;
	test_morning(&record, 6);
	assert_true(test_judge(&record)->easy_day);
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 3);
	assert_int_equal(test_verdict(&record, "half-moon")->why.rule, KEEL_RULE_STAGE_EASY_DAY);
	record.date++;
	test_morning(&record, 6);
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 3); /* no second step */
	record.date++;
	test_morning(&record, 4);
	assert_false(test_judge(&record)->easy_day);
	assert_int_equal(test_judge(&record)->stage, KEEL_STAGE_RESTORE);
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 3); /* the one made stays */
	hold(&record, 1, KEEL_STAGE_RESTORE, test_same("half-moon", 3), 3);
	record.date++;
	test_morning(&record, 3);
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 3);
}

static void nothing_of_a_session_that_ended_up_counts(void **unused)
{
	(void)unused;
	for (int up = 1; up <= 2; up++) {
		test_record record;
		test_ready(&record);
		for (int day = 0; day < 2; day++) {
			test_session session = {.id = day == 0 ? "one" : "two",
						.stage = KEEL_STAGE_RESTORE,
						.pain = 3,
						.end_pain = day == 0 ? 3 : 3 + up,
						.item_count = 1,
						.items = {test_same("half-moon", 1)}};
			test_hold_session(&record, test_facts(), &session);
			record.date++;
			test_morning(&record, 3);
		}
		assert_int_equal(test_verdict(&record, "half-moon")->steps_up, up == 1);
	}
}

static void sequence_of_s2(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	assert_int_equal(test_judge(&record)->sequence_next, test_movement("segmental-roll"));
	assert_int_equal(test_verdict(&record, "bear-hold")->why.rule, KEEL_RULE_STAGE_NEEDS);
	for (int i = 0; i < 3; i++) {
		hold(&record, i, KEEL_STAGE_RESTORE, test_same("segmental-roll", 1), 3);
		record.date++;
	}
	assert_int_equal(test_judge(&record)->sequence_next, test_movement("bear-hold"));
	hold(&record, 3, KEEL_STAGE_RESTORE, test_same("bear-hold", 2), 3);
	record.date++;
	assert_int_equal(test_judge(&record)->sequence_next, test_movement("bear-hold"));
	hold(&record, 4, KEEL_STAGE_RESTORE, test_same("bear-hold", 3), 3); /* 3 x 10 s */
	record.date++;
	assert_int_equal(test_judge(&record)->sequence_next, test_movement("prone-hip-extension"));
	/* a body that cannot lie on the floor goes on with what it can */
	keel_event event = test_event(KEEL_EVENT_ABILITY);
	event.u.ability = (keel_event_ability){KEEL_ABILITY_LIE, 0};
	test_fold(&record, event);
	assert_int_equal(test_judge(&record)->sequence_next,
			 test_movement("quadruped-hip-extension"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_start),
		cmocka_unit_test(the_latest_answer_of_three_days),
		cmocka_unit_test(calm_opens_after_two),
		cmocka_unit_test(restore_opens_after_four_over_seven_days),
		cmocka_unit_test(easy_days_do_not_count),
		cmocka_unit_test(the_short_way_of_who_trains),
		cmocka_unit_test(strengthen_opens_fitness),
		cmocka_unit_test(a_flare_keeps_fitness_shut_for_seven_days),
		cmocka_unit_test(absence_by_days),
		cmocka_unit_test(absence_reaches_every_movement),
		cmocka_unit_test(one_rung_per_three_days_below_strengthen),
		cmocka_unit_test(a_flare_lowers_the_last_session_once),
		cmocka_unit_test(nothing_of_a_session_that_ended_up_counts),
		cmocka_unit_test(sequence_of_s2),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
