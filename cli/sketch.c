#include "cli/sketch.h"

#include <math.h>
#include <stdlib.h>

#include "compiler/statics/statics.h"

#define SAME_POSE_DEG 3.0f /* poses that settled on their own differ by less */
#define LONG_SHARE .7f	   /* of the movement's greatest length: here a muscle counts as long */
#define THING_MARGIN_CM 22.0f
#define EDGE_CM 3.0f

static uint64_t both_sides(uint32_t muscles)
{
	uint64_t glow = 0;
	for (int i = 0; i < KEEL_MUSCLE_COUNT; i++)
		if (muscles >> i & 1u)
			glow |= (uint64_t)3 << (2 * i);
	return glow;
}

/* On the sides that the catalogue names. A muscle without a line in the body model glows on the
 * sides of the others, so that a bend to one side does not glow on the side that shortens; on both
 * where no side is known. */
static uint64_t all_stretches(const keel_movement *movement)
{
	uint64_t glow = 0;
	unsigned known = 0;
	for (int i = 0; i < movement->stretch_count; i++)
		known |= movement->stretches[i].sides;
	known = known ? known : 3;
	for (int i = 0; i < movement->stretch_count; i++) {
		const keel_stretch *stretch = &movement->stretches[i];
		unsigned sides = stretch->sides ? stretch->sides : known;
		glow |= (uint64_t)sides << (2 * stretch->muscle);
	}
	return glow;
}

static uint64_t mirrored_glow(uint64_t glow)
{
	const uint64_t left = 0x5555555555555555u;
	return (glow & left) << 1 | (glow >> 1 & left);
}

static bool is_same_pose(const keel_body_pose *a, const keel_body_pose *b)
{
	for (int i = 0; i < KEEL_ANGLE_COUNT; i++)
		if (fabsf(a->angle_deg[i] - b->angle_deg[i]) > SAME_POSE_DEG)
			return false;
	return true;
}

static keel_err pose_at(const keel_sketch *sketch, int phase, float t01, keel_body_pose *pose)
{
	return keel_track_pose(sketch->track, sketch->movement->phases[phase].track, t01, false,
			       pose);
}

/* Which of the stretches glow at the end of each phase. */
static void find_stretches(keel_sketch *sketch, const keel_lengthening *lengths)
{
	uint64_t wanted = all_stretches(sketch->movement);
	int count = sketch->movement->phase_count;
	for (int bit = 0; bit < 2 * KEEL_GLOW_COUNT; bit++) {
		float longest = 0;
		if (!(wanted >> bit & 1u))
			continue;
		for (int i = 0; i < count; i++)
			longest = fmaxf(longest, lengths[i].percent[bit / 2][bit % 2]);
		for (int i = 0; i < count; i++) {
			float percent = lengths[i].percent[bit / 2][bit % 2];
			bool is_long = longest >= KEEL_LENGTHEN_LEAST_PERCENT
					       ? percent >= longest * LONG_SHARE
					       : !sketch->is_home[i];
			if (is_long)
				sketch->stretch[i] |= (uint64_t)1 << bit;
		}
	}
}

static keel_err find_glow(keel_sketch *sketch)
{
	static keel_lengthening lengths[KEEL_PHASES_MAX];
	const keel_body_build *build = keel_body_get_build((keel_build_name)0);
	keel_body_pose start = {0}, end = {0};
	int count = sketch->movement->phase_count;
	keel_err err = pose_at(sketch, 0, 0, &start);
	bool is_still = true;
	for (int i = 0; i < count && err == KEEL_ERR_OK; i++) {
		err = pose_at(sketch, i, 1, &end);
		if (err != KEEL_ERR_OK)
			break;
		keel_lengthening_of(build, &end, &lengths[i]);
		sketch->is_home[i] = is_same_pose(&start, &end);
		is_still = is_still && sketch->is_home[i];
	}
	if (err != KEEL_ERR_OK)
		return err;
	find_stretches(sketch, lengths);
	for (int i = 0; i < count; i++) {
		/* One who walks or stands still works all the time. */
		if (is_still || !sketch->is_home[i] ||
		    sketch->movement->aim == KEEL_AIM_CONDITIONING)
			sketch->work[i] = both_sides(sketch->movement->works);
		if (sketch->def.mirrored)
			sketch->stretch[i] = mirrored_glow(sketch->stretch[i]);
	}
	return KEEL_ERR_OK;
}

/* The other side of a movement that does one side after the other is seen from that side. */
static bool is_turned(const keel_sketch *sketch)
{
	return sketch->def.mirrored && sketch->movement->sides == KEEL_SIDES_ONE_THEN_OTHER;
}

keel_err keel_sketch_open(keel_sketch *sketch, const keel_core *core, const keel_movement *movement,
			  const keel_sketch_def *def)
{
	size_t bytes = 0;
	*sketch = (keel_sketch){.core = core, .movement = movement, .def = *def};
	const unsigned char *chunk = keel_embedded_track(movement->id, &bytes);
	if (chunk == NULL)
		return KEEL_ERR_NOT_FOUND;
	sketch->track = calloc(1, sizeof *sketch->track);
	if (sketch->track == NULL)
		return KEEL_ERR_NO_MEMORY;
	keel_err err = keel_track_open(sketch->track, chunk, bytes);
	if (err != KEEL_ERR_OK)
		return err;
	sketch->frame = sketch->track->frame;
	if (is_turned(sketch)) {
		sketch->frame.left = -sketch->track->frame.right;
		sketch->frame.right = -sketch->track->frame.left;
	}
	return find_glow(sketch);
}

void keel_sketch_close(keel_sketch *sketch)
{
	free(sketch->track);
	sketch->track = NULL;
}

keel_display_list *keel_sketch_list(const keel_sketch *sketch, int phase, float t01, bool with_way)
{
	keel_display_list *list = malloc(sizeof *list);
	keel_display_word *words = malloc(KEEL_DISPLAY_WORDS_USUAL * sizeof *words);
	keel_scene scene = {.phase = sketch->movement->phases[phase].track, .t01 = t01};
	keel_box frame;
	if (list == NULL || words == NULL) {
		free(list);
		free(words);
		return NULL;
	}
	scene.flags = sketch->def.mirrored ? KEEL_SCENE_MIRRORED : 0;
	scene.flags |= is_turned(sketch) ? KEEL_SCENE_TURNED : 0;
	scene.flags |= sketch->def.plain ? KEEL_SCENE_PLAIN : 0;
	scene.build = sketch->def.build;
	scene.height_cm = sketch->def.height_cm;
	scene.girth = sketch->def.girth;
	if (with_way)
		scene.flags |= KEEL_SCENE_GHOST | KEEL_SCENE_ARROW;
	scene.ghost_phase = scene.phase;
	if (sketch->def.glow && t01 > .5f) {
		scene.glow01 = .8f;
		scene.stretch_low = (uint32_t)sketch->stretch[phase];
		scene.stretch_high = (uint32_t)(sketch->stretch[phase] >> 32);
		scene.work_low = (uint32_t)sketch->work[phase];
		scene.work_high = (uint32_t)(sketch->work[phase] >> 32);
	}
	keel_display_list_init(list, words, KEEL_DISPLAY_WORDS_USUAL);
	if (keel_scene_draw(sketch->track, &scene, NULL, list, &frame) == KEEL_ERR_OK)
		return list;
	free(words);
	free(list);
	return NULL;
}

void keel_sketch_free(keel_display_list *list)
{
	if (list != NULL)
		free(list->words);
	free(list);
}

static bool is_thing(int paint)
{
	return paint == KEEL_PAINT_GROUND || paint == KEEL_PAINT_MAT ||
	       paint == KEEL_PAINT_MAT_2 || paint == KEEL_PAINT_PROP ||
	       paint == KEEL_PAINT_PROP_DARK;
}

static void widen(keel_box *box, float x, float y)
{
	*box = (keel_box){fminf(box->left, x), fminf(box->top, y), fmaxf(box->right, x),
			  fmaxf(box->bottom, y)};
}

/* The points that a path's lines end in; control points may lie outside of what is seen. */
static void widen_by_path(keel_box *box, const keel_display_word *words, int count)
{
	for (int i = 0; i < count;) {
		int op = words[i].i;
		int pairs = op == KEEL_DISPLAY_CUBIC ? 3 : op == KEEL_DISPLAY_CLOSE ? 0 : 1;
		if (pairs > 0)
			widen(box, words[i + 2 * pairs - 1].f, words[i + 2 * pairs].f);
		i += 1 + 2 * pairs;
	}
}

static void widen_by_paths(const keel_display_list *list, bool things, keel_box *box)
{
	for (int i = 0; i < list->word_count;) {
		const keel_display_word *path = list->words + i;
		if (is_thing(path[0].i) == things)
			widen_by_path(box, path + KEEL_DISPLAY_PATH_WORDS, path[4].i);
		i += KEEL_DISPLAY_PATH_WORDS + path[4].i;
	}
}

void keel_sketch_see(const keel_display_list *list, keel_box *seen)
{
	keel_box body = KEEL_SKETCH_NOTHING, things = KEEL_SKETCH_NOTHING;
	widen_by_paths(list, false, &body);
	widen_by_paths(list, true, &things);
	/* A mat or a wall goes on past the picture; a chair or a bag is seen whole. */
	things.left = fmaxf(things.left, body.left - THING_MARGIN_CM);
	things.right = fminf(things.right, body.right + THING_MARGIN_CM);
	things.top = fmaxf(things.top, body.top);
	things.bottom = fminf(things.bottom, body.bottom + EDGE_CM);
	if (things.left < things.right) {
		widen(&body, things.left, body.top);
		widen(&body, things.right, things.bottom);
	}
	widen(seen, body.left - EDGE_CM, body.top - EDGE_CM);
	widen(seen, body.right + EDGE_CM, body.bottom + EDGE_CM);
}

int keel_sketch_key_phases(const keel_sketch *sketch, int *phases, int most)
{
	keel_body_pose shown[KEEL_PHASES_MAX + 1] = {0}, end = {0};
	int count = 0;
	if (most < 1 || pose_at(sketch, 0, 0, &shown[0]) != KEEL_ERR_OK)
		return 0;
	phases[count++] = -1;
	for (int i = 0; i < sketch->movement->phase_count && count < most; i++) {
		bool is_new = pose_at(sketch, i, 1, &end) == KEEL_ERR_OK;
		for (int k = 0; k < count && is_new; k++)
			is_new = !is_same_pose(&shown[k], &end);
		if (!is_new)
			continue;
		shown[count] = end;
		phases[count++] = i;
	}
	return count;
}
