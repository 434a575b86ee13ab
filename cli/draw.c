#include "cli/draw.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/card.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "core/coach/figure.h"

/* A moving picture is taken whenever something came so much farther, or a little more where the
 * whole way is long, so that slow and fast parts move as evenly; a hold is one picture, cut short.
 */
#define STEP_CM_LEAST 2.5f
#define FRAMES_USUAL 27
#define SAME_CM .9f /* what is so near may be shown by the same picture */
#define FRAMES_MAX 96
#define STEPS_A_SECOND 30
#define HOLD_S_MAX 3.0f
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

static keel_sketch_def sketch_of(const keel_draw_def *def, bool glow)
{
	return (keel_sketch_def){.mirrored = def->mirrored,
				 .glow = glow,
				 .plain = def->animate,
				 .build = def->build,
				 .height_cm = def->height_cm,
				 .girth = def->girth};
}

static keel_picture_theme theme_of(const keel_draw_def *def)
{
	return keel_picture_theme_of(def->dark, def->skin);
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
	picture.theme = theme_of(d->def);
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
		.sketch = sketch_of(d->def, true),
		.page = {SHEET_MARGIN, SHEET_MARGIN, SHEET_WIDTH - SHEET_MARGIN, 0},
		.size = SHEET_LETTERS};
	keel_layout *layout = keel_layout_create(theme_of(d->def));
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

/* How far the part that moves most came between two poses, in cm. */
static float moved_cm(const keel_body_pose *from, const keel_body_pose *to)
{
	const keel_body_build *build = keel_body_get_build(KEEL_BUILD_WOMAN);
	keel_body_frames a, b;
	float most = 0;
	keel_body_frames_of(build, from, &a);
	keel_body_frames_of(build, to, &b);
	for (int i = 0; i < KEEL_SEGMENT_COUNT; i++) {
		keel_vec3 p = a.segment[i].origin_cm, q = b.segment[i].origin_cm;
		most = fmaxf(most, hypotf(hypotf(p.x - q.x, p.y - q.y), p.z - q.z));
	}
	return most;
}

typedef struct reel {
	keel_picture_frame frames[FRAMES_MAX];
	keel_body_pose poses[FRAMES_MAX];
	bool is_again[FRAMES_MAX]; /* shows the picture of a frame before it */
	int count;
	float travel_cm; /* over the whole repetition */
} reel;

/* A frame whose picture will do for this pose too, since most movements come back the way they
 * went; -1 when there is none. What glows belongs to a phase, so then none is shared. */
static int like_frame(const drawing *d, const reel *r, const keel_body_pose *pose)
{
	for (int i = 0; i < r->count && !d->def->glow; i++)
		if (!r->is_again[i] && moved_cm(&r->poses[i], pose) < SAME_CM)
			return i;
	return -1;
}

static keel_err add_frame(const drawing *d, int index, float t01, const keel_body_pose *pose,
			  int like, reel *r)
{
	const keel_display_list *list =
		like >= 0 ? r->frames[like].list : keel_sketch_list(&d->sketch, index, t01, false);
	r->poses[r->count] = *pose;
	r->is_again[r->count] = like >= 0;
	r->frames[r->count] = (keel_picture_frame){.list = list};
	r->count += list != NULL;
	return list != NULL ? KEEL_ERR_OK : KEEL_ERR_NO_MEMORY;
}

/* Goes through a phase in small steps and takes a picture whenever something came step_cm farther;
 * 0 only measures. A picture stands until the next is taken. */
static keel_err film_phase(const drawing *d, int index, float step_cm, reel *r)
{
	const keel_phase *phase = &d->movement->phases[index];
	float seconds = (float)length_of_ms(phase, &d->movement->rungs[0]) / 1000;
	if (phase->hold)
		seconds = fminf(seconds, HOLD_S_MAX);
	int steps = phase->hold ? 1 : (int)(seconds * STEPS_A_SECOND) + 1;
	keel_body_pose last, now;
	keel_err err = keel_track_pose(d->sketch.track, phase->track, 0, false, &last);
	for (int k = 0; k < steps && err == KEEL_ERR_OK; k++) {
		float t01 = (float)k / (float)steps;
		err = keel_track_pose(d->sketch.track, phase->track, t01, false, &now);
		float moved = moved_cm(&last, &now);
		if (step_cm <= 0) {
			r->travel_cm += moved;
			last = now;
			continue;
		}
		/* A picture that there is already is taken a little early; for it a new one waits.
		 */
		int like = moved > .6f * step_cm || k == 0 ? like_frame(d, r, &now) : -1;
		bool is_due = k == 0 || like >= 0 || moved > 1.2f * step_cm;
		if (is_due && r->count < FRAMES_MAX) {
			err = add_frame(d, index, t01, &now, like, r);
			last = now;
		}
		if (err == KEEL_ERR_OK)
			r->frames[r->count - 1].seconds += seconds / (float)steps;
	}
	return err;
}

static keel_err draw_moving(const drawing *d)
{
	static reel r;
	float step_cm = 0;
	keel_err err = KEEL_ERR_OK;
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < d->movement->phase_count && err == KEEL_ERR_OK; i++)
			err = film_phase(d, i, step_cm, &r);
		step_cm = fmaxf(STEP_CM_LEAST, r.travel_cm / FRAMES_USUAL);
	}
	FILE *file = err == KEEL_ERR_OK ? fopen(d->def->out, "w") : NULL;
	if (file != NULL) {
		keel_picture_def picture = picture_of(d);
		err = keel_picture_svg_animated(&picture, r.frames, r.count, file);
		if (fclose(file) != 0)
			err = KEEL_ERR_IO;
	} else if (err == KEEL_ERR_OK) {
		err = KEEL_ERR_IO;
	}
	for (int i = 0; i < r.count; i++)
		if (!r.is_again[i])
			keel_sketch_free((keel_display_list *)(uintptr_t)r.frames[i].list);
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
	const keel_sketch_def sketch = sketch_of(def, def->glow);
	keel_err err = keel_sketch_open(&d.sketch, core, d.movement, &sketch);
	if (err == KEEL_ERR_OK) {
		d.frame = d.sketch.frame;
		bool is_sheet = def->sheet || def->strip;
		err = def->animate ? draw_moving(&d) : is_sheet ? draw_sheet(&d) : draw_one(&d);
	}
	keel_sketch_close(&d.sketch);
	if (err == KEEL_ERR_OK)
		return KEEL_EXIT_DONE;
	fprintf(stderr, "keel figure: %s: %s\n", def->out, keel_err_sentence(err));
	return KEEL_EXIT_WORLD;
}
