#include "cli/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/say.h"
#include "core/coach/figure.h"

#define FRAMES_A_SECOND 6
#define FRAMES_MAX 400
#define CELL_WIDTH_PX 300
#define CELL_HEIGHT_PX 240
#define CAPTION_BYTES 160

typedef struct drawing {
	const keel_core *core;
	const keel_draw_def *def;
	const keel_movement *movement;
	keel_track *track;
	keel_box frame;
} drawing;

static bool ends_with(const char *text, const char *end)
{
	size_t text_bytes = strlen(text), end_bytes = strlen(end);
	return text_bytes > end_bytes && strcmp(text + text_bytes - end_bytes, end) == 0;
}

static uint64_t glow_of(uint32_t muscles)
{
	uint64_t glow = 0;
	for (int i = 0; i < KEEL_MUSCLE_COUNT; i++)
		if (muscles >> i & 1u)
			glow |= (uint64_t)3 << (2 * i);
	return glow;
}

/* On the side that is stretched; both where that is not known. */
static uint64_t stretch_of(const keel_movement *movement)
{
	uint64_t glow = 0;
	for (int i = 0; i < movement->stretch_count; i++) {
		const keel_stretch *stretch = &movement->stretches[i];
		glow |= (uint64_t)(stretch->sides ? stretch->sides : 3) << (2 * stretch->muscle);
	}
	return glow;
}

/* A display list with its own words, or NULL. */
static keel_display_list *list_of(const drawing *d, int phase, float t01, bool ghost)
{
	keel_display_list *list = malloc(sizeof *list);
	keel_display_word *words = malloc(KEEL_DISPLAY_WORDS_USUAL * sizeof *words);
	uint64_t stretch = d->def->glow ? stretch_of(d->movement) : 0;
	uint64_t work = d->def->glow ? glow_of(d->movement->works) : 0;
	keel_scene scene = {.phase = phase, .t01 = t01, .glow01 = d->def->glow ? 0.8f : 0.0f};
	scene.flags = d->def->mirrored ? KEEL_SCENE_MIRRORED : 0;
	if (ghost)
		scene.flags |= KEEL_SCENE_GHOST | KEEL_SCENE_ARROW;
	scene.ghost_phase = phase;
	scene.stretch_low = (uint32_t)stretch;
	scene.stretch_high = (uint32_t)(stretch >> 32);
	scene.work_low = (uint32_t)work;
	scene.work_high = (uint32_t)(work >> 32);
	if (list == NULL || words == NULL) {
		free(list);
		free(words);
		return NULL;
	}
	keel_box frame;
	keel_display_list_init(list, words, KEEL_DISPLAY_WORDS_USUAL);
	if (keel_scene_draw(d->track, &scene, NULL, list, &frame) == KEEL_ERR_OK)
		return list;
	free(words);
	free(list);
	return NULL;
}

static void free_list(keel_display_list *list)
{
	if (list != NULL)
		free(list->words);
	free(list);
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
	keel_display_list *list = list_of(d, d->movement->phases[phase].track, 1.0f, false);
	if (list == NULL)
		return KEEL_ERR_NO_MEMORY;
	keel_err err;
	if (ends_with(d->def->out, ".png"))
		err = keel_picture_png(&picture, list, d->def->out);
	else if (ends_with(d->def->out, ".pdf"))
		err = keel_picture_pdf(&picture, list, d->def->out);
	else
		err = write_svg(&picture, list, d->def->out);
	free_list(list);
	return err;
}

static int32_t length_of_ms(const keel_phase *phase, const keel_dose *dose)
{
	return phase->dose_length ? dose->hold_s * 1000 : phase->length_ms;
}

/* "breathe out · 3 s", tenths where they matter. */
static void note_of(const keel_phase *phase, const keel_dose *dose, char note[CAPTION_BYTES])
{
	int32_t length_ms = length_of_ms(phase, dose);
	const char *breath = keel_breath_names[phase->breath];
	if (length_ms % 1000 == 0)
		snprintf(note, CAPTION_BYTES, "breathe %s · %d s", breath, length_ms / 1000);
	else
		snprintf(note, CAPTION_BYTES, "breathe %s · %d.%d s", breath, length_ms / 1000,
			 length_ms % 1000 / 100);
}

static keel_err write_sheet(const keel_picture_sheet_def *sheet, const char *path)
{
	if (ends_with(path, ".png"))
		return keel_picture_sheet_png(sheet, path);
	if (ends_with(path, ".pdf"))
		return keel_picture_sheet_pdf(sheet, path);
	FILE *file = fopen(path, "w");
	if (file == NULL)
		return KEEL_ERR_IO;
	keel_err err = keel_picture_sheet_svg(sheet, file);
	return fclose(file) == 0 ? err : KEEL_ERR_IO;
}

/* One cell a phase: how it ends, where it came from as a ghost, its cue and its breath. */
static keel_err draw_sheet(const drawing *d)
{
	keel_picture_cell cells[KEEL_PHASES_MAX] = {0};
	static char captions[KEEL_PHASES_MAX][CAPTION_BYTES], notes[KEEL_PHASES_MAX][CAPTION_BYTES];
	int count = d->movement->phase_count;
	keel_err err = KEEL_ERR_OK;
	for (int i = 0; i < count; i++) {
		const keel_phase *phase = &d->movement->phases[i];
		const char *cue = keel_say_text(d->core, phase->cue);
		keel_display_list *list = list_of(d, phase->track, 1.0f, !phase->hold);
		snprintf(captions[i], CAPTION_BYTES, "%d  %s", i + 1,
			 cue[0] != '\0' ? cue
			 : phase->hold	? "Stay"
					: "Move");
		note_of(phase, &d->movement->rungs[0], notes[i]);
		cells[i] = (keel_picture_cell){list, d->frame, captions[i], notes[i]};
		if (list == NULL)
			err = KEEL_ERR_NO_MEMORY;
	}
	if (err == KEEL_ERR_OK) {
		keel_picture_sheet_def sheet = keel_default_picture_sheet_def();
		sheet.theme = d->def->dark ? KEEL_PICTURE_DARK : KEEL_PICTURE_LIGHT;
		sheet.title = keel_say_movement(d->core, d->movement->id, "name");
		sheet.subtitle = keel_say_movement(d->core, d->movement->id, "why");
		sheet.cells = cells;
		sheet.cell_count = count;
		sheet.columns = count < 4 ? count : 4;
		sheet.cell_width_px = CELL_WIDTH_PX;
		sheet.cell_height_px = CELL_HEIGHT_PX;
		err = write_sheet(&sheet, d->def->out);
	}
	for (int i = 0; i < count; i++)
		free_list((keel_display_list *)(uintptr_t)cells[i].list);
	return err;
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
			frames[count] =
				list_of(d, phase->track, (float)k / (float)frame_count, false);
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
		free_list(frames[i]);
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
	size_t track_bytes = 0;
	drawing d = {.core = core, .def = def, .movement = &core->catalogue->movements[index]};
	int code = check(&d);
	if (code != KEEL_EXIT_DONE)
		return code;
	const unsigned char *bytes = keel_embedded_track(def->movement, &track_bytes);
	d.track = calloc(1, sizeof *d.track);
	keel_err err = d.track == NULL || bytes == NULL
			       ? KEEL_ERR_NOT_FOUND
			       : keel_track_open(d.track, bytes, track_bytes);
	if (err == KEEL_ERR_OK) {
		d.frame = d.track->frame;
		err = def->animate ? draw_moving(&d) : def->sheet ? draw_sheet(&d) : draw_one(&d);
	}
	free(d.track);
	if (err == KEEL_ERR_OK)
		return KEEL_EXIT_DONE;
	fprintf(stderr, "keel figure: %s: %s\n", def->out, keel_err_sentence(err));
	return KEEL_EXIT_WORLD;
}
