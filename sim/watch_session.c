/* 9, 11 and the weekly cap of 4: the session as a whole. */
#include "core/base/date.h"
#include "sim/watch.h"

static bool loosens(const keel_movement *facts)
{
	return facts->aim == KEEL_AIM_MOBILITY || facts->aim == KEEL_AIM_STRETCH;
}

static bool strengthens(const keel_movement *facts)
{
	return facts->aim >= KEEL_AIM_CONTROL && facts->aim <= KEEL_AIM_INTEGRATE;
}

static bool is_forced(const sim_case *at)
{
	for (int i = 0; i < at->plan->item_count; i++)
		if (at->plan->items[i].purpose == KEEL_PURPOSE_WAY_BACK ||
		    at->plan->items[i].choice_why.rule == KEEL_RULE_CLINICIAN_PINS ||
		    at->plan->items[i].choice_why.rule == KEEL_RULE_PLAN_SEQUENCE)
			return true;
	return false;
}

/* The shortest allowed movement of a kind, seconds; INT32_MAX none. */
static int32_t shortest_s(const sim_case *at, bool (*kind)(const keel_movement *))
{
	int32_t best_s = INT32_MAX;
	for (int i = 0; i < at->catalogue->movement_count; i++) {
		const keel_movement *facts = &at->catalogue->movements[i];
		const keel_movement_verdict *verdict = &at->allowed->movements[i];
		if (verdict->standing != KEEL_STANDING_ALLOWED || !kind(facts))
			continue;
		int32_t total_s = keel_movement_total_s(facts, &verdict->dose);
		if (total_s < best_s)
			best_s = total_s;
	}
	return best_s;
}

static void check_kinds(sim_case *at, int32_t budget_s, int count_max)
{
	int32_t loose_s = shortest_s(at, loosens), strong_s = shortest_s(at, strengthens);
	if (loose_s == INT32_MAX || strong_s == INT32_MAX || loose_s + strong_s > budget_s ||
	    count_max < 2 || is_forced(at))
		return;
	bool loose = false, strong = false;
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_movement *facts = &at->catalogue->movements[at->plan->items[i].movement];
		loose = loose || loosens(facts);
		strong = strong || strengthens(facts);
	}
	if (!loose || !strong)
		sim_violation(at->watch, "9 not both kinds", "%d s, %d items", budget_s,
			      at->plan->item_count);
}

static void check_minutes(sim_case *at)
{
	const sim_ledger *ledger = at->ledger;
	bool personal = ledger->programme == SIM_NONE;
	int32_t budget_s = ledger->minutes != SIM_NONE ? ledger->minutes * 60
			   : personal		       ? 15 * 60
						       : INT32_MAX;
	int count_max = ledger->exercises_max != SIM_NONE ? ledger->exercises_max : 4;
	int32_t total_s = 0;
	for (int i = 0; i < at->plan->item_count; i++)
		total_s += at->plan->items[i].total_s;
	if (total_s > budget_s && at->plan->item_count > 1)
		sim_violation(
			at->watch, "9 longer than the minutes asked for",
			"%d s of %d, %d items, programme %d, %s", total_s, budget_s,
			at->plan->item_count, ledger->programme,
			keel_rule_id(at->plan->items[at->plan->item_count - 1].choice_why.rule));
	if (personal && at->plan->item_count > count_max)
		sim_violation(at->watch, "9 more exercises than asked for", "%d of %d",
			      at->plan->item_count, count_max);
	if (at->plan->minutes != (total_s + 59) / 60)
		sim_violation(at->watch, "9 minutes told are not those of the items", "%d, %d s",
			      at->plan->minutes, total_s);
	if (personal)
		check_kinds(at, budget_s, count_max);
}

/* ---- weekly cap ---------------------------------------------------------------------------------
 */

static bool is_capped(const keel_movement *facts)
{
	return facts->aim != KEEL_AIM_BREATHING && !loosens(facts) &&
	       (facts->positions >> KEEL_POSITION_WALKING & 1) == 0;
}

/* Working seconds of a week that count; sessions of it. */
static int32_t week_s(const sim_case *at, int32_t monday, int *sessions)
{
	const sim_ledger *ledger = at->ledger;
	int32_t sum_s = 0;
	*sessions = 0;
	for (int i = ledger->held_count - 1; i >= 0; i--) {
		const sim_held *held = &ledger->held[i];
		if (held->date < monday - 7)
			break;
		if (!held->started || keel_date_week_start(held->date) != monday)
			continue;
		*sessions += 1;
		for (int k = 0; k < held->item_count; k++) {
			const sim_ledger_item *item = &held->items[k];
			bool done = item->deed != SIM_NONE &&
				    is_capped(&at->catalogue->movements[item->movement]);
			sum_s += done ? item->working_s : 0;
		}
	}
	return sum_s;
}

static void check_week(sim_case *at)
{
	int32_t monday = keel_date_week_start(at->now->date);
	int32_t best_s = 0, session_s = 0;
	int weeks = 0, sessions;
	if (at->allowed->stage_today < KEEL_STAGE_STRENGTHEN)
		return;
	bool any_up = false;
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_item *item = &at->plan->items[i];
		bool capped = is_capped(&at->catalogue->movements[item->movement]);
		session_s += capped ? item->working_s : 0;
		any_up = any_up || (capped && item->steps_up);
	}
	if (!any_up)
		return;
	for (int back = 1; back < 60 && weeks < 4; back++) {
		int32_t sum_s = week_s(at, monday - 7 * back, &sessions);
		weeks += sessions > 0;
		best_s = sum_s > best_s ? sum_s : best_s;
	}
	if (weeks == 0)
		return;
	int32_t done_s = week_s(at, monday, &sessions);
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_item *item = &at->plan->items[i];
		if (!item->steps_up || !is_capped(&at->catalogue->movements[item->movement]))
			continue;
		int32_t by_set_s = best_s + item->working_s / item->dose.sets;
		int32_t limit_s = best_s * 130 / 100 > by_set_s ? best_s * 130 / 100 : by_set_s;
		if (done_s + session_s > limit_s)
			sim_violation(at->watch, "4 a step past the weekly cap",
				      "%s: %d + %d over %d s",
				      at->catalogue->movements[item->movement].id, done_s,
				      session_s, limit_s);
	}
}

void sim_check_session(sim_case *at)
{
	check_minutes(at);
	check_week(at);
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_movement *facts = &at->catalogue->movements[at->plan->items[i].movement];
		for (int k = 0; facts->loaded && k < at->ledger->deed_count; k++) {
			const sim_deed *deed = &at->ledger->deeds[k];
			if (at->catalogue->movements[deed->movement].loaded &&
			    deed->date == at->now->date - 1)
				sim_violation(at->watch, "3 loaded on consecutive days", "%s",
					      facts->id);
		}
	}
}

/* ---- reasons ------------------------------------------------------------------------------------
 */

/* Rule 0 is what a struct that nobody filled would say; it is never the reason of a movement. */
static bool is_reason(const keel_reason *why)
{
	return why->rule != KEEL_RULE_SCREEN_UNANSWERED && (int)why->rule > 0 &&
	       why->rule < KEEL_RULE_COUNT && why->input_count >= 0 &&
	       why->input_count <= KEEL_INPUTS_MAX;
}

void sim_check_reasons(sim_case *at)
{
	const keel_prescription *plan = at->plan;
	sim_watch *watch = at->watch;
	if (plan->shrunk_count > 0)
		sim_violation(watch, "4 the second pass changed the plan", "%d",
			      plan->shrunk_count);
	if (plan->search_stopped)
		sim_violation(watch, "9 the choice was not proved best", "%d nodes",
			      plan->search_nodes);
	if (at->allowed->locked)
		return;
	if (plan->item_count + plan->withheld_count != at->catalogue->movement_count)
		sim_violation(watch, "11 a candidate without a word", "%d and %d of %d",
			      plan->item_count, plan->withheld_count,
			      at->catalogue->movement_count);
	for (int i = 0; i < plan->item_count; i++)
		if (!is_reason(&plan->items[i].dose_why) || !is_reason(&plan->items[i].choice_why))
			sim_violation(watch, "11 an item without a reason", "%s",
				      at->catalogue->movements[plan->items[i].movement].id);
	for (int i = 0; i < plan->withheld_count; i++)
		if (!is_reason(&plan->withheld[i].why))
			sim_violation(watch, "11 withheld without a reason", "%s",
				      at->catalogue->movements[plan->withheld[i].movement].id);
}
