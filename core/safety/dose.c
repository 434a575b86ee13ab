/* Dose: one movement, one step. Down is decided first, then whether anything lets it rise, then
 * what refuses the rise; the rule that is named is the last one that changed the answer.
 *
 * Readings. Reasons to go down that belong to one exposure (its pain, effort or form, second and
 * third counted rise) lower once; a flare and an absence are events of their own and lower further:
 * they are said to act on "the last session's movements" and "every movement at once". Nothing goes
 * under rung 1. An effort that was not answered holds, and like a rise of 1 neither counts nor
 * clears. 95 and over and lost form count together as "two exposures running".
 */
#include "core/safety/safety.h"

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

typedef struct down_step {
	int32_t rungs;
	bool to_first;
	keel_rule rule;
} down_step;

static down_step down_of(const keel_dose_input *input)
{
	down_step down = {0, false, KEEL_RULE_DOSE_HOLD};
	if (input->third_rise)
		down = (down_step){1, false, KEEL_RULE_AFTER_TRY_AGAIN};
	else if (input->second_rise)
		down = (down_step){1, true, KEEL_RULE_AFTER_SECOND_RISE};
	else if (input->pain_down > 0)
		down = (down_step){input->pain_down, false, input->pain_rule};
	else if (input->form_lost_running >= KEEL_RUN_TO_LOWER)
		down = (down_step){1, false, KEEL_RULE_FORM_LOST_TWICE};
	else if (input->too_hard_running >= KEEL_RUN_TO_LOWER)
		down = (down_step){1, false, KEEL_RULE_EFFORT_TOO_HIGH};
	if (input->flare_down) {
		if (down.rungs == 0)
			down.rule = KEEL_RULE_AFTER_FLARE;
		down.rungs += 1;
	}
	if (input->absence_down > 0) {
		if (down.rungs == 0)
			down.rule = input->absence_down == 1 ? KEEL_RULE_DOSE_ABSENCE_14
							     : KEEL_RULE_DOSE_ABSENCE_28;
		down.rungs += input->absence_down;
	}
	return down;
}

/* What two clean exposures allow by effort. */
static keel_rule effort_rule(const keel_dose_input *input)
{
	if (input->effort_count >= 1 && input->effort_last >= KEEL_EFFORT_RIGHT_UNDER)
		return KEEL_RULE_EFFORT_HIGH;
	if (input->clean_count < KEEL_CLEAN_TO_RISE)
		return KEEL_RULE_DOSE_HOLD;
	if (input->effort_count < KEEL_CLEAN_TO_RISE)
		return KEEL_RULE_EFFORT_UNANSWERED;
	if (input->effort_last < KEEL_EFFORT_LOW_UNDER &&
	    input->effort_before < KEEL_EFFORT_LOW_UNDER)
		return KEEL_RULE_EFFORT_LOW;
	if (input->effort_before >= KEEL_EFFORT_RIGHT_UNDER)
		return KEEL_RULE_DOSE_HOLD;
	return input->strengthening ? KEEL_RULE_EFFORT_RIGHT : KEEL_RULE_EFFORT_RIGHT_HOLD;
}

static keel_rule comfort_rule(const keel_dose_input *input)
{
	if (input->clean_count < KEEL_CLEAN_TO_RISE)
		return KEEL_RULE_DOSE_HOLD;
	if (input->rung >= input->rung_seed + KEEL_COMFORT_ABOVE_SEED_MAX)
		return KEEL_RULE_COMFORT_TOP;
	return KEEL_RULE_COMFORT_UP;
}

static bool rule_raises(keel_rule rule)
{
	return rule == KEEL_RULE_EFFORT_LOW || rule == KEEL_RULE_EFFORT_RIGHT ||
	       rule == KEEL_RULE_COMFORT_UP;
}

/* What the last exposures say about going up: a rule that raises, or one that holds. */
static keel_rule up_rule(const keel_dose_input *input)
{
	if (input->form_lost_running >= 1)
		return KEEL_RULE_FORM_LOST;
	if (input->pain_rule != KEEL_RULE_PAIN_CLEAN)
		return input->pain_rule;
	keel_rule rule =
		input->kind == KEEL_DOSE_KIND_COMFORT ? comfort_rule(input) : effort_rule(input);
	if (rule_raises(rule) && input->rung >= input->rung_count)
		return KEEL_RULE_DOSE_TOP;
	return rule;
}

/* What refuses a rise that the exposures would allow; KEEL_RULE_COUNT when nothing does. */
static keel_rule refusal_of(const keel_dose_input *input)
{
	if (input->holds)
		return input->hold_rule;
	if (input->absence_holds)
		return KEEL_RULE_DOSE_ABSENCE_7;
	if (!input->strengthening && input->has_changed &&
	    input->days_since_change < KEEL_RUNG_DAYS_MIN)
		return KEEL_RULE_DOSE_THREE_DAYS;
	return KEEL_RULE_COUNT;
}

keel_dose_verdict keel_dose_step(const keel_dose_input *input)
{
	keel_dose_verdict verdict = {0};
	if (input->rung == 0) {
		verdict.rung = least(input->rung_first, input->rung_count);
		verdict.rule = KEEL_RULE_DOSE_FIRST;
		verdict.hold_rule = KEEL_RULE_DOSE_FIRST;
		return verdict;
	}
	int32_t rung = least(input->rung, input->rung_count);
	down_step down = down_of(input);
	verdict.rule = down.rule;
	verdict.rung = rung;
	if (down.rungs > 0) {
		verdict.rung = down.to_first || rung - down.rungs < 1 ? 1 : rung - down.rungs;
	} else {
		verdict.rule = up_rule(input);
		if (rule_raises(verdict.rule)) {
			keel_rule refusal = refusal_of(input);
			if (refusal == KEEL_RULE_COUNT)
				verdict.rung = rung + 1;
			else
				verdict.rule = refusal;
		}
	}
	verdict.step = verdict.rung - rung;
	verdict.hold_rule = verdict.step > 0 ? KEEL_RULE_DOSE_TWO_A_SESSION : verdict.rule;
	return verdict;
}

/* ---- the ladder of today ------------------------------------------------------------------ */

static bool not_above(const keel_dose *rung, const keel_dose *dose)
{
	return rung->sets <= dose->sets && rung->reps <= dose->reps &&
	       rung->hold_s <= dose->hold_s && rung->work_s <= dose->work_s &&
	       rung->load_hg <= dose->load_hg && rung->lever <= dose->lever;
}

static bool same_but_lever(const keel_dose *rung, const keel_dose *dose)
{
	return rung->sets == dose->sets && rung->reps == dose->reps &&
	       rung->hold_s == dose->hold_s && rung->work_s == dose->work_s &&
	       rung->load_hg == dose->load_hg;
}

/* Rest is no variable of its own: it follows work (C3). */
int keel_dose_rung(const keel_movement *movement, const keel_dose *dose, int rung_logged)
{
	keel_dose known = *dose;
	if (known.lever < 0) {
		known.lever = 0;
		if (rung_logged >= 1 && rung_logged <= movement->rung_count &&
		    same_but_lever(&movement->rungs[rung_logged - 1], dose))
			known.lever = movement->rungs[rung_logged - 1].lever;
	}
	for (int rung = movement->rung_count; rung >= 2; rung--)
		if (not_above(&movement->rungs[rung - 1], &known))
			return rung;
	return 1;
}
