/* Gates that positions, directions and doses demand (CLINICAL 5). One table of demands; a file may
 * list more gates than are demanded, never fewer. Head-down and deep hip flexion are seen in the
 * solved poses, see bake.c.
 */
#include "compiler/model.h"

#define P(name) (UINT32_C(1) << KEEL_POSITION_##name)
#define G(name) (UINT32_C(1) << KEEL_GATE_##name)
#define E(name) (UINT32_C(1) << KEEL_EQUIPMENT_##name)
#define D(name) (UINT32_C(1) << KEEL_DIRECTION_##name)

typedef struct demand {
	uint32_t any_of; /* positions, or directions */
	uint32_t gates;
} demand;

static const demand position_demands[] = {
	{P(SUPINE), G(SUPINE) | G(LIE) | G(FLOOR)},
	{P(PRONE), G(PRONE) | G(LIE) | G(FLOOR)},
	{P(SIDE_LYING), G(LIE) | G(FLOOR)},
	{P(HANDS_AND_KNEES), G(KNEEL) | G(FLOOR) | G(HANDS_BEARING)},
	{P(KNEELING) | P(HALF_KNEELING), G(KNEEL) | G(FLOOR)},
	{P(CROSS_LEGGED), G(CROSS_LEGS) | G(FLOOR) | G(DEEP_HIP_FLEXION)},
	{P(FLOOR_SITTING), G(FLOOR)},
	{P(PUSH_UP), G(HANDS_BEARING) | G(PLANK) | G(FLOOR)},
};

static const demand end_range_demands[] = {
	{D(FLEXION), G(MORNING_FLEXION) | G(END_FLEXION)},
	{D(EXTENSION), G(END_EXTENSION)},
	{D(ROTATION), G(END_TWIST)},
};

static const uint32_t floor_positions = P(SUPINE) | P(PRONE) | P(SIDE_LYING);

static bool has_long_hold(const keel_model_movement *movement)
{
	for (int i = 0; i < movement->phase_count; i++) {
		const keel_phase *phase = &movement->phases[i].facts;
		if (phase->hold && phase->length_ms > 10000) {
			return true;
		}
		for (int k = 0; k < movement->rung_count; k++) {
			if (phase->dose_length && movement->rungs[k].hold_s > 10) {
				return true;
			}
		}
	}
	return false;
}

static uint32_t demanded_gates(const keel_model_movement *movement)
{
	const uint32_t support = E(CHAIR) | E(WALL) | E(COUNTER) | E(POST) | E(TABLE);
	uint32_t gates = 0;
	for (size_t i = 0; i < sizeof(position_demands) / sizeof(position_demands[0]); i++) {
		if (movement->positions & position_demands[i].any_of) {
			gates |= position_demands[i].gates;
		}
	}
	for (size_t i = 0; i < sizeof(end_range_demands) / sizeof(end_range_demands[0]); i++) {
		if (movement->directions_end & end_range_demands[i].any_of) {
			gates |= end_range_demands[i].gates;
		}
	}
	/* A bed or a table instead of the floor. */
	if ((movement->positions & floor_positions) && (movement->equipment & E(TABLE))) {
		gates &= ~G(FLOOR);
	}
	if ((movement->positions & P(SINGLE_LEG)) && (movement->equipment & support) == 0) {
		gates |= G(UNSUPPORTED_BALANCE);
	}
	if (movement->loaded && (movement->directions & D(FLEXION))) {
		gates |= G(LOADED_FLEXION) | G(MORNING_FLEXION);
	}
	if (movement->loaded && (movement->directions & D(EXTENSION))) {
		gates |= G(LOADED_EXTENSION);
	}
	return gates | (has_long_hold(movement) ? G(LONG_HOLD) : 0);
}

void keel_lint_gates(keel_model *model, const keel_model_movement *movement)
{
	uint32_t missing = demanded_gates(movement) & ~movement->gates;
	for (int i = 0; i < keel_gate_name_count; i++) {
		if (missing & (UINT32_C(1) << i)) {
			keel_diag_error(
				model->diags, keel_yaml_place_of(movement->node, "gates"),
				"gate-missing",
				"positions, directions or holds of '%s' demand the gate '%s'",
				movement->id, keel_gate_names[i]);
		}
	}
}
