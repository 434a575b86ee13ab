/* Joining a session: which list, in which order, which two steps up, and a reason for everything
 * that is not in it.
 *
 * Order within a personal session follows the aims: breathing, mobility, stretch, control, brace,
 * activate, strengthen, integrate, conditioning; so the tight is stretched before the relaxed is
 * activated (S3.balance) and a walk comes last. A way back comes after the rest of its kind: if it
 * goes wrong, the session is over anyway. A seed programme keeps its own order.
 *
 * At most two exercises a session go up a rung; the first two in order. A step of a movement whose
 * work is counted is taken only while the week's cap holds for every step already taken.
 */
#include "core/plan/plan.h"

#include <string.h>

#include "core/base/hash.h"
#include "core/plan/plan_inside.h"
#include "core/state/thresholds.h"

#define DAYS_OF_BALANCE 7 /* aims are balanced over a week */

uint64_t keel_plan_seed(uint64_t person, int32_t date)
{
	keel_hash hash = keel_hash_start();
	hash = keel_hash_i64(hash, (int64_t)person);
	hash = keel_hash_i64(hash, date);
	return keel_hash_end(hash);
}

static keel_reason reason_0(keel_rule rule)
{
	return (keel_reason){rule, 0, {0}};
}

static keel_reason reason_2(keel_rule rule, int32_t a, int32_t b)
{
	return (keel_reason){rule, 2, {a, b}};
}

/* ---- items -------------------------------------------------------------------------------- */

bool keel_plan_may(const keel_planner *planner, int movement)
{
	return planner->allowed->movements[movement].standing == KEEL_STANDING_ALLOWED;
}

bool keel_plan_has(const keel_planner *planner, int movement)
{
	const keel_prescription *prescription = planner->prescription;
	for (int i = 0; i < prescription->item_count; i++)
		if (prescription->items[i].movement == movement)
			return true;
	return false;
}

int32_t keel_plan_item_s(const keel_planner *planner, int movement)
{
	return keel_movement_total_s(&planner->catalogue->movements[movement],
				     &planner->allowed->movements[movement].dose);
}

int32_t keel_plan_total_s(const keel_planner *planner)
{
	int32_t total_s = 0;
	for (int i = 0; i < planner->prescription->item_count; i++)
		total_s += planner->prescription->items[i].total_s;
	return total_s;
}

static void set_dose(const keel_planner *planner, keel_item *item, int16_t rung, keel_dose dose,
		     keel_reason why)
{
	const keel_movement *facts = &planner->catalogue->movements[item->movement];
	item->rung = rung;
	item->dose = dose;
	item->dose_why = why;
	item->working_s = keel_movement_working_s(facts, &dose);
	item->total_s = keel_movement_total_s(facts, &dose);
}

bool keel_plan_add(keel_planner *planner, int movement, int instead_of, keel_reason choice_why)
{
	keel_prescription *prescription = planner->prescription;
	if (prescription->item_count == KEEL_ITEMS_MAX || keel_plan_has(planner, movement))
		return false;
	const keel_movement_verdict *verdict = &planner->allowed->movements[movement];
	keel_item *item = &prescription->items[prescription->item_count++];
	*item = (keel_item){0};
	item->movement = (int16_t)movement;
	item->instead_of = (int16_t)instead_of;
	item->purpose = verdict->purpose;
	item->steps_up = verdict->steps_up;
	item->choice_why = choice_why;
	item->caution_count = verdict->caution_count;
	memcpy(item->cautions, verdict->cautions, sizeof item->cautions);
	set_dose(planner, item, verdict->rung, verdict->dose, verdict->dose_why);
	return true;
}

/* ---- steps up ----------------------------------------------------------------------------- */

static void hold_item(const keel_planner *planner, keel_item *item, keel_reason why)
{
	const keel_movement_verdict *verdict = &planner->allowed->movements[item->movement];
	const keel_movement *facts = &planner->catalogue->movements[item->movement];
	item->steps_up = false;
	set_dose(planner, item, verdict->hold_rung, facts->rungs[verdict->hold_rung - 1], why);
}

/* The week's limit for a step of this item: 1.3 x the best week, or that week and one set. */
static int32_t limit_s(const keel_planner *planner, const keel_item *item)
{
	int32_t by_set_s = planner->allowed->week_best_s + item->working_s / item->dose.sets;
	int32_t by_part_s = planner->allowed->week_cap_s;
	return by_part_s > by_set_s ? by_part_s : by_set_s;
}

static void settle_steps(keel_planner *planner)
{
	keel_prescription *prescription = planner->prescription;
	const keel_allowed *allowed = planner->allowed;
	keel_item stepped[KEEL_ITEMS_MAX];
	int32_t week_s = allowed->week_done_s;
	int32_t lowest_limit_s = INT32_MAX;
	int32_t steps_max =
		keel_state_tuned(planner->state, KEEL_TUNABLE_RISES_A_SESSION_MAX, allowed->date);
	int steps = 0;
	for (int i = 0; i < prescription->item_count; i++) {
		keel_item *item = &prescription->items[i];
		stepped[i] = *item;
		if (item->steps_up) {
			keel_reason why = allowed->movements[item->movement].hold_why;
			hold_item(planner, item, why);
		}
		if (allowed->movements[item->movement].capped)
			week_s += item->working_s;
	}
	for (int i = 0; i < prescription->item_count; i++) {
		keel_item *item = &prescription->items[i];
		if (!stepped[i].steps_up)
			continue;
		if (steps >= steps_max) {
			if (steps < KEEL_RISES_A_SESSION_MAX)
				item->dose_why =
					reason_2(KEEL_RULE_CLINICIAN_THRESHOLD,
						 KEEL_TUNABLE_RISES_A_SESSION_MAX, steps_max);
			continue;
		}
		bool capped = allowed->week_capped && allowed->movements[item->movement].capped;
		int32_t limit = limit_s(planner, &stepped[i]);
		int32_t lowest = capped && limit < lowest_limit_s ? limit : lowest_limit_s;
		int32_t with_step_s = week_s;
		if (allowed->movements[item->movement].capped)
			with_step_s += stepped[i].working_s - item->working_s;
		if (capped && with_step_s > lowest) {
			item->dose_why = (keel_reason){
				KEEL_RULE_DOSE_WEEK_CAP, 3, {with_step_s, limit, week_s}};
			continue;
		}
		*item = stepped[i];
		week_s = with_step_s;
		lowest_limit_s = lowest;
		steps++;
	}
}

/* ---- order -------------------------------------------------------------------------------- */

static int place_of(const keel_planner *planner, const keel_item *item)
{
	int aim = planner->catalogue->movements[item->movement].aim;
	if (item->purpose == KEEL_PURPOSE_WAY_BACK && aim < KEEL_AIM_CONDITIONING)
		return KEEL_AIM_CONDITIONING * 2 - 1;
	return aim * 2;
}

static void sort_items(keel_planner *planner)
{
	keel_prescription *prescription = planner->prescription;
	for (int i = 1; i < prescription->item_count; i++) {
		keel_item item = prescription->items[i];
		int place = i;
		for (; place > 0 && place_of(planner, &prescription->items[place - 1]) >
					    place_of(planner, &item);
		     place--)
			prescription->items[place] = prescription->items[place - 1];
		prescription->items[place] = item;
	}
}

/* ---- what is not in it -------------------------------------------------------------------- */

static bool in_programme(const keel_planner *planner, int movement)
{
	return planner->allowed->programme == KEEL_PROGRAMME_NONE ||
	       keel_plan_in_list(planner, movement);
}

static bool aim_is_in(const keel_planner *planner, int aim)
{
	const keel_prescription *prescription = planner->prescription;
	for (int i = 0; i < prescription->item_count; i++)
		if (planner->catalogue->movements[prescription->items[i].movement].aim == aim)
			return true;
	return false;
}

static bool is_disliked(const keel_planner *planner, int movement)
{
	int record = planner->record[movement];
	return record >= 0 && planner->state->movements[record].liking == KEEL_LIKING_DISLIKE;
}

/* Why a movement that would be allowed was not taken. */
static keel_reason left_out(const keel_planner *planner, int movement)
{
	const keel_prescription *prescription = planner->prescription;
	if (!in_programme(planner, movement))
		return reason_0(KEEL_RULE_PLAN_NOT_IN_PROGRAMME);
	int32_t total_s = keel_plan_total_s(planner);
	int32_t item_s = keel_plan_item_s(planner, movement);
	if (keel_plan_held(planner, movement) == KEEL_PLAN_HELD_PIN)
		return reason_2(KEEL_RULE_CLINICIAN_PIN_WAITS, (item_s + 59) / 60,
				(total_s + 59) / 60);
	bool full = prescription->item_count >= planner->exercises_max;
	if (!full && planner->budget_s != INT32_MAX && total_s + item_s > planner->budget_s)
		return reason_2(KEEL_RULE_PLAN_MINUTES, (total_s + item_s + 59) / 60,
				planner->budget_s / 60);
	if (is_disliked(planner, movement))
		return reason_0(KEEL_RULE_PLAN_DISLIKED);
	if (planner->learning[movement] == KEEL_LEARNING_NEW &&
	    planner->learning_count >= KEEL_PLAN_LEARNING_MAX)
		return (keel_reason){KEEL_RULE_PLAN_LATER, 1, {planner->learning_count}};
	int record = planner->record[movement];
	if (record >= 0 && planner->pattern[record].verdict == KEEL_PATTERN_MORE)
		return keel_pattern_why(&planner->pattern[record]);
	if (aim_is_in(planner, planner->catalogue->movements[movement].aim))
		return reason_0(KEEL_RULE_PLAN_ROTATES);
	return (keel_reason){KEEL_RULE_PLAN_ENOUGH, 1, {prescription->item_count}};
}

static void list_withheld(keel_planner *planner)
{
	keel_prescription *prescription = planner->prescription;
	for (int i = 0; i < planner->catalogue->movement_count; i++) {
		if (keel_plan_has(planner, i))
			continue;
		const keel_movement_verdict *verdict = &planner->allowed->movements[i];
		keel_withheld *withheld = &prescription->withheld[prescription->withheld_count++];
		*withheld = (keel_withheld){(int16_t)i, verdict->instead, verdict->until_date,
					    verdict->standing == KEEL_STANDING_SOFT, verdict->why};
		if (verdict->standing == KEEL_STANDING_ALLOWED)
			withheld->why = left_out(planner, i);
	}
}

/* ---- the session -------------------------------------------------------------------------- */

static void count_aims(keel_planner *planner)
{
	const keel_state *state = planner->state;
	int32_t today = planner->allowed->date;
	for (int i = 0; i < planner->catalogue->movement_count; i++) {
		int record = planner->record[i];
		if (record < 0)
			continue;
		const keel_movement_state *movement = &state->movements[record];
		for (int k = 0; k < movement->exposure_count; k++) {
			int32_t ago = today - movement->exposures[k].date;
			if (ago >= 1 && ago <= DAYS_OF_BALANCE)
				planner->aim_count[planner->catalogue->movements[i].aim]++;
		}
	}
}

static void begin(keel_planner *planner)
{
	const keel_catalogue *catalogue = planner->catalogue;
	const keel_state *state = planner->state;
	for (int i = 0; i < catalogue->movement_count; i++) {
		const char *id = catalogue->movements[i].id;
		const keel_movement_state *record = keel_state_movement(state, id, (int)strlen(id));
		planner->record[i] = record == NULL ? -1 : (int16_t)(record - state->movements);
	}
	count_aims(planner);
	keel_pattern_look(state, planner->allowed->date, planner->pattern);
	planner->exercises_max = state->exercises_max != KEEL_UNKNOWN ? state->exercises_max
								      : KEEL_EXERCISES_MAX_USUAL;
	bool personal = planner->allowed->programme == KEEL_PROGRAMME_NONE;
	bool wished = state->wish_date == planner->allowed->date;
	int32_t minutes = state->minutes;
	if (wished && state->wish_minutes != KEEL_UNKNOWN)
		minutes = state->wish_minutes;
	if (minutes != KEEL_UNKNOWN)
		planner->budget_s = minutes * 60;
	else
		planner->budget_s = personal ? KEEL_MINUTES_USUAL * 60 : INT32_MAX;
	/* A self-test was one of today's exercises, and took of today's minutes. */
	if (personal && planner->allowed->tested_s > 0) {
		if (planner->exercises_max > 1)
			planner->exercises_max--;
		planner->budget_s -= planner->allowed->tested_s;
	}
	keel_plan_look_back(planner);
}

/* Cuts from the end, never the first item nor what is held on to as long as this one, until an item
 * of that length fits in. False, and nothing cut, when it cannot. */
static bool make_room(keel_planner *planner, int32_t item_s, int held)
{
	keel_prescription *prescription = planner->prescription;
	bool may_go[KEEL_ITEMS_MAX] = {false};
	int32_t total_s = keel_plan_total_s(planner);
	int32_t kept_s = 0;
	int kept = 0;
	for (int i = 0; i < prescription->item_count; i++) {
		int movement = prescription->items[i].movement;
		may_go[i] = i > 0 && keel_plan_held(planner, movement) < held;
		kept += may_go[i] ? 0 : 1;
		kept_s += may_go[i] ? 0 : prescription->items[i].total_s;
	}
	if (kept == KEEL_ITEMS_MAX || (kept > 0 && kept_s > planner->budget_s - item_s))
		return false;
	for (int i = prescription->item_count - 1; i > 0; i--) {
		bool fits = prescription->item_count < KEEL_ITEMS_MAX &&
			    total_s <= planner->budget_s - item_s;
		if (fits || !may_go[i])
			continue;
		total_s -= prescription->items[i].total_s;
		prescription->item_count--;
		memmove(&prescription->items[i], &prescription->items[i + 1],
			(size_t)(prescription->item_count - i) * sizeof prescription->items[0]);
	}
	return true;
}

/* A way back that is due belongs to the session even when the programme does not name it: without
 * it the direction would rest for ever. So does what a clinician pinned. The programme makes room
 * for them within the minutes; where it cannot, the pin stays out before the way back. */
static void add_asked_for(keel_planner *planner)
{
	for (int held = KEEL_PLAN_HELD_WAY_BACK; held >= KEEL_PLAN_HELD_PIN; held--) {
		for (int i = 0; i < planner->catalogue->movement_count; i++) {
			if (!keel_plan_may(planner, i) || keel_plan_has(planner, i) ||
			    keel_plan_held(planner, i) != held ||
			    !make_room(planner, keel_plan_item_s(planner, i), held))
				continue;
			bool back = held == KEEL_PLAN_HELD_WAY_BACK;
			keel_plan_add(planner, i, KEEL_NO_MOVEMENT,
				      back ? planner->allowed->movements[i].dose_why
					   : reason_0(KEEL_RULE_CLINICIAN_PINS));
		}
	}
}

/* Whatever is left: the shortest allowed movement, minutes or not. */
static void never_empty(keel_planner *planner)
{
	int best = KEEL_NO_MOVEMENT;
	if (planner->prescription->item_count > 0)
		return;
	for (int i = 0; i < planner->catalogue->movement_count; i++) {
		if (!keel_plan_may(planner, i))
			continue;
		if (best == KEEL_NO_MOVEMENT ||
		    keel_plan_item_s(planner, i) < keel_plan_item_s(planner, best))
			best = i;
	}
	if (best != KEEL_NO_MOVEMENT)
		keel_plan_add(planner, best, KEEL_NO_MOVEMENT, reason_0(KEEL_RULE_PLAN_NEUTRAL));
}

void keel_plan_make(const keel_catalogue *catalogue, const keel_state *state,
		    const keel_allowed *allowed, uint64_t seed, keel_prescription *prescription)
{
	memset(prescription, 0, sizeof *prescription);
	prescription->date = allowed->date;
	prescription->programme = allowed->programme;
	prescription->stage = allowed->stage;
	prescription->easy_day = allowed->easy_day;
	prescription->stage_why = allowed->cap_why;
	keel_planner planner = {
		.catalogue = catalogue,
		.state = state,
		.allowed = allowed,
		.seed = seed,
		.prescription = prescription,
	};
	begin(&planner);
	if (!allowed->locked) {
		if (allowed->programme != KEEL_PROGRAMME_NONE) {
			keel_plan_programme(&planner);
			add_asked_for(&planner);
			if (prescription->item_count == 0) {
				keel_plan_choose(&planner, KEEL_EXERCISES_MAX_USUAL - 1,
						 planner.budget_s);
				sort_items(&planner);
			}
		} else {
			keel_plan_choose(&planner, planner.exercises_max, planner.budget_s);
			sort_items(&planner);
		}
		never_empty(&planner);
		settle_steps(&planner);
	}
	prescription->minutes = (keel_plan_total_s(&planner) + 59) / 60;
	list_withheld(&planner);
}
