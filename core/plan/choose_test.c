/* Goal: the personal choice is the best there is, whatever the constraints, and says when it is not
 * proved.
 * Method: the search against plain enumeration of every subset, on thousands of made-up candidate
 * lists of 1 to 14 movements of the fixture, with made-up scores, lengths, kinds and forced ones.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/plan/plan_inside.h"
#include "core/state/test_facts.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_to_brute_force),
		cmocka_unit_test(the_whole_list_is_proved),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
