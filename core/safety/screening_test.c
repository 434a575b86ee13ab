/* Goal: locks stand until named, and nothing is planned before the urgent questions are answered
 * (C1). Method: the ladder of "not sure" enumerated; each way back on both sides of its bound.
 */
#include "core/safety/test_judge.h"

static void the_ladder_of_not_sure(void **unused)
{
	(void)unused;
	for (int tier = 0; tier < KEEL_TIER_COUNT; tier++)
		for (int round = 1; round <= 2; round++) {
			assert_int_equal(keel_screen_tier(tier, KEEL_ANSWER_NO, round),
					 KEEL_TIER_COUNT);
			assert_int_equal(keel_screen_tier(tier, KEEL_ANSWER_YES, round), tier);
			int unsure = keel_screen_tier(tier, KEEL_ANSWER_UNSURE, round);
			bool lower = round == 2 && tier <= KEEL_TIER_CLINICIAN_SOON;
			assert_int_equal(unsure, lower ? tier + 1 : KEEL_TIER_COUNT);
		}
}

static void unanswered_locks(void **unused)
{
	(void)unused;
	test_record record;
	test_begin(&record, TEST_MONDAY);
	const keel_catalogue *catalogue = test_facts();
	for (int i = 0; i < catalogue->question_count; i++) {
		const keel_allowed *allowed = test_judge(&record);
		bool urgent_left = i <= 3;
		assert_int_equal(allowed->locked, urgent_left);
		if (urgent_left)
			assert_int_equal(allowed->locks[0].why.rule, KEEL_RULE_SCREEN_UNANSWERED);
		else if (i < 7)
			assert_int_equal(allowed->cap_why.rule, KEEL_RULE_SCREEN_INCOMPLETE);
		assert_int_equal(allowed->ask_screening, i < 7);
		test_answer(&record, catalogue->questions[i].id, catalogue->questions[i].tier,
			    KEEL_ANSWER_NO, 1);
	}
	assert_false(test_judge(&record)->locked);
	assert_int_equal(test_judge(&record)->stage_today, KEEL_STAGE_RESTORE);
}

static void not_sure_is_asked_again(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_answer(&record, "bladder", KEEL_TIER_EMERGENCY, KEEL_ANSWER_UNSURE, 1);
	assert_int_equal(test_judge(&record)->locks[0].why.rule, KEEL_RULE_SCREEN_UNANSWERED);
	assert_int_equal(test_judge(&record)->ask_round[0], 2);
	test_answer(&record, "bladder", KEEL_TIER_EMERGENCY, KEEL_ANSWER_UNSURE, 2);
	assert_int_equal(test_judge(&record)->locks[0].why.rule, KEEL_RULE_SCREEN_SAME_DAY);
	test_ready(&record);
	test_answer(&record, "fever", KEEL_TIER_SAME_DAY, KEEL_ANSWER_UNSURE, 2);
	assert_false(test_judge(&record)->locked);
	assert_int_equal(test_judge(&record)->limits[0].why.rule, KEEL_RULE_SCREEN_CLINICIAN_SOON);
	test_ready(&record);
	test_answer(&record, "cancer", KEEL_TIER_CLINICIAN_SOON, KEEL_ANSWER_UNSURE, 2);
	assert_int_equal(test_judge(&record)->limit_count, 0);
	assert_true(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE));
}

static void an_emergency_is_lifted_by_its_name_on_a_later_day(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_answer(&record, "bladder", KEEL_TIER_EMERGENCY, KEEL_ANSWER_YES, 1);
	uint8_t id[16], other[16];
	memcpy(id, record.last_id, sizeof id);
	const keel_lock *lock = &test_judge(&record)->locks[0];
	assert_int_equal(lock->why.rule, KEEL_RULE_SCREEN_EMERGENCY);
	assert_memory_equal(lock->event, id, sizeof id);
	assert_int_equal(lock->since_date, TEST_MONDAY);
	assert_int_equal(lock->not_before_date, TEST_MONDAY + 1);
	assert_true(lock->way_mistake && lock->way_assessed && !lock->way_advice);
	test_answer(&record, "bladder", KEEL_TIER_EMERGENCY, KEEL_ANSWER_NO, 1);
	memcpy(other, record.last_id, sizeof other);
	assert_true(test_judge(&record)->locked);
	test_clear(&record, id, KEEL_CLEARANCE_ASSESSED, KEEL_ABSENT); /* the same day */
	assert_true(test_judge(&record)->locked);
	record.date++;
	assert_true(test_judge(&record)->locked);
	test_clear(&record, other, KEEL_CLEARANCE_ASSESSED, KEEL_ABSENT); /* not its name */
	assert_true(test_judge(&record)->locked);
	test_clear(&record, id, KEEL_CLEARANCE_ADVICE, KEEL_ABSENT);
	assert_true(test_judge(&record)->locked);
	test_clear(&record, id, KEEL_CLEARANCE_ASSESSED, TEST_MONDAY - 1); /* before the flag */
	assert_true(test_judge(&record)->locked);
	test_clear(&record, id, KEEL_CLEARANCE_ASSESSED, TEST_MONDAY + 2); /* not yet */
	assert_true(test_judge(&record)->locked);
	assert_int_equal(record.state.restart_order, 0); /* what lifts nothing restarts nothing */
	test_clear(&record, id, KEEL_CLEARANCE_ASSESSED, TEST_MONDAY);
	assert_true(record.state.restart_order > 0);
	assert_false(test_judge(&record)->locked);
	assert_int_equal(test_judge(&record)->stage, KEEL_STAGE_CALM);
}

/* A word that lifted nothing does not stand in the way of one that does. */
static void advice_after_a_wrong_date_is_heard(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_answer(&record, "trauma", KEEL_TIER_SAME_DAY, KEEL_ANSWER_UNSURE, 2);
	uint8_t id[16];
	memcpy(id, record.last_id, sizeof id);
	assert_int_equal(test_judge(&record)->limit_count, 1);
	record.date++;
	test_clear(&record, id, KEEL_CLEARANCE_ASSESSED, TEST_MONDAY - 1); /* before the flag */
	assert_int_equal(test_judge(&record)->limit_count, 1);
	test_clear(&record, id, KEEL_CLEARANCE_ADVICE, KEEL_ABSENT);
	assert_int_equal(test_judge(&record)->limit_count, 0);
	assert_int_equal(record.state.restart_order, 0);
}

static void a_same_day_flag_may_be_cleared_that_day(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_answer(&record, "trauma", KEEL_TIER_SAME_DAY, KEEL_ANSWER_YES, 1);
	uint8_t id[16];
	memcpy(id, record.last_id, sizeof id);
	assert_int_equal(test_judge(&record)->locks[0].why.rule, KEEL_RULE_SCREEN_SAME_DAY);
	test_clear(&record, id, KEEL_CLEARANCE_ASSESSED, KEEL_ABSENT);
	assert_false(test_judge(&record)->locked);
	assert_int_equal(test_judge(&record)->stage, KEEL_STAGE_CALM);
	/* Pressed again: a new event, a new lock. */
	test_answer(&record, "trauma", KEEL_TIER_SAME_DAY, KEEL_ANSWER_YES, 1);
	assert_true(test_judge(&record)->locked);
}

static void a_mistake_asks_everything_again(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_answer(&record, "bladder", KEEL_TIER_EMERGENCY, KEEL_ANSWER_YES, 1);
	uint8_t id[16];
	memcpy(id, record.last_id, sizeof id);
	test_clear(&record, id, KEEL_CLEARANCE_MISTAKE, KEEL_ABSENT);
	const keel_allowed *allowed = test_judge(&record);
	assert_int_equal(allowed->locks[0].why.rule, KEEL_RULE_SCREEN_UNANSWERED);
	for (int i = 0; i < 7; i++)
		assert_true(allowed->ask_question[i]);
	test_screen(&record, test_facts());
	assert_false(test_judge(&record)->locked);
	assert_int_equal(test_judge(&record)->stage, KEEL_STAGE_RESTORE);
}

static void clinician_soon_limits_to_restore(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_answer(&record, "cancer", KEEL_TIER_CLINICIAN_SOON, KEEL_ANSWER_YES, 1);
	uint8_t id[16];
	memcpy(id, record.last_id, sizeof id);
	test_programme(&record, "five-best"); /* free of stages, not of this */
	assert_int_equal(test_verdict(&record, "plank")->why.rule, KEEL_RULE_SCREEN_CLINICIAN_SOON);
	assert_int_equal(test_verdict(&record, "cat-cow")->standing, KEEL_STANDING_ALLOWED);
	assert_false(test_judge(&record)->easy_day);
	assert_true(test_judge(&record)->limits[0].way_advice);
	test_clear(&record, id, KEEL_CLEARANCE_ADVICE, KEEL_ABSENT);
	assert_int_equal(test_verdict(&record, "plank")->standing, KEEL_STANDING_ALLOWED);
}

static void the_weekly_question(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	static const struct {
		int day;
		bool asked, capped;
	} rows[] = {{6, false, false}, {7, true, false}, {20, true, false}, {21, true, true}};
	for (int i = 0; i < 4; i++) {
		record.date = TEST_MONDAY + rows[i].day;
		assert_int_equal(test_judge(&record)->ask_review, rows[i].asked);
		assert_int_equal(test_judge(&record)->stage_today == KEEL_STAGE_CALM,
				 rows[i].capped);
	}
	keel_event event = test_event(KEEL_EVENT_SCREENING_REVIEW);
	event.u.screening_review.answer = KEEL_REVIEW_NONE;
	test_fold(&record, event);
	assert_false(test_judge(&record)->ask_review);
	assert_int_equal(test_judge(&record)->stage_today, KEEL_STAGE_RESTORE);
	event.u.screening_review.answer = KEEL_REVIEW_SOME;
	test_fold(&record, event);
	assert_true(test_judge(&record)->ask_screening);
	assert_int_equal(test_judge(&record)->cap_why.rule, KEEL_RULE_SCREEN_AGAIN);
	test_screen(&record, test_facts());
	assert_int_equal(test_judge(&record)->stage_today, KEEL_STAGE_RESTORE);
}

static void stop_signs(void **unused)
{
	(void)unused;
	for (int sign = 0; sign < KEEL_SIGN_COUNT; sign++) {
		test_record record;
		test_ready(&record);
		keel_event event = test_event(KEEL_EVENT_UNWELL);
		event.u.unwell = (keel_event_unwell){{NULL, 0}, sign};
		test_fold(&record, event);
		assert_int_equal(test_judge(&record)->locked,
				 keel_stop_is_emergency((keel_sign)sign));
		test_screen(&record, test_facts());
		assert_false(test_judge(&record)->locked);
	}
}

static void adults_only(void **unused)
{
	(void)unused;
	for (int years = 17; years <= 18; years++) {
		test_record record;
		test_ready(&record);
		keel_event event = test_event(KEEL_EVENT_PROFILE);
		event.u.profile.birth_year = 2026 - years;
		event.u.profile.training = KEEL_ABSENT;
		test_fold(&record, event);
		assert_int_equal(test_judge(&record)->locked, years < 18);
	}
}

static void unknown_events_hold_or_lock(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	keel_event event = test_event(KEEL_EVENT_UNKNOWN);
	test_fold(&record, event);
	assert_false(test_judge(&record)->locked);
	assert_true(test_judge(&record)->holds);
	assert_int_equal(test_judge(&record)->hold_why.rule, KEEL_RULE_LOG_INCOMPLETE);
	event.safety = true;
	test_fold(&record, event);
	assert_int_equal(test_judge(&record)->locks[0].why.rule, KEEL_RULE_LOG_UPDATE);
}

static void advice_is_said_once_and_at_six_weeks(void **unused)
{
	(void)unused;
	test_record record;
	test_begin(&record, TEST_MONDAY);
	test_screen(&record, test_facts());
	test_answer(&record, "never-assessed", KEEL_TIER_ADVICE, KEEL_ANSWER_YES, 1);
	assert_true(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE));
	assert_int_equal(test_judge(&record)->stage_today, KEEL_STAGE_RESTORE);
	test_one(&record, "one", test_same("cat-cow", 1), 3);
	assert_true(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE));
	record.date++;
	assert_false(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE));
	record.date = TEST_MONDAY + 41;
	assert_false(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE));
	record.date = TEST_MONDAY + 42;
	assert_true(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE));
}

static void inflammatory_pattern_from_four(void **unused)
{
	(void)unused;
	static const char *const ids[] = {"before-forty", "came-slowly", "better-moving",
					  "not-better-resting", "night-eases-up"};
	test_record record;
	test_ready(&record);
	for (int i = 0; i < 5; i++) {
		test_answer(&record, ids[i], KEEL_TIER_INFLAMMATORY, KEEL_ANSWER_YES, 1);
		assert_int_equal(test_advised(test_judge(&record), KEEL_RULE_SCREEN_INFLAMMATORY),
				 i >= 3);
		assert_false(test_judge(&record)->locked);
	}
}

/* Pain 0-1 for four weeks: 28 dates, and a 2 ends it. */
static void maintenance_after_four_weeks(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	for (int day = 0; day < 30; day++) {
		record.date = TEST_MONDAY + day;
		test_morning(&record, day % 2);
		assert_int_equal(test_judge(&record)->maintenance, day >= 27);
	}
	test_morning(&record, 2);
	assert_false(test_judge(&record)->maintenance);
}

static void high_pain_for_three_days(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	for (int day = 0; day < 5; day++) {
		record.date = TEST_MONDAY + day;
		test_morning(&record, 8);
		assert_int_equal(test_advised(test_judge(&record), KEEL_RULE_PAIN_HIGH), day >= 3);
		assert_int_equal(test_judge(&record)->stage_today, KEEL_STAGE_CALM);
	}
	record.date++;
	test_morning(&record, 7);
	assert_false(test_advised(test_judge(&record), KEEL_RULE_PAIN_HIGH));
}

static void no_improvement_after_six_weeks(void **unused)
{
	(void)unused;
	static const struct {
		int first, last;
		bool said;
	} rows[] = {{6, 6, true},  {6, 5, true}, {6, 4, false},
		    {3, 2, false}, {4, 3, true}, {10, 8, false}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		for (int days = 41; days <= 42; days++) {
			test_record record;
			test_begin(&record, TEST_MONDAY);
			const keel_catalogue *catalogue = test_facts();
			for (int q = 0; q < catalogue->question_count; q++)
				if (q != 6) /* never-assessed stays open */
					test_answer(&record, catalogue->questions[q].id,
						    catalogue->questions[q].tier, KEEL_ANSWER_NO,
						    1);
			test_one(&record, "one", test_same("pelvic-tilt", 1), rows[i].first);
			record.date = TEST_MONDAY + days - 1;
			test_one(&record, "two", test_same("pelvic-tilt", 1), rows[i].last);
			record.date = TEST_MONDAY + days;
			assert_int_equal(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE),
					 rows[i].said && days == 42);
		}
}

/* 30 % and the seven days: two answers of the first week, four of the last, six weeks later. */
static void improvement_at_its_bounds(void **unused)
{
	(void)unused;
	static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g"};
	static const struct {
		int second_day, first[2], last_ago, last[4];
		bool said;
	} rows[] = {
		{0, {5, 5}, 0, {3, 4, 3, 4}, false}, /* 3.5 of 5: 30 % */
		{0, {6, 6}, 0, {4, 4, 4, 5}, true},  /* 4.25 of 6: 29 % */
		{6, {3, 9}, 0, {4, 4, 4, 4}, false}, /* the seventh date of the first week counts */
		{7, {3, 9}, 0, {4, 4, 4, 4}, true},  /* the eighth does not */
		{0, {3, 3}, 6, {3, 3, 3, 3}, true},  /* the seventh date back counts */
		{0, {3, 3}, 7, {3, 3, 3, 3}, false}, /* nothing in the last week: nothing to say */
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		test_record record;
		test_begin(&record, TEST_MONDAY);
		for (int k = 0; k < 2; k++) {
			record.date = TEST_MONDAY + (k == 0 ? 0 : rows[i].second_day);
			test_one(&record, ids[k], test_same("pelvic-tilt", 1), rows[i].first[k]);
		}
		for (int k = 0; k < 4; k++) {
			record.date = TEST_MONDAY + 42 - rows[i].last_ago;
			test_one(&record, ids[2 + k], test_same("pelvic-tilt", 1), rows[i].last[k]);
		}
		record.date = TEST_MONDAY + 42;
		assert_int_equal(test_advised(test_judge(&record), KEEL_RULE_SCREEN_ADVICE),
				 rows[i].said);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_ladder_of_not_sure),
		cmocka_unit_test(unanswered_locks),
		cmocka_unit_test(not_sure_is_asked_again),
		cmocka_unit_test(an_emergency_is_lifted_by_its_name_on_a_later_day),
		cmocka_unit_test(advice_after_a_wrong_date_is_heard),
		cmocka_unit_test(a_same_day_flag_may_be_cleared_that_day),
		cmocka_unit_test(a_mistake_asks_everything_again),
		cmocka_unit_test(clinician_soon_limits_to_restore),
		cmocka_unit_test(the_weekly_question),
		cmocka_unit_test(stop_signs),
		cmocka_unit_test(adults_only),
		cmocka_unit_test(unknown_events_hold_or_lock),
		cmocka_unit_test(advice_is_said_once_and_at_six_weeks),
		cmocka_unit_test(inflammatory_pattern_from_four),
		cmocka_unit_test(maintenance_after_four_weeks),
		cmocka_unit_test(high_pain_for_three_days),
		cmocka_unit_test(no_improvement_after_six_weeks),
		cmocka_unit_test(improvement_at_its_bounds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
