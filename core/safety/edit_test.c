/* Goal: a clinician's hand reaches as far as its bounds, and no further: numbers, doses, end dates;
 * in doubt of the clock it can only lower; nothing it does lifts a lock.
 * Method: both sides of every bound, for every number there is; each edit once with a doubtful
 * clock.
 */
#include "core/safety/test_judge.h"

static keel_event edit_of(int edit, const char *movement)
{
	keel_event event = test_event(KEEL_EVENT_CLINICIAN_EDIT);
	event.u.clinician_edit = (keel_event_clinician_edit){
		.edit = edit,
		.movement = test_text(movement),
		.gate = KEEL_ABSENT,
		.until_date = KEEL_ABSENT,
		.sets = KEEL_ABSENT,
		.reps = KEEL_ABSENT,
		.hold_s = KEEL_ABSENT,
		.work_s = KEEL_ABSENT,
		.rest_s = KEEL_ABSENT,
		.load_hg = KEEL_ABSENT,
		.threshold = KEEL_ABSENT,
		.value = KEEL_ABSENT,
		.role = test_text("physiotherapist"),
		.name = test_text("A. Example"),
		.reason = test_text("examined"),
	};
	return event;
}

static void set_number(test_record *record, keel_tunable tunable, int value, int32_t until_date)
{
	keel_event event = edit_of(KEEL_EDIT_THRESHOLD, "");
	event.u.clinician_edit.threshold = (int32_t)tunable;
	event.u.clinician_edit.value = value;
	event.u.clinician_edit.until_date = until_date;
	test_fold(record, event);
}

static int number_of(const test_record *record, keel_tunable tunable, int32_t date)
{
	return keel_state_tuned(&record->state, tunable, date);
}

static void every_number_keeps_its_bounds(void **unused)
{
	(void)unused;
	for (int i = 0; i < KEEL_TUNABLE_COUNT; i++) {
		const keel_tunable_bounds *bounds = &keel_tunables[i];
		assert_true(bounds->least <= bounds->usual && bounds->usual <= bounds->most);
		assert_true(bounds->least < bounds->most);
		assert_true(bounds->gentler == 1 || bounds->gentler == -1);
		const keel_threshold *row = keel_tunable_threshold((keel_tunable)i);
		assert_non_null(row);
		assert_int_equal(row->value, bounds->usual);
		for (int value = bounds->least - 2; value <= bounds->most + 2; value++) {
			test_record record;
			test_ready(&record);
			set_number(&record, (keel_tunable)i, value, KEEL_ABSENT);
			bool inside = value >= bounds->least && value <= bounds->most;
			assert_int_equal(number_of(&record, (keel_tunable)i, TEST_MONDAY + 400),
					 inside ? value : bounds->usual);
		}
	}
}

static void a_number_holds_until_its_last_date(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	set_number(&record, KEEL_TUNABLE_CLEAN_TO_RISE, 4, TEST_MONDAY + 5);
	assert_int_equal(number_of(&record, KEEL_TUNABLE_CLEAN_TO_RISE, TEST_MONDAY + 5), 4);
	assert_int_equal(number_of(&record, KEEL_TUNABLE_CLEAN_TO_RISE, TEST_MONDAY + 6),
			 KEEL_CLEAN_TO_RISE);
}

static void in_doubt_a_number_only_becomes_gentler(void **unused)
{
	(void)unused;
	for (int i = 0; i < KEEL_TUNABLE_COUNT; i++) {
		const keel_tunable_bounds *bounds = &keel_tunables[i];
		for (int from = bounds->least; from <= bounds->most; from++) {
			for (int to = bounds->least; to <= bounds->most; to++) {
				test_record record;
				test_ready(&record);
				set_number(&record, (keel_tunable)i, from, TEST_MONDAY + 9);
				record.doubt = true;
				set_number(&record, (keel_tunable)i, to, TEST_MONDAY + 2);
				bool gentler = (to - from) * bounds->gentler > 0;
				int now = number_of(&record, (keel_tunable)i, TEST_MONDAY + 9);
				assert_int_equal(now, gentler ? to : from);
			}
		}
	}
}

static bool gate_opens(int32_t until_date)
{
	test_record record;
	test_ready(&record);
	keel_event has = test_event(KEEL_EVENT_CONDITION);
	has.u.condition =
		(keel_event_condition){KEEL_CONDITION_VERTEBRAL_FRACTURE, 1, KEEL_ABSENT};
	test_fold(&record, has);
	keel_event event = edit_of(KEEL_EDIT_OVERRIDE_GATE, "seated-twist");
	event.u.clinician_edit.gate = KEEL_GATE_END_TWIST;
	event.u.clinician_edit.until_date = until_date;
	test_fold(&record, event);
	const keel_movement_verdict *verdict = test_verdict(&record, "seated-twist");
	bool said = verdict->caution_count == 1 &&
		    verdict->cautions[0].rule == KEEL_RULE_CLINICIAN_OVERRIDE;
	assert_int_equal(verdict->at_hand, said);
	return verdict->at_hand;
}

static void an_override_has_an_end_within_twelve_weeks(void **unused)
{
	(void)unused;
	assert_false(gate_opens(KEEL_ABSENT));
	assert_false(gate_opens(TEST_MONDAY - 1));
	assert_true(gate_opens(TEST_MONDAY));
	assert_true(gate_opens(TEST_MONDAY + KEEL_OVERRIDE_DAYS_MAX));
	assert_false(gate_opens(TEST_MONDAY + KEEL_OVERRIDE_DAYS_MAX + 1));
}

static const char *fault(const keel_event *event, const char **field)
{
	return keel_safety_edit_fault(test_facts(), &event->u.clinician_edit, TEST_MONDAY, field);
}

static void a_dose_stays_on_the_ladder(void **unused)
{
	(void)unused;
	const keel_movement *facts = &test_facts()->movements[test_movement("cat-cow")];
	int32_t least = facts->rungs[0].reps, most = facts->rungs[facts->rung_count - 1].reps;
	const char *field = NULL;
	for (int32_t reps = least - 1; reps <= most + 1; reps++) {
		keel_event event = edit_of(KEEL_EDIT_DOSE, "cat-cow");
		event.u.clinician_edit.reps = reps;
		bool inside = reps >= least && reps <= most;
		assert_int_equal(fault(&event, &field) == NULL, inside);
		if (!inside)
			assert_string_equal(field, "reps");
	}
	keel_event event = edit_of(KEEL_EDIT_DOSE, "cat-cow");
	assert_non_null(fault(&event, &field));
	assert_string_equal(field, "sets");
	event = edit_of(KEEL_EDIT_PRESCRIBE, "no-such-movement");
	assert_non_null(fault(&event, &field));
	assert_string_equal(field, "movement");
	event = edit_of(KEEL_EDIT_PRESCRIBE, "cat-cow");
	assert_null(fault(&event, &field));
	event = edit_of(KEEL_EDIT_THRESHOLD, "");
	assert_non_null(fault(&event, &field));
	assert_string_equal(field, "threshold");
}

/* For every ladder and every dose within it: the rung taken is the highest that no variable
 * passes, and never less than the first. */
static void the_rung_of_a_dose_is_never_above_it(void **unused)
{
	(void)unused;
	for (int m = 0; m < test_facts()->movement_count; m++) {
		const keel_movement *facts = &test_facts()->movements[m];
		for (int r = 0; r < facts->rung_count; r++) {
			keel_dose most = facts->rungs[r];
			int rung = keel_safety_dose_rung_most(facts, &most);
			assert_true(rung >= r + 1 || facts->rungs[r].lever > 0);
			most.sets = 0;
			assert_int_equal(keel_safety_dose_rung_most(facts, &most), 1);
		}
		keel_dose open = {-1, -1, -1, -1, -1, -1, -1};
		assert_int_equal(keel_safety_dose_rung_most(facts, &open), facts->rung_count);
	}
}

static void in_doubt_an_edit_only_lowers(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	keel_event event = edit_of(KEEL_EDIT_DOSE, "cat-cow");
	event.u.clinician_edit.reps = 8;
	test_fold(&record, event);
	record.doubt = true;
	event.u.clinician_edit.reps = 5;
	test_fold(&record, event);
	event.u.clinician_edit.reps = 8;
	test_fold(&record, event);
	test_fold(&record, edit_of(KEEL_EDIT_PRESCRIBE, "half-moon"));
	test_fold(&record, edit_of(KEEL_EDIT_PIN, "half-moon"));
	const keel_movement_state *cat = keel_state_movement(&record.state, "cat-cow", 7);
	assert_int_equal(cat->dose_most.reps, 5);
	assert_null(keel_state_movement(&record.state, "half-moon", 9));
	test_fold(&record, edit_of(KEEL_EDIT_FORBID, "cat-cow"));
	assert_int_equal(test_verdict(&record, "cat-cow")->why.rule, KEEL_RULE_CLINICIAN_FORBIDS);
}

static void the_list_keeps_the_order_it_was_given_in(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_fold(&record, edit_of(KEEL_EDIT_PRESCRIBE, "half-moon"));
	test_fold(&record, edit_of(KEEL_EDIT_PRESCRIBE, "cat-cow"));
	test_fold(&record, edit_of(KEEL_EDIT_PRESCRIBE, "child-pose"));
	keel_event again = edit_of(KEEL_EDIT_PRESCRIBE, "half-moon");
	again.u.clinician_edit.until_date = TEST_MONDAY + 1;
	test_fold(&record, again);
	const keel_allowed *allowed = test_judge(&record);
	assert_int_equal(allowed->programme, KEEL_PROGRAMME_CLINICIAN);
	assert_int_equal(allowed->prescribed_count, 3);
	assert_int_equal(allowed->prescribed[0], test_movement("cat-cow"));
	assert_int_equal(allowed->prescribed[1], test_movement("child-pose"));
	assert_int_equal(allowed->prescribed[2], test_movement("half-moon"));
	record.date = TEST_MONDAY + 2;
	assert_int_equal(test_judge(&record)->prescribed_count, 2);
}

static void no_edit_lifts_a_lock(void **unused)
{
	(void)unused;
	for (int edit = 0; edit < KEEL_EDIT_COUNT; edit++) {
		test_record record;
		test_ready(&record);
		test_answer(&record, "saddle", KEEL_TIER_EMERGENCY, KEEL_ANSWER_YES, 1);
		keel_event event = edit_of(edit, "cat-cow");
		event.u.clinician_edit.gate = KEEL_GATE_END_FLEXION;
		event.u.clinician_edit.until_date = TEST_MONDAY + 1;
		event.u.clinician_edit.reps = 5;
		event.u.clinician_edit.threshold = KEEL_TUNABLE_RISE_STOP;
		event.u.clinician_edit.value = 3;
		test_fold(&record, event);
		assert_true(test_judge(&record)->locked);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_number_keeps_its_bounds),
		cmocka_unit_test(a_number_holds_until_its_last_date),
		cmocka_unit_test(in_doubt_a_number_only_becomes_gentler),
		cmocka_unit_test(an_override_has_an_end_within_twelve_weeks),
		cmocka_unit_test(a_dose_stays_on_the_ladder),
		cmocka_unit_test(the_rung_of_a_dose_is_never_above_it),
		cmocka_unit_test(in_doubt_an_edit_only_lowers),
		cmocka_unit_test(the_list_keeps_the_order_it_was_given_in),
		cmocka_unit_test(no_edit_lifts_a_lock),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
