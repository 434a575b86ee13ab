/* Drawing the parts: edge, fill, two crescents of shade, one of light.
 *
 * The edge is the outline moved out by half a centimetre and drawn under the fill. Where a part
 * grows out of another (the thigh out of the hips) the edge thins to nothing inside the other near
 * the joint, so that separate parts read as one body, and a fold appears by itself where a limb
 * bends over its neighbour.
 */
#include "core/body/figure.h"

#include <math.h>
#include <string.h>

#include "core/base/err.h"
#include "core/body/figure_work.h"
#include "core/body/vec.h"

#define EDGE_CM .42f
#define FAR_IS_DULL .5f /* a limb that is so far away is dark: light on it is not seen */
static const keel_vec2 light = {-.55f, -.835f};

typedef struct part_line {
	keel_outline outline;
	float whole[KEEL_OUTLINE_POINT_MAX]; /* 1 on a free outline, 0 inside a joint */
	float round[KEEL_OUTLINE_POINT_MAX]; /* the same for shade, which a hem hardly has */
} part_line;

/* 0 below 0, 1 above 1, and a soft step between. */
static float smooth(float t)
{
	t = clamp_float(t, 0, 1);
	return t * t * (3 - 2 * t);
}

static void weigh(const keel_figure_work *work, int part, part_line *line)
{
	const keel_shape_part *row = work->row[part];
	const keel_field *field = &work->field[part];
	for (int i = 0; i < line->outline.count; i++)
		line->whole[i] = 1;
	for (int k = 0; k < KEEL_SHAPE_ZONE_MAX && row->zone[k].other >= 0; k++) {
		const keel_field *other =
			&work->field[keel_shape_same_side(part, row->zone[k].other)];
		const keel_field_zone *joint = &field->zone[k];
		float reach = joint->reach_cm, fades = 1 / (.32f * reach);
		for (int i = 0; i < line->outline.count; i++) {
			float x = line->outline.point[i].x - joint->at.x,
			      y = line->outline.point[i].y - joint->at.y;
			if (x * x + y * y > reach * reach)
				continue;
			float depth = keel_field_depth(other, line->outline.point[i]);
			if (depth >= .3f)
				continue;
			float inside = smooth((.3f - depth) * (1 / 1.2f));
			float near = smooth((reach - sqrtf(x * x + y * y)) * fades);
			line->whole[i] = least_of(line->whole[i], 1 - inside * near);
		}
	}
}

/* A hem is flat: hardly any shade along it. */
static void flatten_hem(const keel_field *field, part_line *line)
{
	for (int i = 0; i < line->outline.count; i++) {
		keel_vec2 p = line->outline.point[i], n = line->outline.normal[i];
		float off = (p.x - field->cut.x) * field->cut_out.x +
			    (p.y - field->cut.y) * field->cut_out.y;
		bool is_hem = field->is_cut && off > -.4f &&
			      n.x * field->cut_out.x + n.y * field->cut_out.y > .5f;
		line->round[i] = is_hem ? .3f * line->whole[i] : line->whole[i];
	}
}

static void draw_edge(const part_line *line, keel_paint paint, float far, keel_display_list *out)
{
	const keel_outline *outline = &line->outline;
	keel_vec2 moved[KEEL_OUTLINE_POINT_MAX];
	for (int i = 0; i < outline->count; i++) {
		/* Inside a joint the edge hides a little under the fill, or its rim would shine
		 * through. */
		float wide = EDGE_CM * line->whole[i] - .3f * (1 - line->whole[i]);
		moved[i].x = outline->point[i].x + outline->normal[i].x * wide;
		moved[i].y = outline->point[i].y + outline->normal[i].y * wide;
	}
	keel_display_begin(out, paint, 0, 1, far);
	keel_display_curve(out, moved, outline->normal, outline->is_sharp, outline->count);
	keel_display_end(out);
}

/* One stretch of the outline that looks to (or away from) the light: its own line and, backwards,
 * the line further in. */
typedef struct crescent {
	int count; /* of the outer line */
	bool has_left_out; /* the node before */
	float inset_cm;
	keel_vec2 point[2 * KEEL_OUTLINE_POINT_MAX + 4], normal[2 * KEEL_OUTLINE_POINT_MAX + 4];
	float wide[KEEL_OUTLINE_POINT_MAX + 2];
	uint8_t is_sharp[2 * KEEL_OUTLINE_POINT_MAX + 4];
} crescent;

static void add_to_crescent(crescent *c, keel_vec2 p, keel_vec2 n, float wide, uint8_t is_sharp)
{
	c->point[c->count] = (keel_vec2){p.x - n.x * c->inset_cm, p.y - n.y * c->inset_cm};
	c->normal[c->count] = n;
	c->is_sharp[c->count] = is_sharp;
	c->wide[c->count++] = wide;
}

/* The inner line follows the outer one; where a bend is tighter than the crescent is wide it would
 * run back, and those places are left out. It is soft: on a gentle bend each second node will do.
 */
static void close_crescent(crescent *c, keel_display_list *out)
{
	keel_vec2 inner[KEEL_OUTLINE_POINT_MAX + 2], at = c->point[0];
	keel_vec2 turned = c->normal[0];
	int n = c->count, kept = 0;
	bool has_skipped = false;
	c->count = 0;
	if (n < 3)
		return;
	for (int i = 1; i + 1 < n; i++) {
		keel_vec2 normal = c->normal[i];
		keel_vec2 p = {c->point[i].x - normal.x * c->wide[i],
			       c->point[i].y - normal.y * c->wide[i]};
		if ((p.y - at.y) * normal.x - (p.x - at.x) * normal.y <= .05f)
			continue;
		bool is_gentle = normal.x * turned.x + normal.y * turned.y > .9f;
		has_skipped = is_gentle && !has_skipped && i + 2 < n;
		if (has_skipped)
			continue;
		inner[kept++] = at = p;
		turned = normal;
	}
	int last = n + kept;
	for (int k = n; k < last; k++) {
		c->point[k] = inner[last - 1 - k];
		c->is_sharp[k] = 0;
	}
	for (int k = n; k < last; k++) {
		keel_vec2 before = c->point[k - 1], after = c->point[k + 1 < last ? k + 1 : 0];
		float x = after.x - before.x, y = after.y - before.y, d2 = x * x + y * y;
		float inverse = d2 > 1e-8f ? 1 / sqrtf(d2) : 0;
		c->normal[k] = (keel_vec2){y * inverse, -x * inverse};
		c->is_sharp[k] = inverse == 0;
	}
	c->is_sharp[0] = c->is_sharp[n - 1] = 1;
	keel_display_curve(out, c->point, c->normal, c->is_sharp, last);
}

/* The place between nodes i and j where the surface turns out of the light. */
static void add_turn(crescent *c, const keel_outline *o, int i, int j, float m_i, float m_j)
{
	float t = m_i / (m_i - m_j), s = 1 - t;
	keel_vec2 p = o->point[i], q = o->point[j], n = o->normal[i], m = o->normal[j];
	float x = q.x - p.x, y = q.y - p.y, k = s * t * .5f * sqrtf(x * x + y * y);
	keel_vec2 between = {n.x * s + m.x * t, n.y * s + m.y * t};
	/* Out from the chord as far as a circle would be. */
	float bulge = k * fabsf(n.x * m.y - n.y * m.x);
	add_to_crescent(
		c, (keel_vec2){p.x + x * t + between.x * bulge, p.y + y * t + between.y * bulge},
		between, 0, 1);
}

/* Light lies within the rim, where its own outer line is as soft as the inner one. */
static bool is_left_out(crescent *c, const keel_outline *o, int i, float wide)
{
	int before = c->count - 1;
	keel_vec2 n = o->normal[i], last = c->normal[before];
	c->has_left_out = c->inset_cm > 0 && !c->has_left_out && !o->is_sharp[i] &&
			  !c->is_sharp[before] && n.x * last.x + n.y * last.y > .85f &&
			  fabsf(wide - c->wide[before]) < .3f;
	return c->has_left_out;
}

static void draw_crescent(const part_line *line, keel_paint paint, float sign, float inset_cm,
			  float wide_cm, keel_display_list *out)
{
	const keel_outline *o = &line->outline;
	float m[KEEL_OUTLINE_POINT_MAX];
	int first = -1;
	for (int i = 0; i < o->count; i++) {
		m[i] = (o->normal[i].x * light.x + o->normal[i].y * light.y) * sign - .02f;
		if (i > 0 && m[i] > 0 && m[i - 1] <= 0)
			first = i;
	}
	if (first < 0 && m[0] > 0 && m[o->count - 1] <= 0)
		first = 0;
	if (first < 0)
		return;
	crescent c;
	c.count = 0;
	c.has_left_out = false;
	c.inset_cm = inset_cm;
	keel_display_begin(out, paint, 0, 1, 0);
	for (int k = 0; k < o->count; k++) {
		int i = first + k < o->count ? first + k : first + k - o->count;
		int before = i > 0 ? i - 1 : o->count - 1;
		if (m[i] > 0) {
			if (m[before] <= 0)
				add_turn(&c, o, before, i, m[before], m[i]);
			float wide = wide_cm * m[i] * line->round[i];
			if (!is_left_out(&c, o, i, wide))
				add_to_crescent(&c, o->point[i], o->normal[i], wide,
						o->is_sharp[i]);
		} else if (m[before] > 0) {
			add_turn(&c, o, before, i, m[before], m[i]);
			close_crescent(&c, out);
		}
	}
	if (c.count > 0) {
		int last = first > 0 ? first - 1 : o->count - 1;
		add_turn(&c, o, last, first, m[last], m[first]);
		close_crescent(&c, out);
	}
	keel_display_end(out);
}

static void draw_part(const keel_figure_work *work, const keel_figure_def *def, int part, float far,
		      keel_display_list *out)
{
	const keel_shape_part *row = work->row[part];
	if (work->is_absent[part])
		return;
	part_line line;
	keel_outline *outline = &line.outline;
	keel_outline_follow(&work->field[part], work->from[part], outline);
	if (outline->count < 3)
		return;
	weigh(work, part, &line);
	keel_outline_thin(outline, line.whole);
	if (row->edge != row->paint)
		draw_edge(&line, (keel_paint)row->edge, far, out);
	keel_display_begin(out, (keel_paint)row->paint, 0, 1, far);
	keel_display_curve(out, outline->point, outline->normal, outline->is_sharp, outline->count);
	keel_display_end(out);
	if (!def->has_detail || (def->is_plain && row->shade < .55f))
		return;
	flatten_hem(&work->field[part], &line);
	draw_crescent(&line, KEEL_PAINT_SHADE, -1, 0, 3.0f * row->shade, out);
	if (far > FAR_IS_DULL || def->is_plain)
		return;
	if (row->shade > .92f)
		draw_crescent(&line, KEEL_PAINT_SHADE, -1, 0, 1.4f * row->shade, out);
	if (row->shade > .55f)
		draw_crescent(&line, KEEL_PAINT_LIGHT, 1, .4f * row->shade, 1.3f * row->shade, out);
}

static float far_of_unit(const keel_figure_work *work, int unit)
{
	if (unit < KEEL_UNIT_SIDE_FIRST || unit >= KEEL_UNIT_held_1)
		return 0;
	bool is_right = unit >= KEEL_UNIT_SIDE_FIRST + KEEL_UNIT_SIDE_COUNT;
	int own = (unit - KEEL_UNIT_SIDE_FIRST) % KEEL_UNIT_SIDE_COUNT;
	float left_is_far = work->far_limb[own >= 2];
	return fmaxf(0, is_right ? -left_is_far : left_is_far);
}

void keel_figure_draw_body(const keel_figure_work *work, const keel_figure_def *def,
			   keel_display_list *out)
{
	uint32_t parts[2][KEEL_UNIT_COUNT] = {
		{0}}; /* as bits: those under the others, the others */
	_Static_assert(KEEL_SHAPE_SLOT_COUNT <= 32, "a bit for each part");
	for (int part = 0; part < KEEL_SHAPE_SLOT_COUNT; part++) {
		uint32_t bit = (uint32_t)1 << part;
		parts[work->is_under[part] ? 0 : 1][keel_shape_unit_of(part)] |= bit;
	}
	for (int place = 0; place < KEEL_UNIT_COUNT; place++) {
		int unit = work->order[place];
		float far = far_of_unit(work, unit);
		for (int pass = 0; pass < 2; pass++) {
			for (uint32_t left = parts[pass][unit]; left != 0; left &= left - 1)
				draw_part(work, def, __builtin_ctz(left), far, out);
		}
	}
}

keel_figure_def keel_default_figure_def(void)
{
	return (keel_figure_def){
		.camera = {.yaw_deg = 0, .pitch_deg = 8},
		.build = keel_body_get_build(KEEL_BUILD_WOMAN),
		.glow01 = 1,
		.has_ground = true,
		.has_detail = true,
	};
}

static void draw_ghost_alone(const keel_figure_def *def, const keel_figure_work *body,
			     keel_display_list *out)
{
	keel_figure_memory memory;
	keel_figure_memory_init(&memory);
	keel_figure_draw_ghost(def, &memory, body, out);
}

void keel_figure_draw(const keel_figure_def *def, const keel_body_pose *pose,
		      keel_display_list *out)
{
	KEEL_ASSERT(def->build != NULL);
	keel_figure_work work;
	keel_figure_prepare(&work, def, pose);
	keel_figure_sort(&work, def->camera, def->memory);
	keel_figure_draw_floor(def, &work, out);
	keel_figure_draw_props(def, &work, false, out);
	if (def->ghost != NULL && def->memory != NULL)
		keel_figure_draw_ghost(def, def->memory, &work, out);
	else if (def->ghost != NULL)
		draw_ghost_alone(def, &work, out);
	keel_figure_draw_body(&work, def, out);
	keel_figure_draw_props(def, &work, true, out);
	keel_figure_draw_glow(def, &work, out);
	keel_figure_draw_arrow(def, &work, out);
}

static void grow_box(keel_box *box, const keel_figure_work *work)
{
	for (int i = 0; i < work->ball_count; i++) {
		const keel_ball_seen *ball = &work->ball[i];
		box->left = fminf(box->left, ball->at.x - ball->r);
		box->right = fmaxf(box->right, ball->at.x + ball->r);
		box->top = fminf(box->top, ball->at.y - ball->r);
		box->bottom = fmaxf(box->bottom, ball->at.y + ball->r);
	}
}

keel_box keel_figure_frame_box(const keel_figure_def *def, const keel_track *track,
			       bool with_mirror)
{
	keel_box box = {1e9f, 1e9f, -1e9f, -1e9f};
	keel_prop mirrored[KEEL_TRACK_PROP_MAX];
	keel_figure_def turned = *def;
	KEEL_ASSERT(def->prop_count <= KEEL_TRACK_PROP_MAX);
	for (int i = 0; i < def->prop_count; i++)
		mirrored[i] = keel_prop_mirror(&def->props[i]);
	turned.props = mirrored;
	for (int phase = 0; phase < keel_track_phase_count(track); phase++) {
		for (int step = 0; step <= 4; step++) {
			for (int side = 0; side <= (with_mirror ? 1 : 0); side++) {
				keel_body_pose pose;
				keel_figure_work work;
				if (keel_track_pose(track, phase, (float)step / 4, side == 1,
						    &pose) != KEEL_ERR_OK)
					continue;
				keel_figure_prepare(&work, side == 1 ? &turned : def, &pose);
				grow_box(&box, &work);
			}
		}
	}
	if (box.left > box.right)
		return (keel_box){-60, -120, 60, 10};
	return (keel_box){box.left - 8, box.top - 8, box.right + 8, box.bottom + 8};
}
