/* The ways up and down that a person is promised (catalogue/ladders.yaml).
 *
 * A ladder is a list of movements; each must be the next one's `easier` and the next one its
 * `harder`, and all share one aim: the chain that the player walks is then the chain that was
 * promised. And nobody is left without a choice: for every group of positions in which somebody may
 * be at ease only, and every aim, there is a movement that stays in the group and needs only what a
 * home has. A hole is an error unless it is written down, with a reason and with the group that
 * serves the same person instead; a reason for what is no hole is an error too, so that the list
 * cannot grow old.
 */
#include <stddef.h>
#include <string.h>

#include "compiler/model.h"

#define GROUPS_MAX 12
#define EMPTY_MAX 24

typedef struct group {
	const keel_yaml *node;
	const char *name;
	uint32_t positions;
	const char *example[KEEL_AIM_COUNT]; /* the first movement for the aim; NULL: a hole */
} group;

typedef struct empty_cells {
	const keel_yaml *node;
	const char *group, *served_by, *because;
	uint32_t aims;
} empty_cells;

typedef struct promises {
	const keel_yaml *ladders, *groups_node, *empty_node;
	uint32_t usual_equipment;
	group groups[GROUPS_MAX];
	int group_count;
	empty_cells empty[EMPTY_MAX];
	int empty_count;
} promises;

static void lint_step(keel_model *model, const keel_yaml *node, const keel_yaml *next_node)
{
	const keel_model_movement *movement = keel_model_find_movement(model, node->text);
	const keel_model_movement *next =
		next_node ? keel_model_find_movement(model, next_node->text) : NULL;
	if (!movement) {
		keel_diag_error(model->diags, node->place, "unknown-movement",
				"the ladder '%s': there is no movement '%s'", node->parent->key,
				node->text);
	}
	if (!movement || !next) {
		return;
	}
	const char *harder = movement->harder ? movement->harder : "not given";
	const char *easier = next->easier ? next->easier : "not given";
	if (strcmp(harder, next->id) != 0 || strcmp(easier, movement->id) != 0) {
		keel_diag_error(model->diags, next_node->place, "ladder-chain",
				"the ladder '%s' goes from '%s' to '%s', but harder of the one is "
				"'%s' and easier of the other is '%s'",
				node->parent->key, movement->id, next->id, harder, easier);
	}
	if (!movement->is_broken && !next->is_broken && movement->aim != next->aim) {
		keel_diag_error(model->diags, next_node->place, "ladder-aim",
				"the ladder '%s': '%s' is for %s, '%s' for %s; a ladder has one "
				"aim",
				node->parent->key, movement->id, keel_aim_names[movement->aim],
				next->id, keel_aim_names[next->aim]);
	}
}

static void lint_ladders(keel_model *model, const promises *read)
{
	if (!keel_schema_expect(model->diags, read->ladders, KEEL_YAML_MAP, "ladders")) {
		return;
	}
	for (const keel_yaml *ladder = read->ladders->first; ladder; ladder = ladder->next) {
		if (!keel_schema_expect(model->diags, ladder, KEEL_YAML_LIST, "a ladder")) {
			continue;
		}
		if (ladder->count < 2) {
			keel_diag_error(model->diags, ladder->place, "ladder-chain",
					"the ladder '%s' needs at least two movements",
					ladder->key);
		}
		for (const keel_yaml *node = ladder->first; node; node = node->next) {
			lint_step(model, node, node->next);
		}
	}
}

static group *find_group(promises *read, const char *name)
{
	for (int i = 0; i < read->group_count; i++) {
		if (strcmp(read->groups[i].name, name) == 0) {
			return &read->groups[i];
		}
	}
	return NULL;
}

static void read_groups(keel_model *model, promises *read)
{
	const keel_field field = {"positions",
				  KEEL_FIELD_SET,
				  true,
				  0,
				  .least = 0,
				  .names = keel_position_names,
				  .name_count = &keel_position_name_count};
	uint32_t all = 0;
	if (!keel_schema_expect(model->diags, read->groups_node, KEEL_YAML_MAP, "groups")) {
		return;
	}
	for (const keel_yaml *node = read->groups_node->first; node; node = node->next) {
		group *g = &read->groups[read->group_count];
		if (read->group_count == GROUPS_MAX) {
			keel_diag_error(model->diags, node->key_place, "too-many",
					"at most %d groups of positions", GROUPS_MAX);
			return;
		}
		*g = (group){.node = node, .name = node->key};
		if (keel_schema_read_value(model->diags, node, &field, &g->positions)) {
			all |= g->positions;
			read->group_count++;
		}
	}
	for (int i = 0; i < keel_position_name_count; i++) {
		if (!(all >> i & 1)) {
			keel_diag_error(model->diags, read->groups_node->place, "choice-group",
					"the position '%s' is in no group", keel_position_names[i]);
		}
	}
}

static void read_empty(keel_model *model, promises *read)
{
	static const keel_field fields[] = {
		{"group", KEEL_FIELD_ID, true, offsetof(empty_cells, group), .least = 0},
		{"aims", KEEL_FIELD_SET, true, offsetof(empty_cells, aims), .least = 0,
		 .names = keel_aim_names, .name_count = &keel_aim_name_count},
		{"served_by", KEEL_FIELD_ID, true, offsetof(empty_cells, served_by), .least = 0},
		{"because", KEEL_FIELD_TEXT, true, offsetof(empty_cells, because), .least = 0},
	};
	const keel_yaml *list = read->empty_node;
	if (!list || !keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "empty")) {
		return;
	}
	for (const keel_yaml *node = list->first; node; node = node->next) {
		empty_cells *cells = &read->empty[read->empty_count];
		if (read->empty_count == EMPTY_MAX) {
			keel_diag_error(model->diags, node->place, "too-many", "at most %d reasons",
					EMPTY_MAX);
			return;
		}
		*cells = (empty_cells){.node = node};
		if (!keel_schema_read(model->diags, node, "a reason for a hole", fields,
				      KEEL_FIELD_COUNT(fields), cells)) {
			continue;
		}
		bool is_known =
			find_group(read, cells->group) && find_group(read, cells->served_by);
		if (!is_known || strcmp(cells->group, cells->served_by) == 0) {
			keel_diag_error(model->diags, node->place, "choice-group",
					"'%s' and '%s' must be two of the groups", cells->group,
					cells->served_by);
			continue;
		}
		read->empty_count++;
	}
}

static void fill_groups(const keel_model *model, promises *read)
{
	for (int i = 0; i < model->movement_count; i++) {
		const keel_model_movement *movement = &model->movements[i];
		bool is_usual = (movement->equipment & ~read->usual_equipment) == 0;
		bool has_aim = movement->aim >= 0 && movement->aim < KEEL_AIM_COUNT;
		is_usual = is_usual && has_aim && !movement->replaced_by;
		for (int k = 0; k < read->group_count && is_usual; k++) {
			group *g = &read->groups[k];
			bool stays = movement->positions && !(movement->positions & ~g->positions);
			if (stays && !g->example[movement->aim]) {
				g->example[movement->aim] = movement->id;
			}
		}
	}
}

static const empty_cells *reason_of(const promises *read, const group *g, int aim)
{
	for (int i = 0; i < read->empty_count; i++) {
		const empty_cells *cells = &read->empty[i];
		if (strcmp(cells->group, g->name) == 0 && (cells->aims >> aim & 1)) {
			return cells;
		}
	}
	return NULL;
}

static void lint_cell(keel_model *model, promises *read, const group *g, int aim)
{
	const empty_cells *reason = reason_of(read, g, aim);
	const char *name = keel_aim_names[aim];
	if (!g->example[aim] && !reason) {
		keel_diag_error(model->diags, g->node->key_place, "choice-hole",
				"nothing for %s stays in the positions of '%s' with usual things; "
				"add a movement, or a reason under `empty`",
				name, g->name);
	}
	if (g->example[aim] && reason) {
		keel_diag_error(model->diags, reason->node->place, "choice-reason",
				"'%s' has something for %s now ('%s'); take the aim out of the "
				"reason",
				g->name, name, g->example[aim]);
	}
	if (!g->example[aim] && reason && !find_group(read, reason->served_by)->example[aim]) {
		keel_diag_error(model->diags, reason->node->place, "choice-reason",
				"'%s' has nothing for %s either", reason->served_by, name);
	}
}

void keel_lint_ladders(keel_model *model)
{
	static const keel_field fields[] = {
		{"ladders", KEEL_FIELD_NODE, true, offsetof(promises, ladders), .least = 0},
		{"usual_equipment", KEEL_FIELD_SET, true, offsetof(promises, usual_equipment),
		 .least = 0, .names = keel_equipment_names,
		 .name_count = &keel_equipment_name_count},
		{"groups", KEEL_FIELD_NODE, true, offsetof(promises, groups_node), .least = 0},
		{"empty", KEEL_FIELD_NODE, false, offsetof(promises, empty_node), .least = 0},
	};
	promises read = {0};
	if (!model->ladders_node ||
	    !keel_schema_read(model->diags, model->ladders_node, "ladders.yaml", fields,
			      KEEL_FIELD_COUNT(fields), &read)) {
		return;
	}
	lint_ladders(model, &read);
	read_groups(model, &read);
	read_empty(model, &read);
	fill_groups(model, &read);
	for (int i = 0; i < read.group_count; i++) {
		for (int aim = 0; aim < KEEL_AIM_COUNT; aim++) {
			lint_cell(model, &read, &read.groups[i], aim);
		}
	}
}
