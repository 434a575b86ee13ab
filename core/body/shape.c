/* The tables of the body's shape. Numbers are ours, fitted by eye to a clothed person of 168 cm;
 * widths agree with the breadths of Pheasant and Haslegrave 2006 (hips 37, shoulders 40, chest
 * depth 24 cm) within 2 cm.
 */
#include "core/body/shape.h"

#include "core/base/err.h"
#include "core/body/vec.h"

#define S(name) KEEL_SEGMENT_##name
#define COUNT(array) (uint8_t)(sizeof array / sizeof array[0])

static const keel_shape_ball hips_balls[] = {
	{S(pelvis), -0.8f, 0.6f, -6.6f, 9.6f},	{S(pelvis), -0.8f, 0.6f, 6.6f, 9.6f},
	{S(pelvis), -3.6f, -1.2f, -6.6f, 8.6f}, {S(pelvis), -3.6f, -1.2f, 6.6f, 8.6f},
	{S(pelvis), -1.2f, 9.0f, -4.8f, 9.0f},	{S(pelvis), -1.2f, 9.0f, 4.8f, 9.0f},
};
static const uint8_t hips_links[][2] = {{0, 1}, {2, 3}, {0, 4}, {1, 5}, {2, 4}, {3, 5}, {4, 5}};

static const keel_shape_ball trunk_balls[] = {
	{S(pelvis), -1.0f, 4.0f, -6.0f, 10.2f},	 {S(pelvis), -1.0f, 4.0f, 6.0f, 10.2f},
	{S(lumbar_5), 1.9f, 1.0f, -4.6f, 9.7f},	 {S(lumbar_5), 1.9f, 1.0f, 4.6f, 9.7f},
	{S(lumbar_3), 1.9f, 1.0f, -4.0f, 9.2f},	 {S(lumbar_3), 1.9f, 1.0f, 4.0f, 9.2f},
	{S(lumbar_1), 2.2f, 1.0f, -4.0f, 9.3f},	 {S(lumbar_1), 2.2f, 1.0f, 4.0f, 9.3f},
	{S(thorax_1), 2.5f, 5.0f, -4.6f, 9.7f},	 {S(thorax_1), 2.5f, 5.0f, 4.6f, 9.7f},
	{S(thorax_2), 2.8f, 4.5f, -5.4f, 10.0f}, {S(thorax_2), 2.8f, 4.5f, 5.4f, 10.0f},
	{S(thorax_3), 1.8f, 1.6f, -7.4f, 8.4f},	 {S(thorax_3), 1.8f, 1.6f, 7.4f, 8.4f},
	{S(girdle_l), -0.2f, 0.6f, 1.6f, 5.4f},	 {S(girdle_r), -0.2f, 0.6f, -1.6f, 5.4f},
	{S(thorax_3), -0.4f, 4.6f, -3.4f, 4.4f}, {S(thorax_3), -0.4f, 4.6f, 3.4f, 4.4f},
};
static const uint8_t trunk_links[][2] = {
	{0, 2},	  {1, 3},   {2, 4},   {3, 5},	{4, 6},	  {5, 7},   {6, 8},
	{7, 9},	  {8, 10},  {9, 11},  {10, 12}, {11, 13}, {12, 13}, {12, 14},
	{13, 15}, {14, 16}, {15, 17}, {16, 17}, {12, 16}, {13, 17},
};

static const keel_shape_ball neck_balls[] = {
	{S(thorax_3), 0.6f, 6.0f, 0, 5.6f},
	{S(neck), 0.9f, 3.2f, 0, 4.9f},
	{S(head), -0.2f, 1.8f, 0, 4.9f},
	{S(thorax_3), 3.6f, 1.6f, 0, 5.4f},
};
static const uint8_t neck_links[][2] = {{0, 1}, {1, 2}, {0, 3}};

static const keel_shape_ball bun_balls[] = {{S(head), -6.0f, 16.6f, 0, 3.9f}};
static const uint8_t single_link[][2] = {{0, 0}};

static const keel_shape_ball face_balls[] = {
	{S(head), -1.8f, 8.2f, 0, 7.5f},     {S(head), 2.0f, 8.4f, 0, 7.2f},
	{S(head), 3.9f, 3.0f, -2.4f, 4.6f},  {S(head), 3.9f, 3.0f, 2.4f, 4.6f},
	{S(head), 5.2f, -2.0f, -1.3f, 3.0f}, {S(head), 5.2f, -2.0f, 1.3f, 3.0f},
	{S(head), 6.9f, -3.6f, 0, 2.0f},     {S(head), 0.4f, 0.4f, -3.4f, 3.2f},
	{S(head), 0.4f, 0.4f, 3.4f, 3.2f},   {S(head), 8.3f, 6.8f, 0, 1.1f},
	{S(head), 10.5f, 3.1f, 0, .95f},     {S(head), 8.2f, 1.9f, 0, 1.2f},
	{S(head), 8.2f, -0.6f, 0, 1.2f},
};
static const uint8_t face_links[][2] = {
	{0, 1}, {1, 2}, {1, 3}, {2, 4},	 {3, 5},   {4, 6},   {5, 6},  {7, 4},
	{8, 5}, {0, 7}, {0, 8}, {9, 10}, {10, 11}, {11, 12}, {12, 6},
};

static const keel_shape_ball nose_balls[] = {{S(head), 8.9f, 5.4f, 0, .8f},
					     {S(head), 10.4f, 2.9f, 0, 1.1f}};
static const uint8_t pair_links[][2] = {{0, 1}};

static const keel_shape_ball hair_balls[] = {
	{S(head), -2.0f, 8.9f, 0, 8.3f},
	{S(head), 1.6f, 9.6f, 0, 7.5f},
	{S(head), -3.6f, 3.4f, 0, 5.6f},
};
static const uint8_t hair_links[][2] = {{0, 1}, {0, 2}};

static const keel_shape_ball ear_balls[] = {{S(head), -0.6f, 6.0f, 7.3f, 1.45f},
					    {S(head), -0.9f, 4.3f, 7.0f, 1.0f}};

static const keel_shape_ball thigh_balls[] = {
	{S(thigh_l), 0, 0.4f, 0.2f, 9.0f},	 {S(thigh_l), -0.6f, -10.0f, 0.2f, 8.9f},
	{S(thigh_l), 0.4f, -25.0f, -0.2f, 7.1f}, {S(thigh_l), 0.2f, -40.7f, 0, 5.7f},
	{S(thigh_l), -3.0f, -3.0f, 0.4f, 8.9f},	 {S(shank_l), -0.7f, -6.0f, 0, 5.65f},
	{S(pelvis), -3.5f, -1.2f, 6.6f, 8.5f},
};
static const uint8_t chain_3[][2] = {{0, 1}, {1, 2}, {2, 3}};
static const uint8_t chain_4[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}};
static const uint8_t thigh_links[][2] = {{0, 1}, {1, 2}, {2, 3}, {4, 1}, {3, 5}, {6, 4}, {6, 1}};

static const keel_shape_ball shank_balls[] = {
	{S(shank_l), 0, 0, 0, 5.6f},
	{S(shank_l), -1.4f, -11.0f, 0.1f, 5.7f},
	{S(shank_l), -0.9f, -23.0f, 0, 4.6f},
	{S(shank_l), 0, -36.5f, 0, 3.8f},
};

static const keel_shape_ball foot_balls[] = {
	{S(shank_l), 0, -33.0f, 0, 3.4f},	{S(foot_l), 0, 0, 0, 3.3f},
	{S(foot_l), -2.6f, -3.4f, 0, 3.2f},	{S(foot_l), 4.8f, -2.7f, -0.4f, 3.1f},
	{S(foot_l), 10.8f, -4.5f, -1.6f, 2.1f}, {S(foot_l), 9.6f, -4.7f, 2.0f, 1.9f},
	{S(toes_l), 4.4f, -.4f, -1.8f, 1.4f},	{S(toes_l), 2.6f, -.4f, 2.0f, 1.3f},
	{S(foot_l), 2.0f, -4.6f, 0.6f, 2.0f},
};
static const uint8_t foot_links[][2] = {{0, 1}, {1, 2}, {1, 3}, {3, 4}, {3, 5},
					{4, 6}, {5, 7}, {6, 7}, {2, 8}, {8, 5}};

static const keel_shape_ball arm_balls[] = {
	{S(upper_arm_l), 0, -6.0f, 0, 4.4f},
	{S(upper_arm_l), 0.2f, -14.0f, 0, 4.1f},
	{S(upper_arm_l), 0, -27.2f, 0, 3.6f},
	{S(forearm_l), 0.25f, -5.0f, 0, 3.64f},
};
static const keel_shape_ball sleeve_balls[] = {
	{S(girdle_l), -0.2f, 0.2f, 0, 5.7f},
	{S(upper_arm_l), 0.1f, -6.0f, 0.1f, 5.4f},
	{S(upper_arm_l), 0.1f, -17.0f, 0, 5.1f},
};

static const uint8_t chain_2[][2] = {{0, 1}, {1, 2}};

static const keel_shape_ball forearm_balls[] = {
	{S(forearm_l), 0, 0, 0, 3.6f},	       {S(forearm_l), 0.3f, -6.5f, 0, 3.65f},
	{S(forearm_l), 0.1f, -17.0f, 0, 2.9f}, {S(forearm_l), 0, -25.9f, 0, 2.4f},
	{S(hand_l), 0, -2.4f, -.2f, 2.35f},
};

/* A flat hand: heel, knuckles, four fingers a little apart, thumb. */
static const keel_shape_ball hand_balls[] = {
	{S(hand_l), 0, 0, 0, 2.3f},
	{S(hand_l), 2.4f, -7.6f, -.2f, 1.35f},
	{S(hand_l), -2.2f, -7.0f, -.2f, 1.25f},
	{S(hand_l), 1.1f, -15.6f, -.6f, .92f},
	{S(hand_l), 3.2f, -14.2f, -.5f, .9f},
	{S(hand_l), -1.1f, -14.9f, -.6f, .9f},
	{S(hand_l), -3.1f, -12.4f, -.5f, .82f},
	{S(hand_l), 1.2f, -2.6f, -.6f, 1.9f},
	{S(hand_l), 4.4f, -6.0f, -1.0f, 1.25f},
	{S(hand_l), 5.4f, -8.8f, -1.0f, 1.0f},
	{S(hand_l), 0.9f, -8.0f, -.2f, 1.25f},
	{S(hand_l), -.7f, -7.8f, -.2f, 1.2f},
};
static const uint8_t hand_links[][2] = {
	{0, 1}, {0, 2}, {1, 2}, {10, 3}, {1, 4}, {11, 5}, {2, 6}, {7, 8}, {8, 9}, {0, 7},
};

/* Fingers bent twice around a bar across the palm, the thumb over them. */
static const keel_shape_ball fist_balls[] = {
	{S(hand_l), 0, 0, 0, 2.3f},
	{S(hand_l), 2.2f, -7.0f, .3f, 1.6f},
	{S(hand_l), -2.2f, -6.6f, .3f, 1.5f},
	{S(hand_l), 2.0f, -8.4f, -2.4f, 1.3f},
	{S(hand_l), -2.2f, -7.8f, -2.4f, 1.25f},
	{S(hand_l), 1.8f, -5.6f, -3.9f, 1.15f},
	{S(hand_l), -2.1f, -5.3f, -3.8f, 1.1f},
	{S(hand_l), 2.4f, -2.8f, -1.2f, 1.6f},
	{S(hand_l), 2.7f, -6.0f, -3.6f, 1.15f},
};
static const uint8_t fist_links[][2] = {
	{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 4}, {3, 4}, {3, 5}, {4, 6}, {5, 6}, {0, 7}, {7, 8},
};

#define NO_ZONE                                                                                    \
	{                                                                                          \
		-1,                                                                                \
		{                                                                                  \
			0, 0, 0, 0, 0                                                              \
		}                                                                                  \
	}
#define BALLS(name, link_table)                                                                    \
	.ball_count = COUNT(name##_balls), .balls = name##_balls, .link_count = COUNT(link_table), \
	.links = link_table

#define HIP_ZONE(part)                                                                             \
	{                                                                                          \
		part,                                                                              \
		{                                                                                  \
			S(thigh_l), 0, -2.0f, 0, 15.5f                                             \
		}                                                                                  \
	}
#define KNEE_ZONE(part)                                                                            \
	{                                                                                          \
		part,                                                                              \
		{                                                                                  \
			S(shank_l), -0.3f, -3.0f, 0, 13.0f                                         \
		}                                                                                  \
	}
#define SHOULDER_ZONE(part)                                                                        \
	{                                                                                          \
		part,                                                                              \
		{                                                                                  \
			S(girdle_l), -0.2f, 0.6f, -0.6f, 8.6f                                      \
		}                                                                                  \
	}
#define ELBOW_ZONE(part)                                                                           \
	{                                                                                          \
		part,                                                                              \
		{                                                                                  \
			S(forearm_l), 0, -2.5f, 0, 9.5f                                            \
		}                                                                                  \
	}
#define WRIST_ZONE(part)                                                                           \
	{                                                                                          \
		part,                                                                              \
		{                                                                                  \
			S(hand_l), 0, -1.0f, 0, 6.5f                                               \
		}                                                                                  \
	}

static const keel_shape_part parts[KEEL_PART_SIDE_FIRST + KEEL_PART_SIDE_COUNT] = {
	[KEEL_PART_hips] = {"hips", KEEL_UNIT_hips, KEEL_PAINT_LEG, KEEL_PAINT_LEG_EDGE,
			    BALLS(hips, hips_links), .depth_count = 6, .round_cm = 3.5f, .shade = 1,
			    .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_trunk] = {"trunk", KEEL_UNIT_trunk, KEEL_PAINT_TOP, KEEL_PAINT_TOP_EDGE,
			     BALLS(trunk, trunk_links), .depth_count = 16, .round_cm = 3.2f,
			     .shade = 1, .is_cut = true, .cut_sign = 1,
			     .cut = {S(pelvis), -1.0f, 4.6f, 0, 10.0f},
			     .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_neck] =
		{"neck", KEEL_UNIT_neck, KEEL_PAINT_SKIN, KEEL_PAINT_SKIN_EDGE,
		 BALLS(neck, neck_links), .depth_count = 4, .round_cm = 2.4f, .shade = .8f,
		 .zone = {{KEEL_PART_face, {S(head), 1.0f, 2.5f, 0, 7.0f}}, NO_ZONE, NO_ZONE}},
	[KEEL_PART_bun] = {"bun", KEEL_UNIT_head, KEEL_PAINT_HAIR, KEEL_PAINT_HAIR_EDGE,
			   BALLS(bun, single_link), .depth_count = 0, .round_cm = 0.4f,
			   .shade = .7f, .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_face] = {"face", KEEL_UNIT_head, KEEL_PAINT_SKIN, KEEL_PAINT_SKIN_EDGE,
			    BALLS(face, face_links), .depth_count = 5, .round_cm = 1.4f,
			    .shade = .8f, .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_nose] = {"nose", KEEL_UNIT_head, KEEL_PAINT_SKIN, KEEL_PAINT_SKIN,
			    BALLS(nose, pair_links), .depth_count = 0, .round_cm = 0.2f,
			    .shade = .35f, .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_hair] = {"hair", KEEL_UNIT_head, KEEL_PAINT_HAIR, KEEL_PAINT_HAIR_EDGE,
			    BALLS(hair, hair_links), .depth_count = 3, .round_cm = 2.1f,
			    .shade = .9f, .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_ear_l] = {"ear", KEEL_UNIT_head, KEEL_PAINT_SKIN, KEEL_PAINT_SKIN_EDGE,
			     BALLS(ear, pair_links), .depth_count = 0, .round_cm = 0.2f,
			     .shade = .4f, .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_thigh_l] = {"thigh", KEEL_UNIT_thigh_l, KEEL_PAINT_LEG, KEEL_PAINT_LEG_EDGE,
			       BALLS(thigh, thigh_links), .depth_count = 7, .round_cm = 2.9f,
			       .shade = 1,
			       .zone = {HIP_ZONE(KEEL_PART_hips), KNEE_ZONE(KEEL_PART_shank_l),
					HIP_ZONE(KEEL_PART_trunk)}},
	[KEEL_PART_foot_l] = {"foot", KEEL_UNIT_shank_l, KEEL_PAINT_SKIN, KEEL_PAINT_SKIN_EDGE,
			      BALLS(foot, foot_links), .depth_count = 5, .round_cm = 2.1f,
			      .shade = .75f, .zone = {NO_ZONE, NO_ZONE, NO_ZONE}},
	[KEEL_PART_shank_l] = {"shank", KEEL_UNIT_shank_l, KEEL_PAINT_LEG, KEEL_PAINT_LEG_EDGE,
			       BALLS(shank, chain_3), .depth_count = 4, .round_cm = 1.9f,
			       .shade = .9f, .is_cut = true, .cut_sign = 1,
			       .cut = {S(shank_l), 0, -36.5f, 0, 3.8f},
			       .zone = {KNEE_ZONE(KEEL_PART_thigh_l), NO_ZONE, NO_ZONE}},
	[KEEL_PART_arm_l] = {"arm", KEEL_UNIT_arm_l, KEEL_PAINT_SKIN, KEEL_PAINT_SKIN_EDGE,
			     BALLS(arm, chain_3), .depth_count = 4, .round_cm = 1.6f, .shade = .8f,
			     .zone = {ELBOW_ZONE(KEEL_PART_forearm_l), NO_ZONE, NO_ZONE}},
	[KEEL_PART_sleeve_l] = {"sleeve", KEEL_UNIT_arm_l, KEEL_PAINT_TOP, KEEL_PAINT_TOP_EDGE,
				BALLS(sleeve, chain_2), .depth_count = 3, .round_cm = 0.9f,
				.shade = .8f, .is_cut = true, .cut_sign = 1,
				.cut = {S(upper_arm_l), 0, -14.6f, 0, 5.0f},
				.zone = {SHOULDER_ZONE(KEEL_PART_trunk), NO_ZONE, NO_ZONE}},
	[KEEL_PART_forearm_l] = {"forearm", KEEL_UNIT_forearm_l, KEEL_PAINT_SKIN,
				 KEEL_PAINT_SKIN_EDGE, BALLS(forearm, chain_4), .depth_count = 5,
				 .round_cm = 1.6f, .shade = .7f,
				 .zone = {ELBOW_ZONE(KEEL_PART_arm_l), WRIST_ZONE(KEEL_PART_hand_l),
					  NO_ZONE}},
	[KEEL_PART_hand_l] = {"hand", KEEL_UNIT_forearm_l, KEEL_PAINT_SKIN, KEEL_PAINT_SKIN_EDGE,
			      BALLS(hand, hand_links), .depth_count = 4, .round_cm = 1.1f,
			      .shade = .5f,
			      .zone = {WRIST_ZONE(KEEL_PART_forearm_l), NO_ZONE, NO_ZONE}},
};

static const keel_shape_part fist = {"hand",
				     KEEL_UNIT_forearm_l,
				     KEEL_PAINT_SKIN,
				     KEEL_PAINT_SKIN_EDGE,
				     BALLS(fist, fist_links),
				     .depth_count = 4,
				     .round_cm = 1.0f,
				     .shade = .5f,
				     .zone = {WRIST_ZONE(KEEL_PART_forearm_l), NO_ZONE, NO_ZONE}};

const keel_shape_part *keel_shape_get_fist(void)
{
	return &fist;
}

static int row_of(int part)
{
	KEEL_ASSERT((unsigned)part < KEEL_PART_COUNT);
	return part >= KEEL_PART_SIDE_FIRST + KEEL_PART_SIDE_COUNT ? part - KEEL_PART_SIDE_COUNT
								   : part;
}

const keel_shape_part *keel_shape_get_part(int part)
{
	return &parts[row_of(part)];
}

keel_vec3 keel_shape_ball_cm(const keel_body_frames *frames, int part, const keel_shape_ball *ball,
			     float *radius_cm)
{
	int segment = ball->segment;
	float hand = 1;
	if (part >= KEEL_PART_SIDE_FIRST) {
		bool is_right = part >= KEEL_PART_SIDE_FIRST + KEEL_PART_SIDE_COUNT;
		hand = is_right ? 1.0f : -1.0f;
		if (is_right && segment >= KEEL_SEGMENT_SIDE_FIRST)
			segment += KEEL_SEGMENT_SIDE_COUNT;
	}
	*radius_cm = keel_body_radius_cm(frames, (keel_segment)segment, ball->r);
	keel_vec3 place = keel_body_local_cm(frames, (keel_segment)segment,
					     vec3(ball->x, ball->y, hand * ball->z));
	if (segment > KEEL_SEGMENT_thorax_3 || frames->girth == 1)
		return place;
	/* Of the trunk the skin of the back stays: the ball moves forward by what it grew. */
	const keel_frame *frame = &frames->segment[segment];
	float x = vec3_dot(vec3_sub(place, frame->origin_cm), frame->axis_x);
	return vec3_add(place, vec3_mul(frame->axis_x, ball->x - x + *radius_cm - ball->r));
}

int keel_shape_unit_of(int part)
{
	if (part >= KEEL_PART_COUNT)
		return KEEL_UNIT_held_1 + (part - KEEL_PART_COUNT) / 2;
	int unit = parts[row_of(part)].unit;
	bool is_right = part >= KEEL_PART_SIDE_FIRST + KEEL_PART_SIDE_COUNT;
	return is_right && unit >= KEEL_UNIT_SIDE_FIRST ? unit + KEEL_UNIT_SIDE_COUNT : unit;
}

int keel_shape_same_side(int part, int other)
{
	bool is_right = part >= KEEL_PART_SIDE_FIRST + KEEL_PART_SIDE_COUNT;
	return is_right && other >= KEEL_PART_SIDE_FIRST ? other + KEEL_PART_SIDE_COUNT : other;
}
