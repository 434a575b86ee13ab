/* Goal: one step of a dose is safe and alive for every input.
 * Method: the whole input space of keel_dose_step, with numbers reduced to the values on both sides
 * of every bound, is enumerated (millions of inputs) against the invariants of DESIGN 3 and 4 and
 * against a second reading of C3 and C3b. Then each threshold by name, and the mapping of a dose to
 * a ladder.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/safety/safety.h"

static bool raises(keel_rule rule)
{
	return rule == KEEL_RULE_EFFORT_LOW || rule == KEEL_RULE_EFFORT_RIGHT ||
	       rule == KEEL_RULE_COMFORT_UP;
}

/* Second reading: may it rise at all? */
static bool may_rise(const keel_dose_input *in)
{
	bool last_is_clean = in->pain_rule == KEEL_RULE_PAIN_CLEAN && in->pain_down == 0 &&
			     in->form_lost_running == 0;
	bool nothing_lowers = !in->second_rise && !in->third_rise && !in->flare_down &&
			      in->absence_down == 0 && in->too_hard_running < 2;
	bool day_allows = !in->holds && !in->absence_holds;
	bool rested = in->strengthening || !in->has_changed || in->days_since_change >= 3;
	bool ladder = in->rung < in->rung_count;
	if (!last_is_clean || !nothing_lowers || !day_allows || !rested || !ladder ||
	    in->clean_count < 2)
		return false;
	if (in->kind == KEEL_DOSE_KIND_COMFORT)
		return in->rung < in->rung_seed + 2;
	if (in->effort_count < 2)
		return false;
	if (in->effort_last < 40 && in->effort_before < 40)
		return true;
	return in->strengthening && in->effort_last < 80 && in->effort_before < 80;
}

/* Second reading: how many rungs down? */
static int rungs_down(const keel_dose_input *in)
{
	int by_exposure = in->third_rise || in->pain_down > 0 || in->too_hard_running >= 2 ||
					  in->form_lost_running >= 2
				  ? 1
				  : 0;
	if (in->second_rise && !in->third_rise)
		by_exposure = 100; /* returns at rung 1 */
	return by_exposure + (in->flare_down ? 1 : 0) + in->absence_down;
}

static void check_one(const keel_dose_input *in)
{
	keel_dose_verdict out = keel_dose_step(in);
	assert_true(out.rung >= 1 && out.rung <= in->rung_count);
	assert_true(out.step <= 1);
	if (in->rung == 0) {
		assert_int_equal(out.step, 0);
		assert_int_equal(out.rule, KEEL_RULE_DOSE_FIRST);
		return;
	}
	int down = rungs_down(in);
	if (down > 0) {
		int wanted = in->rung - down < 1 ? 1 : in->rung - down;
		assert_int_equal(out.rung, wanted);
		assert_false(raises(out.rule));
		assert_int_not_equal(out.rule, KEEL_RULE_DOSE_HOLD);
		return;
	}
	assert_int_equal(out.step == 1, may_rise(in));
	assert_int_equal(raises(out.rule), out.step == 1);
	assert_true(out.step == 0 || out.step == 1);
	assert_int_equal(out.rung, in->rung + out.step);
	if (out.step == 1)
		assert_int_equal(out.hold_rule, KEEL_RULE_DOSE_TWO_A_SESSION);
}

static const int efforts[] = {0, 39, 40, 79, 80, 94, 95, 100};
static const keel_rule pains[] = {
	KEEL_RULE_PAIN_CLEAN,	       KEEL_RULE_PAIN_RISE_1_SETTLED, KEEL_RULE_PAIN_RISE_1,
	KEEL_RULE_PAIN_RISE_2_SETTLED, KEEL_RULE_PAIN_RISE_2,	      KEEL_RULE_PAIN_RISE_3,
	KEEL_RULE_PAIN_NONE_ADDED,     KEEL_RULE_DOSE_HOLD,	      KEEL_RULE_AFTER_SESSION_UP};

static void enumerate_flags(keel_dose_input *in, long *count)
{
	for (int bits = 0; bits < 512; bits++) {
		in->strengthening = (bits & 1) != 0;
		in->second_rise = (bits & 2) != 0;
		in->third_rise = (bits & 4) != 0;
		in->flare_down = (bits & 8) != 0;
		in->absence_holds = (bits & 16) != 0;
		in->holds = (bits & 32) != 0;
		in->has_changed = (bits & 64) != 0;
		in->days_since_change = (bits & 128) != 0 ? 3 : 2;
		in->kind = (bits & 256) != 0 ? KEEL_DOSE_KIND_EFFORT : KEEL_DOSE_KIND_COMFORT;
		in->hold_rule = KEEL_RULE_AFTER_SORE_MORNING;
		for (in->absence_down = 0; in->absence_down <= 3; in->absence_down++) {
			check_one(in);
			*count += 1;
		}
	}
}

static void enumerate_effort(keel_dose_input *in, long *count)
{
	int effort_count = (int)(sizeof efforts / sizeof efforts[0]);
	for (in->clean_count = 0; in->clean_count <= 3; in->clean_count++)
		for (in->effort_count = 0; in->effort_count <= 2; in->effort_count++)
			for (int a = 0; a < effort_count; a++)
				for (int b = 0; b < effort_count;
				     b += in->effort_count < 2 ? 8 : 1) {
					in->effort_last = efforts[a];
					in->effort_before = efforts[b];
					enumerate_flags(in, count);
				}
}

/* Rungs and pain outcomes on one axis, effort and flags on the other: every pair of a value with
 * each of the others is met, and the products that a rule joins are met in full. */
static void every_input_is_safe_and_alive(void **state)
{
	(void)state;
	long count = 0;
	keel_dose_input in = {.rung_count = 5, .rung_seed = 1, .rung_first = 1};
	for (in.rung = 1; in.rung <= 5; in.rung++)
		for (in.rung_seed = 1; in.rung_seed <= 2; in.rung_seed++) {
			in.pain_rule = KEEL_RULE_PAIN_CLEAN;
			enumerate_effort(&in, &count);
		}
	in.rung = 3;
	in.rung_seed = 2;
	for (size_t p = 0; p < sizeof pains / sizeof pains[0]; p++)
		for (in.pain_down = 0; in.pain_down <= 1; in.pain_down++)
			for (in.too_hard_running = 0; in.too_hard_running <= 2;
			     in.too_hard_running++)
				for (in.form_lost_running = 0;
				     in.form_lost_running <= in.too_hard_running;
				     in.form_lost_running++) {
					bool milder = pains[p] == KEEL_RULE_PAIN_CLEAN ||
						      pains[p] == KEEL_RULE_DOSE_HOLD ||
						      pains[p] == KEEL_RULE_AFTER_SESSION_UP;
					if (milder && in.pain_down > 0)
						continue; /* no outcome is both */
					in.pain_rule = pains[p];
					in.clean_count = 2;
					in.effort_count = 2;
					in.effort_last = in.effort_before = 30;
					enumerate_flags(&in, &count);
				}
	assert_int_equal(count, 6737920);
}

static keel_dose_input ready(void)
{
	return (keel_dose_input){.rung = 2,
				 .rung_count = 5,
				 .rung_first = 1,
				 .rung_seed = 1,
				 .kind = KEEL_DOSE_KIND_EFFORT,
				 .clean_count = 2,
				 .effort_count = 2,
				 .effort_last = 30,
				 .effort_before = 30,
				 .pain_rule = KEEL_RULE_PAIN_CLEAN};
}

static void names_the_rule(void **state)
{
	(void)state;
	keel_dose_input in = ready();
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_EFFORT_LOW);
	in.effort_last = 40;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_EFFORT_RIGHT_HOLD);
	in.strengthening = true;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_EFFORT_RIGHT);
	in.effort_last = 80;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_EFFORT_HIGH);
	in = ready();
	in.effort_count = 0;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_EFFORT_UNANSWERED);
	in = ready();
	in.rung = 5;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_DOSE_TOP);
	in = ready();
	in.has_changed = true;
	in.days_since_change = 2;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_DOSE_THREE_DAYS);
	in = ready();
	in.absence_holds = true;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_DOSE_ABSENCE_7);
	in = ready();
	in.absence_down = 1;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_DOSE_ABSENCE_14);
	in.absence_down = 2;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_DOSE_ABSENCE_28);
	in = ready();
	in.too_hard_running = 2;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_EFFORT_TOO_HIGH);
	in.form_lost_running = 2;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_FORM_LOST_TWICE);
	in = ready();
	in.form_lost_running = in.too_hard_running = 1;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_FORM_LOST);
	in = ready();
	in.kind = KEEL_DOSE_KIND_COMFORT;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_COMFORT_UP);
	in.rung = 3;
	assert_int_equal(keel_dose_step(&in).rule, KEEL_RULE_COMFORT_TOP);
	in = ready();
	in.rung = 0;
	in.rung_first = 2;
	assert_int_equal(keel_dose_step(&in).rung, 2);
	in.rung_count = 1;
	assert_int_equal(keel_dose_step(&in).rung, 1);
}

static void highest_rung_not_above(void **state)
{
	(void)state;
	static const keel_dose ladder[] = {{1, 5, 0, 0, 0, 0, 0},
					   {1, 8, 0, 0, 0, 0, 0},
					   {2, 8, 0, 0, 20, 0, 0},
					   {2, 8, 0, 0, 20, 0, 1},
					   {2, 8, 0, 0, 20, 50, 1}};
	keel_movement movement = {.rung_count = 5, .rungs = ladder};
	for (int rung = 1; rung <= 5; rung++)
		assert_int_equal(keel_dose_rung(&movement, &ladder[rung - 1], rung), rung);
	keel_dose dose = {1, 7, 0, 0, 0, 0, 0};
	assert_int_equal(keel_dose_rung(&movement, &dose, 5), 1);
	dose = (keel_dose){3, 7, 0, 0, 0, 0, 0}; /* more sets but fewer repetitions */
	assert_int_equal(keel_dose_rung(&movement, &dose, 5), 1);
	dose = (keel_dose){2, 20, 0, 0, 0, 0, 0};
	assert_int_equal(keel_dose_rung(&movement, &dose, 5), 3);
	dose = (keel_dose){1, 4, 0, 0, 0, 0, 0}; /* under the first rung */
	assert_int_equal(keel_dose_rung(&movement, &dose, 5), 1);
	dose = (keel_dose){2, 8, 0, 0, 60, 0, 0}; /* rest is no variable */
	assert_int_equal(keel_dose_rung(&movement, &dose, 3), 3);
	dose = (keel_dose){2, 8, 0, 0, 20, 0, -1}; /* lever not recorded: the logged rung tells */
	assert_int_equal(keel_dose_rung(&movement, &dose, 4), 4);
	assert_int_equal(keel_dose_rung(&movement, &dose, 3), 3);
	assert_int_equal(keel_dose_rung(&movement, &dose, 1), 3);
	assert_int_equal(keel_dose_rung(&movement, &dose, 99), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_input_is_safe_and_alive),
		cmocka_unit_test(names_the_rule),
		cmocka_unit_test(highest_rung_not_above),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
