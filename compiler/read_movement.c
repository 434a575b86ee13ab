/* Reading one movement file: the flat fields by table, the lists one by one. Meaning across files
 * is for the lints. */
#include <stddef.h>
#include <string.h>

#include "compiler/model.h"

#define AT(field) offsetof(keel_model_movement, field)
#define NAMES(list) .names = keel_##list##_names, .name_count = &keel_##list##_name_count

static const keel_field movement_fields[] = {
	{"id", KEEL_FIELD_ID, true, AT(id), .least = 0},
	{"seed", KEEL_FIELD_ID, false, AT(seed), .least = 0},
	{"sources", KEEL_FIELD_NODE, true, AT(sources_node), .least = 0},
	{"aim", KEEL_FIELD_NAME, true, AT(aim), NAMES(aim)},
	{"stage", KEEL_FIELD_NAME, true, AT(stage), NAMES(stage)},
	{"positions", KEEL_FIELD_SET, true, AT(positions), NAMES(position)},
	{"equipment", KEEL_FIELD_SET, false, AT(equipment), NAMES(equipment)},
	{"directions", KEEL_FIELD_NODE, true, AT(directions_node), .least = 0},
	{"targets", KEEL_FIELD_NODE, true, AT(targets_node), .least = 0},
	{"needs", KEEL_FIELD_NODE, false, AT(needs_node), .least = 0},
	{"easier", KEEL_FIELD_ID, false, AT(easier), .least = 0},
	{"harder", KEEL_FIELD_ID, false, AT(harder), .least = 0},
	{"replaced_by", KEEL_FIELD_ID, false, AT(replaced_by), .least = 0},
	{"sides", KEEL_FIELD_NAME, true, AT(sides), NAMES(sides)},
	{"pain_limit", KEEL_FIELD_NAME, false, AT(pain_limit), NAMES(pain_limit)},
	{"neutral", KEEL_FIELD_BOOL, false, AT(neutral), .least = 0},
	{"loaded", KEEL_FIELD_BOOL, false, AT(loaded), .least = 0},
	{"tight_side", KEEL_FIELD_BOOL, false, AT(tight_side), .least = 0},
	{"rest_each_side", KEEL_FIELD_BOOL, false, AT(rest_each_side), .least = 0},
	{"mat", KEEL_FIELD_BOOL, false, AT(has_mat), .least = 0},
	{"set_up_s", KEEL_FIELD_MS, true, AT(set_up_ms), .least = 1, .most = 120},
	{"distances", KEEL_FIELD_NODE, false, AT(distances_node), .least = 0},
	{"poses", KEEL_FIELD_NODE, true, AT(poses_node), .least = 0},
	{"start", KEEL_FIELD_ID, true, AT(start), .least = 0},
	{"phases", KEEL_FIELD_NODE, true, AT(phases_node), .least = 0},
	{"dose", KEEL_FIELD_NODE, true, AT(dose_node), .least = 0},
	{"seed_rung", KEEL_FIELD_INT, false, AT(seed_rung), .least = 1, .most = KEEL_RUNGS_MAX},
	{"faults", KEEL_FIELD_NODE, false, AT(faults_node), .least = 0},
	{"camera", KEEL_FIELD_NODE, false, AT(camera_node), .least = 0},
	{"props", KEEL_FIELD_NODE, false, AT(props_node), .least = 0},
	{"gates", KEEL_FIELD_SET, true, AT(gates), NAMES(gate)},
	{"exempt", KEEL_FIELD_NODE, false, AT(exempt_node), .least = 0},
	{"load_override", KEEL_FIELD_NODE, false, AT(override_node), .least = 0},
};

static void read_sources(keel_model *model, keel_model_movement *movement)
{
	const keel_yaml *list = movement->sources_node;
	if (!keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "sources")) {
		return;
	}
	const keel_field field = {"sources", KEEL_FIELD_KEY, true, 0, .least = 0};
	for (const keel_yaml *item = list->first; item; item = item->next) {
		const char *id = NULL;
		if (movement->source_count == KEEL_SOURCES_MAX) {
			keel_diag_error(model->diags, item->place, "too-many", "at most %d sources",
					KEEL_SOURCES_MAX);
			return;
		}
		if (keel_schema_read_value(model->diags, item, &field, &id)) {
			movement->source_nodes[movement->source_count] = item;
			movement->sources[movement->source_count++] = id;
		}
	}
	if (!list->first) {
		keel_diag_error(
			model->diags, list->place, "missing-source",
			"a movement says where it comes from: a seed row or a file of evidence/");
	}
}

static void read_directions(keel_model *model, keel_model_movement *movement)
{
	static const char *const ranges[] = {"mid", "end"};
	static const int range_count = 2;
	const keel_yaml *map = movement->directions_node;
	if (!keel_schema_expect(model->diags, map, KEEL_YAML_MAP, "directions")) {
		return;
	}
	for (const keel_yaml *item = map->first; item; item = item->next) {
		int direction = keel_name_find(keel_direction_names, keel_direction_name_count,
					       item->key, strlen(item->key));
		int32_t range = 0;
		const keel_field field = {item->key, KEEL_FIELD_NAME, true,	   0, 0,
					  0,	     ranges,	      &range_count};
		if (direction < 0) {
			keel_diag_error(model->diags, item->key_place, "unknown-name",
					"directions: '%s' is not known; it must be flexion, "
					"extension, side or "
					"rotation",
					item->key);
		} else if (keel_schema_read_value(model->diags, item, &field, &range)) {
			movement->directions |= UINT32_C(1) << direction;
			movement->directions_end |= range == 1 ? UINT32_C(1) << direction : 0;
		}
	}
}

static void read_targets(keel_model *model, keel_model_movement *movement)
{
	static const keel_field fields[] = {
		{"lengthen", KEEL_FIELD_SET, false, AT(lengthens), NAMES(muscle)},
		{"work", KEEL_FIELD_SET, false, AT(works), NAMES(muscle)},
	};
	keel_schema_read(model->diags, movement->targets_node, "targets", fields,
			 KEEL_FIELD_COUNT(fields), movement);
}

static void read_needs(keel_model *model, keel_model_movement *movement)
{
	static const keel_field fields[] = {
		{"movement", KEEL_FIELD_ID, true, offsetof(keel_model_need, movement), .least = 0},
		{"clean", KEEL_FIELD_INT, true, offsetof(keel_model_need, clean_count), .least = 1,
		 .most = 10},
	};
	const keel_yaml *list = movement->needs_node;
	if (!list || !keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "needs")) {
		return;
	}
	for (const keel_yaml *item = list->first; item; item = item->next) {
		if (movement->need_count == KEEL_NEEDS_MAX) {
			keel_diag_error(model->diags, item->place, "too-many", "at most %d needs",
					KEEL_NEEDS_MAX);
			return;
		}
		keel_model_need *need = &movement->needs[movement->need_count];
		need->node = item;
		if (keel_schema_read(model->diags, item, "a need", fields, KEEL_FIELD_COUNT(fields),
				     need)) {
			movement->need_count++;
		}
	}
}

typedef struct dose_read {
	int32_t sets, reps, hold_s, work_s, rest_s, load_hg, lever;
} dose_read;

bool keel_read_dose(keel_model *model, const keel_yaml *node, const char *what, keel_dose *dose)
{
	static const keel_field fields[] = {
		{"sets", KEEL_FIELD_INT, false, offsetof(dose_read, sets), .least = 1, .most = 10},
		{"reps", KEEL_FIELD_INT, false, offsetof(dose_read, reps), .least = 1, .most = 30},
		{"hold_s", KEEL_FIELD_INT, false, offsetof(dose_read, hold_s), .least = 1,
		 .most = 300},
		{"work_s", KEEL_FIELD_INT, false, offsetof(dose_read, work_s), .least = 5,
		 .most = 3600},
		{"rest_s", KEEL_FIELD_INT, false, offsetof(dose_read, rest_s), .least = 0,
		 .most = 300},
		{"load_kg", KEEL_FIELD_TENTHS, false, offsetof(dose_read, load_hg), .least = 0.5,
		 .most = 100},
		{"lever", KEEL_FIELD_INT, false, offsetof(dose_read, lever), .least = 1, .most = 8},
	};
	dose_read read = {.sets = 1};
	bool is_good =
		keel_schema_read(model->diags, node, what, fields, KEEL_FIELD_COUNT(fields), &read);
	*dose = (keel_dose){
		.sets = (int16_t)read.sets,
		.reps = (int16_t)read.reps,
		.hold_s = (int16_t)read.hold_s,
		.work_s = (int16_t)read.work_s,
		.rest_s = (int16_t)read.rest_s,
		.load_hg = (int16_t)read.load_hg,
		.lever = (int16_t)read.lever,
	};
	return is_good;
}

static void read_rungs(keel_model *model, keel_model_movement *movement)
{
	const keel_yaml *list = movement->dose_node;
	if (!keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "dose")) {
		return;
	}
	for (const keel_yaml *item = list->first; item; item = item->next) {
		if (movement->rung_count == KEEL_RUNGS_MAX) {
			keel_diag_error(model->diags, item->place, "too-many", "at most %d rungs",
					KEEL_RUNGS_MAX);
			return;
		}
		if (keel_read_dose(model, item, "a rung", &movement->rungs[movement->rung_count])) {
			movement->rung_nodes[movement->rung_count++] = item;
		} else {
			movement->is_broken = true;
		}
	}
	if (!list->first) {
		keel_diag_error(model->diags, list->place, "missing-dose",
				"a ladder has at least one rung");
	}
}

static void read_fault(keel_model *model, keel_model_movement *movement, const keel_yaml *item)
{
	static const keel_field fields[] = {
		{"id", KEEL_FIELD_ID, true, offsetof(keel_model_fault, id), .least = 0},
		{"cue", KEEL_FIELD_KEY, false, offsetof(keel_model_fault, cue), .least = 0},
		{"angle", KEEL_FIELD_TEXT, false, offsetof(keel_model_fault, angle), .least = 0},
		{"over", KEEL_FIELD_INT, false, offsetof(keel_model_fault, over_deg), .least = -180,
		 .most = 180},
		{"under", KEEL_FIELD_INT, false, offsetof(keel_model_fault, under_deg),
		 .least = -180, .most = 180},
	};
	keel_model_fault *fault = &movement->faults[movement->fault_count];
	*fault = (keel_model_fault){.node = item, .angle_index = -1};
	if (!keel_schema_read(model->diags, item, "a fault", fields, KEEL_FIELD_COUNT(fields),
			      fault)) {
		return;
	}
	fault->has_over = keel_yaml_find(item, "over");
	fault->has_under = keel_yaml_find(item, "under");
	keel_angle found[2];
	if (fault->angle && keel_angle_find(fault->angle, (int)strlen(fault->angle), found) == 0) {
		keel_diag_error(model->diags, keel_yaml_place_of(item, "angle"), "unknown-angle",
				"'%s' is no angle of the body", fault->angle);
		return;
	}
	if (fault->angle && !fault->has_over && !fault->has_under) {
		keel_diag_error(
			model->diags, item->place, "missing-field",
			"a fault with an angle says how much is too much: over, under or both");
	}
	fault->angle_index = fault->angle ? (int32_t)found[0] : -1;
	movement->fault_count++;
}

static void read_faults(keel_model *model, keel_model_movement *movement)
{
	const keel_yaml *list = movement->faults_node;
	if (!list || !keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "faults")) {
		return;
	}
	for (const keel_yaml *item = list->first; item; item = item->next) {
		if (movement->fault_count == KEEL_FAULTS_MAX) {
			keel_diag_error(model->diags, item->place, "too-many", "at most %d faults",
					KEEL_FAULTS_MAX);
			return;
		}
		read_fault(model, movement, item);
	}
}

static void read_exemptions(keel_model *model, keel_model_movement *movement)
{
	static const keel_field fields[] = {
		{"rule", KEEL_FIELD_ID, true, offsetof(keel_model_exemption, rule), .least = 0},
		{"part", KEEL_FIELD_TEXT, false, offsetof(keel_model_exemption, part), .least = 0},
		{"because", KEEL_FIELD_TEXT, true, offsetof(keel_model_exemption, because),
		 .least = 0},
	};
	const keel_yaml *list = movement->exempt_node;
	if (!list || !keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "exempt")) {
		return;
	}
	for (const keel_yaml *item = list->first; item; item = item->next) {
		if (movement->exemption_count == KEEL_MODEL_EXEMPTIONS_MAX) {
			keel_diag_error(model->diags, item->place, "too-many",
					"at most %d exemptions", KEEL_MODEL_EXEMPTIONS_MAX);
			return;
		}
		keel_model_exemption *exemption = &movement->exemptions[movement->exemption_count];
		*exemption = (keel_model_exemption){.node = item};
		if (keel_schema_read(model->diags, item, "an exemption", fields,
				     KEEL_FIELD_COUNT(fields), exemption)) {
			movement->exemption_count++;
		}
	}
}

static keel_model_movement *add_movement(keel_model *model, const keel_yaml *root)
{
	if (model->movement_count == KEEL_MOVEMENTS_MAX) {
		keel_diag_error(model->diags, root->place, "too-many", "at most %d movements",
				KEEL_MOVEMENTS_MAX);
		return NULL;
	}
	keel_model_movement *movement = &model->movements[model->movement_count];
	memset(movement, 0, sizeof(*movement));
	movement->node = root;
	movement->seed_rung = 1;
	return movement;
}

void keel_read_movement(keel_model *model, const keel_yaml *root, const char *stem)
{
	int errors_before = model->diags->error_count;
	keel_model_movement *movement = add_movement(model, root);
	if (!movement || root->kind != KEEL_YAML_MAP) {
		keel_schema_expect(model->diags, root, KEEL_YAML_MAP, "a movement");
		return;
	}
	keel_schema_read(model->diags, root, "a movement", movement_fields,
			 KEEL_FIELD_COUNT(movement_fields), movement);
	if (!movement->id) {
		return;
	}
	if (strcmp(movement->id, stem) != 0) {
		keel_diag_error(model->diags, keel_yaml_place_of(root, "id"), "file-name",
				"the file of '%s' is named '%s.yaml', but it is '%s.yaml'",
				movement->id, movement->id, stem);
	}
	movement->seed = movement->seed ? movement->seed : movement->id;
	read_sources(model, movement);
	read_directions(model, movement);
	read_targets(model, movement);
	read_needs(model, movement);
	read_rungs(model, movement);
	read_faults(model, movement);
	read_exemptions(model, movement);
	keel_read_override(model, movement);
	keel_read_poses(model, movement);
	keel_read_phases(model, movement);
	keel_read_scene(model, movement);
	movement->is_broken = movement->is_broken || model->diags->error_count > errors_before;
	model->movement_count++;
}
