/* Outlines: the rim of a union of round cones, as a short closed chain of nodes.
 *
 * A round cone is the hull of two circles. Its rim has four pieces: two arcs and two straight
 * sides. The outline is walked piece by piece: along a ball's arc up to the next side that leaves
 * it, along a side up to the ball at its end, and from any piece over to another cone where that
 * one is entered. Each node carries its normal, so that a painter joins nodes by curves and an arc
 * needs one node every 45° or so. The cost is that of the pieces, not of the length; there is no
 * trigonometry in it. Then inward corners are rounded, a hem is cut straight, and one hole is
 * bitten out (the face out of the hair). Rejected: following the zero line of a distance field
 * point by point (six times slower), polygon union (fragile without exact arithmetic), drawing each
 * cone twice (cannot be shaded).
 */
#ifndef KEEL_CORE_BODY_OUTLINE_H
#define KEEL_CORE_BODY_OUTLINE_H

#include <stdbool.h>
#include <stdint.h>

#define KEEL_OUTLINE_POINT_MAX 192
#define KEEL_FIELD_ZONE_MAX 4 /* three joints and a hole */

typedef struct keel_vec2 {
	float x, y;
} keel_vec2;

typedef struct keel_field_link {
	keel_vec2 a, b;
	float ra, rb;
	uint8_t ball_a, ball_b; /* equal numbers are the same ball */
	float tangent_cm; /* length of the straight side; below 0: one circle holds the other */
	keel_vec2 out[2]; /* normals of the sides; side 0 is walked from b to a, 1 from a to b */
	keel_vec2 middle;
	float reach_cm; /* no point of the cone is farther from the middle */
} keel_field_link;

/* A circle in which the outline is asked for in steps of at most 3 cm. */
typedef struct keel_field_zone {
	keel_vec2 at;
	float reach_cm;
} keel_field_zone;

typedef struct keel_field {
	int link_count;
	const keel_field_link *link; /* the caller's */
	keel_vec2 low, high;	     /* around all links */
	float round_cm;		     /* inward corners are rounded over so much on either side */
	int zone_count;
	keel_field_zone zone[KEEL_FIELD_ZONE_MAX];
	bool is_cut;
	keel_vec2 cut, cut_out; /* a point of the hem, and the unit direction that is cut away */
	bool has_hole;
	keel_field_link hole;
} keel_field;

typedef struct keel_outline {
	int count;
	keel_vec2 point[KEEL_OUTLINE_POINT_MAX];
	keel_vec2 normal[KEEL_OUTLINE_POINT_MAX]; /* outwards */
	uint8_t is_sharp[KEEL_OUTLINE_POINT_MAX]; /* the line has a corner here */
} keel_outline;

/* Circles a and b are balls number a_index and b_index of their field. */
void keel_field_link_init(keel_field_link *link, const keel_vec2 at[2], const float r[2],
			  int a_index, int b_index);

/* How deep p lies inside, negative; exact between −1 and 0.5, beyond that only on the right side.
 */
float keel_field_depth(const keel_field *field, keel_vec2 p);

/* Is p inside the outline moved out by margin_cm? The hole is not looked at. */
bool keel_field_is_within(const keel_field *field, keel_vec2 p, float margin_cm);

/* Walks the outline from the farthest point in direction `from` (unit). An outline that cannot be
 * walked is that of the hull of the largest link, never nothing where there is a link; only a hem
 * or a hole can leave nothing. */
void keel_outline_follow(const keel_field *field, keel_vec2 from, keel_outline *outline);

/* Leaves out nodes that the curve through their neighbours passes as it is (0.6 mm). weight: a
 * value a node, left out with it where it too is nearly that of the neighbours; NULL for none. */
void keel_outline_thin(keel_outline *outline, float *weight);

/* The length of a curve's handles as a part of its chord, such that a piece of circle stays one:
 * 2/3 over 1 + cos(turn/2), as a series of 1 − cos(turn) = 1 − c; at a right angle half a per cent
 * off. */
static inline float keel_outline_handle(float c)
{
	float x = .5f - .5f * c;
	return .33333f + x * (.083333f + x * (.041667f + x * .026f));
}

#endif
