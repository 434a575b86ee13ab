/* 2 and 5: movements and directions rest, and come back, exactly by CLINICAL 2 and 4. */
#include "sim/watch.h"

typedef struct rest {
	int32_t until_date; /* first date it may come again; INT32_MAX open; 0 none */
	const char *code;
} rest;

static void longer(rest *known, int32_t until_date, const char *code)
{
	if (until_date > known->until_date)
		*known = (rest){until_date, code};
}

static rest rest_of(const sim_case *at, int movement)
{
	const sim_ledger *ledger = at->ledger;
	const sim_moves *moves = &ledger->moves[movement];
	const keel_movement *facts = &at->catalogue->movements[movement];
	rest found = {0, ""};
	int32_t dates[2] = {SIM_NEVER,
			    SIM_NEVER}; /* later counted rises: the last, the one before */
	int32_t last_counted = SIM_NEVER;
	for (int i = moves->last_deed; i != SIM_NONE; i = ledger->deeds[i].before_same) {
		const sim_deed *deed = &ledger->deeds[i];
		bool cleared = deed->tick <= moves->cleared_tick;
		bool stop =
			deed->rise >= 3 || (deed->rise == 2 && !deed->settled && deed->during >= 8);
		bool spread = deed->further && facts->directions == 0;
		if (!cleared && spread)
			longer(&found, deed->date + 4, "2 rests 3 days after a spread");
		if (!cleared && stop && !(deed->further && facts->directions != 0))
			longer(&found, deed->date + 4, "2 rests 3 days after a rise of 3");
		if (!sim_deed_counted(deed) || deed->tick <= moves->closed_tick ||
		    deed->date == dates[0])
			continue;
		if (last_counted == SIM_NEVER)
			last_counted = deed->date;
		if (dates[1] != SIM_NEVER && dates[1] - deed->date < 42)
			longer(&found, INT32_MAX, "2 rests after the third counted rise");
		if (dates[0] == last_counted && dates[1] == SIM_NEVER &&
		    last_counted - deed->date < 14)
			longer(&found, last_counted + 8, "2 rests 7 days after the second");
		dates[1] = dates[0];
		dates[0] = deed->date;
	}
	return found;
}

static bool pain_rests(keel_rule rule)
{
	return rule == KEEL_RULE_PAIN_RISE_3 || rule == KEEL_RULE_PAIN_HIGH_RISE_2 ||
	       rule == KEEL_RULE_PAIN_SPREAD || rule == KEEL_RULE_AFTER_SECOND_RISE ||
	       rule == KEEL_RULE_AFTER_THIRD_RISE;
}

/* Finished for today by what it did. */
static bool finished(const sim_case *at, int movement)
{
	const sim_ledger *ledger = at->ledger;
	const keel_movement *facts = &at->catalogue->movements[movement];
	for (int i = ledger->moves[movement].last_deed; i != SIM_NONE;
	     i = ledger->deeds[i].before_same) {
		const sim_deed *deed = &ledger->deeds[i];
		if (deed->date != at->now->date)
			return false;
		bool none_added = facts->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED;
		bool rose =
			deed->rise >= 2 || deed->further ||
			(deed->rise == 1 && (none_added || !deed->settled || deed->during >= 8));
		if (rose || deed->stopped)
			return true;
	}
	return false;
}

/* Rise of 2 not settled at rung 1: the easier neighbour first. */
static bool neighbour_first(const sim_case *at, int movement)
{
	const sim_ledger *ledger = at->ledger;
	const keel_movement *facts = &at->catalogue->movements[movement];
	int last = ledger->moves[movement].last_deed;
	if (last == SIM_NONE || facts->easier == KEEL_NO_MOVEMENT || facts->neutral)
		return false;
	const sim_deed *deed = &ledger->deeds[last];
	if (deed->rise != 2 || deed->settled || deed->during >= 8 || deed->rung > 1 ||
	    deed->further || deed->tick <= ledger->moves[movement].cleared_tick)
		return false;
	for (int i = ledger->moves[facts->easier].last_deed; i != SIM_NONE;
	     i = ledger->deeds[i].before_same)
		if (ledger->deeds[i].tick > deed->tick && sim_deed_clean(&ledger->deeds[i]))
			return false;
	return at->allowed->movements[facts->easier].standing == KEEL_STANDING_ALLOWED;
}

static void check_item(sim_case *at, const keel_item *item)
{
	const keel_movement *facts = &at->catalogue->movements[item->movement];
	if (finished(at, item->movement) && at->plan->item_count > 1)
		sim_violation(at->watch, "2 finished for today and offered", "%s", facts->id);
	if (facts->neutral)
		return;
	rest known = rest_of(at, item->movement);
	if (at->now->date < known.until_date)
		sim_violation(at->watch, known.code, "%s until %d, today %d", facts->id,
			      known.until_date, at->now->date);
	if (neighbour_first(at, item->movement))
		sim_violation(at->watch, "2 the easier neighbour first", "%s", facts->id);
}

void sim_check_rests(sim_case *at)
{
	for (int i = 0; i < at->plan->item_count; i++)
		check_item(at, &at->plan->items[i]);
	for (int i = 0; i < at->catalogue->movement_count; i++) {
		const keel_movement_verdict *verdict = &at->allowed->movements[i];
		if (!verdict->rests || !pain_rests(verdict->why.rule))
			continue;
		rest known = rest_of(at, i);
		int32_t until_date =
			verdict->until_date == KEEL_NO_DATE ? INT32_MAX : verdict->until_date;
		if (known.until_date != until_date)
			sim_violation(at->watch, "2 rests for longer or shorter than it should",
				      "%s by %s until %d, ledger %d (%s), today %d",
				      at->catalogue->movements[i].id,
				      keel_rule_id(verdict->why.rule), until_date, known.until_date,
				      known.code, at->now->date);
	}
}

/* ---- directions ---------------------------------------------------------------------------------
 */

static void check_way_back(sim_case *at, const keel_item *item, int direction)
{
	const keel_movement *facts = &at->catalogue->movements[item->movement];
	int32_t days = at->now->date - at->ledger->spread_date[direction];
	if (item->purpose != KEEL_PURPOSE_WAY_BACK)
		sim_violation(at->watch, "5 a resting direction", "%s, %s, %d days", facts->id,
			      keel_direction_names[direction], days);
	else if (days < 3 || item->rung != 1 || item->dose.sets > 1 || item->dose.reps > 5)
		sim_violation(at->watch, "5 way back too early or too much", "%s, day %d, rung %d",
			      facts->id, days, item->rung);
}

void sim_check_directions(sim_case *at)
{
	const sim_ledger *ledger = at->ledger;
	int way_backs = 0;
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_item *item = &at->plan->items[i];
		const keel_movement *facts = &at->catalogue->movements[item->movement];
		way_backs += item->purpose == KEEL_PURPOSE_WAY_BACK;
		for (int d = 0; d < KEEL_DIRECTION_COUNT && !facts->neutral; d++)
			if ((facts->directions >> d & 1) == 1 && ledger->rests[d])
				check_way_back(at, item, d);
	}
	if (way_backs > 1)
		sim_violation(at->watch, "5 more than one way back a day", "%d", way_backs);
	for (int i = 0; i < at->catalogue->movement_count; i++) {
		const keel_movement_verdict *verdict = &at->allowed->movements[i];
		if (verdict->standing == KEEL_STANDING_ALLOWED ||
		    verdict->why.rule != KEEL_RULE_DIRECTION_RESTS)
			continue;
		bool any = false;
		for (int d = 0; d < KEEL_DIRECTION_COUNT; d++)
			any = any || ((at->catalogue->movements[i].directions >> d & 1) == 1 &&
				      ledger->rests[d]);
		if (!any)
			sim_violation(at->watch, "2 a direction rests without cause", "%s",
				      at->catalogue->movements[i].id);
	}
}
