/* Looking back: what was begun and what has settled, which walk is gone on with, what the last
 * session held.
 *
 * A skill is learned by coming back to it. A movement is begun with its first completed time and
 * settled when its rules let it go no further (the end of its ladder, or two steps above the seed's
 * dose for what rises by comfort). What was not done for four weeks is as good as new. Of the walks
 * one is gone on with: of those that leave time for something else, the one that takes longest at
 * today's dose; another walk would begin at its first step again.
 */
#include "core/plan/plan_inside.h"

#define LEARNING_DAYS 28 /* as long as an absence that sends everything two rungs down */

uint8_t keel_plan_kinds(const keel_movement *facts)
{
	switch (facts->aim) {
	case KEEL_AIM_MOBILITY:
	case KEEL_AIM_STRETCH:
		return KEEL_KIND_LOOSEN;
	case KEEL_AIM_CONTROL:
	case KEEL_AIM_BRACE:
	case KEEL_AIM_ACTIVATE:
	case KEEL_AIM_STRENGTHEN:
	case KEEL_AIM_INTEGRATE:
		return KEEL_KIND_CONTROL;
	default:
		return 0;
	}
}

bool keel_plan_is_walk(const keel_movement *facts)
{
	return (facts->positions >> KEEL_POSITION_WALKING & 1) == 1;
}

static keel_learning learning_of(const keel_planner *planner, int movement)
{
	const keel_movement *facts = &planner->catalogue->movements[movement];
	const keel_movement_verdict *verdict = &planner->allowed->movements[movement];
	int record = planner->record[movement];
	if (record < 0)
		return KEEL_LEARNING_NEW;
	const keel_movement_state *state = &planner->state->movements[record];
	if (state->done_count == 0 || planner->allowed->date - state->date_last > LEARNING_DAYS)
		return KEEL_LEARNING_NEW;
	if (verdict->steps_up)
		return KEEL_LEARNING_NEAR;
	if (verdict->rung == facts->rung_count || verdict->dose_why.rule == KEEL_RULE_COMFORT_TOP)
		return KEEL_LEARNING_SETTLED;
	return verdict->clean_count == 1 ? KEEL_LEARNING_NEAR : KEEL_LEARNING_BEGUN;
}

static int16_t walk_of(const keel_planner *planner)
{
	int best = KEEL_NO_MOVEMENT;
	for (int i = 0; i < planner->catalogue->movement_count; i++) {
		if (!keel_plan_is_walk(&planner->catalogue->movements[i]) ||
		    !keel_plan_may(planner, i))
			continue;
		int32_t item_s = keel_plan_item_s(planner, i);
		if (item_s <= planner->budget_s / 3 * 2 &&
		    (best == KEEL_NO_MOVEMENT || item_s > keel_plan_item_s(planner, best)))
			best = i;
	}
	return (int16_t)best;
}

void keel_plan_look_back(keel_planner *planner)
{
	const keel_state *state = planner->state;
	const keel_session_state *last = keel_state_session_last(state);
	for (int i = 0; i < planner->catalogue->movement_count; i++) {
		int record = planner->record[i];
		if (last != NULL && record >= 0 && state->movements[record].date_last == last->date)
			planner->kinds_last |= keel_plan_kinds(&planner->catalogue->movements[i]);
		if (!keel_plan_may(planner, i))
			continue;
		keel_learning learning = learning_of(planner, i);
		planner->learning[i] = (uint8_t)learning;
		planner->learning_count +=
			learning == KEEL_LEARNING_BEGUN || learning == KEEL_LEARNING_NEAR;
	}
	planner->walk = walk_of(planner);
}
