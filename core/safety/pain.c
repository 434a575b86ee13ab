/* Pain during a movement: the first table of C2, row by row, the first that matches wins.
 *
 * The same function serves the player, while it happens, and the planner, for every exposure of the
 * record. Live, "has it settled?" may not be answered yet: then ask_settled says that the answer
 * decides between two rows, and the outcome is the one for "not settled" (it fails closed).
 *
 * Readings. A spread that is also a counted rise lowers the movement by a rung when it returns, as
 * the row it hides would have. A rise in a movement of the neutral set ends it for today and makes
 * it one rung shorter next time (C5); it never rests. A rise of 1 or 2 that settled is noise there
 * as elsewhere ("noise alone never lowers a dose", C10): the ordinary row holds.
 */
#include "core/safety/safety.h"

static bool rise_counted(const keel_pain_input *input)
{
	if (input->rise >= KEEL_RISE_STOP)
		return true;
	return input->rise == KEEL_RISE_COUNTED && !input->settled;
}

static keel_pain_outcome judge_spread(const keel_pain_input *input)
{
	keel_pain_outcome outcome = {0};
	outcome.rule = KEEL_RULE_PAIN_SPREAD;
	outcome.action = KEEL_PAIN_FINISH_CALM;
	outcome.ask_settled = input->rise == KEEL_RISE_COUNTED && !input->settled_known;
	outcome.counted = rise_counted(input);
	outcome.rests_directions = true;
	outcome.rest_days = KEEL_REST_DAYS_SPREAD;
	outcome.rungs_down = outcome.counted ? 1 : 0;
	return outcome;
}

static keel_pain_outcome judge_stop(keel_rule rule, const keel_pain_input *input)
{
	keel_pain_outcome outcome = {0};
	outcome.rule = rule;
	outcome.action = KEEL_PAIN_FINISH_CALM;
	outcome.ask_settled = rule == KEEL_RULE_PAIN_HIGH_RISE_2 && !input->settled_known;
	outcome.counted = true;
	outcome.rest_days = KEEL_REST_DAYS_STOP;
	outcome.rungs_down = 1;
	return outcome;
}

static keel_pain_outcome judge_rise_2(const keel_pain_input *input)
{
	keel_pain_outcome outcome = {0};
	outcome.rule = input->settled ? KEEL_RULE_PAIN_RISE_2_SETTLED : KEEL_RULE_PAIN_RISE_2;
	outcome.action = KEEL_PAIN_FINISH;
	outcome.ask_settled = !input->settled_known;
	outcome.counted = !input->settled;
	outcome.rungs_down = input->settled ? 0 : 1;
	return outcome;
}

static keel_pain_outcome judge_rise_1(const keel_pain_input *input)
{
	keel_pain_outcome outcome = {0};
	if (input->none_added) {
		outcome.rule = KEEL_RULE_PAIN_NONE_ADDED;
		outcome.action = KEEL_PAIN_FINISH;
		return outcome;
	}
	bool high = input->during >= KEEL_PAIN_HIGH;
	if (input->settled && !high) {
		outcome.rule = KEEL_RULE_PAIN_RISE_1_SETTLED;
		outcome.action = KEEL_PAIN_GO_ON;
		return outcome;
	}
	outcome.rule = KEEL_RULE_PAIN_RISE_1;
	outcome.ask_settled = !input->settled_known && !high;
	outcome.action = outcome.ask_settled ? KEEL_PAIN_SMALLER : KEEL_PAIN_FINISH;
	return outcome;
}

static keel_pain_outcome judge_row(const keel_pain_input *input)
{
	if (input->further)
		return judge_spread(input);
	if (input->rise >= KEEL_RISE_STOP)
		return judge_stop(KEEL_RULE_PAIN_RISE_3, input);
	bool high = input->during >= KEEL_PAIN_HIGH;
	if (input->rise == KEEL_RISE_COUNTED && high && !input->settled)
		return judge_stop(KEEL_RULE_PAIN_HIGH_RISE_2, input);
	if (input->rise == KEEL_RISE_COUNTED)
		return judge_rise_2(input);
	if (input->rise == KEEL_RISE_NOISE)
		return judge_rise_1(input);
	keel_pain_outcome outcome = {0};
	outcome.rule = KEEL_RULE_PAIN_CLEAN;
	outcome.action = KEEL_PAIN_GO_ON;
	outcome.clean = true;
	return outcome;
}

keel_pain_outcome keel_pain_judge(const keel_pain_input *input)
{
	keel_pain_outcome outcome = judge_row(input);
	if (!input->neutral || outcome.clean)
		return outcome;
	bool noise = input->settled && input->rise < KEEL_RISE_STOP && !input->further;
	outcome.rest_days = 0;
	outcome.rests_directions = false;
	if (noise)
		return outcome;
	outcome.rungs_down = 1;
	if (!input->settled_known && input->rise < KEEL_RISE_STOP && !input->further)
		outcome.ask_settled = true;
	else if (outcome.action == KEEL_PAIN_SMALLER)
		outcome.action = KEEL_PAIN_FINISH;
	return outcome;
}

bool keel_pain_session_up(int32_t first, int32_t end)
{
	if (first == KEEL_UNKNOWN || end == KEEL_UNKNOWN)
		return false;
	return end - first >= KEEL_SESSION_UP;
}

/* C1b: chest pain, fainting and neurological signs lead to the emergency screen; so do the signs of
 * pregnancy, which the text lists without saying where they lead (bleeding, fluid loss). */
bool keel_stop_is_emergency(keel_sign sign)
{
	switch (sign) {
	case KEEL_SIGN_CHEST:
	case KEEL_SIGN_FAINT:
	case KEEL_SIGN_LEG:
	case KEEL_SIGN_HEADACHE:
	case KEEL_SIGN_BALANCE:
	case KEEL_SIGN_PREGNANCY:
		return true;
	default:
		return false;
	}
}
