/* Goal: the personal choice is the best there is, whatever the constraints, and says when it is not
 * proved.
 * Method: the search against plain enumeration of every subset, on thousands of made-up candidate
 * lists of 1 to 14 movements of the fixture, with made-up scores, lengths, kinds and forced ones.
 * What must be in and does not fit together is made by hand: every count and every minute.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/plan/plan_inside.h"
#include "core/state/test_facts.h"
#include "core/state/test_record.h"

static uint64_t random_state = 1;

static int random_under(int limit)
{
	/* xorshift64* (Vigna 2016): the same numbers on every machine. */
	random_state ^= random_state >> 12;
	random_state ^= random_state << 25;
	random_state ^= random_state >> 27;
	return (int)((random_state * 0x2545f4914f6cdd1du >> 33) % (uint64_t)limit);
}

static keel_choice_input make_input(int count)
{
	keel_choice_input input = {.count_max = 1 + random_under(6),
				   .budget_s = 100 + random_under(900)};
	for (int i = 0; i < count; i++) {
		int place = input.candidate_count++;
		input.score[place] = 200 - random_under(300);
		input.candidates[place] = (int16_t)((i * 7 + 3) % test_facts()->movement_count);
	}
	for (int i = 0; i < count; i++) {
		input.cost_s[i] = 30 + random_under(300);
		input.kinds[i] = (uint8_t)random_under(4);
		input.forced[i] = random_under(12) == 0;
	}
	input.kinds_wanted = (uint8_t)random_under(4);
	return input;
}

static int32_t brute_force(const keel_planner *planner, const keel_choice_input *input)
{
	int32_t best = INT32_MIN;
	for (uint32_t set = 1; set < 1u << input->candidate_count; set++) {
		int32_t value = 0, cost_s = 0, forced = 0, count = 0;
		uint8_t kinds = 0;
		for (int i = 0; i < input->candidate_count; i++) {
			if ((set >> i & 1) == 0)
				continue;
			count++;
			value += input->score[i];
			cost_s += input->cost_s[i];
			forced += input->forced[i] ? 1 : 0;
			kinds |= input->kinds[i];
			for (int k = 0; k < i; k++)
				if ((set >> k & 1) == 1)
					value += keel_plan_pair(planner, input->candidates[k],
								input->candidates[i]);
		}
		bool fits = count <= input->count_max && cost_s <= input->budget_s &&
			    forced == input->forced_count &&
			    (kinds & input->kinds_wanted) == input->kinds_wanted;
		if (fits && value > best)
			best = value;
	}
	return best;
}

static void equal_to_brute_force(void **state)
{
	(void)state;
	static keel_allowed allowed;
	keel_planner planner = {.catalogue = test_facts(), .allowed = &allowed};
	int found = 0;
	for (int round = 0; round < 3000; round++) {
		keel_choice_input input = make_input(1 + random_under(14));
		keel_plan_order(&planner, &input);
		keel_choice choice = keel_plan_search(&planner, &input);
		assert_false(choice.stopped);
		assert_int_equal(choice.value, brute_force(&planner, &input));
		found += choice.value != INT32_MIN ? 1 : 0;
	}
	assert_true(found > 1000);
}

/* The whole fixture and six places: proved within the bound of nodes. */
static void the_whole_list_is_proved(void **state)
{
	(void)state;
	static keel_allowed allowed;
	keel_planner planner = {.catalogue = test_facts(), .allowed = &allowed};
	for (int round = 0; round < 50; round++) {
		keel_choice_input input = make_input(test_facts()->movement_count);
		input.count_max = 6;
		input.budget_s = 1200;
		keel_plan_order(&planner, &input);
		assert_false(keel_plan_search(&planner, &input).stopped);
	}
}

/* ---- what must be in ---------------------------------------------------------------------- */

typedef struct held_day {
	test_record record;
	keel_allowed allowed;
	keel_prescription plan;
	int back, first_pin, last_pin, step;
} held_day;

static void pin(held_day *day, const char *id)
{
	keel_event event = test_event(KEEL_EVENT_CLINICIAN_EDIT);
	event.u.clinician_edit.edit = KEEL_EDIT_PIN;
	event.u.clinician_edit.movement = test_text(id);
	event.u.clinician_edit.until_date = KEEL_ABSENT;
	test_fold(&day->record, event);
}

/* A way back, two pins and S2's step; everything else allowed at its first rung. */
static held_day *make_day(int programme)
{
	static held_day day;
	memset(&day, 0, sizeof day);
	test_begin(&day.record, TEST_MONDAY);
	day.back = test_movement("seated-twist");
	day.first_pin = test_movement("hip-flexor-stretch");
	day.last_pin = test_movement("half-moon");
	day.step = test_movement("segmental-roll");
	pin(&day, "hip-flexor-stretch");
	pin(&day, "half-moon");
	day.allowed.date = TEST_MONDAY;
	day.allowed.programme = (int16_t)programme;
	day.allowed.stage = day.allowed.stage_today = KEEL_STAGE_RESTORE;
	day.allowed.sequence_next = (int16_t)day.step;
	day.allowed.movement_count = test_facts()->movement_count;
	for (int i = 0; i < day.allowed.movement_count; i++) {
		keel_movement_verdict *verdict = &day.allowed.movements[i];
		verdict->rung = verdict->hold_rung = 1;
		verdict->dose = test_facts()->movements[i].rungs[0];
		verdict->instead = KEEL_NO_MOVEMENT;
	}
	day.allowed.movements[day.back].purpose = KEEL_PURPOSE_WAY_BACK;
	return &day;
}

static bool in_plan(const held_day *day, int movement)
{
	for (int i = 0; i < day->plan.item_count; i++)
		if (day->plan.items[i].movement == movement)
			return true;
	return false;
}

static void plan_day(held_day *day, int exercises_max, int minutes)
{
	day->record.state.exercises_max = exercises_max;
	day->record.state.minutes = minutes;
	keel_plan_make(test_facts(), &day->record.state, &day->allowed, 1, &day->plan);
}

static int32_t plan_s(const held_day *day)
{
	int32_t total_s = 0;
	for (int i = 0; i < day->plan.item_count; i++)
		total_s += day->plan.items[i].total_s;
	return total_s;
}

static void given_up_one_at_a_time(void **state)
{
	(void)state;
	held_day *day = make_day(-1);
	for (int count = 1; count <= 6; count++) {
		plan_day(day, count, 30);
		assert_int_equal(day->plan.item_count, count);
		assert_true(in_plan(day, day->back));
		assert_int_equal(in_plan(day, day->last_pin), count >= 2);
		assert_int_equal(in_plan(day, day->first_pin), count >= 3);
		assert_int_equal(in_plan(day, day->step), count >= 4);
	}
	day->allowed.movements[day->back].purpose = KEEL_PURPOSE_PLAN;
	day->allowed.movements[day->back].standing = KEEL_STANDING_WITHHELD;
	plan_day(day, 1, 30);
	assert_true(in_plan(day, day->last_pin));
}

/* A pin that is longer than the session takes nothing else with it, the two kinds neither. */
static void a_pin_too_long_goes_alone(void **state)
{
	(void)state;
	held_day *day = make_day(-1);
	day->allowed.movements[day->last_pin].dose.sets = 60;
	plan_day(day, 5, 12);
	assert_false(in_plan(day, day->last_pin));
	assert_true(in_plan(day, day->back) && in_plan(day, day->first_pin));
	assert_true(in_plan(day, day->step));
}

static void a_programme_makes_room(void **state)
{
	(void)state;
	for (int minutes = 1; minutes <= 20; minutes++) {
		held_day *day = make_day(1);
		day->allowed.movements[day->back].purpose = KEEL_PURPOSE_PLAN;
		day->back = test_movement("press-up"); /* not of the programme */
		day->allowed.movements[day->back].purpose = KEEL_PURPOSE_WAY_BACK;
		plan_day(day, 6, minutes);
		assert_int_equal(day->plan.items[0].movement, test_movement("cat-cow"));
		if (day->plan.item_count > 1) {
			assert_in_range(plan_s(day), 1, minutes * 60);
			assert_true(in_plan(day, day->back));
		}
		if (minutes == 20)
			assert_int_equal(day->plan.item_count, 7);
		if (in_plan(day, day->first_pin) && !in_plan(day, day->last_pin))
			assert_true(plan_s(day) > minutes * 60 - 120);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_to_brute_force),
		cmocka_unit_test(the_whole_list_is_proved),
		cmocka_unit_test(given_up_one_at_a_time),
		cmocka_unit_test(a_pin_too_long_goes_alone),
		cmocka_unit_test(a_programme_makes_room),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
