#include "core/body/held.h"

#include "core/base/err.h"
#include "core/body/vec.h"

/* Sizes as drawn in the tables; a prop's own size scales them. */
#define KETTLEBELL_CM 27.0f
#define DOWEL_CM 118.0f

/* A bar wide enough for two hands; the horns run down into the bell. */
static const keel_shape_ball handle_balls[] = {
	{0, 0, -9.0f, -6.0f, 1.5f}, {0, 0, -1.6f, -6.6f, 1.6f}, {0, 0, 0, -4.8f, 1.6f},
	{0, 0, 0, 4.8f, 1.6f},	    {0, 0, -1.6f, 6.6f, 1.6f},	{0, 0, -9.0f, 6.0f, 1.5f},
};
static const uint8_t handle_links[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}};
static const keel_shape_ball bell_balls[] = {{0, 0, -15.9f, 0, 9.4f}};
static const uint8_t bell_links[][2] = {{0, 0}};

/* The balls between the ends only say what lies in front. */
static const keel_shape_ball rod_balls[] = {
	{0, 0, -26, 0, 1.3f}, {0, 0, -12, 0, 1.3f}, {0, 0, 2, 0, 1.3f},
	{0, 0, 16, 0, 1.3f},  {0, 0, 30, 0, 1.3f},  {0, 0, 44, 0, 1.3f},
	{0, 0, 58, 0, 1.3f},  {0, 0, 72, 0, 1.3f},  {0, 0, 92, 0, 1.3f},
};
static const uint8_t rod_links[][2] = {{0, 8}};

#define COUNT(array) (uint8_t)(sizeof array / sizeof array[0])
#define BALLS(name)                                                                                \
	.ball_count = COUNT(name##_balls), .depth_count = COUNT(name##_balls),                     \
	.balls = name##_balls, .link_count = COUNT(name##_links), .links = name##_links
#define NOWHERE                                                                                    \
	{                                                                                          \
		.other = -1                                                                        \
	}

static const keel_shape_part handle = {.name = "handle",
				       .paint = KEEL_PAINT_IRON,
				       .edge = KEEL_PAINT_IRON_EDGE,
				       BALLS(handle),
				       .round_cm = .8f,
				       .shade = .3f,
				       .zone = {NOWHERE, NOWHERE, NOWHERE}};
static const keel_shape_part bell = {.name = "bell",
				     .paint = KEEL_PAINT_IRON,
				     .edge = KEEL_PAINT_IRON_EDGE,
				     BALLS(bell),
				     .shade = 1,
				     .zone = {NOWHERE, NOWHERE, NOWHERE}};
static const keel_shape_part rod = {.name = "stick",
				    .paint = KEEL_PAINT_PROP,
				    .edge = KEEL_PAINT_PROP_DARK,
				    BALLS(rod),
				    .shade = .3f,
				    .zone = {NOWHERE, NOWHERE, NOWHERE}};

const keel_shape_part *keel_held_part(const keel_prop *prop, int index)
{
	KEEL_ASSERT(index >= 0 && index < KEEL_HELD_PART_MAX);
	if (prop->kind == KEEL_PROP_dowel)
		return index == 0 ? &rod : NULL;
	return index == 0 ? &handle : &bell;
}

/* Along the tail and the back of the head, off the skin by its own thickness; where the upper back
 * stands out further, it bears the stick. */
static keel_frame along_back(const keel_body_frames *frames, const keel_prop *prop)
{
	keel_vec3 tail = keel_body_site_cm(frames, KEEL_SITE_sacrum);
	keel_vec3 head = keel_body_site_cm(frames, KEEL_SITE_occiput);
	keel_vec3 upper = keel_body_site_cm(frames, KEEL_SITE_t10);
	keel_frame frame = frames->segment[KEEL_SEGMENT_thorax_2];
	keel_vec3 y = vec3_unit_or(vec3_sub(head, tail), frame.axis_y);
	keel_vec3 back = vec3_mul(frame.axis_x, -1);
	back = vec3_unit_or(vec3_sub(back, vec3_mul(y, vec3_dot(back, y))), back);
	float out = vec3_dot(vec3_sub(upper, tail), back);
	frame.origin_cm = vec3_add(tail, vec3_mul(back, (out > 0 ? out : 0) + prop->size_cm.x / 2));
	frame.axis_x = vec3_mul(back, -1);
	frame.axis_y = y;
	frame.axis_z = vec3_cross(frame.axis_x, y);
	return frame;
}

/* Where the fingers close. */
static keel_vec3 grip_cm(const keel_body_frames *frames, bool is_right)
{
	int shift = is_right ? KEEL_SEGMENT_SIDE_COUNT : 0;
	return keel_body_local_cm(frames, (keel_segment)(KEEL_SEGMENT_hand_l + shift),
				  vec3(0, -6.4f, is_right ? -2.2f : 2.2f));
}

keel_frame keel_held_frame(const keel_body_frames *frames, const keel_prop *prop)
{
	KEEL_ASSERT(prop->held != KEEL_HELD_none);
	if (prop->held == KEEL_HELD_back)
		return along_back(frames, prop);
	int hands = keel_held_hands(prop->held);
	bool is_right = hands & 2;
	keel_vec3 grip = grip_cm(frames, is_right), up = vec3(0, 1, 0);
	int shift = is_right ? KEEL_SEGMENT_SIDE_COUNT : 0;
	keel_vec3 bar = frames->segment[KEEL_SEGMENT_hand_l + shift].axis_x;
	if (hands == 3) {
		keel_vec3 left = grip_cm(frames, false);
		bar = vec3_unit_or(vec3_sub(grip, left),
				   frames->segment[KEEL_SEGMENT_thorax_3].axis_z);
		grip = vec3_lerp(grip, left, .5f);
	}
	if (prop->held == KEEL_HELD_swung)
		up = vec3_unit_or(vec3_add(frames->segment[KEEL_SEGMENT_forearm_l].axis_y,
					   frames->segment[KEEL_SEGMENT_forearm_r].axis_y),
				  up);
	bar = vec3_sub(bar, vec3_mul(up, vec3_dot(bar, up)));
	bar = vec3_unit_or(bar, frames->segment[KEEL_SEGMENT_pelvis].axis_z);
	return (keel_frame){grip, vec3_cross(up, bar), up, bar};
}

keel_vec3 keel_held_ball_cm(const keel_frame *frame, const keel_prop *prop,
			    const keel_shape_ball *ball, float *radius_cm)
{
	bool is_dowel = prop->kind == KEEL_PROP_dowel;
	float k = prop->size_cm.y / (is_dowel ? DOWEL_CM : KETTLEBELL_CM);
	*radius_cm = ball->r * (is_dowel ? 1 : k);
	return keel_body_place_cm(frame, vec3(ball->x * k, ball->y * k, ball->z * k));
}

float keel_held_lowest_cm(const keel_body_frames *frames, const keel_prop *prop)
{
	keel_frame frame = keel_held_frame(frames, prop);
	float lowest = 1e9f;
	for (int i = 0; i < KEEL_HELD_PART_MAX; i++) {
		const keel_shape_part *row = keel_held_part(prop, i);
		for (int k = 0; row != NULL && k < row->ball_count; k++) {
			float radius = 0;
			keel_vec3 at = keel_held_ball_cm(&frame, prop, &row->balls[k], &radius);
			lowest = at.y - radius < lowest ? at.y - radius : lowest;
		}
	}
	return lowest;
}
