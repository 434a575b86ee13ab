/* Directions: rest, way back, and what leans (C4).
 *
 * A direction that sent leg pain further down rests until a way back, or a self-test, did not. From
 * the third day after, the easiest allowed movement of it is offered once: 5 repetitions at rung 1.
 * One direction a day. "Easiest" is: fewest other directions that rest too, lowest stage, mid range
 * before end range, no easier neighbour, least work at rung 1, then the order of the catalogue.
 *
 * Readings. "Offered once" is once at a time: skipped, it is offered in the next session too. Pain
 * that went further out since the test takes the preference back. Extension-sensitive, by condition
 * or by the knees test, is never an extension preference (S1.syndrome).
 */
#include "core/safety/safety_inside.h"

void keel_direction_look(keel_judge *judge)
{
	int32_t oldest_date = 0;
	judge->resting = 0;
	judge->way_back = 0;
	judge->way_back_due = 0;
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		const keel_direction_state *direction = &judge->state->directions[i];
		if (keel_finding_central(direction))
			judge->allowed->directions_preferred |= 1 << i;
		if (direction->spread_order <= direction->open_order)
			continue;
		judge->resting |= 1 << i;
		if (judge->now->date - direction->spread_date < KEEL_WAY_BACK_DAYS)
			continue;
		judge->way_back_due |= 1 << i;
		if (judge->way_back == 0 || direction->spread_date < oldest_date) {
			judge->way_back = 1 << i;
			oldest_date = direction->spread_date;
		}
	}
	if (judge->state->condition[KEEL_CONDITION_EXTENSION_SENSITIVE].has == 1 ||
	    keel_finding_knees_bent(judge->state)) {
		judge->allowed->directions_avoided |= 1 << KEEL_DIRECTION_EXTENSION;
		judge->allowed->directions_preferred &= ~(1 << KEEL_DIRECTION_EXTENSION);
	}
	if (judge->state->condition[KEEL_CONDITION_FLEXION_SENSITIVE].has == 1)
		judge->allowed->directions_avoided |= 1 << KEEL_DIRECTION_FLEXION;
}

static int bits(uint32_t set)
{
	int count = 0;
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++)
		count += set >> i & 1;
	return count;
}

/* A smaller number is easier. */
static int64_t hardness(const keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	int64_t value = bits(facts->directions & (uint32_t)judge->resting);
	value = value * 4 + facts->stage;
	value = value * 2 + (facts->directions_end != 0 ? 1 : 0);
	value = value * 2 + (facts->easier != KEEL_NO_MOVEMENT ? 1 : 0);
	return value * 10000 + keel_movement_working_s(facts, &facts->rungs[0]);
}

/* 5 repetitions at rung 1; a movement that is held or timed keeps one set of its rung 1. */
static keel_dose way_back_dose(const keel_dose *rung)
{
	keel_dose dose = *rung;
	dose.sets = 1;
	if (dose.reps > 0)
		dose.reps = KEEL_WAY_BACK_REPS;
	return dose;
}

void keel_direction_offer_way_back(keel_judge *judge)
{
	if (judge->way_back == 0)
		return;
	int best = KEEL_NO_MOVEMENT;
	for (int i = 0; i < judge->catalogue->movement_count; i++) {
		const keel_movement *facts = &judge->catalogue->movements[i];
		if (!judge->only_direction[i] ||
		    (facts->directions & (uint32_t)judge->way_back) == 0)
			continue;
		if (best == KEEL_NO_MOVEMENT || hardness(judge, i) < hardness(judge, best))
			best = i;
	}
	if (best == KEEL_NO_MOVEMENT)
		return;
	keel_movement_verdict *verdict = &judge->allowed->movements[best];
	verdict->standing = KEEL_STANDING_ALLOWED;
	verdict->rests = false;
	verdict->purpose = KEEL_PURPOSE_WAY_BACK;
	verdict->rung = 1;
	verdict->hold_rung = 1;
	verdict->steps_up = false;
	verdict->dose = way_back_dose(&judge->catalogue->movements[best].rungs[0]);
	verdict->dose_why = keel_reason_2(KEEL_RULE_DIRECTION_WAY_BACK, verdict->why.inputs[0],
					  verdict->why.inputs[1]);
	verdict->hold_why = verdict->dose_why;
}
