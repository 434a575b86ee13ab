/* The body: segments, poses, where every joint is, where the mass lies.
 *
 * Axes (ISB): X forward, Y up, Z to the right of the person, in centimetres. The floor is y = 0. A
 * segment frame has its origin in the upper (proximal) joint and, in upright standing, the axes of
 * the room. This room never solves and never reads files: it turns angles into places.
 *
 * Segment lengths and masses: de Leva 1996 (J Biomech 29:1223), see body.c for what we took and
 * what not. Lumbar angles are spread over five joints by fixed fractions so that the curve shows.
 */
#ifndef KEEL_CORE_BODY_BODY_H
#define KEEL_CORE_BODY_BODY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/body/angles.h"
#include "core/body/sites.h"

typedef struct keel_vec3 {
	float x, y, z;
} keel_vec3;

/* Columns are the axes of the segment in the room. */
typedef struct keel_frame {
	keel_vec3 origin_cm;
	keel_vec3 axis_x, axis_y, axis_z;
} keel_frame;

typedef struct keel_body_pose {
	keel_vec3 root_cm;		   /* the middle between the hip joints */
	float root_quat[4];		   /* w, x, y, z; of the pelvis in the room, unit length */
	float angle_deg[KEEL_ANGLE_COUNT]; /* the three pelvis angles are what root_quat means, for
					      reading only */
} keel_body_pose;

#define KEEL_SEGMENT_LIST(X)                                                                       \
	X(pelvis)                                                                                  \
	X(lumbar_5) X(lumbar_4) X(lumbar_3) X(lumbar_2) X(lumbar_1) X(thorax_1) X(thorax_2)        \
		X(thorax_3) X(neck) X(head) X(thigh_l) X(shank_l) X(foot_l) X(toes_l) X(girdle_l)  \
			X(upper_arm_l) X(forearm_l) X(hand_l) X(thigh_r) X(shank_r) X(foot_r)      \
				X(toes_r) X(girdle_r) X(upper_arm_r) X(forearm_r) X(hand_r)

typedef enum keel_segment {
#define KEEL_SEGMENT_ENUM(name) KEEL_SEGMENT_##name,
	KEEL_SEGMENT_LIST(KEEL_SEGMENT_ENUM)
#undef KEEL_SEGMENT_ENUM
		KEEL_SEGMENT_COUNT
} keel_segment;

/* How the person is built. A pose is solved for one skeleton, and that one is always drawn, so that
 * hands and feet stay where they stand. A build is what is put around it: girth widens the trunk
 * most and hands, feet and head not at all; height makes head and limbs slimmer, as they look on
 * the tall. */
typedef struct keel_body_build {
	float height_cm; /* 140…210 */
	float girth;	 /* 0.8…1.5; 1 is the reference */
	float shoulder; /* width over the shoulders, 1 is the reference */
	float hip;	/* width over the hips, 1 is the reference */
	float mass_kg;
	bool is_male_mass; /* which column of de Leva's masses */
	bool has_bun;
} keel_body_build;

typedef enum keel_build_name {
	KEEL_BUILD_WOMAN,
	KEEL_BUILD_MAN,
	KEEL_BUILD_STOUT,
	KEEL_BUILD_COUNT
} keel_build_name;

/* Never NULL for a name of the list. */
const keel_body_build *keel_body_get_build(keel_build_name name);

/* A build of the list with a height and a girth of one's own, brought within the bounds; 0 leaves
 * what the build has. A girth of 1 is the usual one of that build. */
keel_body_build keel_body_build_of(keel_build_name name, float height_cm, float girth);

/* How much the girth of a person widens a segment: 1 for the trunk, 0 for hands, feet and head. */
float keel_body_girth_share(keel_segment segment);

typedef struct keel_body_frames {
	keel_frame segment[KEEL_SEGMENT_COUNT];
	float girth,
		head; /* how wide trunk and limbs are, how large the head is; 1: as the tables */
	float shoulder, hip; /* as in the build */
} keel_body_frames;

#define KEEL_SEGMENT_SIDE_FIRST KEEL_SEGMENT_thigh_l
#define KEEL_SEGMENT_SIDE_COUNT (KEEL_SEGMENT_thigh_r - KEEL_SEGMENT_thigh_l)

/* Standing at the origin, arms hanging. */
keel_body_pose keel_body_default_pose(void);

/* Root orientation of the three pelvis hints (turn about Y, then list about X, then tilt), as a
 * quaternion. */
void keel_body_quat_of_pelvis(float tilt_deg, float list_deg, float turn_deg, float quat[4]);

/* Where a place of a segment, given for the reference build, is in the room; and how far its skin
 * is from it. */
keel_vec3 keel_body_local_cm(const keel_body_frames *frames, keel_segment segment,
			     keel_vec3 reference_cm);
float keel_body_radius_cm(const keel_body_frames *frames, keel_segment segment, float reference_cm);

void keel_body_frames_of(const keel_body_build *build, const keel_body_pose *pose,
			 keel_body_frames *frames);
keel_vec3 keel_body_site_cm(const keel_body_frames *frames, keel_site site);
keel_segment keel_body_site_segment(keel_site site);
keel_vec3 keel_body_place_cm(const keel_frame *frame, keel_vec3 local_cm);
keel_vec3 keel_body_centre_of_mass_cm(const keel_body_build *build, const keel_body_frames *frames);

/* The parts that have weight: head, chest, belly, pelvis, then those of the left and right limbs
 * in turn. */
#define KEEL_BODY_MASS_COUNT 16
typedef struct keel_body_mass {
	keel_segment segment;
	float part; /* of the whole body; all of them make nearly 1 */
	keel_vec3 centre_cm;
} keel_body_mass;

void keel_body_masses_of(const keel_body_build *build, const keel_body_frames *frames,
			 keel_body_mass masses[KEEL_BODY_MASS_COUNT]);

/* The same pose with left and right exchanged, mirrored in the plane z = 0. */
keel_body_pose keel_body_mirror(const keel_body_pose *pose);

/* s³(10 − 15s + 6s²): the smoothest way from 0 to 1 (Flash and Hogan 1985). t is clamped to 0…1. */
float keel_body_minimum_jerk(float t01);

/* Between two poses at u: angles linearly, the root by the shorter arc. */
keel_body_pose keel_body_blend(const keel_body_pose *from, const keel_body_pose *to, float u01);

#endif
