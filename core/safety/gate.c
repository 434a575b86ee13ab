/* Gates: which condition closes what a movement asks of the body (C5), as one table.
 *
 * A hard gate withholds; a soft one too, but "do it anyway" is one tap. A clinician's override
 * opens one gate until its last date, for one movement or for all. Abilities close positions and
 * are never overridden by a table of conditions: who cannot kneel is not asked to.
 *
 * Readings. Pregnancy or abdominal surgery without a date counts as within its window. The supine
 * gate of pregnancy lets a movement through that takes at most 2 minutes at its lowest rung, with a
 * caution, and swaps longer ones. A wake time later than now means that the person is just up.
 * Equipment not spoken of: what every home has (a chair, a wall, a counter, a table, a cushion) is
 * taken to be there, the rest is not.
 */
#include "core/safety/safety_inside.h"

typedef struct gate_row {
	keel_condition condition;
	keel_gate gate;
	bool soft;
} gate_row;

static const gate_row rows[] = {
	{KEEL_CONDITION_OSTEOPOROSIS, KEEL_GATE_END_FLEXION, true},
	{KEEL_CONDITION_OSTEOPOROSIS, KEEL_GATE_LOADED_FLEXION, true},
	{KEEL_CONDITION_OSTEOPOROSIS, KEEL_GATE_RAPID_FLEXION, true},
	{KEEL_CONDITION_OSTEOPOROSIS, KEEL_GATE_END_TWIST, true},
	{KEEL_CONDITION_VERTEBRAL_FRACTURE, KEEL_GATE_END_FLEXION, false},
	{KEEL_CONDITION_VERTEBRAL_FRACTURE, KEEL_GATE_LOADED_FLEXION, false},
	{KEEL_CONDITION_VERTEBRAL_FRACTURE, KEEL_GATE_RAPID_FLEXION, false},
	{KEEL_CONDITION_VERTEBRAL_FRACTURE, KEEL_GATE_END_TWIST, false},
	{KEEL_CONDITION_VERTEBRAL_FRACTURE, KEEL_GATE_FLOOR_LIFT, false},
	{KEEL_CONDITION_PREGNANCY, KEEL_GATE_PRONE, false},
	{KEEL_CONDITION_PREGNANCY, KEEL_GATE_SUPINE, true},
	{KEEL_CONDITION_FALLS, KEEL_GATE_UNSUPPORTED_BALANCE, false},
	{KEEL_CONDITION_HIP_REPLACEMENT, KEEL_GATE_DEEP_HIP_FLEXION, true},
	{KEEL_CONDITION_HIP_REPLACEMENT, KEEL_GATE_CROSS_LEGS, true},
	{KEEL_CONDITION_WRIST_SHOULDER, KEEL_GATE_HANDS_BEARING, true},
	{KEEL_CONDITION_BLOOD_PRESSURE, KEEL_GATE_HEAD_DOWN, false},
	{KEEL_CONDITION_BLOOD_PRESSURE, KEEL_GATE_LONG_HOLD, false},
	{KEEL_CONDITION_BLOOD_PRESSURE, KEEL_GATE_SWING, false},
	{KEEL_CONDITION_GLAUCOMA, KEEL_GATE_HEAD_DOWN, false},
	{KEEL_CONDITION_GLAUCOMA, KEEL_GATE_LONG_HOLD, false},
	{KEEL_CONDITION_GLAUCOMA, KEEL_GATE_SWING, false},
	{KEEL_CONDITION_ABDOMINAL, KEEL_GATE_CURL_UP, false},
	{KEEL_CONDITION_ABDOMINAL, KEEL_GATE_PLANK, false},
	{KEEL_CONDITION_ABDOMINAL, KEEL_GATE_SWING, false},
	{KEEL_CONDITION_STENOSIS, KEEL_GATE_END_EXTENSION, true},
	{KEEL_CONDITION_SPONDYLOLISTHESIS, KEEL_GATE_END_EXTENSION, true},
	{KEEL_CONDITION_SPONDYLOLISTHESIS, KEEL_GATE_LOADED_EXTENSION, true},
	{KEEL_CONDITION_FLEXION_SENSITIVE, KEEL_GATE_MORNING_FLEXION, true},
	{KEEL_CONDITION_MORNINGS_WORSE, KEEL_GATE_MORNING_FLEXION, true},
};

/* What a movement asks by its positions and directions, beside the gates its file names: a file
 * that forgets to say "prone" is still prone, end range is still end range. */
static uint32_t gates_of(const keel_movement *movement)
{
	uint32_t gates = movement->gates;
	if ((movement->positions >> KEEL_POSITION_PRONE & 1) == 1)
		gates |= 1u << KEEL_GATE_PRONE;
	if ((movement->positions >> KEEL_POSITION_SUPINE & 1) == 1)
		gates |= 1u << KEEL_GATE_SUPINE;
	if ((movement->positions >> KEEL_POSITION_CROSS_LEGGED & 1) == 1)
		gates |= 1u << KEEL_GATE_CROSS_LEGS;
	if ((movement->directions_end >> KEEL_DIRECTION_FLEXION & 1) == 1)
		gates |= 1u << KEEL_GATE_END_FLEXION;
	if ((movement->directions_end >> KEEL_DIRECTION_EXTENSION & 1) == 1)
		gates |= 1u << KEEL_GATE_END_EXTENSION;
	if ((movement->directions_end >> KEEL_DIRECTION_ROTATION & 1) == 1)
		gates |= 1u << KEEL_GATE_END_TWIST;
	bool loaded_flexion = (gates >> KEEL_GATE_LOADED_FLEXION & 1) == 1;
	if (loaded_flexion || (gates >> KEEL_GATE_END_FLEXION & 1) == 1)
		gates |= 1u << KEEL_GATE_MORNING_FLEXION;
	return gates;
}

static bool condition_applies(const keel_judge *judge, keel_condition condition, keel_gate gate)
{
	const keel_condition_state *said = &judge->state->condition[condition];
	if (said->has != 1)
		return false;
	if (gate == KEEL_GATE_MORNING_FLEXION)
		return judge->up_min != KEEL_UNKNOWN &&
		       judge->up_min < keel_tuned(judge, KEEL_TUNABLE_MORNING_GATE_MIN);
	if (said->since_date == KEEL_NO_DATE)
		return true;
	int32_t days = judge->now->date - said->since_date;
	if (condition == KEEL_CONDITION_PREGNANCY)
		return days >= KEEL_PREGNANCY_GATE_DAYS;
	if (condition == KEEL_CONDITION_ABDOMINAL)
		return days < KEEL_ABDOMINAL_GATE_DAYS;
	return true;
}

/* For that gate, for this movement or for all, and not past its last date. */
static bool override_opens(const keel_override *override, int record, keel_gate gate, int32_t today)
{
	return (override->movement == -1 || override->movement == record) &&
	       override->gate == (int16_t)gate && today <= override->until_date;
}

/* The override that opens the gate for the movement today, or NULL. */
static const keel_override *override_of(const keel_judge *judge, int movement, keel_gate gate)
{
	const keel_state *state = judge->state;
	int record = judge->record[movement];
	/*@ loop invariant 0 <= i <= state->override_count;
	    loop invariant \forall integer k; 0 <= k < i ==>
	      !opens(&state->overrides[k], record, gate, judge->now->date);
	    loop assigns i; */
	for (int i = 0; i < state->override_count; i++)
		if (override_opens(&state->overrides[i], record, gate, judge->now->date))
			return &state->overrides[i];
	return NULL;
}

static int32_t until_of(const keel_judge *judge, const gate_row *row)
{
	const keel_condition_state *condition = &judge->state->condition[row->condition];
	if (row->gate == KEEL_GATE_MORNING_FLEXION)
		return judge->now->date; /* later today */
	if (row->condition == KEEL_CONDITION_ABDOMINAL && condition->since_date != KEEL_NO_DATE)
		return condition->since_date + KEEL_ABDOMINAL_GATE_DAYS;
	return KEEL_NO_DATE;
}

static bool fits_supine(const keel_movement *movement)
{
	return movement->rung_count > 0 &&
	       keel_movement_total_s(movement, &movement->rungs[0]) <= KEEL_SUPINE_MAX_S;
}

void keel_gate_look(keel_judge *judge)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (!condition_applies(judge, rows[i].condition, rows[i].gate))
			continue;
		if (rows[i].soft)
			judge->gates_soft |= 1u << rows[i].gate;
		else
			judge->gates_hard |= 1u << rows[i].gate;
	}
}

static bool row_closes(const keel_judge *judge, int movement, uint32_t gates, const gate_row *row)
{
	if ((gates >> row->gate & 1) == 0 || !condition_applies(judge, row->condition, row->gate) ||
	    override_of(judge, movement, row->gate) != NULL)
		return false;
	return row->gate != KEEL_GATE_SUPINE ||
	       !fits_supine(&judge->catalogue->movements[movement]);
}

keel_gate_finding keel_gate_condition(const keel_judge *judge, int movement, bool soft)
{
	uint32_t gates = gates_of(&judge->catalogue->movements[movement]);
	if ((gates & (soft ? judge->gates_soft : judge->gates_hard)) == 0)
		return (keel_gate_finding){false, soft, {0}, KEEL_NO_DATE};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const gate_row *row = &rows[i];
		if (row->soft != soft || !row_closes(judge, movement, gates, row))
			continue;
		keel_rule rule =
			soft ? KEEL_RULE_GATE_CONDITION_SOFT : KEEL_RULE_GATE_CONDITION_HARD;
		keel_reason why = keel_reason_2(rule, (int32_t)row->condition, (int32_t)row->gate);
		if (row->gate == KEEL_GATE_MORNING_FLEXION)
			why = keel_reason_2(KEEL_RULE_GATE_MORNING, (int32_t)row->condition,
					    judge->up_min);
		return (keel_gate_finding){true, soft, why, until_of(judge, row)};
	}
	return (keel_gate_finding){false, soft, {0}, KEEL_NO_DATE};
}

bool keel_gate_supine_short(const keel_judge *judge, int movement)
{
	uint32_t gates = gates_of(&judge->catalogue->movements[movement]);
	return (gates >> KEEL_GATE_SUPINE & 1) == 1 &&
	       condition_applies(judge, KEEL_CONDITION_PREGNANCY, KEEL_GATE_SUPINE) &&
	       override_of(judge, movement, KEEL_GATE_SUPINE) == NULL;
}

bool keel_gate_is_overridden(const keel_judge *judge, int movement, keel_reason *why)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	uint32_t gates = gates_of(facts);
	if (judge->state->override_count == 0 ||
	    (gates & (judge->gates_soft | judge->gates_hard)) == 0)
		return false;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const gate_row *row = &rows[i];
		if ((gates >> row->gate & 1) == 0 ||
		    !condition_applies(judge, row->condition, row->gate))
			continue;
		const keel_override *override = override_of(judge, movement, row->gate);
		if (override == NULL)
			continue;
		*why = keel_reason_2(KEEL_RULE_CLINICIAN_OVERRIDE, (int32_t)row->condition,
				     override->until_date - judge->now->date + 1);
		return true;
	}
	return false;
}

/* ---- abilities and equipment -------------------------------------------------------------- */

#define AT(position) (1u << KEEL_POSITION_##position)

/* Positions and gates that fall away with an ability. */
static const struct {
	uint32_t positions;
	uint32_t gates;
} lost[KEEL_ABILITY_COUNT] = {
	[KEEL_ABILITY_KNEEL] = {AT(HANDS_AND_KNEES) | AT(KNEELING) | AT(HALF_KNEELING),
				1u << KEEL_GATE_KNEEL},
	[KEEL_ABILITY_LIE] = {AT(SUPINE) | AT(PRONE) | AT(SIDE_LYING), 1u << KEEL_GATE_LIE},
	[KEEL_ABILITY_FLOOR] = {AT(SUPINE) | AT(PRONE) | AT(SIDE_LYING) | AT(HANDS_AND_KNEES) |
					AT(KNEELING) | AT(HALF_KNEELING) | AT(CROSS_LEGGED) |
					AT(FLOOR_SITTING) | AT(PUSH_UP),
				1u << KEEL_GATE_FLOOR},
	[KEEL_ABILITY_CROSS_LEGS] = {AT(CROSS_LEGGED), 1u << KEEL_GATE_CROSS_LEGS},
};

keel_gate_finding keel_gate_ability(const keel_judge *judge, const keel_movement *movement)
{
	for (int ability = 0; ability < KEEL_ABILITY_COUNT; ability++) {
		if (judge->state->ability[ability] != 0)
			continue;
		if ((movement->positions & lost[ability].positions) != 0 ||
		    (movement->gates & lost[ability].gates) != 0)
			return (keel_gate_finding){true, false,
						   keel_reason_1(KEEL_RULE_GATE_ABILITY, ability),
						   KEEL_NO_DATE};
	}
	return (keel_gate_finding){false, false, {0}, KEEL_NO_DATE};
}

static bool in_every_home(int equipment)
{
	return equipment == KEEL_EQUIPMENT_CHAIR || equipment == KEEL_EQUIPMENT_WALL ||
	       equipment == KEEL_EQUIPMENT_COUNTER || equipment == KEEL_EQUIPMENT_TABLE ||
	       equipment == KEEL_EQUIPMENT_PILLOW;
}

keel_gate_finding keel_gate_equipment(const keel_judge *judge, const keel_movement *movement)
{
	for (int i = 0; i < KEEL_EQUIPMENT_COUNT; i++) {
		if ((movement->equipment >> i & 1) == 0 || i == KEEL_EQUIPMENT_MAT)
			continue;
		int8_t have = judge->state->equipment[i];
		if (have == 1 || (have == KEEL_UNKNOWN && in_every_home(i)))
			continue;
		return (keel_gate_finding){
			true, false, keel_reason_1(KEEL_RULE_EQUIPMENT_MISSING, i), KEEL_NO_DATE};
	}
	return (keel_gate_finding){false, false, {0}, KEEL_NO_DATE};
}
