/* How long a movement takes at a dose. Integers only: the planner fits minutes with these numbers,
 * and the coach's timeline must come out at the same ones (its tests compare).
 */
#include "core/catalogue/catalogue.h"

int32_t keel_movement_rep_ms(const keel_movement *movement, const keel_dose *dose)
{
	int32_t rep_ms = 0;
	for (int i = 0; i < movement->phase_count; i++) {
		const keel_phase *phase = &movement->phases[i];
		rep_ms += phase->dose_length ? dose->hold_s * 1000 : phase->length_ms;
	}
	return rep_ms;
}

static int side_count(const keel_movement *movement)
{
	return movement->sides == KEEL_SIDES_NONE ? 1 : 2;
}

/* A set: all its repetitions, both sides, without the pause between them. An open count is led for
 * work_s a side. */
static int32_t set_ms(const keel_movement *movement, const keel_dose *dose)
{
	int32_t bout_ms = dose->work_s * 1000;
	if (dose->work_s == 0) {
		int reps = dose->reps > 0 ? dose->reps : 1;
		bout_ms = reps * keel_movement_rep_ms(movement, dose);
	}
	return bout_ms * side_count(movement);
}

int32_t keel_movement_side_pause_s(const keel_movement *movement, const keel_dose *dose)
{
	if (movement->sides != KEEL_SIDES_ONE_THEN_OTHER) {
		return 0;
	}
	if (movement->rest_each_side && dose->rest_s > KEEL_SIDE_CHANGE_S) {
		return dose->rest_s;
	}
	return KEEL_SIDE_CHANGE_S;
}

int32_t keel_movement_set_pause_s(const keel_movement *movement, const keel_dose *dose)
{
	if (movement->sides == KEEL_SIDES_ONE_THEN_OTHER && dose->rest_s < KEEL_SIDE_CHANGE_S) {
		return KEEL_SIDE_CHANGE_S;
	}
	return dose->rest_s;
}

static int32_t ceil_s(int32_t length_ms)
{
	return (length_ms + 999) / 1000;
}

int32_t keel_movement_working_s(const keel_movement *movement, const keel_dose *dose)
{
	return ceil_s(dose->sets * set_ms(movement, dose));
}

int32_t keel_movement_total_s(const keel_movement *movement, const keel_dose *dose)
{
	int32_t pauses_s = dose->sets * keel_movement_side_pause_s(movement, dose) +
			   (dose->sets - 1) * keel_movement_set_pause_s(movement, dose);
	return ceil_s(movement->set_up_ms + dose->sets * set_ms(movement, dose)) + pauses_s;
}
