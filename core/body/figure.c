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

#define EDGE_CM .5f
static const keel_vec2 light = {-.55f, -.835f};

typedef struct part_line {
	keel_outline outline;
	float whole[KEEL_OUTLINE_POINT_MAX]; /* 1 on a free outline, 0 inside a joint */
	float round[KEEL_OUTLINE_POINT_MAX]; /* the same for shade, which a hem hardly has */
	keel_vec2 scratch[2 * KEEL_OUTLINE_POINT_MAX];
} part_line;

static void weigh(const keel_figure_work *work, int part, part_line *line)
{
	const keel_shape_part *row = keel_shape_get_part(part);
	for (int i = 0; i < line->outline.count; i++)
		line->whole[i] = 1;
	for (int k = 0; k < 3; k++) {
		if (row->zone[k].other < 0)
			continue;
		const keel_field *other =
			&work->field[keel_shape_same_side(part, row->zone[k].other)];
		float reach = 0;
		keel_vec3 centre =
			keel_shape_ball_cm(&work->frames, part, &row->zone[k].centre, &reach);
		keel_ball_seen joint = keel_view_see(&work->view, centre, reach);
		for (int i = 0; i < line->outline.count; i++) {
			float x = line->outline.point[i].x - joint.at.x,
			      y = line->outline.point[i].y - joint.at.y;
			if (x * x + y * y > reach * reach)
				continue;
			float distance = sqrtf(x * x + y * y);
			float depth = keel_field_depth(other, line->outline.point[i]);
			float inside = smooth_step(.3f, -.9f, depth);
			float near = smooth_step(reach, reach * .68f, distance);
			line->whole[i] = fminf(line->whole[i], 1 - inside * near);
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

static void draw_edge(part_line *line, keel_paint paint, float far, keel_display_list *out)
{
	for (int i = 0; i < line->outline.count; i++) {
		/* Inside a joint the edge hides a little under the fill, or its rim would shine
		 * through. */
		float wide = EDGE_CM * line->whole[i] - .3f * (1 - line->whole[i]);
		line->scratch[i].x = line->outline.point[i].x + line->outline.normal[i].x * wide;
		line->scratch[i].y = line->outline.point[i].y + line->outline.normal[i].y * wide;
	}
	keel_display_begin(out, paint, 0, 1, far);
	keel_display_polygon(out, line->scratch, line->outline.count);
	keel_display_end(out);
}

/* Width of a crescent at a point: inset to inset + wide where the surface looks away from (sign −1)
 * or towards (sign +1) the light. */
static float crescent_at(const part_line *line, int i, float sign)
{
	float m =
		(line->outline.normal[i].x * light.x + line->outline.normal[i].y * light.y) * sign;
	return m <= .02f ? 0 : m * line->round[i];
}

static void draw_crescent(part_line *line, keel_paint paint, float sign, float inset_cm,
			  float wide_cm, keel_display_list *out)
{
	int count = line->outline.count, begin = 0;
	while (begin < count && crescent_at(line, begin, sign) > 0)
		begin++;
	if (begin == count)
		return;
	keel_display_begin(out, paint, 0, 1, 0);
	for (int step = 0; step < count;) {
		int first = (begin + step) % count, length = 0;
		while (length < count - step &&
		       crescent_at(line, (first + length) % count, sign) > 0)
			length++;
		if (length >= 3) {
			for (int k = 0; k < length; k++) {
				int i = (first + k) % count;
				keel_vec2 p = line->outline.point[i], n = line->outline.normal[i];
				float deep = inset_cm + wide_cm * crescent_at(line, i, sign);
				line->scratch[k] =
					(keel_vec2){p.x - n.x * inset_cm, p.y - n.y * inset_cm};
				line->scratch[2 * length - 1 - k] =
					(keel_vec2){p.x - n.x * deep, p.y - n.y * deep};
			}
			keel_display_polygon(out, line->scratch, 2 * length);
		}
		step += length + 1;
	}
	keel_display_end(out);
}

static void draw_part(const keel_figure_work *work, int part, float far, bool has_detail,
		      keel_display_list *out)
{
	const keel_shape_part *row = keel_shape_get_part(part);
	if (work->is_absent[part])
		return;
	part_line line;
	keel_outline_follow(&work->field[part], work->from[part], row->step_cm, row->smooth,
			    &line.outline);
	if (line.outline.count < 3)
		return;
	weigh(work, part, &line);
	flatten_hem(&work->field[part], &line);
	if (row->edge != row->paint)
		draw_edge(&line, (keel_paint)row->edge, far, out);
	keel_display_begin(out, (keel_paint)row->paint, 0, 1, far);
	keel_display_polygon(out, line.outline.point, line.outline.count);
	keel_display_end(out);
	if (!has_detail)
		return;
	draw_crescent(&line, KEEL_PAINT_SHADE, -1, 0, 3.0f * row->shade, out);
	draw_crescent(&line, KEEL_PAINT_SHADE, -1, 0, 1.4f * row->shade, out);
	draw_crescent(&line, KEEL_PAINT_LIGHT, 1, .4f * row->shade, 1.3f * row->shade, out);
}

static int unit_of(int part)
{
	int unit = keel_shape_get_part(part)->unit;
	bool is_right = part >= KEEL_PART_SIDE_FIRST + KEEL_PART_SIDE_COUNT;
	return is_right && unit >= KEEL_UNIT_SIDE_FIRST ? unit + KEEL_UNIT_SIDE_COUNT : unit;
}

static float far_of_unit(const keel_figure_work *work, int unit)
{
	if (unit < KEEL_UNIT_SIDE_FIRST)
		return 0;
	bool is_right = unit >= KEEL_UNIT_SIDE_FIRST + KEEL_UNIT_SIDE_COUNT;
	int own = (unit - KEEL_UNIT_SIDE_FIRST) % KEEL_UNIT_SIDE_COUNT;
	float left_is_far = work->far_limb[own >= 2];
	return fmaxf(0, is_right ? -left_is_far : left_is_far);
}

void keel_figure_draw_body(const keel_figure_work *work, bool has_detail, keel_display_list *out)
{
	for (int place = 0; place < KEEL_UNIT_COUNT; place++) {
		int unit = work->order[place];
		float far = far_of_unit(work, unit);
		for (int pass = 0; pass < 2; pass++) {
			for (int part = 0; part < KEEL_PART_COUNT; part++) {
				bool is_first = work->is_under[part];
				if (unit_of(part) == unit && is_first == (pass == 0))
					draw_part(work, part, far, has_detail, out);
			}
		}
	}
}

/* Is the point inside any part of the figure as seen, or nearer to it than margin_cm? */
static bool is_in_body(const keel_figure_work *work, keel_vec2 p, int except, float margin_cm)
{
	for (int part = 0; part < KEEL_PART_COUNT; part++) {
		if (part != except && !work->is_absent[part] &&
		    keel_field_is_within(&work->field[part], p, margin_cm))
			return true;
	}
	return false;
}

#define GHOST_POINT_MAX 3072

/* All outlines of the ghost are kept until the wash is closed, since one path cannot be written
 * inside another. */
typedef struct ghost_lines {
	int count[KEEL_PART_COUNT];
	keel_vec2 point[GHOST_POINT_MAX];
} ghost_lines;

static void draw_wash(const keel_figure_work *ghost, ghost_lines *lines, keel_display_list *out)
{
	int used = 0;
	keel_display_begin(out, KEEL_PAINT_GHOST, 0, 1, 0);
	for (int part = 0; part < KEEL_PART_COUNT; part++) {
		const keel_shape_part *row = keel_shape_get_part(part);
		keel_outline outline;
		lines->count[part] = 0;
		if (ghost->is_absent[part] || part == KEEL_PART_nose)
			continue;
		keel_outline_follow(&ghost->field[part], ghost->from[part], row->step_cm,
				    row->smooth, &outline);
		keel_display_polygon(out, outline.point, outline.count);
		if (used + outline.count > GHOST_POINT_MAX)
			continue;
		memcpy(lines->point + used, outline.point,
		       (size_t)outline.count * sizeof(keel_vec2));
		lines->count[part] = outline.count;
		used += outline.count;
	}
	keel_display_end(out);
}

void keel_figure_draw_ghost(const keel_figure_work *ghost, const keel_figure_work *body,
			    keel_display_list *out)
{
	ghost_lines lines;
	const keel_vec2 *point = lines.point;
	draw_wash(ghost, &lines, out);
	keel_display_begin(out, KEEL_PAINT_GHOST_LINE, KEEL_DISPLAY_DOTTED, 1, 0);
	for (int part = 0; part < KEEL_PART_COUNT; part++) {
		int first = 0, count = lines.count[part];
		for (int i = 0; i <= count; i++) {
			bool is_free = i < count && !is_in_body(body, point[i], -1, 1.6f) &&
				       !is_in_body(ghost, point[i], part, .05f);
			if (is_free)
				continue;
			if (i - first >= 4)
				keel_display_polyline(out, point + first, i - first);
			first = i + 1;
		}
		point += count;
	}
	keel_display_end(out);
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

void keel_figure_draw(const keel_figure_def *def, const keel_body_pose *pose,
		      keel_display_list *out)
{
	KEEL_ASSERT(def->build != NULL);
	keel_figure_work work, ghost;
	keel_figure_prepare(&work, def->camera, def->build, pose);
	keel_figure_draw_floor(def, &work, out);
	keel_figure_draw_props(def, &work, false, out);
	if (def->ghost != NULL) {
		keel_figure_prepare(&ghost, def->camera, def->build, def->ghost);
		keel_figure_draw_ghost(&ghost, &work, out);
	}
	keel_figure_draw_body(&work, def->has_detail, out);
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
	for (int phase = 0; phase < keel_track_phase_count(track); phase++) {
		for (int step = 0; step <= 4; step++) {
			for (int side = 0; side <= (with_mirror ? 1 : 0); side++) {
				keel_body_pose pose;
				keel_figure_work work;
				if (keel_track_pose(track, phase, (float)step / 4, side == 1,
						    &pose) != KEEL_ERR_OK)
					continue;
				keel_figure_prepare(&work, def->camera, def->build, &pose);
				grow_box(&box, &work);
			}
		}
	}
	if (box.left > box.right)
		return (keel_box){-60, -120, 60, 10};
	return (keel_box){box.left - 8, box.top - 8, box.right + 8, box.bottom + 8};
}
