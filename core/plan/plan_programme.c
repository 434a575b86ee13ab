/* Seed programmes as they stand (DESIGN inv. 8), and a clinician's list, which is kept like a fixed
 * one.
 *
 * Fixed: every item in its place. What is withheld is replaced where the reason is the body, the
 * equipment or a gate; where it is pain, only by its easier neighbour; a day that is capped leaves
 * it out. Minutes, when asked for, cut from the end, never the first item. Mix: a couple of each
 * heap, another couple the next day; liked ones first (S1.choice). Staged: the steps that response
 * has opened, the newest ones when they are many (S2.sequence).
 */
#include "core/plan/plan_inside.h"
#include "core/state/thresholds.h"

static keel_reason reason(keel_rule rule)
{
	return (keel_reason){rule, 0, {0}};
}

static const keel_programme *programme_of(const keel_planner *planner)
{
	return &planner->catalogue->programmes[planner->allowed->programme];
}

bool keel_plan_in_list(const keel_planner *planner, int movement)
{
	const keel_allowed *allowed = planner->allowed;
	if (allowed->programme == KEEL_PROGRAMME_CLINICIAN) {
		for (int i = 0; i < allowed->prescribed_count; i++)
			if (allowed->prescribed[i] == movement)
				return true;
		return false;
	}
	const keel_programme *programme = programme_of(planner);
	for (int i = 0; i < programme->item_count; i++)
		if (programme->items[i].movement == movement)
			return true;
	return false;
}

static bool is_easier_neighbour(const keel_planner *planner, int movement, int other)
{
	int at = planner->catalogue->movements[movement].easier;
	for (int i = 0; i < 4 && at != KEEL_NO_MOVEMENT; i++) {
		if (at == other)
			return true;
		at = planner->catalogue->movements[at].easier;
	}
	return false;
}

/* What may stand in its place, or KEEL_NO_MOVEMENT. */
static int stand_in(const keel_planner *planner, int movement)
{
	const keel_movement_verdict *verdict = &planner->allowed->movements[movement];
	int instead = verdict->instead;
	if (instead == KEEL_NO_MOVEMENT || keel_plan_in_list(planner, instead) ||
	    keel_plan_has(planner, instead))
		return KEEL_NO_MOVEMENT;
	switch (verdict->why.rule) {
	case KEEL_RULE_PLAN_REPLACED:
	case KEEL_RULE_CLINICIAN_FORBIDS:
	case KEEL_RULE_GATE_ABILITY:
	case KEEL_RULE_GATE_CONDITION_HARD:
	case KEEL_RULE_GATE_CONDITION_SOFT:
	case KEEL_RULE_GATE_MORNING:
	case KEEL_RULE_EQUIPMENT_MISSING:
	case KEEL_RULE_STAGE_NEEDS:
		return instead;
	default:
		return is_easier_neighbour(planner, movement, instead) ? instead : KEEL_NO_MOVEMENT;
	}
}

static bool fits(const keel_planner *planner, int movement)
{
	if (planner->prescription->item_count == 0 || planner->budget_s == INT32_MAX)
		return true;
	return keel_plan_total_s(planner) + keel_plan_item_s(planner, movement) <=
	       planner->budget_s;
}

static void plan_in_place(keel_planner *planner, int movement, keel_rule rule)
{
	int taken = movement;
	if (!keel_plan_may(planner, movement))
		taken = stand_in(planner, movement);
	if (taken == KEEL_NO_MOVEMENT || !fits(planner, taken))
		return;
	bool same = taken == movement;
	keel_plan_add(planner, taken, same ? KEEL_NO_MOVEMENT : movement,
		      reason(same ? rule : KEEL_RULE_PLAN_SUBSTITUTE));
}

static void plan_fixed(keel_planner *planner)
{
	const keel_programme *programme = programme_of(planner);
	for (int i = 0; i < programme->item_count; i++)
		plan_in_place(planner, programme->items[i].movement, KEEL_RULE_PLAN_PROGRAMME);
}

static void plan_prescribed(keel_planner *planner)
{
	for (int i = 0; i < planner->allowed->prescribed_count; i++)
		plan_in_place(planner, planner->allowed->prescribed[i],
			      KEEL_RULE_CLINICIAN_PRESCRIBES);
}

/* ---- a mix -------------------------------------------------------------------------------- */

static int liking_of(const keel_planner *planner, int movement)
{
	int record = planner->record[movement];
	int liking = record < 0 ? KEEL_LIKING_NEUTRAL : planner->state->movements[record].liking;
	if (liking == KEEL_LIKING_LIKE)
		return 1;
	return liking == KEEL_LIKING_DISLIKE ? -1 : 0;
}

/* Up to `count` of one heap: liked before others before disliked, and round and round by date. */
static void take_group(keel_planner *planner, int group, int count)
{
	const keel_programme *programme = programme_of(planner);
	int members[KEEL_PROGRAMME_ITEMS_MAX];
	int member_count = 0;
	for (int i = 0; i < programme->item_count; i++) {
		int movement = programme->items[i].movement;
		if (programme->items[i].group == group && keel_plan_may(planner, movement))
			members[member_count++] = movement;
	}
	for (int liking = 1; liking >= -1 && count > 0; liking--) {
		for (int i = 0; i < member_count && count > 0; i++) {
			int turn = (int)((planner->allowed->date * 2 + i) % member_count);
			int movement = members[turn < 0 ? turn + member_count : turn];
			if (liking_of(planner, movement) != liking || !fits(planner, movement))
				continue;
			keel_rule rule =
				liking > 0 ? KEEL_RULE_PLAN_LIKED : KEEL_RULE_PLAN_PROGRAMME;
			if (keel_plan_add(planner, movement, KEEL_NO_MOVEMENT, reason(rule)))
				count--;
		}
	}
}

static void plan_mix(keel_planner *planner)
{
	int half = planner->exercises_max / 2;
	int stretches = half > 0 ? half : 1;
	int strengtheners = planner->exercises_max - half;
	take_group(planner, KEEL_GROUP_NONE, planner->exercises_max);
	take_group(planner, KEEL_GROUP_STRETCH, stretches);
	take_group(planner, KEEL_GROUP_STRENGTHEN, strengtheners);
}

/* ---- steps that open by response ---------------------------------------------------------- */

static void plan_staged(keel_planner *planner)
{
	const keel_programme *programme = programme_of(planner);
	bool taken[KEEL_PROGRAMME_ITEMS_MAX] = {false};
	int count = 0;
	int32_t total_s = 0;
	for (int i = programme->item_count - 1; i >= 0; i--) {
		int movement = programme->items[i].movement;
		int32_t item_s = keel_plan_item_s(planner, movement);
		bool room = count < planner->exercises_max &&
			    (count == 0 || total_s <= planner->budget_s - item_s);
		if (!keel_plan_may(planner, movement) || !room)
			continue;
		taken[i] = true;
		total_s += item_s;
		count++;
	}
	for (int i = 0; i < programme->item_count; i++)
		if (taken[i])
			keel_plan_add(planner, programme->items[i].movement, KEEL_NO_MOVEMENT,
				      reason(KEEL_RULE_PLAN_PROGRAMME));
}

void keel_plan_programme(keel_planner *planner)
{
	if (planner->allowed->programme == KEEL_PROGRAMME_CLINICIAN) {
		plan_prescribed(planner);
		return;
	}
	switch (programme_of(planner)->kind) {
	case KEEL_PROGRAMME_KIND_MIX:
		plan_mix(planner);
		break;
	case KEEL_PROGRAMME_KIND_STAGED:
		plan_staged(planner);
		break;
	default:
		plan_fixed(planner);
		break;
	}
}
