/* Outlines: the zero line of a flat distance field made of round cones, followed point by point.
 *
 * A round cone is the hull of two circles. The field is the smallest distance to any of them, with
 * neighbours melted a little where they meet, cut by a straight hem, with one hole bitten out (the
 * face out of the hair). Following the line costs the length of the outline, not the area, and
 * gives one clean contour whatever overlaps. Rejected: polygon union (fragile without exact
 * arithmetic), drawing each cone twice (cannot be shaded).
 */
#ifndef KEEL_CORE_BODY_OUTLINE_H
#define KEEL_CORE_BODY_OUTLINE_H

#include <stdbool.h>

#define KEEL_OUTLINE_POINT_MAX 320

typedef struct keel_vec2 {
	float x, y;
} keel_vec2;

typedef struct keel_field_link {
	keel_vec2 a, b;
	float ra, rb;
	keel_vec2 along;    /* unit, from a to b */
	float tangent_cm;   /* length of the straight side; below 0: one circle holds the other */
	float sine, cosine; /* of the side's slope */
	keel_vec2 middle;
	float reach_cm; /* no point of the cone is farther from the middle */
} keel_field_link;

typedef struct keel_field {
	int link_count;
	const keel_field_link *link; /* the caller's */
	keel_vec2 low, high;	     /* around all links */
	float blend_cm;
	bool is_cut;
	keel_vec2 cut, cut_out; /* a point of the hem, and the unit direction that is cut away */
	bool has_hole;
	keel_field_link hole;
} keel_field;

typedef struct keel_outline {
	int count;
	keel_vec2 point[KEEL_OUTLINE_POINT_MAX];
	keel_vec2 normal[KEEL_OUTLINE_POINT_MAX]; /* outwards */
} keel_outline;

void keel_field_link_init(keel_field_link *link, keel_vec2 a, float ra, keel_vec2 b, float rb);

/* Distance to the outline, negative inside; gradient outwards. */
float keel_field_at(const keel_field *field, keel_vec2 p, keel_vec2 *gradient);

/* How deep p lies inside, negative; exact between −1 and 0.5, beyond that only on the right side.
 */
float keel_field_depth(const keel_field *field, keel_vec2 p);

/* Is p inside the outline moved out by margin_cm? Cheaper than the field; the hole and the melting
 * are not looked at. */
bool keel_field_is_within(const keel_field *field, keel_vec2 p, float margin_cm);

/* Follows the outline from the farthest point in direction `from` (unit), then smooths it in so
 * many passes. An outline that cannot be followed has no points. */
void keel_outline_follow(const keel_field *field, keel_vec2 from, float step_cm, int smooth_passes,
			 keel_outline *outline);

#endif
