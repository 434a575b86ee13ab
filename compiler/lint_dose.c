/* Ladders: one variable moves at a time and only upwards (CLINICAL 3), and the first rung is the
 * seed's dose. */
#include <string.h>

#include "compiler/model.h"

typedef struct variable {
	const char *name;
	int from, to;
} variable;

enum { VARIABLE_COUNT = 6 };

static void compare(const keel_dose *a, const keel_dose *b, variable out[VARIABLE_COUNT])
{
	out[0] = (variable){"sets", a->sets, b->sets};
	out[1] = (variable){"reps", a->reps, b->reps};
	out[2] = (variable){"hold_s", a->hold_s, b->hold_s};
	out[3] = (variable){"work_s", a->work_s, b->work_s};
	out[4] = (variable){"load_kg", a->load_hg, b->load_hg};
	out[5] = (variable){"lever", a->lever, b->lever};
}

static void lint_step(keel_model *model, const keel_model_movement *movement, int rung)
{
	const keel_dose *before = &movement->rungs[rung - 1], *dose = &movement->rungs[rung];
	keel_diag_place place = movement->rung_nodes[rung]->place;
	variable variables[VARIABLE_COUNT];
	int moved = 0;
	compare(before, dose, variables);
	for (int i = 0; i < VARIABLE_COUNT; i++) {
		if (variables[i].to < variables[i].from) {
			keel_diag_error(model->diags, place, "dose-down",
					"rung %d goes down in %s (%d to %d); a ladder only rises",
					rung + 1, variables[i].name, variables[i].from,
					variables[i].to);
		}
		moved += variables[i].to != variables[i].from;
	}
	if (moved > 1) {
		keel_diag_error(model->diags, place, "dose-step",
				"rung %d moves %d variables at once; one at a time", rung + 1,
				moved);
	}
	if (moved == 0) {
		keel_diag_error(model->diags, place, "dose-step",
				"rung %d is the same as the one below", rung + 1);
	}
	/* Rest follows work, and comes with the second set; it is not a variable of its own. */
	bool may_move =
		dose->work_s != before->work_s || (before->rest_s == 0 && before->sets == 1);
	if (dose->rest_s != before->rest_s && !may_move) {
		keel_diag_error(model->diags, place, "dose-step",
				"rung %d changes the rest; it only follows work_s, or comes with "
				"the second set",
				rung + 1);
	}
}

static bool has_dose_length(const keel_model_movement *movement)
{
	for (int i = 0; i < movement->phase_count; i++) {
		if (movement->phases[i].facts.dose_length) {
			return true;
		}
	}
	return false;
}

static void lint_rung(keel_model *model, const keel_model_movement *movement, int rung)
{
	const keel_dose *dose = &movement->rungs[rung];
	keel_diag_place place = movement->rung_nodes[rung]->place;
	if (dose->reps == 0 && dose->hold_s == 0 && dose->work_s == 0) {
		keel_diag_error(model->diags, place, "dose-form",
				"a rung needs reps, hold_s or work_s");
	}
	if (dose->reps > 0 && dose->work_s > 0) {
		keel_diag_error(model->diags, place, "dose-form",
				"a set ends by reps or by work_s, not by both");
	}
	if ((dose->hold_s > 0) != has_dose_length(movement)) {
		keel_diag_error(model->diags, place, "dose-form",
				"hold_s and a phase with 's: dose' belong together");
	}
	if (dose->sets > 1 && dose->rest_s == 0 && movement->sides == KEEL_SIDES_NONE) {
		keel_diag_warning(model->diags, place, "dose-rest",
				  "several sets without a rest between them");
	}
	if (dose->lever > 0 &&
	    !keel_model_find_text(
		    model, "en",
		    keel_model_format(model, "%s.lever.%d", movement->id, dose->lever))) {
		keel_diag_error(model->diags, place, "missing-text",
				"lever %d needs the text %s.lever.%d", dose->lever, movement->id,
				dose->lever);
	}
}

static void lint_seed_dose(keel_model *model, const keel_model_movement *movement)
{
	const keel_model_source *seed = keel_model_find_source(model, movement->seed);
	if (!seed || !seed->is_movement || movement->seed_rung > movement->rung_count) {
		return;
	}
	variable variables[VARIABLE_COUNT];
	const keel_dose *dose = &movement->rungs[movement->seed_rung - 1];
	bool is_silent = seed->dose.reps == 0 && seed->dose.hold_s == 0 && seed->dose.work_s == 0;
	if (is_silent) {
		return;
	}
	compare(&seed->dose, dose, variables);
	for (int i = 0; i < VARIABLE_COUNT; i++) {
		if (variables[i].from != variables[i].to) {
			keel_diag_error(model->diags,
					movement->rung_nodes[movement->seed_rung - 1]->place,
					"seed-dose", "the seed gives %s %d, this rung %d",
					variables[i].name, variables[i].from, variables[i].to);
		}
	}
	if (seed->dose.rest_s > 0 && seed->dose.rest_s != dose->rest_s) {
		keel_diag_error(model->diags, movement->rung_nodes[movement->seed_rung - 1]->place,
				"seed-dose", "the seed gives rest_s %d, this rung %d",
				seed->dose.rest_s, dose->rest_s);
	}
}

/* Every number has a source: rungs that no founding document gives are ours or somebody's, and say
 * so. S0.dose gives its whole ladder (20 to 40 seconds; the steps are CLINICAL 3's). */
static void lint_dose_source(keel_model *model, const keel_model_movement *movement)
{
	const keel_model_source *seed = keel_model_find_source(model, movement->seed);
	bool is_given = seed && seed->is_movement && movement->rung_count == 1 &&
			(seed->dose.reps > 0 || seed->dose.hold_s > 0 || seed->dose.work_s > 0);
	bool has_source = is_given;
	for (int i = 0; i < movement->source_count; i++) {
		const keel_model_source *source =
			keel_model_find_source(model, movement->sources[i]);
		has_source = has_source || (source && !source->is_seed) ||
			     strcmp(movement->sources[i], "S0.dose") == 0;
	}
	if (!has_source && movement->sources_node) {
		keel_diag_error(model->diags, movement->sources_node->place, "dose-source",
				"no founding document gives all doses of '%s'; cite what does, or "
				"keel-dose",
				movement->id);
	}
}

void keel_lint_dose(keel_model *model, const keel_model_movement *movement)
{
	if (movement->rung_count == 0 || movement->is_broken) {
		return;
	}
	for (int i = 0; i < movement->rung_count; i++) {
		lint_rung(model, movement, i);
		if (i > 0) {
			lint_step(model, movement, i);
		}
	}
	if (movement->seed_rung > movement->rung_count) {
		keel_diag_error(model->diags, keel_yaml_place_of(movement->node, "seed_rung"),
				"out-of-range", "seed_rung %d is above the ladder",
				movement->seed_rung);
	}
	lint_seed_dose(model, movement);
	lint_dose_source(model, movement);
}
