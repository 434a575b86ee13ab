/* 3 and 4: when a dose may go up, how far, and when it must or must not go down (CLINICAL 2, 3,
 * 3b). */
#include "sim/watch.h"

enum { EVIDENCE_DAYS = 56 };

/* What the ledger says of one movement before today's dose. */
typedef struct standing {
	const sim_deed *last; /* NULL: never done */
	int32_t run_date;     /* first date at the present dose */
	bool changed;	      /* it stood on another dose before */
	int clean_days;	      /* at this dose since the last counted rise */
	int effort_count;     /* of those days, answered */
	int effort_last, effort_before;
} standing;

static bool same_dose(const keel_dose *a, const keel_dose *b)
{
	return a->sets == b->sets && a->reps == b->reps && a->hold_s == b->hold_s &&
	       a->work_s == b->work_s && a->load_hg == b->load_hg && a->lever == b->lever;
}

static bool session_up(const sim_ledger *ledger, int32_t date)
{
	for (int i = ledger->held_count - 1; i >= 0 && ledger->held[i].date >= date; i--) {
		const sim_held *held = &ledger->held[i];
		if (held->date == date && held->started && held->first_pain != SIM_NONE &&
		    held->end_pain != SIM_NONE && held->end_pain - held->first_pain >= 2)
			return true;
	}
	return false;
}

static standing standing_of(const sim_case *at, int movement)
{
	const sim_ledger *ledger = at->ledger;
	standing found = {.effort_last = SIM_NONE, .effort_before = SIM_NONE};
	int32_t clean_date = SIM_NEVER, effort_date = SIM_NEVER;
	bool counting = true;
	for (int i = ledger->moves[movement].last_deed; i != SIM_NONE;
	     i = ledger->deeds[i].before_same) {
		const sim_deed *deed = &ledger->deeds[i];
		if (found.last == NULL)
			found.last = deed;
		if (!same_dose(&deed->dose, &found.last->dose)) {
			found.changed = true;
			break;
		}
		found.run_date = deed->date;
		counting = counting && !sim_deed_counted(deed);
		if (!counting || !sim_deed_clean(deed) || session_up(ledger, deed->date))
			continue;
		found.clean_days += deed->date != clean_date;
		clean_date = deed->date;
		if (deed->challenge == SIM_NONE)
			continue;
		if (deed->date == effort_date) {
			int *day =
				found.effort_count == 1 ? &found.effort_last : &found.effort_before;
			if (found.effort_count <= 2 && deed->challenge > *day)
				*day = deed->challenge;
			continue;
		}
		effort_date = deed->date;
		found.effort_count++;
		if (found.effort_count == 1)
			found.effort_last = deed->challenge;
		else if (found.effort_count == 2)
			found.effort_before = deed->challenge;
	}
	return found;
}

/* ---- up -----------------------------------------------------------------------------------------
 */

static void check_day(sim_case *at, const char *id)
{
	sim_watch *watch = at->watch;
	const sim_today *today = &at->today;
	if (today->sore)
		sim_violation(watch, "3 up on a sore morning", "%s, %d against %d", id,
			      today->morning, today->usual);
	if (today->flare)
		sim_violation(watch, "3 up in a flare", "%s", id);
	if (today->unknown)
		sim_violation(watch, "3 up with the after-effect unknown", "%s", id);
	if (today->worse_a_day || today->still_worse)
		sim_violation(watch, "3 up after worse for a day", "%s", id);
	if (today->week_up)
		sim_violation(watch, "3 up after a week that went up", "%s", id);
	if (sim_ledger_away_days(at->ledger, at->now->date) >= 7)
		sim_violation(watch, "3 up after an absence", "%s, %d days", id,
			      sim_ledger_away_days(at->ledger, at->now->date));
	if (at->ledger->unknown_count > 0)
		sim_violation(watch, "3 up with an incomplete record", "%s", id);
}

static void check_evidence(sim_case *at, const keel_movement *facts, const standing *known)
{
	sim_watch *watch = at->watch;
	const sim_deed *last = known->last;
	const char *id = facts->id;
	if (last->rise > 0 || last->further)
		sim_violation(watch, "3 up after a rise", "%s, rise %d", id, last->rise);
	if (last->form_lost)
		sim_violation(watch, "3 up after lost form", "%s", id);
	if (!last->answered || !last->complete)
		sim_violation(watch, "3 up after an exposure not answered or not finished", "%s",
			      id);
	if (known->clean_days < 2)
		sim_violation(watch, "3 up without two clean exposures", "%s, %d", id,
			      known->clean_days);
	if (at->now->date - last->date > EVIDENCE_DAYS)
		sim_violation(watch, "3 up on what is eight weeks old", "%s, %d days", id,
			      at->now->date - last->date);
	bool strong = at->allowed->stage_today >= KEEL_STAGE_STRENGTHEN;
	if (!strong && known->changed && at->now->date - known->run_date < 3)
		sim_violation(watch, "4 two rungs in three days", "%s, %d days", id,
			      at->now->date - known->run_date);
	if (facts->aim < KEEL_AIM_BRACE)
		return;
	if (known->effort_count < 2)
		sim_violation(watch, "3 up without two efforts", "%s, %d", id, known->effort_count);
	else if (known->effort_last >= 80 || known->effort_before >= 80 ||
		 (!strong && (known->effort_last >= 40 || known->effort_before >= 40)))
		sim_violation(watch, "3 up although it was not easy", "%s, %d and %d", id,
			      known->effort_before, known->effort_last);
}

static int variables_moved(const keel_dose *from, const keel_dose *to)
{
	return (from->sets != to->sets) + (from->reps != to->reps) + (from->hold_s != to->hold_s) +
	       (from->work_s != to->work_s) + (from->load_hg != to->load_hg) +
	       (from->lever != to->lever);
}

static void check_up(sim_case *at, const keel_item *item, const standing *known)
{
	const keel_movement *facts = &at->catalogue->movements[item->movement];
	sim_watch *watch = at->watch;
	if (item->rung > known->last->rung + 1)
		sim_violation(watch, "4 more than one rung", "%s from %d to %d", facts->id,
			      known->last->rung, item->rung);
	else if (variables_moved(&facts->rungs[item->rung - 2], &item->dose) > 1)
		sim_violation(watch, "4 more than one variable", "%s rung %d", facts->id,
			      item->rung);
	if (facts->aim < KEEL_AIM_BRACE && item->rung > facts->seed_rung + 2)
		sim_violation(watch, "4 by comfort more than two above the seed", "%s rung %d",
			      facts->id, item->rung);
	check_day(at, facts->id);
	check_evidence(at, facts, known);
}

/* ---- down ---------------------------------------------------------------------------------------
 */

static bool lowered_by_flare(const sim_case *at, int32_t last_date)
{
	const sim_ledger *ledger = at->ledger;
	for (int i = 0; i < ledger->flare_count; i++)
		if (ledger->flares[i].session_date == last_date)
			return true;
	if (!at->today.flare || at->today.flare_open_date != at->now->date)
		return false;
	for (int i = ledger->held_count - 1; i >= 0; i--)
		if (ledger->held[i].started && ledger->held[i].date < at->now->date)
			return ledger->held[i].date == last_date;
	return false;
}

/* The last two exposures at this dose were both too hard or lost their form. */
static bool too_hard_twice(const sim_case *at, const sim_deed *last)
{
	if (last->before_same == SIM_NONE)
		return false;
	const sim_deed *before = &at->ledger->deeds[last->before_same];
	return same_dose(&before->dose, &last->dose) &&
	       (last->form_lost || last->challenge >= 95) &&
	       (before->form_lost || before->challenge >= 95);
}

static bool second_rise(const sim_case *at, int movement, const sim_deed *last)
{
	const sim_ledger *ledger = at->ledger;
	if (!sim_deed_counted(last) || last->tick <= ledger->moves[movement].closed_tick)
		return false;
	for (int i = last->before_same; i != SIM_NONE; i = ledger->deeds[i].before_same) {
		const sim_deed *deed = &ledger->deeds[i];
		if (last->date - deed->date >= 14 ||
		    deed->tick <= ledger->moves[movement].closed_tick)
			return false;
		if (sim_deed_counted(deed) && deed->date != last->date)
			return true;
	}
	return false;
}

/* Rungs that must go, and whether anything at all asks for less. */
static int must_fall(const sim_case *at, int movement, const sim_deed *last, bool *to_first)
{
	const sim_moves *moves = &at->ledger->moves[movement];
	bool neutral = at->catalogue->movements[movement].neutral;
	int rungs = 0;
	*to_first = false;
	bool reopened = last->tick <= moves->closed_tick;
	if (!neutral && second_rise(at, movement, last))
		*to_first = true;
	if (sim_deed_counted(last) || (reopened && !neutral) || too_hard_twice(at, last) ||
	    (neutral && sim_neutral_down(last)))
		rungs = 1;
	rungs += lowered_by_flare(at, last->date) ? 1 : 0;
	return rungs + sim_ledger_away_rungs(at->ledger, last->date, at->now->date);
}

static void check_down(sim_case *at, const keel_item *item, const standing *known)
{
	const keel_movement *facts = &at->catalogue->movements[item->movement];
	bool to_first;
	int rungs = must_fall(at, item->movement, known->last, &to_first);
	int highest = to_first || known->last->rung - rungs < 1 ? 1 : known->last->rung - rungs;
	/* After eight weeks without it a flare may be out of sight: it is held where it was then.
	 */
	bool long_ago = at->now->date - known->last->date > EVIDENCE_DAYS;
	if (item->rung > highest && rungs > 0 && !(long_ago && item->rung <= known->last->rung))
		sim_violation(at->watch, "2 not lowered as it should be",
			      "%s on %d, was %d, to go %d%s; by %s", facts->id, item->rung,
			      known->last->rung, rungs, to_first ? ", to the first" : "",
			      keel_rule_id(item->dose_why.rule));
	bool short_supine = item->caution_count > 0;
	if (item->rung < highest && !short_supine && item->purpose != KEEL_PURPOSE_WAY_BACK &&
	    item->dose_why.rule != KEEL_RULE_PLAN_NEUTRAL)
		sim_violation(at->watch, "13 lowered without cause",
			      "%s on %d, was %d, to go %d; by %s", facts->id, item->rung,
			      known->last->rung, rungs, keel_rule_id(item->dose_why.rule));
}

/* ---- first time ---------------------------------------------------------------------------------
 */

static void check_first(sim_case *at, const keel_item *item)
{
	const keel_movement *facts = &at->catalogue->movements[item->movement];
	const sim_ledger *ledger = at->ledger;
	int highest = 1;
	bool skilled = facts->aim == KEEL_AIM_CONTROL || facts->aim == KEEL_AIM_BRACE ||
		       facts->aim == KEEL_AIM_ACTIVATE;
	if (skilled && ledger->training == KEEL_TRAINING_YES)
		highest = 2;
	if (ledger->programme != SIM_NONE) {
		const keel_programme *programme = &at->catalogue->programmes[ledger->programme];
		for (int i = 0; i < programme->item_count; i++)
			if (programme->items[i].movement == item->movement)
				highest = programme->items[i].rung;
	}
	if (item->rung > highest)
		sim_violation(at->watch, "4 begins too high", "%s on %d", facts->id, item->rung);
}

void sim_check_doses(sim_case *at)
{
	int ups = 0;
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_item *item = &at->plan->items[i];
		const keel_movement *facts = &at->catalogue->movements[item->movement];
		standing known = standing_of(at, item->movement);
		if (item->rung < 1 || item->rung > facts->rung_count) {
			sim_violation(at->watch, "4 outside its ladder", "%s rung %d", facts->id,
				      item->rung);
			continue;
		}
		if (item->purpose != KEEL_PURPOSE_WAY_BACK &&
		    !same_dose(&item->dose, &facts->rungs[item->rung - 1]))
			sim_violation(at->watch, "4 not the dose of its rung", "%s rung %d",
				      facts->id, item->rung);
		if (known.last == NULL) {
			check_first(at, item);
			continue;
		}
		bool up = item->rung > known.last->rung;
		ups += up;
		if (up != item->steps_up)
			sim_violation(at->watch, "11 says it steps up and does not, or the reverse",
				      "%s", facts->id);
		if (up)
			check_up(at, item, &known);
		check_down(at, item, &known);
	}
	if (ups > 2)
		sim_violation(at->watch, "4 more than two exercises go up", "%d", ups);
}
