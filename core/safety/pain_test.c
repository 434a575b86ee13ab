/* Goal: the pain table of C2 decides every combination as the text says.
 * Method: a second reading of the table, written as the text is (rows of conditions), is compared
 * with the function over every input: rise -10..10, during unknown and 0..10, settled known or not,
 * further, none-added, neutral. Then both sides of each bound by name.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/safety/safety.h"

/* The rows, top to bottom, as the paper has them. */
static keel_rule row_of(const keel_pain_input *in)
{
	bool settled = in->settled_known && in->settled;
	if (in->further)
		return KEEL_RULE_PAIN_SPREAD;
	if (in->rise >= 3)
		return KEEL_RULE_PAIN_RISE_3;
	if (in->during >= 8 && in->rise == 2 && !settled)
		return KEEL_RULE_PAIN_HIGH_RISE_2;
	if (in->rise == 2)
		return settled ? KEEL_RULE_PAIN_RISE_2_SETTLED : KEEL_RULE_PAIN_RISE_2;
	if (in->rise == 1 && in->none_added)
		return KEEL_RULE_PAIN_NONE_ADDED;
	if (in->rise == 1)
		return settled && in->during < 8 ? KEEL_RULE_PAIN_RISE_1_SETTLED
						 : KEEL_RULE_PAIN_RISE_1;
	return KEEL_RULE_PAIN_CLEAN;
}

static void check_one(const keel_pain_input *in)
{
	keel_pain_outcome out = keel_pain_judge(in);
	bool settled = in->settled_known && in->settled;
	bool counted = in->rise >= 3 || (in->rise == 2 && !settled);
	assert_int_equal(out.rule, row_of(in));
	assert_int_equal(out.counted, counted);
	assert_int_equal(out.clean, in->rise <= 0 && !in->further);
	assert_true(out.rungs_down == 0 || out.rungs_down == 1);
	if (in->neutral && !out.clean) {
		/* never rests; one rung shorter unless it was noise that settled */
		bool noise = settled && in->rise <= 2 && !in->further;
		assert_int_equal(out.rest_days, 0);
		assert_int_equal(out.rungs_down, !noise);
		if (in->settled_known && !noise)
			assert_true(out.action >= KEEL_PAIN_FINISH);
		return;
	}
	/* What stops with a calm movement is what rests; nothing else does. */
	bool stops = in->further || in->rise >= 3 || (in->rise == 2 && in->during >= 8 && !settled);
	assert_int_equal(out.action == KEEL_PAIN_FINISH_CALM, stops);
	assert_int_equal(out.rest_days > 0, stops);
	assert_int_equal(out.rungs_down, counted);
	/* Asked only where the answer changes the row, and never when it was given. */
	keel_pain_input yes = *in, no = *in;
	yes.settled_known = no.settled_known = true;
	yes.settled = true;
	no.settled = false;
	bool differs = keel_pain_judge(&yes).rule != keel_pain_judge(&no).rule ||
		       keel_pain_judge(&yes).counted != keel_pain_judge(&no).counted;
	assert_int_equal(out.ask_settled, differs && !in->settled_known);
	/* An unanswered question counts as "not settled". */
	if (!in->settled_known) {
		assert_int_equal(out.rule, keel_pain_judge(&no).rule);
		assert_int_equal(out.counted, keel_pain_judge(&no).counted);
	}
}

static void every_input_as_the_table_says(void **state)
{
	(void)state;
	for (int rise = -10; rise <= 10; rise++)
		for (int during = KEEL_UNKNOWN; during <= 10; during++)
			for (int bits = 0; bits < 32; bits++) {
				keel_pain_input in = {
					.before = KEEL_UNKNOWN,
					.during = during,
					.rise = rise,
					.settled_known = (bits & 1) != 0,
					.settled = (bits & 1) != 0 && (bits & 2) != 0,
					.further = (bits & 4) != 0,
					.none_added = (bits & 8) != 0,
					.neutral = (bits & 16) != 0,
				};
				check_one(&in);
			}
}

/* More pain never gives a milder answer. */
static void actions_are_monotone(void **state)
{
	(void)state;
	for (int during = 0; during <= 10; during++)
		for (int bits = 0; bits < 16; bits++) {
			int worst = 0;
			for (int rise = -3; rise <= 6; rise++) {
				keel_pain_input in = {.before = KEEL_UNKNOWN,
						      .during = during,
						      .rise = rise,
						      .settled_known = true,
						      .settled = (bits & 1) != 0,
						      .further = (bits & 2) != 0,
						      .none_added = (bits & 4) != 0,
						      .neutral = (bits & 8) != 0};
				int action = (int)keel_pain_judge(&in).action;
				assert_true(action >= worst);
				worst = action;
			}
		}
}

static void session_up_from_2(void **state)
{
	(void)state;
	assert_false(keel_pain_session_up(3, 4));
	assert_true(keel_pain_session_up(3, 5));
	assert_false(keel_pain_session_up(5, 3));
	assert_false(keel_pain_session_up(KEEL_UNKNOWN, 9));
	assert_false(keel_pain_session_up(0, KEEL_UNKNOWN));
}

static void emergency_signs(void **state)
{
	(void)state;
	static const bool emergency[KEEL_SIGN_COUNT] = {
		[KEEL_SIGN_CHEST] = true,   [KEEL_SIGN_FAINT] = true,
		[KEEL_SIGN_LEG] = true,	    [KEEL_SIGN_HEADACHE] = true,
		[KEEL_SIGN_BALANCE] = true, [KEEL_SIGN_PREGNANCY] = true};
	for (int sign = 0; sign < KEEL_SIGN_COUNT; sign++)
		assert_int_equal(keel_stop_is_emergency((keel_sign)sign), emergency[sign]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_input_as_the_table_says),
		cmocka_unit_test(actions_are_monotone),
		cmocka_unit_test(session_up_from_2),
		cmocka_unit_test(emergency_signs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
