/* Goal: the steps of an item are the right ones in the right order and add up to what the catalogue
 * says it takes. Method: hand-written step lists for each kind of movement; then every movement at
 * many doses against keel_movement_total_s, which is written independently.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "core/coach/test_catalogue.h"
#include "core/coach/timeline.h"

static const keel_movement *movement_of(test_movement which)
{
	return &test_catalogue()->movements[which];
}

typedef struct step {
	keel_timeline_kind kind;
	int phase;
	int side;
	int32_t length_ms;
} step;

static void expect_steps(test_movement which, const keel_dose *dose, const step *steps,
			 int step_count)
{
	const keel_movement *movement = movement_of(which);
	keel_timeline_place place = keel_timeline_start(movement, dose);
	for (int i = 0; i < step_count; i++) {
		assert_int_equal(place.kind, steps[i].kind);
		assert_int_equal(keel_timeline_step_ms(movement, dose, &place), steps[i].length_ms);
		if (place.kind == KEEL_TIMELINE_PHASE) {
			assert_int_equal(place.phase, steps[i].phase);
			assert_int_equal(keel_timeline_side(movement, &place), steps[i].side);
		}
		if (keel_timeline_next(movement, dose, steps[i].length_ms, &place).set)
			keel_timeline_leave_set(movement, dose, &place);
	}
	assert_int_equal(place.kind, KEEL_TIMELINE_END);
}

static void counted_repetitions_go_through_phases(void **state)
{
	(void)state;
	keel_dose dose = {.sets = 2, .reps = 1, .rest_s = 20};
	const step steps[] = {{KEEL_TIMELINE_SET_UP, 0, 0, 15000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_BOTH, 3000},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_BOTH, 1000},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_BOTH, 3000},
			      {KEEL_TIMELINE_PHASE, 3, KEEL_SIDE_BOTH, 1000},
			      {KEEL_TIMELINE_REST, 0, 0, 20000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_BOTH, 3000},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_BOTH, 1000},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_BOTH, 3000},
			      {KEEL_TIMELINE_PHASE, 3, KEEL_SIDE_BOTH, 1000}};
	expect_steps(TEST_CAT_COW, &dose, steps, 10);
}

static void alternating_sides_take_turns_without_a_pause(void **state)
{
	(void)state;
	keel_dose dose = {.sets = 1, .reps = 2};
	const step steps[] = {{KEEL_TIMELINE_SET_UP, 0, 0, 8000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_LEFT, 2500},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_LEFT, 1500},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_LEFT, 2000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_RIGHT, 2500},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_RIGHT, 1500},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_RIGHT, 2000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_LEFT, 2500},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_LEFT, 1500},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_LEFT, 2000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_RIGHT, 2500},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_RIGHT, 1500},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_RIGHT, 2000}};
	expect_steps(TEST_HALF_MOON, &dose, steps, 13);
}

static void holds_last_as_the_dose_says_and_sides_change_with_a_pause(void **state)
{
	(void)state;
	keel_dose dose = {.sets = 1, .hold_s = 30};
	const step steps[] = {{KEEL_TIMELINE_SET_UP, 0, 0, 15000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_LEFT, 4000},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_LEFT, 30000},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_LEFT, 3000},
			      {KEEL_TIMELINE_SIDE_CHANGE, 0, 0, 10000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_RIGHT, 4000},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_RIGHT, 30000},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_RIGHT, 3000}};
	expect_steps(TEST_STRETCH, &dose, steps, 8);
}

/* 2.3 s a repetition: two whole ones fit into 5 s, then 0.4 s of stillness; nobody is stopped in
 * mid-air. */
static void a_timed_set_leads_whole_repetitions(void **state)
{
	(void)state;
	keel_dose dose = {.sets = 1, .work_s = 5, .rest_s = 20};
	const step steps[] = {{KEEL_TIMELINE_SET_UP, 0, 0, 20000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_LEFT, 700},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_LEFT, 300},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_LEFT, 1300},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_LEFT, 700},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_LEFT, 300},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_LEFT, 1300},
			      {KEEL_TIMELINE_STILL, 0, 0, 400},
			      {KEEL_TIMELINE_SIDE_CHANGE, 0, 0, 20000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_RIGHT, 700},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_RIGHT, 300},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_RIGHT, 1300},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_RIGHT, 700},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_RIGHT, 300},
			      {KEEL_TIMELINE_PHASE, 2, KEEL_SIDE_RIGHT, 1300},
			      {KEEL_TIMELINE_STILL, 0, 0, 400}};
	expect_steps(TEST_KICK, &dose, steps, 16);
}

/* A repetition longer than the time is begun, and cut by the clock. */
static void a_repetition_that_never_fits_is_cut_by_the_clock(void **state)
{
	(void)state;
	keel_dose dose = {.sets = 1, .work_s = 9};
	const step steps[] = {{KEEL_TIMELINE_SET_UP, 0, 0, 10000},
			      {KEEL_TIMELINE_PHASE, 0, KEEL_SIDE_BOTH, 5000},
			      {KEEL_TIMELINE_PHASE, 1, KEEL_SIDE_BOTH, 4000}};
	expect_steps(TEST_ROLL, &dose, steps, 3);
}

static int32_t ceil_s(int64_t ms)
{
	return (int32_t)((ms + 999) / 1000);
}

static void steps_add_up_to_what_the_catalogue_says(void **state)
{
	(void)state;
	for (int which = 0; which < TEST_MOVEMENT_COUNT; which++) {
		const keel_movement *movement = movement_of((test_movement)which);
		for (int16_t sets = 1; sets <= 4; sets++)
			for (int16_t reps = 0; reps <= 12; reps++)
				for (int16_t hold_s = 0; hold_s <= 60; hold_s += 7)
					for (int16_t work_s = 0; work_s <= 90; work_s += 9)
						for (int16_t rest_s = 0; rest_s <= 30;
						     rest_s += 15) {
							keel_dose dose = {.sets = sets,
									  .reps = reps,
									  .hold_s = hold_s,
									  .work_s = work_s,
									  .rest_s = rest_s};
							int64_t total_ms = keel_timeline_total_ms(
								movement, &dose);
							assert_int_equal(ceil_s(total_ms),
									 keel_movement_total_s(
										 movement, &dose));
						}
	}
}

static void a_timeline_goes_on_after_the_bouts_that_are_done(void **state)
{
	(void)state;
	keel_dose dose = {.sets = 3, .work_s = 20, .rest_s = 20};
	const keel_movement *kick = movement_of(TEST_KICK);
	assert_int_equal(keel_timeline_bout_count(kick, &dose), 6);
	for (int done = 0; done < 6; done++) {
		keel_timeline_place place = keel_timeline_start_after(kick, &dose, done);
		assert_int_equal(place.kind, KEEL_TIMELINE_SET_UP);
		assert_int_equal(keel_timeline_bout_index(kick, &place), done);
	}
	assert_int_equal(keel_timeline_start_after(kick, &dose, 6).kind, KEEL_TIMELINE_END);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counted_repetitions_go_through_phases),
		cmocka_unit_test(alternating_sides_take_turns_without_a_pause),
		cmocka_unit_test(holds_last_as_the_dose_says_and_sides_change_with_a_pause),
		cmocka_unit_test(a_timed_set_leads_whole_repetitions),
		cmocka_unit_test(a_repetition_that_never_fits_is_cut_by_the_clock),
		cmocka_unit_test(steps_add_up_to_what_the_catalogue_says),
		cmocka_unit_test(a_timeline_goes_on_after_the_bouts_that_are_done),
	};
	return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
