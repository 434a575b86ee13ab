#include "core/body/outline.h"

#include <math.h>

static keel_vec2 vec2(float x, float y)
{
	return (keel_vec2){x, y};
}

static keel_vec2 sub(keel_vec2 a, keel_vec2 b)
{
	return vec2(a.x - b.x, a.y - b.y);
}

static keel_vec2 go(keel_vec2 a, keel_vec2 direction, float k)
{
	return vec2(a.x + direction.x * k, a.y + direction.y * k);
}

static float dot(keel_vec2 a, keel_vec2 b)
{
	return a.x * b.x + a.y * b.y;
}

void keel_field_link_init(keel_field_link *link, keel_vec2 a, float ra, keel_vec2 b, float rb)
{
	*link = (keel_field_link){.a = a, .b = b, .ra = ra, .rb = rb};
	keel_vec2 d = sub(b, a);
	float length = sqrtf(dot(d, d));
	link->middle = vec2((a.x + b.x) / 2, (a.y + b.y) / 2);
	link->reach_cm = length / 2 + (ra > rb ? ra : rb);
	if (length <= fabsf(ra - rb) + 1e-4f) {
		link->tangent_cm = -1;
		return;
	}
	link->along = vec2(d.x / length, d.y / length);
	link->sine = (ra - rb) / length;
	link->cosine = sqrtf(1 - link->sine * link->sine);
	link->tangent_cm = length * link->cosine;
}

static float circle_at(keel_vec2 centre, float radius, keel_vec2 p, keel_vec2 *gradient)
{
	keel_vec2 d = sub(p, centre);
	float length = sqrtf(dot(d, d));
	*gradient = length > 1e-6f ? vec2(d.x / length, d.y / length) : vec2(0, -1);
	return length - radius;
}

/* Seen along the straight side, a point is before its beginning (circle a), past its end (circle
 * b), or beside it. */
static float link_at(const keel_field_link *link, keel_vec2 p, keel_vec2 *gradient)
{
	if (link->tangent_cm < 0)
		return link->ra >= link->rb ? circle_at(link->a, link->ra, p, gradient)
					    : circle_at(link->b, link->rb, p, gradient);
	keel_vec2 d = sub(p, link->a);
	float along = dot(d, link->along);
	float across = d.y * link->along.x - d.x * link->along.y;
	float side = across < 0 ? -1.0f : 1.0f;
	float on_tangent = along * link->cosine - fabsf(across) * link->sine;
	if (on_tangent <= 0)
		return circle_at(link->a, link->ra, p, gradient);
	if (on_tangent >= link->tangent_cm)
		return circle_at(link->b, link->rb, p, gradient);
	*gradient = vec2(link->along.x * link->sine - side * link->along.y * link->cosine,
			 link->along.y * link->sine + side * link->along.x * link->cosine);
	return fabsf(across) * link->cosine + along * link->sine - link->ra;
}

float keel_field_at(const keel_field *field, keel_vec2 p, keel_vec2 *gradient)
{
	float best = 1e9f;
	keel_vec2 best_gradient = {0, -1};
	for (int i = 0; i < field->link_count; i++) {
		const keel_field_link *link = &field->link[i];
		float far = link->reach_cm + best + field->blend_cm;
		keel_vec2 d = sub(p, link->middle);
		if (far < 0 || dot(d, d) > far * far)
			continue;
		keel_vec2 g;
		float distance = link_at(link, p, &g);
		float gap = distance - best;
		if (field->blend_cm <= 0 || fabsf(gap) >= field->blend_cm) {
			if (gap < 0) {
				best = distance;
				best_gradient = g;
			}
			continue;
		}
		float h = .5f + .5f * gap / field->blend_cm;
		best = distance + (best - distance) * h - field->blend_cm * h * (1 - h);
		best_gradient =
			vec2(g.x + (best_gradient.x - g.x) * h, g.y + (best_gradient.y - g.y) * h);
	}
	if (field->is_cut) {
		float over = dot(sub(p, field->cut), field->cut_out);
		if (over > best) {
			best = over;
			best_gradient = field->cut_out;
		}
	}
	if (field->has_hole) {
		keel_vec2 g;
		float outside = -link_at(&field->hole, p, &g);
		if (outside > best) {
			best = outside;
			best_gradient = vec2(-g.x, -g.y);
		}
	}
	float length = sqrtf(dot(best_gradient, best_gradient));
	*gradient = length > 1e-6f ? vec2(best_gradient.x / length, best_gradient.y / length)
				   : vec2(0, -1);
	return best;
}

/* Onto the line along the gradient. The field is a distance, so one step lands within a hair of it;
 * only a far start needs another look. */
static keel_vec2 settle(const keel_field *field, keel_vec2 p, float near_cm, keel_vec2 *normal)
{
	float distance = keel_field_at(field, p, normal);
	for (int i = 0; i < 3 && fabsf(distance) > near_cm; i++) {
		p = go(p, *normal, -distance);
		distance = keel_field_at(field, p, normal);
	}
	return go(p, *normal, -distance);
}

static keel_vec2 first_point(const keel_field *field, keel_vec2 from, keel_vec2 *normal)
{
	float best = -1e9f;
	keel_vec2 p = {0, 0};
	for (int i = 0; i < field->link_count; i++) {
		for (int end = 0; end < 2; end++) {
			keel_vec2 centre = end ? field->link[i].b : field->link[i].a;
			float radius = end ? field->link[i].rb : field->link[i].ra;
			float reach = dot(centre, from) + radius;
			if (reach > best) {
				best = reach;
				p = go(centre, from, radius);
			}
		}
	}
	return settle(field, p, .02f, normal);
}

static void add(keel_outline *outline, keel_vec2 p, keel_vec2 normal)
{
	if (outline->count < KEEL_OUTLINE_POINT_MAX) {
		outline->point[outline->count] = p;
		outline->normal[outline->count++] = normal;
	}
}

/* Where the line turns sharply between two points there is a corner (a hem): put it back. */
static void add_corner(keel_outline *outline, keel_vec2 p, keel_vec2 n, keel_vec2 q, keel_vec2 m,
		       float step_cm)
{
	float turn = n.x * m.y - n.y * m.x;
	if (dot(n, m) > .55f || fabsf(turn) < .2f)
		return;
	float a = dot(p, n), b = dot(q, m);
	keel_vec2 corner = {(a * m.y - b * n.y) / turn, (b * n.x - a * m.x) / turn};
	keel_vec2 d = sub(corner, p);
	if (dot(d, d) < 6 * step_cm * step_cm) {
		float length = sqrtf(2 + 2 * dot(n, m));
		keel_vec2 between = {(n.x + m.x) / (length + 1e-3f),
				     (n.y + m.y) / (length + 1e-3f)};
		add(outline, corner, between);
	}
}

/* The next point. At a sharp outward corner the line turns back by more than a step can see, in a
 * narrow notch the next wall faces the way we came: then look round to either side. */
static keel_vec2 next_point(const keel_field *field, keel_vec2 p, keel_vec2 normal, float step_cm,
			    keel_vec2 *next_normal)
{
	static const float angles[] = {0, .6f, -.7f, 1.2f, -1.2f, 1.8f, 2.4f, 2.9f};
	keel_vec2 q = p;
	for (unsigned tries = 0; tries < sizeof angles / sizeof angles[0]; tries++) {
		float c = cosf(angles[tries]), s = sinf(angles[tries]);
		keel_vec2 way = {-normal.y * c - normal.x * s, normal.x * c - normal.y * s};
		q = settle(field, go(p, way, step_cm), .28f * step_cm, next_normal);
		if (dot(sub(q, p), way) > .3f * step_cm)
			return q;
	}
	return q;
}

/* Passes of a smoothing filter, for normals as well; corners stay. Kinks where cones meet become
 * bends. */
static void smooth(keel_outline *outline, int passes)
{
	int count = outline->count;
	bool is_corner[KEEL_OUTLINE_POINT_MAX];
	for (int i = 0; i < count; i++)
		is_corner[i] = dot(outline->normal[(i + count - 1) % count],
				   outline->normal[(i + 1) % count]) < .45f;
	for (int pass = 0; pass < passes; pass++) {
		keel_vec2 first = outline->point[0], before = outline->point[count - 1];
		for (int i = 0; i < count; i++) {
			keel_vec2 here = outline->point[i];
			keel_vec2 after = i + 1 < count ? outline->point[i + 1] : first;
			if (!is_corner[i])
				outline->point[i] =
					vec2(.25f * (before.x + after.x) + .5f * here.x,
					     .25f * (before.y + after.y) + .5f * here.y);
			before = here;
		}
	}
	for (int i = 0; i < count; i++) {
		keel_vec2 along = sub(outline->point[(i + 2) % count],
				      outline->point[(i + count - 2) % count]);
		float length = sqrtf(dot(along, along));
		if (!is_corner[i] && !is_corner[(i + 1) % count] &&
		    !is_corner[(i + count - 1) % count] && length > 1e-4f)
			outline->normal[i] = vec2(along.y / length, -along.x / length);
	}
}

static float area_of(const keel_outline *outline)
{
	float area = 0;
	for (int i = 0; i < outline->count; i++) {
		keel_vec2 a = outline->point[i], b = outline->point[(i + 1) % outline->count];
		area += a.x * b.y - a.y * b.x;
	}
	return area / 2;
}

#define NEAR_LINK_MAX 32

/* The links that can matter within reach_cm of p. A distance changes by at most what the point
 * moves. */
static void take_near(const keel_field *field, keel_vec2 p, float reach_cm,
		      keel_field_link links[NEAR_LINK_MAX], keel_field *near)
{
	float limit = 1.15f * reach_cm + field->blend_cm;
	near->link_count = 0;
	for (int i = 0; i < field->link_count && near->link_count < NEAR_LINK_MAX; i++) {
		keel_vec2 unused, d = sub(p, field->link[i].middle);
		float far = field->link[i].reach_cm + limit;
		if (dot(d, d) < far * far && link_at(&field->link[i], p, &unused) < limit)
			links[near->link_count++] = field->link[i];
	}
}

static bool walk(const keel_field *field, keel_vec2 from, float step_cm, keel_outline *outline)
{
	keel_field_link links[NEAR_LINK_MAX];
	keel_field near = *field;
	keel_vec2 normal, start = first_point(field, from, &normal), p = start, taken_at = p;
	float reach_cm = 4 * step_cm;
	outline->count = 0;
	add(outline, p, normal);
	near.link = links;
	take_near(field, p, reach_cm, links, &near);
	for (int i = 0; i < KEEL_OUTLINE_POINT_MAX - 2; i++) {
		keel_vec2 next_normal, moved = sub(p, taken_at);
		if (dot(moved, moved) > (reach_cm - 1.5f * step_cm) * (reach_cm - 1.5f * step_cm)) {
			take_near(field, p, reach_cm, links, &near);
			taken_at = p;
		}
		keel_vec2 q = next_point(&near, p, normal, step_cm, &next_normal);
		keel_vec2 to_start = sub(start, q);
		if (i > 4 && dot(to_start, to_start) < .7f * step_cm * step_cm)
			return true;
		add_corner(outline, p, normal, q, next_normal, step_cm);
		add(outline, q, next_normal);
		p = q;
		normal = next_normal;
	}
	return false;
}

float keel_field_depth(const keel_field *field, keel_vec2 p)
{
	float least = .5f;
	if (p.x < field->low.x || p.x > field->high.x || p.y < field->low.y || p.y > field->high.y)
		return least;
	for (int i = 0; i < field->link_count && least > -1; i++) {
		const keel_field_link *link = &field->link[i];
		keel_vec2 unused, d = sub(p, link->middle);
		float far = link->reach_cm + least;
		if (far <= 0 || dot(d, d) >= far * far)
			continue;
		float distance = link_at(link, p, &unused);
		least = distance < least ? distance : least;
	}
	return least;
}

bool keel_field_is_within(const keel_field *field, keel_vec2 p, float margin_cm)
{
	if (p.x < field->low.x - margin_cm || p.x > field->high.x + margin_cm ||
	    p.y < field->low.y - margin_cm || p.y > field->high.y + margin_cm)
		return false;
	for (int i = 0; i < field->link_count; i++) {
		const keel_field_link *link = &field->link[i];
		keel_vec2 unused, d = sub(p, link->middle);
		float far = link->reach_cm + margin_cm;
		if (dot(d, d) < far * far && link_at(link, p, &unused) < margin_cm)
			return !field->is_cut ||
			       dot(sub(p, field->cut), field->cut_out) < margin_cm;
	}
	return false;
}

void keel_outline_follow(const keel_field *field, keel_vec2 from, float step_cm, int smooth_passes,
			 keel_outline *outline)
{
	float most_r = 0;
	outline->count = 0;
	for (int i = 0; i < field->link_count; i++)
		most_r = fmaxf(most_r, fmaxf(field->link[i].ra, field->link[i].rb));
	if (field->link_count == 0)
		return;
	/* A walk that gets lost in a notch is begun again elsewhere, with a wider step. */
	float step = step_cm;
	for (int tries = 0; tries < 6; tries++) {
		bool is_round = walk(field, from, step, outline);
		if (is_round &&
		    fabsf(area_of(outline)) > (field->is_cut ? .3f : 1.2f) * most_r * most_r)
			break;
		from = vec2(-from.y * .9f + from.x * .43f, from.x * .9f + from.y * .43f);
		step *= tries % 2 ? 1.3f : .8f;
		outline->count = tries == 5 ? 0 : outline->count;
	}
	if (outline->count >= 8)
		smooth(outline, smooth_passes);
}
