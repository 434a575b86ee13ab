/* Goal: the second pass takes away what safety does not allow, lowers what is too high, and never
 * raises anything. Method: a plan that is right passes untouched; then each thing that can be wrong
 * with it is made wrong, one at a time, the weekly cap and the two steps a session included.
 */
#include "core/safety/test_judge.h"

static keel_allowed allowed;
static keel_prescription plan;
static test_record record;

static void plan_of(const char *const ids[], int count)
{
	test_ready(&record);
	allowed = *test_judge(&record);
	plan = (keel_prescription){.date = record.date, .item_count = count};
	for (int i = 0; i < count; i++) {
		int movement = test_movement(ids[i]);
		const keel_movement *facts = &test_facts()->movements[movement];
		keel_movement_verdict *verdict = &allowed.movements[movement];
		verdict->standing = KEEL_STANDING_ALLOWED;
		verdict->rung = 3;
		verdict->hold_rung = 2;
		verdict->steps_up = true;
		verdict->dose = facts->rungs[2];
		plan.items[i] = (keel_item){.movement = (int16_t)movement,
					    .rung = 3,
					    .steps_up = true,
					    .dose = facts->rungs[2],
					    .working_s = 60,
					    .total_s = 90};
	}
}

static int pass(void)
{
	return keel_safety_check(test_facts(), &record.state, &allowed, &plan);
}

static const char *const two[] = {"cat-cow", "plank"};
static const char *const three[] = {"cat-cow", "plank", "child-pose"};

static void what_is_right_stays(void **state)
{
	(void)state;
	plan_of(two, 2);
	assert_int_equal(pass(), 0);
	assert_int_equal(plan.item_count, 2);
	assert_int_equal(plan.items[0].rung, 3);
	assert_int_equal(plan.shrunk_count, 0);
}

static void a_lock_leaves_nothing(void **state)
{
	(void)state;
	plan_of(two, 2);
	allowed.locked = true;
	assert_int_equal(pass(), 2);
	assert_int_equal(plan.item_count, 0);
	assert_int_equal(plan.withheld_count, 2);
	assert_int_equal(plan.withheld[0].why.rule, KEEL_RULE_PLAN_SECOND_PASS);
	assert_int_equal(plan.shrunk_count, 2);
}

static void what_may_not_stand_goes(void **state)
{
	(void)state;
	for (int wrong = 0; wrong < 5; wrong++) {
		plan_of(two, 2);
		keel_item *item = &plan.items[0];
		if (wrong == 0)
			allowed.movements[item->movement].standing = KEEL_STANDING_SOFT;
		else if (wrong == 1)
			item->rung = 0;
		else if (wrong == 2)
			item->rung = (int16_t)(test_facts()->movements[item->movement].rung_count +
					       1);
		else
			item->movement = wrong == 3 ? -1 : (int16_t)test_facts()->movement_count;
		assert_int_equal(pass(), 1);
		assert_int_equal(plan.item_count, 1);
		assert_int_equal(plan.items[0].movement, test_movement("plank"));
		assert_int_equal(plan.withheld_count, 1);
	}
}

static void what_is_too_high_is_lowered(void **state)
{
	(void)state;
	for (int variable = 0; variable < 7; variable++) {
		plan_of(two, 2);
		keel_dose *dose = &plan.items[1].dose;
		int16_t *const variables[] = {&dose->sets,   &dose->reps,    &dose->hold_s,
					      &dose->work_s, &dose->load_hg, &dose->lever};
		if (variable < 6)
			(*variables[variable])++;
		else
			plan.items[1].rung = 4;
		assert_int_equal(pass(), 1);
		assert_int_equal(plan.items[1].rung, 2);
		assert_false(plan.items[1].steps_up);
		assert_int_equal(plan.items[1].dose_why.rule, KEEL_RULE_PLAN_SECOND_PASS);
		assert_int_equal(plan.items[0].rung, 3);
	}
}

/* A wrong dose on a low rung is put right on that rung: the second pass never raises. */
static void lowering_never_raises(void **state)
{
	(void)state;
	plan_of(two, 2);
	plan.items[1].rung = 1;
	plan.items[1].dose.sets = 90;
	assert_int_equal(pass(), 1);
	assert_int_equal(plan.items[1].rung, 1);
	const keel_movement *facts = &test_facts()->movements[plan.items[1].movement];
	assert_memory_equal(&plan.items[1].dose, &facts->rungs[0], sizeof(keel_dose));
}

static void two_steps_a_session(void **state)
{
	(void)state;
	plan_of(three, 3);
	assert_int_equal(pass(), 1);
	assert_int_equal(plan.items[1].rung, 3);
	assert_int_equal(plan.items[2].rung, 2);
}

/* Done 100 s, best 150 s, cap 195 s; a set of this step is 60 / sets. */
static void the_weekly_cap(void **state)
{
	(void)state;
	for (int kind = 0; kind < 5; kind++) {
		plan_of(two, 2);
		int32_t set_s = 60 / plan.items[1].dose.sets;
		keel_movement_verdict *verdict = &allowed.movements[plan.items[1].movement];
		for (int i = 0; i < allowed.movement_count; i++)
			allowed.movements[i].capped = false;
		verdict->capped = kind != 3;
		allowed.week_capped = kind != 4;
		allowed.week_best_s = 150;
		allowed.week_cap_s = kind == 2 ? 150 + set_s + 5 : 150;
		allowed.week_done_s = 150 + set_s - 60 + (kind == 0 ? 0 : kind == 2 ? 5 : 1);
		bool lowered = kind == 1;
		assert_int_equal(pass(), lowered);
		assert_int_equal(plan.items[1].rung, lowered ? 2 : 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_right_stays),
		cmocka_unit_test(a_lock_leaves_nothing),
		cmocka_unit_test(what_may_not_stand_goes),
		cmocka_unit_test(what_is_too_high_is_lowered),
		cmocka_unit_test(lowering_never_raises),
		cmocka_unit_test(two_steps_a_session),
		cmocka_unit_test(the_weekly_cap),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
