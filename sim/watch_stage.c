/* 8 and the caps of 1: what today may hold at most, and when a stage opens (CLINICAL 1, 3b). */
#include <string.h>

#include "core/base/date.h"
#include "sim/watch.h"

/* ---- caps ---------------------------------------------------------------------------------------
 */

static void cap_at(sim_case *at, keel_stage stage, bool when)
{
	if (when && stage < at->cap)
		at->cap = stage;
}

static bool unwell_today(const sim_ledger *ledger, int32_t date)
{
	for (int i = ledger->held_count - 1; i >= 0 && ledger->held[i].date >= date; i--)
		if (ledger->held[i].unwell && ledger->held[i].date == date)
			return true;
	return false;
}

void sim_check_caps(sim_case *at)
{
	const sim_ledger *ledger = at->ledger;
	int32_t date = at->now->date;
	int32_t screened = sim_ledger_screened_date(ledger);
	int32_t asked = screened > ledger->review_date ? screened : ledger->review_date;
	int32_t away = sim_ledger_away_screen(ledger, date);
	at->cap = KEEL_STAGE_FITNESS;
	cap_at(at, KEEL_STAGE_CALM, screened == SIM_NEVER);
	cap_at(at, KEEL_STAGE_CALM, sim_ledger_again_pending(ledger));
	cap_at(at, KEEL_STAGE_CALM, screened != SIM_NEVER && date - asked >= 7 + 14);
	cap_at(at, KEEL_STAGE_CALM, away != SIM_NEVER && screened < away);
	cap_at(at, KEEL_STAGE_CALM, at->today.flare);
	cap_at(at, KEEL_STAGE_CALM, at->pain_now >= 8);
	cap_at(at, KEEL_STAGE_CALM, unwell_today(ledger, date));
	cap_at(at, KEEL_STAGE_RESTORE, sim_ledger_tier(ledger) == KEEL_TIER_CLINICIAN_SOON);
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_movement *facts = &at->catalogue->movements[at->plan->items[i].movement];
		if (facts->stage > at->cap)
			sim_violation(at->watch, "1 above what today may hold",
				      "%s, cap %s, pain %d", facts->id, keel_stage_names[at->cap],
				      at->pain_now);
	}
	keel_stage expected = at->allowed->stage < at->cap ? at->allowed->stage : at->cap;
	if (!at->allowed->locked && at->allowed->stage_today != expected)
		sim_violation(at->watch, "8 today's stage is not what the caps say",
			      "%s by %s, ledger %s; flare %d (opened %d), pain %d",
			      keel_stage_names[at->allowed->stage_today],
			      keel_rule_id(at->allowed->cap_why.rule), keel_stage_names[expected],
			      at->today.flare, at->today.flare_open_date, at->pain_now);
}

/* ---- the person's stage -------------------------------------------------------------------------
 */

typedef struct stage_run {
	int stage;  /* SIM_NONE: nothing recorded */
	bool first; /* nothing of another stage before it, no restart */
	int sessions, running, clean;
	int32_t first_date, last_date, recorded_date;
} stage_run;

static stage_run run_of(const sim_case *at)
{
	const sim_ledger *ledger = at->ledger;
	stage_run found = {.stage = SIM_NONE, .first = ledger->restart_ever == 0};
	bool unbroken = true;
	for (int i = ledger->held_count - 1; i >= 0; i--) {
		const sim_held *held = &ledger->held[i];
		if (!held->started || held->easy_day || held->stage == SIM_NONE ||
		    held->start_tick <= ledger->restart_tick)
			continue;
		if (found.stage != SIM_NONE && held->stage != found.stage) {
			found.first = false;
			break;
		}
		if (found.stage == SIM_NONE) {
			found.stage = held->stage;
			found.recorded_date = held->date;
		}
		unbroken = unbroken && !sim_held_rise(ledger, i);
		if (!sim_held_complete(ledger, i))
			continue;
		found.last_date = found.sessions == 0 ? held->date : found.last_date;
		found.first_date = held->date;
		found.sessions++;
		found.running += unbroken ? 1 : 0;
		found.clean += sim_held_clean(ledger, i) ? 1 : 0;
	}
	return found;
}

static bool aim_clean(const sim_case *at, keel_aim aim)
{
	for (int i = 0; i < at->catalogue->movement_count; i++)
		if (at->catalogue->movements[i].aim == aim && at->ledger->moves[i].clean_days > 0)
			return true;
	return false;
}

static int find(const sim_case *at, const char *id)
{
	return keel_movement_find(at->catalogue, id, strlen(id));
}

/* The rung it stands on, less one when its last exposure sends it down. */
static int rung_of(const sim_case *at, int movement)
{
	int last = movement < 0 ? SIM_NONE : at->ledger->moves[movement].last_deed;
	if (last == SIM_NONE)
		return 0;
	const sim_deed *deed = &at->ledger->deeds[last];
	bool neutral = at->catalogue->movements[movement].neutral;
	bool down = sim_deed_counted(deed) || (neutral && sim_neutral_down(deed));
	return deed->rung - (down ? 1 : 0);
}

static bool brace_at(const sim_case *at, int rung)
{
	for (int i = 0; i < at->catalogue->movement_count; i++)
		if (at->catalogue->movements[i].aim == KEEL_AIM_BRACE && rung_of(at, i) >= rung)
			return true;
	return false;
}

static bool flare_lately(const sim_case *at)
{
	const sim_ledger *ledger = at->ledger;
	for (int i = 0; i < ledger->flare_count; i++) {
		int32_t close_date = ledger->flares[i].close_date;
		if (close_date == SIM_NEVER || at->now->date - (close_date - 1) <= 7)
			return true;
	}
	return at->today.flare;
}

static bool trains(const sim_case *at)
{
	const sim_ledger *ledger = at->ledger;
	if (ledger->training != KEEL_TRAINING_YES)
		return false;
	for (int i = 0; i < ledger->held_count; i++)
		if (ledger->held[i].first_pain != SIM_NONE)
			return ledger->held[i].first_pain <= 3;
	return at->pain_now != SIM_NONE && at->pain_now <= 3;
}

static bool gate_open(const sim_case *at, const stage_run *run)
{
	int32_t apart = run->last_date - run->first_date;
	switch (run->stage) {
	case KEEL_STAGE_CALM:
		return run->sessions >= 2 && run->running >= 2;
	case KEEL_STAGE_RESTORE:
		if (run->first && run->clean >= 1 && trains(at))
			return true;
		return run->sessions >= 4 && apart >= 6 && run->running >= 2 &&
		       aim_clean(at, KEEL_AIM_CONTROL) && aim_clean(at, KEEL_AIM_BRACE);
	case KEEL_STAGE_STRENGTHEN:
		return run->sessions >= 6 && apart >= 13 &&
		       rung_of(at, find(at, "glute-bridge")) >= 3 &&
		       rung_of(at, find(at, "hip-hinge")) >= 3 && brace_at(at, 3) &&
		       !flare_lately(at);
	default:
		return false;
	}
}

static int expected_stage(const sim_case *at, const stage_run *run)
{
	const sim_ledger *ledger = at->ledger;
	if (run->stage == SIM_NONE) {
		bool leg = ledger->leg == KEEL_SYMPTOM_LEG_NEW ||
			   ledger->leg == KEEL_SYMPTOM_LEG_WORSE;
		return at->pain_now >= 8 || leg || ledger->restart_ever > 0 ? KEEL_STAGE_CALM
									    : KEEL_STAGE_RESTORE;
	}
	int back = 0;
	int32_t this_monday = keel_date_week_start(at->now->date);
	for (int32_t monday = keel_date_week_start(run->recorded_date); monday < this_monday;
	     monday += 7)
		back += sim_ledger_week_up(ledger, monday, at->now->date) ? 1 : 0;
	if (back > 0)
		return run->stage > back ? run->stage - back : KEEL_STAGE_CALM;
	return run->stage + (gate_open(at, run) ? 1 : 0);
}

void sim_check_stage(sim_case *at)
{
	stage_run run = run_of(at);
	int expected = expected_stage(at, &run);
	int stage = at->allowed->stage;
	bool waits = at->today.flare || at->today.sore || at->today.worse_a_day ||
		     at->today.still_worse || at->today.week_up || at->ledger->unknown_count > 0;
	bool fine = stage == expected || (waits && stage == run.stage);
	if (!fine)
		sim_violation(at->watch,
			      stage > expected ? "8 a stage before its gate"
					       : "13 a stage lower than its gate says",
			      "%s by %s, ledger %s; run %d of %d sessions, %d clean, %d apart",
			      keel_stage_names[stage], keel_rule_id(at->allowed->stage_why.rule),
			      keel_stage_names[expected], run.stage, run.sessions, run.running,
			      run.last_date - run.first_date);
	bool personal = at->ledger->programme == SIM_NONE;
	keel_stage limit = (keel_stage)(stage < (int)at->cap ? stage : (int)at->cap);
	for (int i = 0; i < at->plan->item_count; i++) {
		const keel_movement *facts = &at->catalogue->movements[at->plan->items[i].movement];
		if (facts->stage > limit && (personal || stage == KEEL_STAGE_CALM))
			sim_violation(at->watch, "8 a movement of a later stage", "%s in %s",
				      facts->id, keel_stage_names[limit]);
	}
}

/* ---- S2's order ---------------------------------------------------------------------------------
 */

static const struct order_step {
	const char *id;
	const char *other;
	int clean;
} order[] = {
	{"segmental-roll", NULL, 3},	     {"bear-hold", "plank", 0},
	{"prone-hip-extension", NULL, 2},    {"quadruped-hip-extension", NULL, 2},
	{"standing-hip-extension", NULL, 2}, {"hip-hinge", NULL, -1},
};

const char *const sim_order_names[SIM_ORDER_STEPS + 1] = {
	"roll", "bear or plank", "prone", "quadruped", "standing", "hinge", "passed"};

static bool was_done(const sim_case *at, const struct order_step *step, int movement)
{
	const sim_moves *moves = &at->ledger->moves[movement];
	if (step->clean > 0)
		return moves->clean_days >= step->clean;
	return step->clean == 0 ? moves->held_long : rung_of(at, movement) >= 3;
}

/* Three holds of ten seconds are on its ladder. */
static bool holds_long(const keel_movement *facts)
{
	const keel_dose *top = &facts->rungs[facts->rung_count - 1];
	int32_t hold_s = top->hold_s > top->work_s ? top->hold_s : top->work_s;
	return top->sets * (top->reps > 1 ? top->reps : 1) >= 3 && hold_s >= 10;
}

/* Behind a soft gate without an end an easier form stands for the step; SIM_NONE: none does. */
static int easier_of(const sim_case *at, const struct order_step *step)
{
	const char *ids[2] = {step->id, step->other};
	int found = SIM_NONE;
	for (int i = 0; i < 2; i++) {
		int movement = ids[i] == NULL ? KEEL_NO_MOVEMENT : find(at, ids[i]);
		if (movement == KEEL_NO_MOVEMENT || !sim_at_hand(at, movement))
			continue;
		if (!sim_softly_kept(at, movement))
			return SIM_NONE;
		for (int k = 0; k < 4 && found == SIM_NONE; k++) {
			movement = at->catalogue->movements[movement].easier;
			if (movement == KEEL_NO_MOVEMENT)
				break;
			if (sim_at_hand(at, movement) && !sim_softly_kept(at, movement) &&
			    (step->clean != 0 || holds_long(&at->catalogue->movements[movement])))
				found = movement;
		}
	}
	return found;
}

static bool passed(const sim_case *at, const struct order_step *step)
{
	const char *ids[2] = {step->id, step->other};
	bool to_be_had = false;
	for (int i = 0; i < 2; i++) {
		int movement = ids[i] == NULL ? KEEL_NO_MOVEMENT : find(at, ids[i]);
		if (movement == KEEL_NO_MOVEMENT)
			continue;
		if (was_done(at, step, movement))
			return true;
		to_be_had =
			to_be_had || (sim_at_hand(at, movement) && !sim_softly_kept(at, movement));
	}
	if (to_be_had)
		return false;
	int easier = easier_of(at, step);
	return easier == SIM_NONE || was_done(at, step, easier);
}

static bool in_plan(const sim_case *at, int movement)
{
	for (int i = 0; i < at->plan->item_count; i++)
		if (at->plan->items[i].movement == movement)
			return true;
	return false;
}

static bool in_programme(const sim_case *at, int movement)
{
	if (at->ledger->programme == SIM_NONE)
		return false;
	const keel_programme *programme = &at->catalogue->programmes[at->ledger->programme];
	for (int i = 0; i < programme->item_count; i++)
		if (programme->items[i].movement == movement)
			return true;
	return false;
}

static void check_needs(sim_case *at, int movement)
{
	const keel_movement *facts = &at->catalogue->movements[movement];
	for (int i = 0; i < facts->need_count; i++) {
		int count = at->ledger->moves[facts->needs[i].movement].clean_days;
		if (count < facts->needs[i].clean_count)
			sim_violation(at->watch, "8 needs not met", "%s wants %s %d times, had %d",
				      facts->id,
				      at->catalogue->movements[facts->needs[i].movement].id,
				      facts->needs[i].clean_count, count);
	}
}

/* With one exercise a session what was in the last one need not be in this one. */
static bool turns_with(const sim_case *at, int movement)
{
	const sim_ledger *ledger = at->ledger;
	int last = ledger->moves[movement].last_deed;
	if (ledger->exercises_max != 1 || last == SIM_NONE)
		return false;
	int32_t date = SIM_NEVER;
	for (int i = 0; i < ledger->held_count; i++)
		if (ledger->held[i].started && ledger->held[i].date > date)
			date = ledger->held[i].date;
	return ledger->deeds[last].date == date;
}

/* The first open step must be in a personal session from restore on, where it is allowed and fits.
 */
static void check_held(sim_case *at, const struct order_step *step)
{
	bool personal = at->ledger->programme == SIM_NONE;
	int32_t minutes = at->ledger->minutes == SIM_NONE ? 15 : at->ledger->minutes;
	if (!personal || at->allowed->stage_today < KEEL_STAGE_RESTORE)
		return;
	int ids[3] = {find(at, step->id),
		      step->other == NULL ? KEEL_NO_MOVEMENT : find(at, step->other),
		      easier_of(at, step)};
	bool may = false;
	for (int i = 0; i < 3; i++) {
		int movement = ids[i];
		bool instead = i == 2 && may;
		if (movement < 0 || instead)
			continue;
		if (in_plan(at, movement) || turns_with(at, movement))
			return;
		const keel_movement_verdict *verdict = &at->allowed->movements[movement];
		bool fits = keel_movement_total_s(&at->catalogue->movements[movement],
						  &verdict->dose) <= minutes * 60;
		may = may || (verdict->standing == KEEL_STANDING_ALLOWED && fits);
	}
	for (int i = 0; i < at->plan->item_count; i++)
		may = may && at->plan->items[i].purpose != KEEL_PURPOSE_WAY_BACK &&
		      at->plan->items[i].choice_why.rule != KEEL_RULE_CLINICIAN_PINS;
	if (may)
		sim_violation(at->watch, "8 the open step of S2's order is left out",
			      "%s; core's next is %s, stage %d, %d items", step->id,
			      at->allowed->sequence_next < 0
				      ? "none"
				      : at->catalogue->movements[at->allowed->sequence_next].id,
			      at->allowed->stage_today, at->plan->item_count);
}

void sim_check_order(sim_case *at)
{
	bool open = true, held = false;
	at->watch->open_step = SIM_ORDER_STEPS;
	for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
		const char *ids[2] = {order[k].id, order[k].other};
		for (int i = 0; i < 2; i++) {
			int movement = ids[i] == NULL ? KEEL_NO_MOVEMENT : find(at, ids[i]);
			if (movement == KEEL_NO_MOVEMENT || !in_plan(at, movement) ||
			    in_programme(at, movement))
				continue;
			if (!open)
				sim_violation(at->watch, "8 S2's order", "%s before its turn",
					      ids[i]);
		}
		bool done = passed(at, &order[k]);
		if (open && !done && !held) {
			check_held(at, &order[k]);
			at->watch->open_step = (int)k;
			held = true;
		}
		open = open && done;
	}
	for (int i = 0; i < at->plan->item_count; i++)
		if (!in_programme(at, at->plan->items[i].movement))
			check_needs(at, at->plan->items[i].movement);
}
