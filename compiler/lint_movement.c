/* What must hold inside a movement and between movements, beyond the form of the files. */
#include <string.h>

#include "compiler/model.h"

static void lint_sources(keel_model *model, const keel_model_movement *movement)
{
	for (int i = 0; i < movement->source_count; i++) {
		keel_model_source *source = keel_model_find_source(model, movement->sources[i]);
		if (!source) {
			keel_diag_error(
				model->diags, movement->source_nodes[i]->place, "missing-source",
				"'%s' is neither a row of the seeds nor a source in evidence/",
				movement->sources[i]);
		} else {
			source->is_used = true;
		}
	}
}

/* Each repetition ends where it began; the first phase then starts from the last pose without a
 * jump. */
static void lint_loop(keel_model *model, const keel_model_movement *movement)
{
	if (movement->phase_count == 0) {
		if (movement->phases_node) {
			keel_diag_error(model->diags, movement->phases_node->place,
					"missing-phases", "a movement has at least one phase");
		}
		return;
	}
	int at = movement->start_index;
	for (int i = 0; i < movement->phase_count; i++) {
		const keel_model_phase *phase = &movement->phases[i];
		bool is_jump = phase->facts.hold && phase->pose_index != at;
		if (is_jump && at >= 0 && phase->pose_index >= 0) {
			keel_diag_error(model->diags, phase->node->place, "phase-loop",
					"holds '%s', but the body is in '%s' here; go there first",
					phase->pose, movement->poses[at].name);
		}
		at = phase->pose_index;
	}
	if (at != movement->start_index && at >= 0 && movement->start_index >= 0) {
		keel_diag_error(model->diags,
				movement->phases[movement->phase_count - 1].node->place,
				"phase-loop",
				"the last phase ends in '%s', but the repetition begins in '%s'; "
				"close the loop",
				movement->poses[at].name, movement->start);
	}
}

static void lint_unused_poses(keel_model *model, const keel_model_movement *movement)
{
	for (int i = 0; i < movement->pose_count; i++) {
		const keel_model_pose *pose = &movement->poses[i];
		bool is_used = i == movement->start_index;
		for (int k = 0; k < movement->phase_count; k++) {
			is_used = is_used || movement->phases[k].pose_index == i;
		}
		for (int k = 0; k < movement->pose_count; k++) {
			const keel_yaml *like = keel_yaml_find(movement->poses[k].node, "like");
			const char *pins = movement->poses[k].pins;
			is_used = is_used || (like && strcmp(like->text, pose->name) == 0) ||
				  (pins && strcmp(pins, pose->name) == 0);
		}
		if (!is_used) {
			keel_diag_warning(model->diags, pose->node->key_place, "unused-pose",
					  "no phase uses the pose '%s'", pose->name);
		}
	}
}

static void lint_neighbour(keel_model *model, const keel_model_movement *movement, bool is_easier)
{
	const char *id = is_easier ? movement->easier : movement->harder;
	const char *field = is_easier ? "easier" : "harder";
	if (!id) {
		return;
	}
	keel_diag_place place = keel_yaml_place_of(movement->node, field);
	const keel_model_movement *other = keel_model_find_movement(model, id);
	if (!other) {
		keel_diag_error(model->diags, place, "unknown-movement",
				"%s: there is no movement '%s'", field, id);
		return;
	}
	const char *back = is_easier ? other->harder : other->easier;
	if (!back || strcmp(back, movement->id) != 0) {
		keel_diag_error(model->diags, place, "neighbour-back",
				"%s: '%s' does not point back; its %s is '%s'", field, id,
				is_easier ? "harder" : "easier", back ? back : "not given");
	}
	/* An aim or stage that could not be read was told already, and has no name. */
	if (movement->is_broken || other->is_broken) {
		return;
	}
	if (other->aim != movement->aim) {
		keel_diag_error(model->diags, place, "neighbour-aim",
				"%s: '%s' is for %s, this is for %s; neighbours share an aim",
				field, id, keel_aim_names[other->aim],
				keel_aim_names[movement->aim]);
	}
	bool is_stage_wrong =
		is_easier ? other->stage > movement->stage : other->stage < movement->stage;
	if (is_stage_wrong) {
		keel_diag_error(model->diags, place, "neighbour-stage",
				"%s: '%s' is of the %s stage, this of %s", field, id,
				keel_stage_names[other->stage], keel_stage_names[movement->stage]);
	}
}

static void lint_needs(keel_model *model, const keel_model_movement *movement)
{
	for (int i = 0; i < movement->need_count; i++) {
		const keel_model_need *need = &movement->needs[i];
		const keel_model_movement *other = keel_model_find_movement(model, need->movement);
		if (!other) {
			keel_diag_error(model->diags, keel_yaml_place_of(need->node, "movement"),
					"unknown-movement", "needs: there is no movement '%s'",
					need->movement);
		} else if (other == movement || other->stage > movement->stage) {
			keel_diag_error(model->diags, keel_yaml_place_of(need->node, "movement"),
					"need-order",
					"needs: '%s' is not of an earlier or the same stage",
					need->movement);
		}
	}
}

static void lint_replaced(keel_model *model, const keel_model_movement *movement)
{
	const keel_model_movement *other = keel_model_find_movement(model, movement->replaced_by);
	if (movement->replaced_by && (!other || other == movement || other->replaced_by)) {
		keel_diag_error(model->diags, keel_yaml_place_of(movement->node, "replaced_by"),
				"unknown-movement",
				"replaced_by: '%s' is not a movement that is still offered",
				movement->replaced_by);
	}
}

/* CLINICAL 5: what everybody may always do. */
static void lint_neutral(keel_model *model, const keel_model_movement *movement)
{
	const uint32_t allowed = 1u << KEEL_EQUIPMENT_CHAIR | 1u << KEEL_EQUIPMENT_WALL |
				 1u << KEEL_EQUIPMENT_COUNTER;
	if (!movement->neutral) {
		return;
	}
	bool is_free = movement->gates == 0 && movement->stage == KEEL_STAGE_CALM &&
		       movement->need_count == 0 && (movement->equipment & ~allowed) == 0 &&
		       movement->directions == 0;
	if (!is_free) {
		keel_diag_error(model->diags, keel_yaml_place_of(movement->node, "neutral"),
				"neutral-set",
				"a movement of the neutral set is calm, needs nothing, and has no "
				"gate and no "
				"direction (CLINICAL 5)");
	}
}

static void lint_seed(keel_model *model, const keel_model_movement *movement)
{
	keel_model_source *seed = keel_model_find_source(model, movement->seed);
	if (seed && seed->is_movement) {
		seed->is_used = true;
	} else if (keel_yaml_find(movement->node, "seed")) {
		keel_diag_error(model->diags, keel_yaml_place_of(movement->node, "seed"),
				"missing-source", "'%s' is no movement of the seeds",
				movement->seed);
	}
}

void keel_lint_movement(keel_model *model, keel_model_movement *movement)
{
	lint_sources(model, movement);
	lint_seed(model, movement);
	lint_loop(model, movement);
	lint_unused_poses(model, movement);
	lint_neighbour(model, movement, true);
	lint_neighbour(model, movement, false);
	lint_needs(model, movement);
	lint_replaced(model, movement);
	lint_neutral(model, movement);
}

void keel_lint_programme(keel_model *model, const keel_model_programme *programme)
{
	for (int i = 0; i < programme->item_count; i++) {
		const keel_model_item *item = &programme->items[i];
		const keel_model_movement *movement =
			keel_model_find_movement(model, item->movement);
		if (!movement) {
			keel_diag_error(model->diags, keel_yaml_place_of(item->node, "movement"),
					"unknown-movement", "there is no movement '%s'",
					item->movement);
		} else if (item->rung > movement->rung_count) {
			keel_diag_error(model->diags, keel_yaml_place_of(item->node, "rung"),
					"out-of-range", "'%s' has %d rungs", item->movement,
					movement->rung_count);
		}
		if (programme->kind == KEEL_PROGRAMME_KIND_MIX && item->group == KEEL_GROUP_NONE) {
			keel_diag_error(model->diags, item->node->place, "missing-field",
					"an item of a mix says its group: stretch or strengthen");
		}
		if (programme->kind == KEEL_PROGRAMME_KIND_STAGED && item->step == 0) {
			keel_diag_error(model->diags, item->node->place, "missing-field",
					"an item of a staged programme says its step");
		}
	}
	if (programme->item_count == 0) {
		keel_diag_error(model->diags, programme->node->place, "missing-items",
				"a programme has items");
	}
	const keel_yaml *list = programme->sources_node;
	if (!keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "sources")) {
		return;
	}
	for (const keel_yaml *node = list->first; node; node = node->next) {
		if (!keel_model_find_source(model, node->text)) {
			keel_diag_error(
				model->diags, node->place, "missing-source",
				"'%s' is neither a row of the seeds nor a source in evidence/",
				node->text);
		}
	}
}

static void lint_duplicates(keel_model *model)
{
	for (int i = 1; i < model->movement_count; i++) {
		if (strcmp(model->movements[i - 1].id, model->movements[i].id) == 0) {
			keel_diag_error(model->diags,
					keel_yaml_place_of(model->movements[i].node, "id"),
					"duplicate-id", "the movement '%s' is there twice",
					model->movements[i].id);
		}
	}
	for (int i = 1; i < model->programme_count; i++) {
		if (strcmp(model->programmes[i - 1].id, model->programmes[i].id) == 0) {
			keel_diag_error(model->diags,
					keel_yaml_place_of(model->programmes[i].node, "id"),
					"duplicate-id", "the programme '%s' is there twice",
					model->programmes[i].id);
		}
	}
	for (int i = 1; i < model->question_count; i++) {
		for (int k = 0; k < i; k++) {
			if (strcmp(model->questions[i].id, model->questions[k].id) == 0) {
				keel_diag_error(model->diags, model->questions[i].node->place,
						"duplicate-id", "the question '%s' is there twice",
						model->questions[i].id);
			}
		}
	}
}

static bool is_in_needs_chain(const keel_model *model, const keel_model_movement *from,
			      const keel_model_movement *wanted)
{
	const keel_model_movement *open[KEEL_MOVEMENTS_MAX];
	int count = 1, done = 0;
	open[0] = from;
	while (done < count) {
		const keel_model_movement *at = open[done++];
		for (int i = 0; i < at->need_count; i++) {
			const keel_model_movement *next =
				keel_model_find_movement(model, at->needs[i].movement);
			bool is_known = !next;
			for (int k = 0; k < count && !is_known; k++) {
				is_known = open[k] == next;
			}
			if (next == wanted) {
				return true;
			}
			if (!is_known && count < KEEL_MOVEMENTS_MAX) {
				open[count++] = next;
			}
		}
	}
	return false;
}

void keel_lint_catalogue(keel_model *model)
{
	lint_duplicates(model);
	for (int i = 0; i < model->movement_count; i++) {
		const keel_model_movement *movement = &model->movements[i];
		if (is_in_needs_chain(model, movement, movement)) {
			keel_diag_error(model->diags, keel_yaml_place_of(movement->node, "needs"),
					"need-order", "'%s' needs itself in the end", movement->id);
		}
	}
}
