/* How long things take. Goal: every part of a timed item is counted once. Method: small movements
 * made by hand, the sum worked out in the comment.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/catalogue/catalogue.h"

static const keel_phase two_ways[] = {
	{.length_ms = 3000}, {.hold = true, .length_ms = 1000}, {.length_ms = 2500}};
static const keel_phase with_hold[] = {
	{.length_ms = 4000}, {.hold = true, .dose_length = true}, {.length_ms = 3000}};

static keel_movement movement_of(const keel_phase *phases, int phase_count, keel_sides sides)
{
	return (keel_movement){.phases = phases,
			       .phase_count = phase_count,
			       .sides = (uint8_t)sides,
			       .set_up_ms = 10000};
}

static void test_counted(void **state)
{
	(void)state;
	keel_movement m = movement_of(two_ways, 3, KEEL_SIDES_NONE);
	keel_dose dose = {.sets = 2, .reps = 5, .rest_s = 20};
	assert_int_equal(keel_movement_rep_ms(&m, &dose), 6500);
	/* 2 × 5 × 6.5 = 65; set-up 10, one rest 20 */
	assert_int_equal(keel_movement_working_s(&m, &dose), 65);
	assert_int_equal(keel_movement_total_s(&m, &dose), 95);
}

static void test_parts_of_a_second_round_up(void **state)
{
	(void)state;
	keel_movement m = movement_of(two_ways, 3, KEEL_SIDES_NONE);
	keel_dose dose = {.sets = 1, .reps = 1};
	assert_int_equal(keel_movement_working_s(&m, &dose), 7);
}

static void test_alternate_has_no_pause(void **state)
{
	(void)state;
	keel_movement m = movement_of(two_ways, 3, KEEL_SIDES_ALTERNATE);
	keel_dose dose = {.sets = 1, .reps = 5};
	/* 2 sides × 5 × 6.5 = 65 */
	assert_int_equal(keel_movement_working_s(&m, &dose), 65);
	assert_int_equal(keel_movement_side_pause_s(&m, &dose), 0);
	assert_int_equal(keel_movement_total_s(&m, &dose), 75);
}

static void test_hold_is_one_repetition(void **state)
{
	(void)state;
	keel_movement m = movement_of(with_hold, 3, KEEL_SIDES_ONE_THEN_OTHER);
	keel_dose dose = {.sets = 1, .hold_s = 60};
	/* 2 × (4 + 60 + 3) = 134; set-up 10, side change 10 */
	assert_int_equal(keel_movement_working_s(&m, &dose), 134);
	assert_int_equal(keel_movement_total_s(&m, &dose), 154);
}

/* S0.dose: 20 s a side, 20 s between each, three sets. */
static void test_donkey_kick(void **state)
{
	(void)state;
	keel_movement m = movement_of(two_ways, 3, KEEL_SIDES_ONE_THEN_OTHER);
	keel_dose dose = {.sets = 3, .work_s = 20, .rest_s = 20};
	m.rest_each_side = true;
	assert_int_equal(keel_movement_working_s(&m, &dose), 120);
	assert_int_equal(keel_movement_side_pause_s(&m, &dose), 20);
	assert_int_equal(keel_movement_set_pause_s(&m, &dose), 20);
	/* 120 work, 5 rests of 20, set-up 10 */
	assert_int_equal(keel_movement_total_s(&m, &dose), 230);
}

static void test_short_rest_leaves_time_to_turn(void **state)
{
	(void)state;
	keel_movement m = movement_of(two_ways, 3, KEEL_SIDES_ONE_THEN_OTHER);
	keel_dose dose = {.sets = 2, .reps = 1, .rest_s = 5};
	assert_int_equal(keel_movement_side_pause_s(&m, &dose), KEEL_SIDE_CHANGE_S);
	assert_int_equal(keel_movement_set_pause_s(&m, &dose), KEEL_SIDE_CHANGE_S);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counted),
		cmocka_unit_test(test_parts_of_a_second_round_up),
		cmocka_unit_test(test_alternate_has_no_pause),
		cmocka_unit_test(test_hold_is_one_repetition),
		cmocka_unit_test(test_donkey_kick),
		cmocka_unit_test(test_short_rest_leaves_time_to_turn),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
