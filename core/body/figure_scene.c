/* What is around the body: mat, shadow, things, the arrow of motion, muscles that glow. */
#include <math.h>

#include "core/body/figure_work.h"
#include "core/body/vec.h"

#define ROUND_POINTS 28

static keel_vec2 seen_at(const keel_figure_work *work, float x, float y, float z)
{
	return keel_view_see(&work->view, vec3(x, y, z), 0).at;
}

static void polygon(keel_display_list *out, keel_paint paint, float opacity,
		    const keel_vec2 *points, int count)
{
	keel_display_begin(out, paint, 0, opacity, 0);
	keel_display_polygon(out, points, count);
	keel_display_end(out);
}

static void curve(keel_display_list *out, keel_paint paint, float opacity,
		  const keel_outline *outline)
{
	keel_display_begin(out, paint, 0, opacity, 0);
	keel_display_curve(out, outline->point, outline->normal, outline->is_sharp, outline->count);
	keel_display_end(out);
}

/* Where the body is above the floor, in the floor plane: a box of x and z of all balls lower than
 * `below_cm`. */
static bool footprint(const keel_figure_work *work, float below_cm, float box[4])
{
	box[0] = box[2] = 1e9f;
	box[1] = box[3] = -1e9f;
	for (int i = 0; i < work->ball_count; i++) {
		const keel_ball_seen *b = &work->ball[i];
		keel_vec3 p = vec3_mul(work->view.right, b->at.x);
		p = vec3_sub(p, vec3_mul(work->view.up, b->at.y));
		p = vec3_add(p, vec3_mul(work->view.toward, b->z));
		if (p.y - b->r > below_cm)
			continue;
		box[0] = least_of(box[0], p.x - b->r);
		box[1] = most_of(box[1], p.x + b->r);
		box[2] = least_of(box[2], p.z - b->r);
		box[3] = most_of(box[3], p.z + b->r);
	}
	return box[0] < box[1];
}

static void shadow(const keel_figure_work *work, const float box[4], float grow_cm, float part,
		   keel_display_list *out)
{
	float cx = (box[0] + box[1]) / 2, cz = (box[2] + box[3]) / 2;
	float rx = ((box[1] - box[0]) / 2 + grow_cm) * part,
	      rz = ((box[3] - box[2]) / 2 + grow_cm) * part;
	keel_vec2 c = seen_at(work, cx, 0, cz), u = seen_at(work, cx + rx, 0, cz),
		  v = seen_at(work, cx, 0, cz + rz);
	const float k = .5523f; /* a quarter of an ellipse as one cubic */
	u = (keel_vec2){u.x - c.x, u.y - c.y};
	v = (keel_vec2){v.x - c.x, v.y - c.y};
	keel_display_begin(out, KEEL_PAINT_GROUND, 0, 1, 0);
	keel_display_move(out, c.x + u.x, c.y + u.y);
	for (int i = 0; i < 4; i++) {
		keel_vec2 next = v;
		float xy[6] = {c.x + u.x + k * v.x, c.y + u.y + k * v.y, c.x + v.x + k * u.x,
			       c.y + v.y + k * u.y, c.x + v.x,		 c.y + v.y};
		keel_display_cubic(out, xy);
		v = (keel_vec2){-u.x, -u.y};
		u = next;
	}
	keel_display_close(out);
	keel_display_end(out);
}

static void mat(const keel_figure_work *work, const float box[4], keel_display_list *out)
{
	float cz = (box[2] + box[3]) / 2, half_z = fmaxf(30, (box[3] - box[2]) / 2 + 7);
	float cx = (box[0] + box[1]) / 2, half_x = fmaxf(30, (box[1] - box[0]) / 2 + 9);
	keel_vec2 corner[4] = {
		seen_at(work, cx - half_x, 0, cz - half_z),
		seen_at(work, cx + half_x, 0, cz - half_z),
		seen_at(work, cx + half_x, 0, cz + half_z),
		seen_at(work, cx - half_x, 0, cz + half_z),
	};
	/* A little perspective, so that a mat looks like one: nearer corners are wider. */
	keel_vec2 middle = seen_at(work, cx, 0, cz);
	for (int i = 0; i < 4; i++)
		corner[i].x = middle.x +
			      (corner[i].x - middle.x) * (1 + .006f * (corner[i].y - middle.y));
	for (int i = 0; i < 4; i++) {
		keel_vec2 a = corner[i], b = corner[(i + 1) % 4];
		keel_vec2 side[4] = {a, b, {b.x, b.y + 1.8f}, {a.x, a.y + 1.8f}};
		polygon(out, KEEL_PAINT_MAT_2, 1, side, 4);
	}
	polygon(out, KEEL_PAINT_MAT, 1, corner, 4);
}

void keel_figure_draw_floor(const keel_figure_def *def, const keel_figure_work *work,
			    keel_display_list *out)
{
	float box[4];
	bool has_print = footprint(work, 14, box);
	if (def->has_mat) {
		float wide[4] = {box[0], box[1], box[2], box[3]};
		if (def->frame != NULL && fabsf(work->view.right.x) > .5f) {
			float a = def->frame->left / work->view.right.x;
			float b = def->frame->right / work->view.right.x;
			wide[0] = fminf(wide[0], fminf(a, b) + 4);
			wide[1] = fmaxf(wide[1], fmaxf(a, b) - 4);
			if (wide[0] > wide[1]) {
				wide[0] = box[0];
				wide[1] = box[1];
			}
		}
		mat(work, wide, out);
	}
	if (def->has_ground && has_print) {
		shadow(work, box, 6, 1, out);
		shadow(work, box, 5, .84f, out);
	}
}

/* A box seen from outside: top, and the sides that look at the eye. */
static void block(const keel_figure_work *work, keel_vec3 low, keel_vec3 high,
		  keel_display_list *out)
{
	const keel_view *v = &work->view;
	float x = v->toward.x >= 0 ? high.x : low.x, z = v->toward.z >= 0 ? high.z : low.z;
	keel_vec2 side_z[4] = {seen_at(work, low.x, low.y, z), seen_at(work, high.x, low.y, z),
			       seen_at(work, high.x, high.y, z), seen_at(work, low.x, high.y, z)};
	keel_vec2 side_x[4] = {seen_at(work, x, low.y, low.z), seen_at(work, x, low.y, high.z),
			       seen_at(work, x, high.y, high.z), seen_at(work, x, high.y, low.z)};
	keel_vec2 top[4] = {
		seen_at(work, low.x, high.y, low.z), seen_at(work, high.x, high.y, low.z),
		seen_at(work, high.x, high.y, high.z), seen_at(work, low.x, high.y, high.z)};
	if (fabsf(v->toward.z) > .02f)
		polygon(out, KEEL_PAINT_PROP, 1, side_z, 4);
	if (fabsf(v->toward.x) > .02f) {
		polygon(out, KEEL_PAINT_PROP, 1, side_x, 4);
		polygon(out, KEEL_PAINT_SHADE, 1, side_x, 4);
	}
	polygon(out, KEEL_PAINT_PROP, 1, top, 4);
	polygon(out, KEEL_PAINT_LIGHT, 1, top, 4);
}

/* An upright round thing, from foot to top: a lens at each end and the sides between. */
static void drum(const keel_figure_work *work, keel_vec3 foot, float radius, float height,
		 keel_display_list *out)
{
	keel_vec2 points[2 * ROUND_POINTS];
	keel_vec2 top = seen_at(work, foot.x, foot.y + height, foot.z),
		  low = seen_at(work, foot.x, foot.y, foot.z);
	float flat = fabsf(work->view.toward.y);
	int half = ROUND_POINTS / 2;
	for (int i = 0; i <= half; i++) {
		float a = 3.14159265f * (float)i / (float)half;
		points[i] = (keel_vec2){low.x + radius * cosf(a), low.y + radius * flat * sinf(a)};
		points[half + 1 + i] =
			(keel_vec2){top.x - radius * cosf(a), top.y - radius * flat * sinf(a)};
	}
	polygon(out, KEEL_PAINT_PROP, 1, points, 2 * half + 2);
	keel_vec2 shade[4] = {{low.x + radius * .45f, low.y + radius * flat * .8f},
			      {low.x + radius, low.y},
			      {top.x + radius, top.y},
			      {top.x + radius * .45f, top.y + radius * flat * .8f}};
	polygon(out, KEEL_PAINT_SHADE, 1, shade, 4);
}

static void ring(const keel_figure_work *work, keel_vec3 at, float radius, float height,
		 keel_display_list *out)
{
	keel_vec2 points[2 * ROUND_POINTS];
	float flat = fabsf(work->view.toward.y);
	keel_vec2 low = seen_at(work, at.x, at.y, at.z);
	int half = ROUND_POINTS / 2;
	for (int i = 0; i <= half; i++) {
		float a = 3.14159265f * (float)i / (float)half;
		points[i] = (keel_vec2){low.x + radius * cosf(a), low.y + radius * flat * sinf(a)};
		points[2 * half + 1 - i] = (keel_vec2){points[i].x, points[i].y - height};
	}
	polygon(out, KEEL_PAINT_PROP_DARK, 1, points, 2 * half + 2);
}

/* Does an upright stand nearer to the eye than what of the body it crosses in the picture? */
static bool is_before_body(const keel_figure_work *work, float x, float z, float low, float high)
{
	float vote = 0;
	for (int i = 0; i < 4; i++) {
		float y = low + (high - low) * ((float)i + .5f) / 4;
		keel_ball_seen p = keel_view_see(&work->view, vec3(x, y, z), 2);
		for (int k = 0; k < work->ball_count; k++) {
			const keel_ball_seen *ball = &work->ball[k];
			float dx = ball->at.x - p.at.x, dy = ball->at.y - p.at.y;
			float reach = ball->r + p.r;
			if (dx * dx + dy * dy < reach * reach)
				vote += clamp_float(p.z - ball->z, -4, 4);
		}
	}
	return vote > 0;
}

/* Does the body reach through the place of a back at the end of the seat? */
static bool is_back_taken(const keel_figure_work *work, float x, float low, float high)
{
	static const keel_segment ends[] = {KEEL_SEGMENT_foot_l, KEEL_SEGMENT_foot_r,
					    KEEL_SEGMENT_toes_l, KEEL_SEGMENT_toes_r};
	for (int i = 0; i < 4; i++) {
		keel_vec3 at = work->frames.segment[ends[i]].origin_cm;
		if (at.x > x - 6 && at.y > low && at.y < high)
			return true;
	}
	return false;
}

/* The seat bears the body and lies behind it; each leg is before or behind. The back stands at the
 * end of the seat; when legs lie over that end, the chair is turned and its back is on the far
 * side. */
static void chair(const keel_figure_work *work, const keel_prop *prop, bool is_seat, bool is_front,
		  keel_display_list *out)
{
	keel_vec3 p = prop->place_cm, s = prop->size_cm;
	float away = work->view.toward.z < 0 ? 1.0f : -1.0f;
	float top = p.y + s.y, x_end = p.x + s.x / 2, half = s.z / 2;
	for (int i = 0; i < 4; i++) {
		float x = p.x + (s.x / 2 - 2) * (i % 2 ? 1.0f : -1.0f);
		float z = p.z + (s.z / 2 - 2) * (i / 2 ? -away : away);
		if (is_before_body(work, x, z, p.y, top - 3) == is_front)
			block(work, vec3(x - 1.6f, p.y, z - 1.6f),
			      vec3(x + 1.6f, top - 3, z + 1.6f), out);
	}
	if (!is_seat)
		return;
	bool has_back = prop->kind == KEEL_PROP_chair;
	bool is_turned = has_back && is_back_taken(work, x_end, top, top + 42);
	float z_far = p.z + away * half;
	if (is_turned)
		block(work, vec3(p.x - s.x / 2, top, fminf(z_far, z_far - 3 * away)),
		      vec3(x_end, top + 42, fmaxf(z_far, z_far - 3 * away)), out);
	block(work, vec3(p.x - s.x / 2, top - 4, p.z - half), vec3(x_end, top, p.z + half), out);
	if (has_back && !is_turned)
		block(work, vec3(x_end - 3, top, p.z - half), vec3(x_end, top + 42, p.z + half),
		      out);
}

static void pillow(const keel_figure_work *work, const keel_prop *prop, keel_display_list *out)
{
	keel_field_link links[5];
	keel_field field = {.link_count = 5, .link = links, .round_cm = 1.5f};
	keel_outline outline;
	float r = prop->size_cm.y / 2;
	keel_vec2 c[4];
	for (int i = 0; i < 4; i++) {
		float x = prop->place_cm.x +
			  (prop->size_cm.x / 2 - r) * (i == 1 || i == 2 ? 1.0f : -1.0f);
		float z = prop->place_cm.z + (prop->size_cm.z / 2 - r) * (i < 2 ? -1.0f : 1.0f);
		c[i] = seen_at(work, x, prop->place_cm.y + r, z);
	}
	for (int i = 0; i < 5; i++) {
		int a = i % 4, b = i < 4 ? (i + 1) % 4 : 2;
		keel_field_link_init(&links[i], (keel_vec2[2]){c[a], c[b]}, (float[2]){r, r}, a, b);
	}
	keel_outline_follow(&field, (keel_vec2){0, -1}, &outline);
	curve(out, KEEL_PAINT_PROP, 1, &outline);
	for (int i = 0; i < outline.count; i++) {
		outline.point[i].y -= 1.6f;
		outline.point[i].x += (prop->place_cm.x - outline.point[i].x) * .02f;
	}
	curve(out, KEEL_PAINT_LIGHT, 1, &outline);
}

static bool has_legs(const keel_prop *prop)
{
	return prop->kind == KEEL_PROP_chair || prop->kind == KEEL_PROP_stool ||
	       prop->kind == KEEL_PROP_bench;
}

static void draw_prop(const keel_figure_work *work, const keel_prop *prop, keel_display_list *out)
{
	keel_vec3 p = prop->place_cm, s = prop->size_cm;
	keel_vec3 low = vec3(p.x - s.x / 2, p.y, p.z - s.z / 2),
		  high = vec3(p.x + s.x / 2, p.y + s.y, p.z + s.z / 2);
	switch (prop->kind) {
	case KEEL_PROP_pillow:
	case KEEL_PROP_towel:
	case KEEL_PROP_bolster:
		pillow(work, prop, out);
		break;
	case KEEL_PROP_bag:
		ring(work, vec3(p.x, p.y, p.z), 1.2f, 30, out);
		drum(work, vec3(p.x, p.y - s.y, p.z), s.x / 2, s.y, out);
		ring(work, vec3(p.x, p.y - s.y * .15f, p.z), s.x / 2, 3, out);
		ring(work, vec3(p.x, p.y - s.y * .88f, p.z), s.x / 2, 3, out);
		break;
	case KEEL_PROP_post:
		drum(work, p, s.x / 2, s.y, out);
		break;
	case KEEL_PROP_mat: {
		float box[4] = {low.x + 9, high.x - 9, low.z + 7, high.z - 7};
		mat(work, box, out);
		break;
	}
	default:
		block(work, low, high, out);
		break;
	}
}

/* Things are behind the person unless their near face lies nearer to the eye than the whole body.
 */
void keel_figure_draw_props(const keel_figure_def *def, const keel_figure_work *work, bool in_front,
			    keel_display_list *out)
{
	for (int i = 0; i < def->prop_count; i++) {
		const keel_prop *prop = &def->props[i];
		keel_ball_seen middle = keel_view_see(&work->view, prop->place_cm, 0);
		bool is_front = middle.z > work->unit_z[KEEL_UNIT_trunk] + 25;
		if (prop->held != KEEL_HELD_none)
			continue;
		if (has_legs(prop))
			chair(work, prop, is_front == in_front, in_front, out);
		else if (is_front == in_front)
			draw_prop(work, prop, out);
	}
}

/* A curve that grows from nothing to its width, with a soft head. */
void keel_figure_draw_arrow(const keel_figure_def *def, const keel_figure_work *work,
			    keel_display_list *out)
{
	if (def->arrow == NULL || def->arrow->grown01 <= .02f)
		return;
	enum { STEPS = 16 };
	const keel_figure_arrow *a = def->arrow;
	keel_vec2 p0 = keel_view_see(&work->view, a->from_cm, 0).at;
	keel_vec2 p1 = keel_view_see(&work->view, a->by_cm, 0).at;
	keel_vec2 p2 = keel_view_see(&work->view, a->to_cm, 0).at;
	keel_vec2 points[2 * STEPS + 5], tip = {0, 0}, way = {0, -1};
	float grown = clamp_float(a->grown01, 0, 1);
	for (int i = 0; i <= STEPS; i++) {
		float t = grown * (float)i / STEPS, s = 1 - t;
		tip = (keel_vec2){s * s * p0.x + 2 * s * t * p1.x + t * t * p2.x,
				  s * s * p0.y + 2 * s * t * p1.y + t * t * p2.y};
		way = (keel_vec2){s * (p1.x - p0.x) + t * (p2.x - p1.x),
				  s * (p1.y - p0.y) + t * (p2.y - p1.y)};
		float length = sqrtf(way.x * way.x + way.y * way.y) + 1e-6f;
		way = (keel_vec2){way.x / length, way.y / length};
		float half = .25f + 1.1f * (float)i / STEPS;
		points[i] = (keel_vec2){tip.x - way.y * half, tip.y + way.x * half};
		points[2 * STEPS + 1 - i] = (keel_vec2){tip.x + way.y * half, tip.y - way.x * half};
	}
	polygon(out, KEEL_PAINT_ARROW, 1, points, 2 * STEPS + 2);
	float size = 7.5f;
	keel_vec2 head[6] = {
		{tip.x + way.x * size * .9f, tip.y + way.y * size * .9f},
		{tip.x - way.x * size * .28f - way.y * size * .62f,
		 tip.y - way.y * size * .28f + way.x * size * .62f},
		{tip.x - way.x * size * .12f - way.y * size * .30f,
		 tip.y - way.y * size * .12f + way.x * size * .30f},
		{tip.x, tip.y},
		{tip.x - way.x * size * .12f + way.y * size * .30f,
		 tip.y - way.y * size * .12f - way.x * size * .30f},
		{tip.x - way.x * size * .28f + way.y * size * .62f,
		 tip.y - way.y * size * .28f - way.x * size * .62f},
	};
	polygon(out, KEEL_PAINT_ARROW, 1, head, 6);
}

/* The body as sticks of some width, seen: enough to keep an arrow off it. */
static const struct {
	uint8_t from, to;
	float r;
} sticks[] = {
	{KEEL_SEGMENT_pelvis, KEEL_SEGMENT_thorax_1, 11},
	{KEEL_SEGMENT_thorax_1, KEEL_SEGMENT_neck, 10},
	{KEEL_SEGMENT_neck, KEEL_SEGMENT_head, 10},
	{KEEL_SEGMENT_thigh_l, KEEL_SEGMENT_shank_l, 8},
	{KEEL_SEGMENT_shank_l, KEEL_SEGMENT_foot_l, 5},
	{KEEL_SEGMENT_foot_l, KEEL_SEGMENT_toes_l, 8},
	{KEEL_SEGMENT_upper_arm_l, KEEL_SEGMENT_forearm_l, 5},
	{KEEL_SEGMENT_forearm_l, KEEL_SEGMENT_hand_l, 5},
	{KEEL_SEGMENT_thigh_r, KEEL_SEGMENT_shank_r, 8},
	{KEEL_SEGMENT_shank_r, KEEL_SEGMENT_foot_r, 5},
	{KEEL_SEGMENT_foot_r, KEEL_SEGMENT_toes_r, 8},
	{KEEL_SEGMENT_upper_arm_r, KEEL_SEGMENT_forearm_r, 5},
	{KEEL_SEGMENT_forearm_r, KEEL_SEGMENT_hand_r, 5},
};

static bool touches_body(const keel_view *view, const keel_body_frames *frames, keel_vec3 place,
			 float margin_cm)
{
	keel_vec2 p = keel_view_see(view, place, 0).at;
	for (unsigned i = 0; i < sizeof sticks / sizeof sticks[0]; i++) {
		keel_vec2 a = keel_view_see(view, frames->segment[sticks[i].from].origin_cm, 0).at;
		keel_vec2 b = keel_view_see(view, frames->segment[sticks[i].to].origin_cm, 0).at;
		float x = b.x - a.x, y = b.y - a.y, px = p.x - a.x, py = p.y - a.y;
		float t = clamp_float((px * x + py * y) / (x * x + y * y + 1e-3f), 0, 1);
		float reach = sticks[i].r + margin_cm;
		px -= t * x;
		py -= t * y;
		if (px * px + py * py < reach * reach)
			return true;
	}
	return false;
}

/* Moves the arrow outwards until it is clear of the body, at most 16 cm: farther off it would no
 * longer belong to its limb. */
static void keep_clear(const keel_view *view, const keel_body_frames *frames, keel_vec3 out,
		       keel_figure_arrow *arrow)
{
	for (int push = 0; push < 4; push++) {
		bool is_clear = true;
		for (int i = 0; i <= 4 && is_clear; i++) {
			float t = (float)i / 4;
			keel_vec3 p = vec3_lerp(vec3_lerp(arrow->from_cm, arrow->by_cm, t),
						vec3_lerp(arrow->by_cm, arrow->to_cm, t), t);
			is_clear = !touches_body(view, frames, p, i == 4 ? 6 : 2);
		}
		if (is_clear)
			return;
		arrow->from_cm = vec3_add(arrow->from_cm, vec3_mul(out, 4));
		arrow->by_cm = vec3_add(arrow->by_cm, vec3_mul(out, 4));
		arrow->to_cm = vec3_add(arrow->to_cm, vec3_mul(out, 4));
	}
}

/* The leg that bears glides back where somebody walks on the spot: an arrow there would tell him to
 * walk backwards. So of two legs that pass each other only the one that goes forward counts. */
static bool glides_back(const keel_body_frames *a, const keel_body_frames *b, keel_segment segment)
{
	static const keel_segment pairs[][2] = {{KEEL_SEGMENT_foot_l, KEEL_SEGMENT_foot_r},
						{KEEL_SEGMENT_shank_l, KEEL_SEGMENT_shank_r}};
	const float least_cm = 6;
	for (int i = 0; i < 4; i++) {
		keel_segment own = pairs[i / 2][i % 2], other = pairs[i / 2][1 - i % 2];
		if (own == segment)
			return b->segment[own].origin_cm.x - a->segment[own].origin_cm.x <
				       -least_cm &&
			       b->segment[other].origin_cm.x - a->segment[other].origin_cm.x >
				       least_cm;
	}
	return false;
}

/* Lifts an arrow that rises or falls until all of it is above the floor. One that runs along the
 * floor stays under the feet, where it reads well: lifted it would lie over them. */
static void keep_above_floor(keel_figure_arrow *arrow)
{
	const float least_cm = 4, steep = .5f;
	keel_vec3 way = vec3_sub(arrow->to_cm, arrow->from_cm);
	if (fabsf(way.y) < steep * vec3_length(way))
		return;
	float lowest = fminf(arrow->from_cm.y, fminf(arrow->by_cm.y, arrow->to_cm.y));
	float lift = fmaxf(0, least_cm - lowest);
	arrow->from_cm.y += lift;
	arrow->by_cm.y += lift;
	arrow->to_cm.y += lift;
}

bool keel_figure_arrow_between(keel_camera camera, const keel_body_build *build,
			       const keel_body_pose *from, const keel_body_pose *to,
			       keel_figure_arrow *arrow)
{
	/* Places that lead a movement; the trunk's count for more, since it is what the movement is
	 * about. */
	static const struct {
		keel_segment segment;
		float weight;
	} leads[] = {
		{KEEL_SEGMENT_lumbar_3, 1.6f}, {KEEL_SEGMENT_thorax_2, 1.2f},
		{KEEL_SEGMENT_pelvis, 1.5f},   {KEEL_SEGMENT_head, .75f},
		{KEEL_SEGMENT_shank_l, 1},     {KEEL_SEGMENT_shank_r, 1},
		{KEEL_SEGMENT_foot_l, 1},      {KEEL_SEGMENT_foot_r, 1},
		{KEEL_SEGMENT_hand_l, .8f},    {KEEL_SEGMENT_hand_r, .8f},
	};
	keel_view view = keel_view_of(camera);
	keel_body_pose middle = keel_body_blend(from, to, .5f);
	keel_body_frames a, b, m;
	keel_body_frames_of(build, from, &a);
	keel_body_frames_of(build, to, &b);
	keel_body_frames_of(build, &middle, &m);
	float most = 0;
	int best = -1;
	/* An arrow over the face only where the head moves alone. */
	const float head_alone_cm = 6;
	bool chest_moves = vec3_length(vec3_sub(b.segment[KEEL_SEGMENT_thorax_2].origin_cm,
						a.segment[KEEL_SEGMENT_thorax_2].origin_cm)) >
			   head_alone_cm;
	for (unsigned i = 0; i < sizeof leads / sizeof leads[0]; i++) {
		keel_vec3 way = vec3_sub(b.segment[leads[i].segment].origin_cm,
					 a.segment[leads[i].segment].origin_cm);
		float seen =
			hypotf(vec3_dot(way, view.right), vec3_dot(way, view.up)) * leads[i].weight;
		if (glides_back(&a, &b, leads[i].segment) ||
		    (leads[i].segment == KEEL_SEGMENT_head && chest_moves))
			continue;
		if (seen > most) {
			most = seen;
			best = (int)leads[i].segment;
		}
	}
	if (best < 0 || most < 6)
		return false;
	keel_vec3 p = a.segment[best].origin_cm, q = b.segment[best].origin_cm,
		  mid = m.segment[best].origin_cm;
	keel_vec3 way = vec3_sub(q, p);
	way = vec3_sub(way, vec3_mul(view.toward, vec3_dot(way, view.toward)));
	float length = vec3_length(way), wanted = clamp_float(length, 14, 30);
	way = vec3_mul(way, 1 / fmaxf(length, .01f));
	/* Beside the body: away from the middle of the trunk, square to the way; ahead of it when
	 * they agree. */
	keel_vec3 out = vec3_sub(mid, m.segment[KEEL_SEGMENT_lumbar_3].origin_cm);
	out = vec3_sub(out, vec3_mul(view.toward, vec3_dot(out, view.toward)));
	out = vec3_sub(out, vec3_mul(way, vec3_dot(out, way)));
	bool is_trunk = best <= KEEL_SEGMENT_head;
	/* A back that sinks gets its arrow from above, where it does not run into the legs. */
	bool is_sinking = vec3_dot(way, view.up) < -.3f &&
			  fabsf(m.segment[KEEL_SEGMENT_lumbar_3].axis_y.y) < .6f;
	keel_vec3 middle_at =
		vec3_add(vec3_lerp(p, q, .45f), vec3_mul(vec3_unit_or(out, view.up), 13));
	keel_vec3 way_out = is_sinking ? vec3_mul(way, -1) : way;
	if (is_trunk)
		middle_at = is_sinking ? vec3_sub(p, vec3_mul(way, 13 + wanted / 2))
				       : vec3_add(q, vec3_mul(way, 15 + wanted / 2));
	keel_vec3 bow = is_trunk ? vec3(0, 0, 0)
				 : vec3_mul(vec3_unit_or(out, view.up), fminf(4, length * .12f));
	arrow->from_cm = vec3_sub(middle_at, vec3_mul(way, wanted / 2));
	arrow->by_cm = vec3_add(middle_at, bow);
	arrow->to_cm = vec3_add(middle_at, vec3_mul(way, wanted / 2));
	arrow->grown01 = 1;
	keep_clear(&view, &b, is_trunk ? way_out : vec3_unit_or(out, view.up), arrow);
	keep_above_floor(arrow);
	return true;
}

typedef struct glow_point {
	uint8_t segment; /* of the left side where there are sides */
	float x, y, z, r;
} glow_point;

#define S(name) KEEL_SEGMENT_##name
#define GLOW_POINTS 4

/* Where a muscle is shown: a band over the skin that covers it, not its anatomy in depth. r = 0
 * ends the band. */
static const glow_point glow_bands[KEEL_GLOW_COUNT][GLOW_POINTS] = {
	[KEEL_GLOW_psoas] = {{S(lumbar_3), 7.5f, 0, 4.5f, 2.2f},
			     {S(pelvis), 7.0f, 5, 7, 2.8f},
			     {S(thigh_l), 6.4f, -2, 0, 2.6f},
			     {S(thigh_l), 5.5f, -9, -2, 1.8f}},
	[KEEL_GLOW_iliacus] = {{S(pelvis), 6.5f, 8, 10, 3.0f},
			       {S(pelvis), 7.2f, 4, 8.5f, 3.2f},
			       {S(thigh_l), 6.2f, -4, 0, 2.4f}},
	[KEEL_GLOW_rectus_femoris] = {{S(pelvis), 6.5f, 4, 9, 2.2f},
				      {S(thigh_l), 6.5f, -10, 0, 3.6f},
				      {S(thigh_l), 5.2f, -24, 0, 3.2f},
				      {S(thigh_l), 4.2f, -35, 0, 2.0f}},
	[KEEL_GLOW_quadriceps] = {{S(thigh_l), 6.3f, -7, 1, 3.2f},
				  {S(thigh_l), 5.8f, -20, 1, 4.0f},
				  {S(thigh_l), 4.5f, -34, 0, 2.4f}},
	[KEEL_GLOW_gluteus_maximus] = {{S(pelvis), -8.5f, 5, 5, 3.2f},
				       {S(pelvis), -8.5f, -1.5f, 8, 5.0f},
				       {S(thigh_l), -5.0f, -6, 3, 3.2f}},
	[KEEL_GLOW_gluteus_medius] = {{S(pelvis), -2.5f, 8.5f, 12.0f, 3.2f},
				      {S(pelvis), -1.0f, 3.0f, 14.0f, 3.6f}},
	[KEEL_GLOW_hamstrings] = {{S(thigh_l), -6.5f, -9, 0, 3.0f},
				  {S(thigh_l), -5.6f, -20, 0, 3.6f},
				  {S(thigh_l), -4.4f, -34, 0, 2.2f}},
	[KEEL_GLOW_adductors] = {{S(thigh_l), 1.5f, -5, -5.5f, 2.6f},
				 {S(thigh_l), 1.0f, -16, -5.5f, 3.2f},
				 {S(thigh_l), 0, -28, -4.6f, 2.0f}},
	[KEEL_GLOW_tensor_fasciae_latae] = {{S(pelvis), 5.5f, 6, 12, 2.6f},
					    {S(thigh_l), 3.5f, -7, 6.5f, 2.6f},
					    {S(thigh_l), 1.0f, -24, 6.0f, 1.6f}},
	[KEEL_GLOW_piriformis] = {{S(pelvis), -9.5f, 3, 4, 2.6f}, {S(pelvis), -8.0f, 0, 11, 2.8f}},
	[KEEL_GLOW_gastrocnemius] = {{S(shank_l), -4.4f, -3, 0, 2.4f},
				     {S(shank_l), -5.2f, -12, 0, 3.2f},
				     {S(shank_l), -3.6f, -24, 0, 2.0f}},
	[KEEL_GLOW_erector_spinae] = {{S(pelvis), -8.0f, 9, 4, 2.4f},
				      {S(lumbar_3), -5.2f, 1, 4, 3.0f},
				      {S(thorax_1), -5.2f, 5, 4, 3.0f},
				      {S(thorax_2), -5.2f, 6, 4, 2.4f}},
	[KEEL_GLOW_multifidus] = {{S(pelvis), -8.5f, 7, 3, 2.6f},
				  {S(lumbar_5), -5.4f, 1, 3, 2.6f},
				  {S(lumbar_3), -5.4f, 1, 3, 2.4f}},
	[KEEL_GLOW_quadratus_lumborum] = {{S(pelvis), -3.0f, 11, 10.5f, 2.6f},
					  {S(lumbar_3), 0, 1, 9.5f, 3.0f},
					  {S(thorax_1), 0, 2, 10.0f, 2.6f}},
	[KEEL_GLOW_rectus_abdominis] = {{S(pelvis), 6.5f, 5, 3, 2.4f},
					{S(lumbar_3), 8.6f, 0, 3, 2.8f},
					{S(thorax_1), 9.6f, 5, 3, 2.6f}},
	[KEEL_GLOW_obliques] = {{S(pelvis), 4.5f, 8, 10, 2.6f},
				{S(lumbar_3), 4.5f, 0, 9.5f, 3.2f},
				{S(thorax_1), 3.0f, 5, 11, 2.8f}},
	[KEEL_GLOW_transversus_abdominis] = {{S(pelvis), 6.5f, 7, 6, 3.0f},
					     {S(lumbar_4), 7.5f, 0, 6, 3.6f},
					     {S(lumbar_2), 7.5f, 0, 6, 3.0f}},
	[KEEL_GLOW_diaphragm] = {{S(thorax_1), 9.0f, 1, 5, 3.0f}, {S(thorax_1), 5.0f, 1, 10, 3.0f}},
	[KEEL_GLOW_pectoralis] = {{S(thorax_2), 9.5f, 7, 4, 3.0f},
				  {S(thorax_3), 5.5f, 2, 11, 3.0f}},
	[KEEL_GLOW_latissimus] = {{S(lumbar_2), -4.0f, 1, 7, 2.6f},
				  {S(thorax_1), -3.5f, 7, 10, 3.4f},
				  {S(thorax_2), -2.0f, 8, 13, 2.6f}},
	[KEEL_GLOW_trapezius] = {{S(thorax_3), -3.0f, 8, 4, 2.2f},
				 {S(girdle_l), -2.5f, 4, -5, 2.6f}},
	[KEEL_GLOW_deltoid] = {{S(girdle_l), 0, 2, 3, 3.0f}, {S(upper_arm_l), 0, -8, 3, 2.6f}},
	[KEEL_GLOW_pelvic_floor] = {{S(pelvis), -2.0f, -6.5f, 2, 3.2f},
				    {S(pelvis), 1.5f, -6.0f, 2, 2.8f}},
	[KEEL_GLOW_neck_flexors] = {{S(thorax_3), 4.0f, 6, 2, 1.8f}, {S(neck), 4.0f, 6, 2, 1.8f}},
};

static void glow_band(const keel_figure_work *work, int muscle, bool is_right, keel_paint paint,
		      float strength, keel_display_list *out)
{
	const glow_point *points = glow_bands[muscle];
	keel_ball_seen seen[GLOW_POINTS];
	int count = 0;
	float z = 0, trunk_z = 0;
	for (; count < GLOW_POINTS && points[count].r > 0; count++) {
		int segment = points[count].segment;
		if (is_right && segment >= KEEL_SEGMENT_SIDE_FIRST)
			segment += KEEL_SEGMENT_SIDE_COUNT;
		keel_vec3 place = {points[count].x, points[count].y,
				   is_right ? points[count].z : -points[count].z};
		float radius =
			keel_body_radius_cm(&work->frames, (keel_segment)segment, points[count].r);
		seen[count] = keel_view_see(
			&work->view,
			keel_body_local_cm(&work->frames, (keel_segment)segment, place), radius);
		z += seen[count].z;
		keel_vec3 inner = {0, points[count].y, 0};
		trunk_z +=
			keel_view_see(
				&work->view,
				keel_body_local_cm(&work->frames, (keel_segment)segment, inner), 0)
				.z;
	}
	/* On the far side of its own limb it is only hinted at. */
	float turned = (z - trunk_z) / (float)count;
	float visible = smooth_step(-5.5f, -1.0f, turned);
	if (visible < .05f)
		return;
	for (int layer = 0; layer < 2; layer++) {
		keel_field_link links[GLOW_POINTS];
		keel_field field = {.link_count = count - 1, .link = links, .round_cm = 3};
		keel_outline outline;
		float k = layer == 0 ? 1 : .55f;
		for (int i = 0; i + 1 < count; i++)
			keel_field_link_init(&links[i], (keel_vec2[2]){seen[i].at, seen[i + 1].at},
					     (float[2]){seen[i].r * k, seen[i + 1].r * k}, i,
					     i + 1);
		keel_outline_follow(&field, (keel_vec2){0, -1}, &outline);
		curve(out, paint, (layer == 0 ? .45f : .7f) * visible * strength, &outline);
	}
}

void keel_figure_draw_glow(const keel_figure_def *def, const keel_figure_work *work,
			   keel_display_list *out)
{
	for (int muscle = 0; muscle < KEEL_GLOW_COUNT; muscle++) {
		for (int side = 0; side < 2; side++) {
			uint64_t bit = (uint64_t)1 << (2 * muscle + side);
			if (def->stretch_glow & bit)
				glow_band(work, muscle, side == 1, KEEL_PAINT_STRETCH, def->glow01,
					  out);
			/* What stretches while it works would be neither yellow nor green. */
			if ((def->work_glow & ~def->stretch_glow & bit) != 0)
				glow_band(work, muscle, side == 1, KEEL_PAINT_WORK, def->glow01,
					  out);
		}
	}
}
