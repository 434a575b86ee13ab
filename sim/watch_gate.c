/* 6: the gates of CLINICAL 5, row by row. The facts are the catalogue's: positions, directions,
 * gates a file names. */
#include "core/state/state.h"
#include "sim/watch.h"

#define HAS(set, bit) (((set) >> (bit)&1) == 1)

static bool overridden(const sim_case *at, int movement, keel_gate gate)
{
	for (int i = 0; i < at->ledger->override_count; i++) {
		const sim_override *override = &at->ledger->overrides[i];
		if (override->gate == (int16_t)gate && at->now->date <= override->until_date &&
		    (override->movement == SIM_NONE || override->movement == movement))
			return true;
	}
	return false;
}

static bool names(const sim_case *at, int movement, keel_gate gate)
{
	return HAS(at->catalogue->movements[movement].gates, gate) &&
	       !overridden(at, movement, gate);
}

static bool end_range(const sim_case *at, int movement, keel_direction direction, keel_gate gate)
{
	const keel_movement *facts = &at->catalogue->movements[movement];
	return (HAS(facts->directions_end, direction) || HAS(facts->gates, gate)) &&
	       !overridden(at, movement, gate);
}

static bool bends_hard(const sim_case *at, int movement)
{
	return end_range(at, movement, KEEL_DIRECTION_FLEXION, KEEL_GATE_END_FLEXION) ||
	       names(at, movement, KEEL_GATE_LOADED_FLEXION) ||
	       names(at, movement, KEEL_GATE_RAPID_FLEXION) ||
	       end_range(at, movement, KEEL_DIRECTION_ROTATION, KEEL_GATE_END_TWIST);
}

/* The condition applies today; its window is in days since it began. */
static bool applies(const sim_case *at, keel_condition condition, int32_t from, int32_t to)
{
	const sim_ledger *ledger = at->ledger;
	if (!ledger->has[condition])
		return false;
	int32_t days = at->now->date - ledger->since[condition];
	return ledger->since[condition] == SIM_NEVER || (days >= from && days < to);
}

static bool has(const sim_case *at, keel_condition condition)
{
	return at->ledger->has[condition];
}

/* The hard gate that closes it, as a sentence, or NULL. */
static const char *hard_gate(const sim_case *at, int movement)
{
	const keel_movement *facts = &at->catalogue->movements[movement];
	if (has(at, KEEL_CONDITION_VERTEBRAL_FRACTURE) &&
	    (bends_hard(at, movement) || names(at, movement, KEEL_GATE_FLOOR_LIFT)))
		return "6 vertebral fracture";
	bool prone =
		HAS(facts->positions, KEEL_POSITION_PRONE) || HAS(facts->gates, KEEL_GATE_PRONE);
	if (applies(at, KEEL_CONDITION_PREGNANCY, 140, INT32_MAX) && prone &&
	    !overridden(at, movement, KEEL_GATE_PRONE))
		return "6 pregnancy, prone";
	if (has(at, KEEL_CONDITION_FALLS) && names(at, movement, KEEL_GATE_UNSUPPORTED_BALANCE))
		return "6 falls";
	bool pressure = has(at, KEEL_CONDITION_BLOOD_PRESSURE) || has(at, KEEL_CONDITION_GLAUCOMA);
	if (pressure &&
	    (names(at, movement, KEEL_GATE_HEAD_DOWN) || names(at, movement, KEEL_GATE_LONG_HOLD) ||
	     names(at, movement, KEEL_GATE_SWING)))
		return "6 blood pressure, glaucoma";
	if (applies(at, KEEL_CONDITION_ABDOMINAL, INT32_MIN, 84) &&
	    (names(at, movement, KEEL_GATE_CURL_UP) || names(at, movement, KEEL_GATE_PLANK) ||
	     names(at, movement, KEEL_GATE_SWING)))
		return "6 abdominal surgery or birth";
	return NULL;
}

static const char first_hour[] = "6 first hour after getting up";

static int32_t up_min(const sim_case *at)
{
	if (at->now->up_min >= 0)
		return at->now->up_min;
	if (at->ledger->wake_min == SIM_NONE)
		return SIM_NONE;
	int32_t minute = at->now->minute < 180 ? at->now->minute + 1440 : at->now->minute;
	return minute > at->ledger->wake_min ? minute - at->ledger->wake_min : 0;
}

static const char *soft_gate(const sim_case *at, int movement, int32_t total_s)
{
	const keel_movement *facts = &at->catalogue->movements[movement];
	bool flexes = HAS(facts->directions_end, KEEL_DIRECTION_FLEXION) ||
		      HAS(facts->gates, KEEL_GATE_END_FLEXION) ||
		      HAS(facts->gates, KEEL_GATE_LOADED_FLEXION) ||
		      HAS(facts->gates, KEEL_GATE_MORNING_FLEXION);
	int32_t up = up_min(at);
	if ((has(at, KEEL_CONDITION_FLEXION_SENSITIVE) || has(at, KEEL_CONDITION_MORNINGS_WORSE)) &&
	    flexes && up != SIM_NONE && up < 60 &&
	    !overridden(at, movement, KEEL_GATE_MORNING_FLEXION))
		return first_hour;
	if (has(at, KEEL_CONDITION_OSTEOPOROSIS) && bends_hard(at, movement))
		return "6 osteoporosis";
	bool supine =
		HAS(facts->positions, KEEL_POSITION_SUPINE) || HAS(facts->gates, KEEL_GATE_SUPINE);
	if (applies(at, KEEL_CONDITION_PREGNANCY, 140, INT32_MAX) && supine && total_s > 120 &&
	    !overridden(at, movement, KEEL_GATE_SUPINE))
		return "6 pregnancy, supine over 2 min";
	if (has(at, KEEL_CONDITION_HIP_REPLACEMENT) &&
	    (names(at, movement, KEEL_GATE_DEEP_HIP_FLEXION) ||
	     (HAS(facts->positions, KEEL_POSITION_CROSS_LEGGED) &&
	      !overridden(at, movement, KEEL_GATE_CROSS_LEGS))))
		return "6 hip replacement";
	if (has(at, KEEL_CONDITION_WRIST_SHOULDER) && names(at, movement, KEEL_GATE_HANDS_BEARING))
		return "6 wrist or shoulder";
	bool extends = end_range(at, movement, KEEL_DIRECTION_EXTENSION, KEEL_GATE_END_EXTENSION);
	if ((has(at, KEEL_CONDITION_STENOSIS) || has(at, KEEL_CONDITION_SPONDYLOLISTHESIS)) &&
	    extends)
		return "6 stenosis, spondylolisthesis";
	if (has(at, KEEL_CONDITION_SPONDYLOLISTHESIS) &&
	    names(at, movement, KEEL_GATE_LOADED_EXTENSION))
		return "6 spondylolisthesis, loaded";
	return NULL;
}

/* A soft gate that does not end by itself: all but the first hour of the day. */
bool sim_softly_kept(const sim_case *at, int movement)
{
	const keel_movement *facts = &at->catalogue->movements[movement];
	const char *soft = soft_gate(at, movement, keel_movement_total_s(facts, &facts->rungs[0]));
	return !facts->neutral && soft != NULL && soft != first_hour;
}

static bool body_can(const sim_case *at, int movement)
{
	const keel_movement *facts = &at->catalogue->movements[movement];
	uint32_t kneeling = 1u << KEEL_POSITION_HANDS_AND_KNEES | 1u << KEEL_POSITION_KNEELING |
			    1u << KEEL_POSITION_HALF_KNEELING;
	uint32_t lying = 1u << KEEL_POSITION_SUPINE | 1u << KEEL_POSITION_PRONE |
			 1u << KEEL_POSITION_SIDE_LYING;
	uint32_t crossed = 1u << KEEL_POSITION_CROSS_LEGGED;
	uint32_t floor = kneeling | lying | crossed | 1u << KEEL_POSITION_FLOOR_SITTING |
			 1u << KEEL_POSITION_PUSH_UP;
	const int8_t *ability = at->ledger->ability;
	if (ability[KEEL_ABILITY_KNEEL] == 0 &&
	    ((facts->positions & kneeling) != 0 || HAS(facts->gates, KEEL_GATE_KNEEL)))
		return false;
	if (ability[KEEL_ABILITY_LIE] == 0 &&
	    ((facts->positions & lying) != 0 || HAS(facts->gates, KEEL_GATE_LIE)))
		return false;
	if (ability[KEEL_ABILITY_FLOOR] == 0 &&
	    ((facts->positions & floor) != 0 || HAS(facts->gates, KEEL_GATE_FLOOR)))
		return false;
	return ability[KEEL_ABILITY_CROSS_LEGS] != 0 ||
	       ((facts->positions & crossed) == 0 && !HAS(facts->gates, KEEL_GATE_CROSS_LEGS));
}

static bool is_there(const sim_case *at, int movement)
{
	uint32_t home = 1u << KEEL_EQUIPMENT_CHAIR | 1u << KEEL_EQUIPMENT_WALL |
			1u << KEEL_EQUIPMENT_COUNTER | 1u << KEEL_EQUIPMENT_TABLE |
			1u << KEEL_EQUIPMENT_PILLOW;
	for (int i = 0; i < KEEL_EQUIPMENT_COUNT; i++) {
		if (i == KEEL_EQUIPMENT_MAT ||
		    !HAS(at->catalogue->movements[movement].equipment, i))
			continue;
		int8_t have = at->ledger->equipment[i];
		if (have == 0 || (have != 1 && !HAS(home, i)))
			return false;
	}
	return true;
}

static bool forbidden(const sim_case *at, int movement)
{
	const sim_moves *moves = &at->ledger->moves[movement];
	return moves->forbidden &&
	       (moves->forbid_until == SIM_NEVER || at->now->date <= moves->forbid_until);
}

bool sim_at_hand(const sim_case *at, int movement)
{
	const keel_movement *facts = &at->catalogue->movements[movement];
	return facts->replaced_by == KEEL_NO_MOVEMENT && body_can(at, movement) &&
	       is_there(at, movement) && !forbidden(at, movement) &&
	       (facts->neutral || hard_gate(at, movement) == NULL);
}

static void check_item(sim_case *at, const keel_item *item)
{
	const keel_movement *facts = &at->catalogue->movements[item->movement];
	bool last_line = at->plan->item_count == 1 && facts->neutral;
	if (!last_line && !body_can(at, item->movement))
		sim_violation(at->watch, "6 ability", "%s", facts->id);
	if (!last_line && !is_there(at, item->movement))
		sim_violation(at->watch, "6 equipment", "%s", facts->id);
	if (!last_line && forbidden(at, item->movement))
		sim_violation(at->watch, "6 forbidden by a clinician", "%s", facts->id);
	if (facts->neutral)
		return;
	const char *hard = hard_gate(at, item->movement);
	const char *soft = soft_gate(at, item->movement, item->total_s);
	if (hard != NULL)
		sim_violation(at->watch, hard, "%s", facts->id);
	if (soft != NULL)
		sim_violation(at->watch, soft, "%s, %d s, up %d min", facts->id, item->total_s,
			      up_min(at));
	bool pressure = has(at, KEEL_CONDITION_BLOOD_PRESSURE) || has(at, KEEL_CONDITION_GLAUCOMA);
	if (pressure && item->dose.hold_s > 10 &&
	    !overridden(at, item->movement, KEEL_GATE_LONG_HOLD))
		sim_violation(at->watch, "6 hold over 10 s with blood pressure", "%s %d s",
			      facts->id, item->dose.hold_s);
}

void sim_check_gates(sim_case *at)
{
	for (int i = 0; i < at->plan->item_count; i++)
		check_item(at, &at->plan->items[i]);
	for (int i = 0; i < at->catalogue->movement_count; i++) {
		const keel_movement_verdict *verdict = &at->allowed->movements[i];
		keel_rule rule = verdict->why.rule;
		if (verdict->standing == KEEL_STANDING_ALLOWED)
			continue;
		if (rule == KEEL_RULE_GATE_CONDITION_HARD && hard_gate(at, i) == NULL)
			sim_violation(at->watch, "6 hard gate without cause", "%s, condition %d",
				      at->catalogue->movements[i].id, verdict->why.inputs[0]);
		if (rule == KEEL_RULE_GATE_ABILITY && body_can(at, i))
			sim_violation(at->watch, "6 ability without cause", "%s",
				      at->catalogue->movements[i].id);
	}
}
