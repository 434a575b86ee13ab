/* The shape of the body: parts made of balls and the round cones between them.
 *
 * One table serves the drawing and the solver's lint, so that what is checked against the floor is
 * what is seen. A ball is given for the reference build in the frame of its segment; parts of a
 * side are given for the right and mirrored. Parts that belong together are a unit; units are what
 * is sorted by depth.
 */
#ifndef KEEL_CORE_BODY_SHAPE_H
#define KEEL_CORE_BODY_SHAPE_H

#include "core/body/body.h"
#include "core/body/figure.h"

#define KEEL_SHAPE_BALL_MAX 24
#define KEEL_SHAPE_LINK_MAX 32
#define KEEL_SHAPE_ZONE_MAX 3

typedef struct keel_shape_ball {
	uint8_t segment; /* of the left side where the part has sides */
	float x, y, z, r;
} keel_shape_ball;

/* Middle units first, then those of a side: left, right. */
typedef enum keel_shape_unit {
	KEEL_UNIT_hips,
	KEEL_UNIT_trunk,
	KEEL_UNIT_neck,
	KEEL_UNIT_head,
	KEEL_UNIT_thigh_l,
	KEEL_UNIT_shank_l,
	KEEL_UNIT_arm_l,
	KEEL_UNIT_forearm_l,
	KEEL_UNIT_thigh_r,
	KEEL_UNIT_shank_r,
	KEEL_UNIT_arm_r,
	KEEL_UNIT_forearm_r,
	KEEL_UNIT_held_1, /* things in the hand, if there are any */
	KEEL_UNIT_held_2,
	KEEL_UNIT_COUNT
} keel_shape_unit;
#define KEEL_UNIT_SIDE_FIRST KEEL_UNIT_thigh_l
#define KEEL_UNIT_SIDE_COUNT (KEEL_UNIT_thigh_r - KEEL_UNIT_thigh_l)

/* Order within the list is order of drawing within a unit. */
typedef enum keel_shape_part_name {
	KEEL_PART_hips,
	KEEL_PART_trunk,
	KEEL_PART_neck,
	KEEL_PART_bun,
	KEEL_PART_face,
	KEEL_PART_nose,
	KEEL_PART_hair,
	KEEL_PART_ear_l,
	KEEL_PART_thigh_l,
	KEEL_PART_foot_l,
	KEEL_PART_shank_l,
	KEEL_PART_arm_l,
	KEEL_PART_sleeve_l,
	KEEL_PART_forearm_l,
	KEEL_PART_hand_l,
	KEEL_PART_ear_r,
	KEEL_PART_thigh_r,
	KEEL_PART_foot_r,
	KEEL_PART_shank_r,
	KEEL_PART_arm_r,
	KEEL_PART_sleeve_r,
	KEEL_PART_forearm_r,
	KEEL_PART_hand_r,
	KEEL_PART_COUNT
} keel_shape_part_name;
#define KEEL_PART_SIDE_FIRST KEEL_PART_ear_l
#define KEEL_PART_SIDE_COUNT (KEEL_PART_ear_r - KEEL_PART_ear_l)

/* After the body's parts come places for those of things in the hand: two a thing. */
#define KEEL_SHAPE_HELD_SLOTS 4
#define KEEL_SHAPE_SLOT_COUNT (KEEL_PART_COUNT + KEEL_SHAPE_HELD_SLOTS)

/* Where two parts grow together: no edge is drawn inside the other within reach of the joint. */
typedef struct keel_shape_zone {
	int8_t other;		/* part, of the left where it has sides; −1: none */
	keel_shape_ball centre; /* r is the reach */
} keel_shape_zone;

typedef struct keel_shape_part {
	const char *name;
	uint8_t unit;
	uint8_t paint, edge;
	uint8_t ball_count, link_count;
	uint8_t depth_count; /* so many of the first balls say what lies in front */
	const keel_shape_ball *balls;
	const uint8_t (*links)[2];
	float round_cm; /* how far inward corners between cones are rounded */
	float shade;	/* width of the crescents, 1 is usual */
	bool is_cut;	/* a hem: ends at the ball `cut`, whose local Y axis (down) is the cloth's
			   direction */
	keel_shape_ball cut;
	float cut_sign; /* +1: what lies above the cut stays; −1: below */
	keel_shape_zone zone[KEEL_SHAPE_ZONE_MAX];
} keel_shape_part;

/* The row of a part; left and right share one. Never NULL. */
const keel_shape_part *keel_shape_get_part(int part);

/* The hand closed around something, instead of the flat one. */
const keel_shape_part *keel_shape_get_fist(void);

/* A ball of a part (left: mirrored) in the room. */
keel_vec3 keel_shape_ball_cm(const keel_body_frames *frames, int part, const keel_shape_ball *ball,
			     float *radius_cm);

/* The unit of a part, of its own side; also of the places for held things. */
int keel_shape_unit_of(int part);

/* The part or unit of the same side as part: middle ones stay. */
int keel_shape_same_side(int part, int other);

#endif
