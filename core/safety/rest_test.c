/* Goal: movements rest and come back exactly by C2, and directions by C4; nothing rests for ever
 * without a way back.
 * Method: one rise of each kind, then every date after it; second and third counted rise on both
 * sides of their windows; each way back.
 */
#include "core/safety/test_judge.h"

static const char *const names[] = {"s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"};

static keel_standing standing(const test_record *record, const char *id)
{
	return test_verdict(record, id)->standing;
}

static bool is_allowed(const test_record *record, const char *id)
{
	return standing(record, id) == KEEL_STANDING_ALLOWED;
}

/* Keeps the weekly question out of the way of what is tested. */
static void review(test_record *record)
{
	keel_event event = test_event(KEEL_EVENT_SCREENING_REVIEW);
	event.u.screening_review.answer = KEEL_REVIEW_NONE;
	test_fold(record, event);
}

static void rise_of_3_rests_three_dates(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_one(&record, names[0], test_rise("glute-bridge", 3, 6, 1), 3);
	for (int day = 0; day <= 4; day++) {
		record.date = TEST_MONDAY + day;
		const keel_movement_verdict *verdict = test_verdict(&record, "glute-bridge");
		assert_int_equal(verdict->standing == KEEL_STANDING_ALLOWED, day == 4);
		assert_int_equal(verdict->rung, 2); /* one rung down */
		if (day < 4) {
			assert_int_equal(verdict->why.rule, KEEL_RULE_PAIN_RISE_3);
			assert_int_equal(verdict->until_date, TEST_MONDAY + 4);
		}
	}
}

static void rise_of_2_by_settling_and_height(void **unused)
{
	(void)unused;
	static const struct {
		int before, settled, rung, next_rung;
		bool rests;
	} rows[] = {{3, 1, 3, 3, false},
		    {3, 0, 3, 2, false},
		    {5, 0, 3, 2, false},
		    {6, 1, 3, 3, false},
		    {6, 0, 3, 2, true}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		test_record record;
		test_ready(&record);
		test_one(&record, names[0],
			 test_rise("glute-bridge", rows[i].rung, rows[i].before + 2,
				   rows[i].settled),
			 rows[i].before);
		assert_false(is_allowed(&record, "glute-bridge")); /* finished for today */
		record.date++;
		assert_int_equal(is_allowed(&record, "glute-bridge"), !rows[i].rests);
		assert_int_equal(test_verdict(&record, "glute-bridge")->rung, rows[i].next_rung);
	}
}

static void at_rung_1_the_easier_neighbour(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_one(&record, names[0], test_rise("cat-cow", 1, 5, 0), 3);
	record.date++;
	const keel_movement_verdict *verdict = test_verdict(&record, "cat-cow");
	assert_int_equal(verdict->why.rule, KEEL_RULE_PAIN_RISE_2_EASIER);
	assert_int_equal(verdict->instead, test_movement("seated-cat-cow"));
	assert_false(verdict->rests);
	record.date += 5;
	assert_false(is_allowed(&record, "cat-cow")); /* until that has been clean once */
	test_item lost = test_same("seated-cat-cow", 1);
	lost.change = KEEL_CHANGE_A_BIT_MORE;
	test_one(&record, names[1], lost, 3);
	record.date++;
	assert_false(is_allowed(&record, "cat-cow"));
	test_one(&record, names[2], test_same("seated-cat-cow", 1), 3);
	assert_true(is_allowed(&record, "cat-cow"));
	/* without a neighbour: rung 1 again */
	test_ready(&record);
	test_one(&record, names[0], test_rise("half-moon", 1, 5, 0), 3);
	record.date++;
	assert_true(is_allowed(&record, "half-moon"));
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 1);
	/* a neighbour that this person cannot have is no neighbour */
	test_ready(&record);
	keel_event event = test_event(KEEL_EVENT_EQUIPMENT);
	event.u.equipment = (keel_event_equipment){KEEL_EQUIPMENT_CHAIR, 0};
	test_fold(&record, event);
	test_one(&record, names[0], test_rise("cat-cow", 1, 5, 0), 3);
	record.date++;
	assert_true(is_allowed(&record, "cat-cow"));
	/* ... but one that rests itself is waited for */
	test_ready(&record);
	test_one(&record, names[0], test_rise("cat-cow", 1, 5, 0), 3);
	record.date++;
	test_one(&record, names[1], test_rise("seated-cat-cow", 1, 6, 0), 3);
	record.date++;
	assert_false(is_allowed(&record, "cat-cow"));
}

static void rise_of_1_finishes_today_only(void **unused)
{
	(void)unused;
	for (int settled = 0; settled <= 1; settled++)
		for (int before = 6; before <= 7; before++) {
			test_record record;
			test_ready(&record);
			test_item item = test_same("half-moon", 2);
			item.change = KEEL_CHANGE_A_BIT_MORE;
			item.settled = settled;
			test_one(&record, names[0], item, before);
			bool goes_on = settled == 1 && before == 6;
			assert_int_equal(is_allowed(&record, "half-moon"), goes_on);
			record.date++;
			assert_true(is_allowed(&record, "half-moon"));
			assert_int_equal(test_verdict(&record, "half-moon")->rung, 2);
		}
}

static void none_added_finishes_today(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_item item = test_same("segmental-roll", 2);
	item.change = KEEL_CHANGE_A_BIT_MORE;
	item.settled = 1;
	test_one(&record, names[0], item, 3);
	assert_int_equal(test_verdict(&record, "segmental-roll")->why.rule,
			 KEEL_RULE_PAIN_NONE_ADDED);
	record.date++;
	assert_true(is_allowed(&record, "segmental-roll"));
	assert_int_equal(test_verdict(&record, "segmental-roll")->rung, 2);
}

static void second_in_14_dates(void **unused)
{
	(void)unused;
	for (int apart = 13; apart <= 14; apart++) {
		test_record record;
		test_ready(&record);
		test_one(&record, names[0], test_rise("half-moon", 3, 5, 0), 3);
		record.date += apart;
		test_one(&record, names[1], test_rise("half-moon", 3, 5, 0), 3);
		int32_t date = record.date;
		review(&record);
		record.date = date + 1;
		assert_int_equal(is_allowed(&record, "half-moon"), apart == 14);
		record.date = date + 7;
		assert_int_equal(is_allowed(&record, "half-moon"), apart == 14);
		record.date = date + 8;
		assert_true(is_allowed(&record, "half-moon"));
		assert_int_equal(test_verdict(&record, "half-moon")->rung, apart == 13 ? 1 : 2);
	}
}

static void one_count_a_date(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_one(&record, names[0], test_rise("half-moon", 3, 5, 0), 3);
	test_one(&record, names[1], test_rise("half-moon", 3, 5, 0), 3);
	record.date++;
	assert_true(is_allowed(&record, "half-moon"));
}

static void hold_third(test_record *record, int apart)
{
	test_ready(record);
	static const int first_gap = 20;
	test_one(record, names[0], test_rise("half-moon", 4, 5, 0), 3);
	record->date += first_gap;
	test_one(record, names[1], test_rise("half-moon", 4, 5, 0), 3);
	record->date += apart - first_gap;
	test_one(record, names[2], test_rise("half-moon", 4, 5, 0), 3);
	record->date++;
	review(record);
}

static void third_in_42_dates(void **unused)
{
	(void)unused;
	test_record record;
	hold_third(&record, 42);
	assert_true(is_allowed(&record, "half-moon"));
	hold_third(&record, 41);
	assert_int_equal(test_verdict(&record, "half-moon")->why.rule, KEEL_RULE_AFTER_THIRD_RISE);
	assert_int_equal(test_verdict(&record, "half-moon")->until_date, KEEL_NO_DATE);
	assert_true(test_advised(test_judge(&record), KEEL_RULE_AFTER_THIRD_RISE));
	record.date += 300;
	assert_false(is_allowed(&record, "half-moon"));
	record.date -= 300;
	keel_event event = test_event(KEEL_EVENT_TRY_AGAIN);
	event.u.try_again.movement = test_text("half-moon");
	test_fold(&record, event);
	assert_true(is_allowed(&record, "half-moon"));
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 3);
	assert_int_equal(test_verdict(&record, "half-moon")->purpose, KEEL_PURPOSE_TRY_AGAIN);
	assert_int_equal(test_verdict(&record, "half-moon")->dose_why.rule,
			 KEEL_RULE_AFTER_TRY_AGAIN);
	/* counting starts afresh: one more is a first */
	test_one(&record, names[3], test_rise("half-moon", 3, 5, 0), 3);
	record.date++;
	assert_true(is_allowed(&record, "half-moon"));
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 2);
}

/* "Try again" is for the third; it does not shorten the 7 days of the second. */
static void try_again_closes_only_a_third(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_one(&record, names[0], test_rise("half-moon", 3, 5, 0), 3);
	record.date += 5;
	test_one(&record, names[1], test_rise("half-moon", 3, 5, 0), 3);
	record.date++;
	keel_event event = test_event(KEEL_EVENT_TRY_AGAIN);
	event.u.try_again.movement = test_text("half-moon");
	test_fold(&record, event);
	assert_false(is_allowed(&record, "half-moon"));
	/* a clinician's word does */
	event = test_event(KEEL_EVENT_CLINICIAN_EDIT);
	event.u.clinician_edit.edit = KEEL_EDIT_CLEAR_MOVEMENT;
	event.u.clinician_edit.movement = test_text("half-moon");
	event.u.clinician_edit.gate = KEEL_ABSENT;
	event.u.clinician_edit.until_date = KEEL_ABSENT;
	test_fold(&record, event);
	assert_true(is_allowed(&record, "half-moon"));
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 2);
}

/* What opens the harder one again: a clean time of the easier one, after the rise, fully done. */
static void what_is_clean_enough_of_the_easier(void **unused)
{
	(void)unused;
	for (int kind = 0; kind < 6; kind++) {
		test_record record;
		test_ready(&record);
		test_item easier = test_same("seated-cat-cow", 1);
		if (kind == 0) /* before the rise, on the same date */
			test_one(&record, names[0], easier, 3);
		test_one(&record, names[1], test_rise("cat-cow", 1, 5, 0), 3);
		if (kind == 2)
			easier.form = KEEL_FORM_LOST;
		if (kind == 3)
			easier.change = -1;
		if (kind == 4)
			easier.change = KEEL_CHANGE_A_BIT_MORE;
		record.doubt = kind == 5;
		if (kind > 0)
			test_one(&record, names[2], easier, 3);
		record.doubt = false;
		record.date++;
		assert_int_equal(is_allowed(&record, "cat-cow"), kind == 1);
	}
}

/* A clinician's word is about what was before it. */
static void a_rise_after_the_word_rests_again(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	keel_event event = test_event(KEEL_EVENT_CLINICIAN_EDIT);
	event.u.clinician_edit.edit = KEEL_EDIT_CLEAR_MOVEMENT;
	event.u.clinician_edit.movement = test_text("half-moon");
	event.u.clinician_edit.gate = KEEL_ABSENT;
	event.u.clinician_edit.until_date = KEEL_ABSENT;
	test_fold(&record, event);
	test_one(&record, names[0], test_rise("half-moon", 3, 6, 0), 3);
	record.date++;
	assert_false(is_allowed(&record, "half-moon"));
	test_fold(&record, event);
	assert_true(is_allowed(&record, "half-moon"));
	assert_int_equal(test_verdict(&record, "half-moon")->rung, 2);
}

/* The later end wins, whichever rest began first. */
static void overlapping_rests_end_with_the_later(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_one(&record, names[0], test_rise("half-moon", 3, 5, 0), 3);
	record.date += 5;
	test_one(&record, names[1], test_rise("half-moon", 3, 6, 0), 3); /* 3 days, and 7 */
	record.date++;
	assert_int_equal(test_verdict(&record, "half-moon")->why.rule, KEEL_RULE_AFTER_SECOND_RISE);
	assert_int_equal(test_verdict(&record, "half-moon")->until_date, TEST_MONDAY + 5 + 8);
}

static void tests_lean_the_choice(void **unused)
{
	(void)unused;
	for (int rise = 2; rise <= 3; rise++)
		for (int after = KEEL_PLACE_BUTTOCK; after <= KEEL_PLACE_THIGH; after++) {
			test_record record;
			test_ready(&record);
			keel_event event = test_event(KEEL_EVENT_DIRECTION_TEST);
			event.u.direction_test = (keel_event_direction_test){
				KEEL_DIRECTION_EXTENSION, 3, 3 + rise, KEEL_PLACE_THIGH, after, 5,
				KEEL_SETTLED_YES};
			test_fold(&record, event);
			bool preferred = rise == 2 && after == KEEL_PLACE_BUTTOCK;
			assert_int_equal(test_judge(&record)->directions_preferred,
					 preferred ? 1 << KEEL_DIRECTION_EXTENSION : 0);
			assert_int_equal(test_judge(&record)->directions_avoided, 0);
		}
}

/* ---- directions --------------------------------------------------------------------------- */

static void spread(test_record *record, const char *session, const char *id, int rise)
{
	test_item item = test_same(id, 1);
	item.further = 1;
	if (rise > 0) {
		item.change = KEEL_CHANGE_CLEARLY_MORE;
		item.pain = 3 + rise;
		item.settled = 0;
	}
	test_one(record, session, item, 3);
}

static int way_backs(const test_record *record, int *movement)
{
	const keel_allowed *allowed = test_judge(record);
	int count = 0;
	for (int i = 0; i < allowed->movement_count; i++)
		if (allowed->movements[i].standing == KEEL_STANDING_ALLOWED &&
		    allowed->movements[i].purpose == KEEL_PURPOSE_WAY_BACK) {
			*movement = i;
			count++;
		}
	return count;
}

static void no_resting_direction_is_allowed(const test_record *record, uint32_t resting)
{
	const keel_allowed *allowed = test_judge(record);
	for (int i = 0; i < allowed->movement_count; i++) {
		const keel_movement *facts = &test_facts()->movements[i];
		if ((facts->directions & resting) == 0 || facts->neutral)
			continue;
		assert_true(allowed->movements[i].standing != KEEL_STANDING_ALLOWED ||
			    allowed->movements[i].purpose == KEEL_PURPOSE_WAY_BACK);
	}
}

static void a_direction_rests_until_its_way_back(void **unused)
{
	(void)unused;
	const uint32_t both = 1u << KEEL_DIRECTION_FLEXION | 1u << KEEL_DIRECTION_EXTENSION;
	test_record record;
	test_ready(&record);
	spread(&record, names[0], "cat-cow", 0);
	int movement = 0;
	for (int day = 0; day <= 2; day++) {
		record.date = TEST_MONDAY + day;
		assert_int_equal(way_backs(&record, &movement), 0);
		no_resting_direction_is_allowed(&record, both);
		assert_int_equal(test_verdict(&record, "pelvic-tilt")->until_date, TEST_MONDAY + 3);
	}
	record.date = TEST_MONDAY + 3;
	assert_int_equal(way_backs(&record, &movement), 1);
	no_resting_direction_is_allowed(&record, both);
	const keel_movement *facts = &test_facts()->movements[movement];
	assert_true((facts->directions & 1u << KEEL_DIRECTION_FLEXION) != 0);
	assert_int_equal(facts->stage, KEEL_STAGE_CALM);
	const keel_movement_verdict *verdict = &test_judge(&record)->movements[movement];
	assert_int_equal(verdict->rung, 1);
	assert_true(verdict->dose.reps == 5 || verdict->dose.reps == 0);
	/* further out: three days more */
	test_item item = test_same(facts->id, 1);
	item.purpose = KEEL_PURPOSE_WAY_BACK;
	item.further = 1;
	test_one(&record, names[1], item, 3);
	record.date = TEST_MONDAY + 5; /* the other direction has its turn meanwhile */
	assert_int_equal(way_backs(&record, &movement), 1);
	assert_true((test_facts()->movements[movement].directions & 1u << KEEL_DIRECTION_FLEXION) ==
		    0);
	record.date = TEST_MONDAY + 6;
	assert_false(is_allowed(&record, "pelvic-tilt") && is_allowed(&record, "press-up"));
	movement = test_movement("pelvic-tilt");
	/* no further out: open again */
	item = test_same(test_facts()->movements[movement].id, 1);
	item.purpose = KEEL_PURPOSE_WAY_BACK;
	item.further = 0;
	test_one(&record, names[2], item, 3);
	record.date++;
	no_resting_direction_is_allowed(&record, 1u << KEEL_DIRECTION_EXTENSION);
	assert_true(is_allowed(&record, "single-knee-to-chest"));
}

static void without_an_answer_it_stays_shut(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	spread(&record, names[0], "half-moon", 0);
	record.date += 3;
	int movement = 0;
	assert_int_equal(way_backs(&record, &movement), 1);
	test_item item = test_same("half-moon", 1);
	item.purpose = KEEL_PURPOSE_WAY_BACK;
	item.change = -1;
	test_one(&record, names[1], item, 3);
	record.date++;
	assert_int_equal(way_backs(&record, &movement), 1); /* offered once more */
	assert_int_equal(movement, test_movement("half-moon"));
}

static void a_test_may_open_it_too(void **unused)
{
	(void)unused;
	for (int day = 2; day <= 3; day++) {
		test_record record;
		test_ready(&record);
		spread(&record, names[0], "half-moon", 0);
		record.date += day;
		keel_event event = test_event(KEEL_EVENT_DIRECTION_TEST);
		event.u.direction_test = (keel_event_direction_test){
			KEEL_DIRECTION_SIDE, 3, 3, KEEL_PLACE_THIGH, KEEL_PLACE_BUTTOCK, 5,
			KEEL_ABSENT};
		test_fold(&record, event);
		const keel_movement_verdict *verdict = test_verdict(&record, "half-moon");
		assert_int_equal(verdict->standing == KEEL_STANDING_ALLOWED &&
					 verdict->purpose == KEEL_PURPOSE_PLAN,
				 day == 3);
	}
	/* and shut one that never spread before */
	test_record record;
	test_ready(&record);
	keel_event event = test_event(KEEL_EVENT_DIRECTION_TEST);
	event.u.direction_test = (keel_event_direction_test){
		KEEL_DIRECTION_SIDE, 3, 3, KEEL_PLACE_BACK, KEEL_PLACE_BUTTOCK, 5, KEEL_ABSENT};
	test_fold(&record, event);
	assert_false(is_allowed(&record, "half-moon"));
}

static void without_a_direction_it_rests_itself(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	spread(&record, names[0], "quadruped-hip-extension", 0);
	for (int day = 0; day <= 4; day++) {
		record.date = TEST_MONDAY + day;
		assert_int_equal(test_verdict(&record, "quadruped-hip-extension")->why.rule ==
					 KEEL_RULE_PAIN_SPREAD,
				 day < 4);
	}
}

static void the_neutral_set_never_rests(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_one(&record, names[0], test_rise("brace-sitting", 3, 9, 0), 3);
	assert_int_equal(test_verdict(&record, "brace-sitting")->why.rule,
			 KEEL_RULE_PLAN_NEUTRAL_DONE);
	record.date++;
	assert_true(is_allowed(&record, "brace-sitting"));
	assert_int_equal(test_verdict(&record, "brace-sitting")->rung, 2); /* shorter */
	spread(&record, names[1], "brace-sitting", 4);
	record.date++;
	assert_true(is_allowed(&record, "brace-sitting"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rise_of_3_rests_three_dates),
		cmocka_unit_test(rise_of_2_by_settling_and_height),
		cmocka_unit_test(at_rung_1_the_easier_neighbour),
		cmocka_unit_test(rise_of_1_finishes_today_only),
		cmocka_unit_test(none_added_finishes_today),
		cmocka_unit_test(second_in_14_dates),
		cmocka_unit_test(one_count_a_date),
		cmocka_unit_test(third_in_42_dates),
		cmocka_unit_test(try_again_closes_only_a_third),
		cmocka_unit_test(what_is_clean_enough_of_the_easier),
		cmocka_unit_test(a_rise_after_the_word_rests_again),
		cmocka_unit_test(overlapping_rests_end_with_the_later),
		cmocka_unit_test(tests_lean_the_choice),
		cmocka_unit_test(a_direction_rests_until_its_way_back),
		cmocka_unit_test(without_an_answer_it_stays_shut),
		cmocka_unit_test(a_test_may_open_it_too),
		cmocka_unit_test(without_a_direction_it_rests_itself),
		cmocka_unit_test(the_neutral_set_never_rests),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
