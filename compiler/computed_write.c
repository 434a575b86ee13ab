/* Writing what the body model found: computed.lock for the compiler, COMPUTED.md for people. */
#include <stdlib.h>
#include <string.h>

#include "compiler/model.h"

#define OTHERS_MAX 4

/* Muscles of a movement, the most lengthened first. */
typedef struct ranking {
	int muscle[KEEL_MUSCLE_COUNT];
	int count;
} ranking;

static int most_percent(const keel_model_computed *computed, int muscle)
{
	const int *percent = computed->percent[muscle];
	return percent[0] > percent[1] ? percent[0] : percent[1];
}

static ranking rank(const keel_model_computed *computed)
{
	ranking r = {.count = 0};
	for (int muscle = 0; muscle < KEEL_MUSCLE_COUNT; muscle++) {
		int own = most_percent(computed, muscle), at = r.count;
		if (own == 0) {
			continue;
		}
		for (; at > 0 && most_percent(computed, r.muscle[at - 1]) < own; at--) {
			r.muscle[at] = r.muscle[at - 1];
		}
		r.muscle[at] = muscle;
		r.count++;
	}
	return r;
}

bool keel_computed_write_lock(const keel_model *model, FILE *file)
{
	fputs("# What the body model says of each movement. Written by: keel-compile catalogue "
	      "--update-lock\n"
	      "# Read the difference before you commit it. Columns: movement, band of load on the "
	      "low back, its spread\n"
	      "# (of 100 samples: rest light moderate demanding), the pose that loads most, then "
	      "muscle:left/right,\n"
	      "# lengthening in % of fibre length, rounded to 5.\n",
	      file);
	for (int i = 0; i < model->movement_count; i++) {
		const keel_model_movement *movement = &model->movements[i];
		const keel_model_computed *c = &movement->computed;
		if (!c->is_known) {
			continue;
		}
		fprintf(file, "%s %s", movement->id, keel_load_band_name((keel_load_band)c->band));
		for (int k = 0; k < KEEL_LOAD_BAND_COUNT; k++) {
			fprintf(file, " %d", c->spread[k]);
		}
		fprintf(file, " %s", c->pose);
		ranking r = rank(c);
		for (int k = 0; k < r.count; k++) {
			const int *percent = c->percent[r.muscle[k]];
			fprintf(file, " %s:%d/%d", keel_muscle_names[r.muscle[k]], percent[0],
				percent[1]);
		}
		fputc('\n', file);
	}
	return !ferror(file);
}

static void write_name(FILE *file, const char *name)
{
	for (; *name; name++) {
		fputc(*name == '_' ? ' ' : *name, file);
	}
}

/* "psoas left 10, iliacus 5": those that the movement is meant to lengthen, or the first few of
 * the others. */
static void write_muscles(FILE *file, const keel_model_movement *movement, bool is_meant)
{
	ranking r = rank(&movement->computed);
	int count = 0;
	for (int k = 0; k < r.count && (is_meant || count < OTHERS_MAX); k++) {
		int muscle = r.muscle[k];
		const int *percent = movement->computed.percent[muscle];
		if (((movement->lengthens >> muscle) & 1) != is_meant) {
			continue;
		}
		fputs(count++ ? ", " : "", file);
		write_name(file, keel_muscle_names[muscle]);
		if (percent[0] == percent[1]) {
			fprintf(file, " %d", percent[0]);
		} else if (percent[0] == 0 || percent[1] == 0) {
			fprintf(file, " %s %d", percent[0] ? "left" : "right",
				percent[0] + percent[1]);
		} else {
			fprintf(file, " left %d right %d", percent[0], percent[1]);
		}
	}
	fputs(" | ", file);
}

static void write_row(FILE *file, const keel_model_movement *movement)
{
	const keel_model_computed *c = &movement->computed;
	const keel_model_override *own = &movement->load_override;
	fprintf(file, "| %s | ", movement->id);
	write_muscles(file, movement, true);
	write_muscles(file, movement, false);
	fprintf(file, "%s (%s) | %d / %d / %d / %d | ",
		keel_load_band_name((keel_load_band)c->band), c->pose, c->spread[0], c->spread[1],
		c->spread[2], c->spread[3]);
	if (own->node) {
		fprintf(file, "**%s**, %s: %s", keel_load_band_name((keel_load_band)own->band),
			own->source, own->reason);
	}
	fputs(" | ", file);
	for (int k = 0; k < movement->source_count; k++) {
		fprintf(file, "%s%s", k ? ", " : "", movement->sources[k]);
	}
	fputs(" |\n", file);
}

/* Each reason once a movement. */
static void write_toppling(const keel_model_movement *movement, FILE *file)
{
	const char *told = NULL;
	for (int i = 0; i < movement->pose_count; i++) {
		const char *held_by = movement->poses[i].held_by;
		if (held_by && (!told || strcmp(told, held_by) != 0)) {
			fprintf(file, "| %s | balance | %s | %s |\n", movement->id,
				movement->poses[i].name, held_by);
			told = held_by;
		}
	}
}

static void write_exemptions(const keel_model *model, FILE *file)
{
	fputs("\n## What stands with a reason\n\n"
	      "Findings of the lint that are right as they are. An exemption that nothing needs "
	      "any "
	      "more is a finding itself.\n\n"
	      "| Movement | Rule | Part | Reason |\n|---|---|---|---|\n",
	      file);
	for (int i = 0; i < model->movement_count; i++) {
		const keel_model_movement *movement = &model->movements[i];
		for (int k = 0; k < movement->exemption_count; k++) {
			const keel_model_exemption *exemption = &movement->exemptions[k];
			fprintf(file, "| %s | %s | %s | %s |\n", movement->id, exemption->rule,
				exemption->part ? exemption->part : "", exemption->because);
		}
		write_toppling(movement, file);
	}
	fputs("\nPositions without something for an aim, and who serves them, stand with their "
	      "reasons in\n`catalogue/ladders.yaml`.\n\n"
	      "## How far a joint goes\n\n"
	      "Degrees by its own muscles (AAOS), and how far a pose may take it under load "
	      "(`compiler/lint_ranges.c`).\n\n"
	      "| Joint | Own | Under load |\n|---|---|---|\n",
	      file);
	keel_ranges_write(file);
}

bool keel_computed_write_report(const keel_model *model, FILE *file)
{
	fputs("# What the body model says of each movement\n\n"
	      "For authors and clinicians. Made by `keel-compile catalogue --update-lock --report "
	      "docs/COMPUTED.md` from\n`catalogue/computed.lock`; how it is computed, and what "
	      "it cannot see, stands at the head of\n`compiler/statics/muscle_lines.c` and "
	      "`compiler/statics/load.c`.\n\n"
	      "- **Lengthens**: what the movement is meant to lengthen, and by how much: from 5 % "
	      "of "
	      "the optimal fibre length beyond\n  neutral standing, in the pose where it is "
	      "longest. "
	      "Direction, order and side are meant; the figure is rounded to 5 and\n  good to "
	      "about "
	      "a quarter. One figure: both sides. The drawn side only.\n"
	      "- **Also**: the four that come longest besides, often only from the position (a "
	      "bent "
	      "knee, a bent hip).\n"
	      "- **Load**: one of four bands for the low back (rest, light, moderate, demanding) "
	      "in "
	      "the pose that loads it most. A band\n  says how much, not whether it is good or "
	      "bad. Held still: speed is not in it.\n"
	      "- **Spread**: of 100 samples with every joint off by up to five degrees, how many "
	      "fell in each band.\n  Neighbouring bands may swap.\n"
	      "- **Measured**: a measurement (or our judgement) that wins over the model, with its "
	      "reason (bracing and the end of the range\n  are not seen by the model).\n\n"
	      "The rule for what floor, chair and hands carry was chosen while looking at Wilke's "
	      "and Rohlmann's orders, so their agreement\nwith the model (`load_test.c`: r = 0.99 "
	      "over 12 poses) is a fit and no validation. Sitting comes out above standing; in "
	      "Wilke "
	      "it\nlay 8 % below, over seven studies above (li-2022): take the two as alike.\n\n"
	      "| Movement | Lengthens, % | Also, % | Load (pose) | Spread | Measured | Sources |\n"
	      "|---|---|---|---|---|---|---|\n",
	      file);
	for (int i = 0; i < model->movement_count; i++) {
		if (model->movements[i].computed.is_known) {
			write_row(file, &model->movements[i]);
		}
	}
	write_exemptions(model, file);
	return !ferror(file);
}
