/* The second pass: what plan made of safety's word, held against that word once more (DESIGN idea
 * 4).
 *
 * It can only remove and lower, and it must find nothing to do: a change is a defect of plan, shown
 * as plan.second-pass and counted by simulation. It looks at each item by itself and at the two
 * limits that belong to the session: at most two steps up, and the weekly cap.
 */
#include "core/safety/safety_inside.h"

static void remove_item(keel_prescription *prescription, int index)
{
	keel_item item = prescription->items[index];
	for (int i = index + 1; i < prescription->item_count; i++)
		prescription->items[i - 1] = prescription->items[i];
	prescription->item_count--;
	if (prescription->withheld_count < KEEL_MOVEMENTS_MAX)
		prescription->withheld[prescription->withheld_count++] =
			(keel_withheld){item.movement, KEEL_NO_MOVEMENT, KEEL_NO_DATE, false,
					keel_reason_none(KEEL_RULE_PLAN_SECOND_PASS)};
}

static bool may_stand(const keel_catalogue *catalogue, const keel_allowed *allowed,
		      const keel_item *item)
{
	if (item->movement < 0 || item->movement >= catalogue->movement_count || allowed->locked)
		return false;
	const keel_movement *facts = &catalogue->movements[item->movement];
	return allowed->movements[item->movement].standing == KEEL_STANDING_ALLOWED &&
	       item->rung >= 1 && item->rung <= facts->rung_count;
}

static bool not_above(const keel_dose *dose, const keel_dose *limit)
{
	return dose->sets <= limit->sets && dose->reps <= limit->reps &&
	       dose->hold_s <= limit->hold_s && dose->work_s <= limit->work_s &&
	       dose->load_hg <= limit->load_hg && dose->lever <= limit->lever;
}

static void lower_item(const keel_catalogue *catalogue, const keel_allowed *allowed,
		       keel_item *item)
{
	const keel_movement *facts = &catalogue->movements[item->movement];
	const keel_movement_verdict *verdict = &allowed->movements[item->movement];
	int16_t rung = item->rung < verdict->hold_rung ? item->rung : verdict->hold_rung;
	item->dose = verdict->purpose == KEEL_PURPOSE_WAY_BACK ? verdict->dose
							       : facts->rungs[rung - 1];
	item->dose_why = keel_reason_none(KEEL_RULE_PLAN_SECOND_PASS);
	item->working_s = keel_movement_working_s(facts, &item->dose);
	item->total_s = keel_movement_total_s(facts, &item->dose);
	item->rung = rung;
	item->steps_up = false;
}

/* Seconds of the session that the weekly cap counts. */
static int32_t capped_s(const keel_allowed *allowed, const keel_prescription *prescription)
{
	int32_t sum_s = 0;
	for (int i = 0; i < prescription->item_count; i++)
		if (allowed->movements[prescription->items[i].movement].capped)
			sum_s += prescription->items[i].working_s;
	return sum_s;
}

/* The larger of 1.3 times the best week and that best plus one set (C3). */
static int32_t limit_s(const keel_allowed *allowed, int32_t set_s)
{
	int32_t one_set_more_s = allowed->week_best_s + set_s;
	return allowed->week_cap_s > one_set_more_s ? allowed->week_cap_s : one_set_more_s;
}

static bool passes_cap(const keel_allowed *allowed, const keel_prescription *prescription,
		       const keel_item *item)
{
	if (!allowed->week_capped || !allowed->movements[item->movement].capped)
		return false;
	int32_t week_s = allowed->week_done_s + capped_s(allowed, prescription);
	return week_s > limit_s(allowed, item->working_s / item->dose.sets);
}

int keel_safety_check(const keel_catalogue *catalogue, const keel_state *state,
		      const keel_allowed *allowed, keel_prescription *prescription)
{
	int32_t steps_max =
		keel_state_tuned(state, KEEL_TUNABLE_RISES_A_SESSION_MAX, allowed->date);
	int changes = 0;
	for (int i = prescription->item_count - 1; i >= 0; i--) {
		if (!may_stand(catalogue, allowed, &prescription->items[i])) {
			remove_item(prescription, i);
			changes++;
		}
	}
	int steps = 0;
	for (int i = 0; i < prescription->item_count; i++) {
		keel_item *item = &prescription->items[i];
		const keel_movement_verdict *verdict = &allowed->movements[item->movement];
		bool stepped = verdict->steps_up && item->rung == verdict->rung;
		bool too_high =
			item->rung > verdict->rung || !not_above(&item->dose, &verdict->dose);
		if (stepped &&
		    (steps >= steps_max || passes_cap(allowed, prescription, item)))
			too_high = true;
		if (too_high) {
			lower_item(catalogue, allowed, item);
			changes++;
		} else if (stepped) {
			steps++;
		}
	}
	prescription->shrunk_count += changes;
	return changes;
}
