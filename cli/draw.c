#include "cli/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/card.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "core/coach/figure.h"

#define FRAMES_A_SECOND 6
#define FRAMES_MAX 400
#define SHEET_WIDTH 960
#define SHEET_MARGIN 28
#define SHEET_LETTERS 14

typedef struct drawing {
	const keel_core *core;
	const keel_draw_def *def;
	const keel_movement *movement;
	keel_sketch sketch;
	keel_box frame;
} drawing;

static bool ends_with(const char *text, const char *end)
{
	size_t text_bytes = strlen(text), end_bytes = strlen(end);
	return text_bytes > end_bytes && strcmp(text + text_bytes - end_bytes, end) == 0;
}

static keel_err write_svg(const keel_picture_def *picture, const keel_display_list *list,
			  const char *path)
{
	FILE *file = fopen(path, "w");
	if (file == NULL)
		return KEEL_ERR_IO;
	keel_err err = keel_picture_svg(picture, list, file);
	return fclose(file) == 0 ? err : KEEL_ERR_IO;
}

static keel_picture_def picture_of(const drawing *d)
{
	keel_picture_def picture = keel_default_picture_def();
	picture.theme = d->def->dark ? KEEL_PICTURE_DARK : KEEL_PICTURE_LIGHT;
	picture.box = d->frame;
	picture.has_background = true;
	picture.label = keel_say_movement(d->core, d->movement->id, "name");
	return picture;
}

static keel_err draw_one(const drawing *d)
{
	int phase = d->def->phase;
	for (int i = 0; phase < 0 && i < d->movement->phase_count; i++)
		if (!d->movement->phases[i].hold)
			phase = i;
	if (phase < 0)
		phase = 0;
	keel_picture_def picture = picture_of(d);
	keel_display_list *list = keel_sketch_list(&d->sketch, phase, 1, false);
	if (list == NULL)
		return KEEL_ERR_NO_MEMORY;
	keel_err err;
	if (ends_with(d->def->out, ".png"))
		err = keel_picture_png(&picture, list, d->def->out);
	else if (ends_with(d->def->out, ".pdf"))
		err = keel_picture_pdf(&picture, list, d->def->out);
	else
		err = write_svg(&picture, list, d->def->out);
	keel_sketch_free(list);
	return err;
}

static keel_err write_layout(const keel_layout *layout, float height, const char *path)
{
	if (ends_with(path, ".png"))
		return keel_layout_png(layout, SHEET_WIDTH, height, 1, path);
	if (ends_with(path, ".pdf"))
		return keel_layout_pdf(layout, SHEET_WIDTH, height, path);
	FILE *file = fopen(path, "w");
	if (file == NULL)
		return KEEL_ERR_IO;
	keel_err err = keel_layout_svg(layout, SHEET_WIDTH, height, file);
	return fclose(file) == 0 ? err : KEEL_ERR_IO;
}

/* The card of the movement, or its key poses in a row, on a page as high as it needs. */
static keel_err draw_sheet(const drawing *d)
{
	keel_card card;
	float bottom = 0;
	const keel_card_def def = {
		.sketch = {.mirrored = d->def->mirrored, .glow = true},
		.page = {SHEET_MARGIN, SHEET_MARGIN, SHEET_WIDTH - SHEET_MARGIN, 0},
		.size = SHEET_LETTERS};
	keel_layout *layout =
		keel_layout_create(d->def->dark ? KEEL_PICTURE_DARK : KEEL_PICTURE_LIGHT);
	if (layout == NULL)
		return KEEL_ERR_NO_MEMORY;
	keel_err err = d->def->strip ? keel_card_strip(&card, d->core, d->movement, &def, layout,
						       &bottom)
				     : keel_card_lay(&card, d->core, d->movement, &def, layout,
						     &bottom);
	if (err == KEEL_ERR_OK)
		err = write_layout(layout, bottom + SHEET_MARGIN, d->def->out);
	keel_card_free(&card);
	keel_layout_destroy(layout);
	return err;
}

static int32_t length_of_ms(const keel_phase *phase, const keel_dose *dose)
{
	return phase->dose_length ? dose->hold_s * 1000 : phase->length_ms;
}

static keel_err draw_moving(const drawing *d)
{
	static keel_display_list *frames[FRAMES_MAX];
	int32_t rep_ms = keel_movement_rep_ms(d->movement, &d->movement->rungs[0]);
	int count = 0;
	keel_err err = KEEL_ERR_OK;
	for (int i = 0; i < d->movement->phase_count && err == KEEL_ERR_OK; i++) {
		const keel_phase *phase = &d->movement->phases[i];
		int frame_count =
			(length_of_ms(phase, &d->movement->rungs[0]) * FRAMES_A_SECOND + 999) /
			1000;
		for (int k = 0; k < frame_count && count < FRAMES_MAX && err == KEEL_ERR_OK; k++) {
			float t01 = (float)k / (float)frame_count;
			frames[count] = keel_sketch_list(&d->sketch, i, t01, false);
			err = frames[count] == NULL ? KEEL_ERR_NO_MEMORY : KEEL_ERR_OK;
			count++;
		}
	}
	FILE *file = err == KEEL_ERR_OK ? fopen(d->def->out, "w") : NULL;
	if (file != NULL) {
		keel_picture_def picture = picture_of(d);
		err = keel_picture_svg_animated(&picture, (const keel_display_list *const *)frames,
						count, (float)rep_ms / 1000.0f, file);
		if (fclose(file) != 0)
			err = KEEL_ERR_IO;
	} else if (err == KEEL_ERR_OK) {
		err = KEEL_ERR_IO;
	}
	for (int i = 0; i < count; i++)
		keel_sketch_free(frames[i]);
	return err;
}

static int check(const drawing *d)
{
	const keel_draw_def *def = d->def;
	bool svg = ends_with(def->out, ".svg");
	if (!svg && !ends_with(def->out, ".png") && !ends_with(def->out, ".pdf")) {
		fprintf(stderr, "keel figure: %s: the name must end in .svg, .png or .pdf\n",
			def->out);
		return KEEL_EXIT_USAGE;
	}
	if (def->animate && !svg) {
		fprintf(stderr, "keel figure: a moving picture is an .svg\n");
		return KEEL_EXIT_USAGE;
	}
	if (def->phase >= d->movement->phase_count) {
		fprintf(stderr, "keel figure: %s has phases 1 to %d\n", def->movement,
			d->movement->phase_count);
		return KEEL_EXIT_USAGE;
	}
	return KEEL_EXIT_DONE;
}

int keel_draw(keel_core *core, const keel_draw_def *def)
{
	int index = keel_movement_find(core->catalogue, def->movement, strlen(def->movement));
	if (index == KEEL_NO_MOVEMENT) {
		fprintf(stderr,
			"keel figure: there is no movement \"%s\"; `keel catalogue list` names "
			"them\n",
			def->movement);
		return KEEL_EXIT_BAD_INPUT;
	}
	drawing d = {.core = core, .def = def, .movement = &core->catalogue->movements[index]};
	int code = check(&d);
	if (code != KEEL_EXIT_DONE)
		return code;
	const keel_sketch_def sketch = {.mirrored = def->mirrored, .glow = def->glow};
	keel_err err = keel_sketch_open(&d.sketch, core, d.movement, &sketch);
	if (err == KEEL_ERR_OK) {
		d.frame = d.sketch.track->frame;
		bool is_sheet = def->sheet || def->strip;
		err = def->animate ? draw_moving(&d) : is_sheet ? draw_sheet(&d) : draw_one(&d);
	}
	keel_sketch_close(&d.sketch);
	if (err == KEEL_ERR_OK)
		return KEEL_EXIT_DONE;
	fprintf(stderr, "keel figure: %s: %s\n", def->out, keel_err_sentence(err));
	return KEEL_EXIT_WORLD;
}
