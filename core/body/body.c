/* Kinematics: a chain of frames from the pelvis outwards.
 *
 * Lengths are those of de Leva 1996 (table 4, men, by stature; her women's thigh is measured to a
 * hip joint that lies 5 cm lower, which would make kneeling look wrong on a body drawn by one
 * model), for a reference stature of 168 cm. The trunk is ours: de Leva has three rigid parts where
 * we need eleven joints; the heights of L5/S1, T12 and C7 (0.57, 0.68 and 0.85 of stature) follow
 * from them. Masses are de Leva's of both sexes.
 *
 * The lumbar curve: flexion falls on L5/S1 … L1/2 as .255 .231 .204 .185 .125 counted from below
 * upwards (after the ranges of Pearcy, Portek and Shepherd 1984); side-bend and rotation after
 * White and Panjabi 1990. The thorax bends in three places, the neck in two, since one hinge in a
 * drawn back is seen at once.
 *
 * The shoulder rides on the chest: arm up, the joint goes up and inwards; arm forward, it goes
 * forward (a coarse stand-in for the scapulo-humeral rhythm of Inman, Saunders and Abbott 1944).
 * Rejected: a scapula of its own, three more numbers that nobody would author.
 */
#include "core/body/body.h"

#include <string.h>

#include "core/base/err.h"
#include "core/body/vec.h"

#define REFERENCE_HEIGHT_CM 168.0f
#define HIP_HALF_CM 8.5f
#define THIGH_CM 40.7f
#define SHANK_CM 41.9f
#define UPPER_ARM_CM 27.2f
#define FOREARM_CM 25.9f
#define LUMBAR_CM 3.6f
/* Of a hundredth more height, so much less of width and of head: the skeleton is drawn at one size.
 */
#define SLIMMER .6f
#define SMALLER_HEAD .7f

/* From L5/S1 upwards. */
static const float lumbar_flex_part[5] = {.255f, .231f, .204f, .185f, .125f};
static const float lumbar_side_part[5] = {.10f, .20f, .27f, .23f, .20f};
static const float lumbar_rot_part[5] = {.20f, .20f, .20f, .20f, .20f};
static const float thorax_part[3] = {.45f, .30f, .25f};

const keel_body_build *keel_body_get_build(keel_build_name name)
{
	static const keel_body_build builds[KEEL_BUILD_COUNT] = {
		[KEEL_BUILD_WOMAN] = {168, 1.0f, 1.0f, 1.0f, 64, false, true},
		[KEEL_BUILD_MAN] = {178, 1.06f, 1.13f, .93f, 80, true, false},
		[KEEL_BUILD_STOUT] = {166, 1.22f, 1.03f, 1.08f, 84, false, true},
	};
	KEEL_ASSERT((unsigned)name < KEEL_BUILD_COUNT);
	return &builds[name];
}

keel_body_build keel_body_build_of(keel_build_name name, float height_cm, float girth)
{
	keel_body_build build = *keel_body_get_build(name);
	if (height_cm > 0)
		build.height_cm = clamp_float(height_cm, 140, 210);
	if (girth > 0)
		build.girth = clamp_float(build.girth * girth, .8f, 1.5f);
	return build;
}

keel_body_pose keel_body_default_pose(void)
{
	keel_body_pose pose;
	memset(&pose, 0, sizeof pose);
	pose.root_cm = vec3(0, THIGH_CM + SHANK_CM + 6.6f, 0);
	pose.root_quat[0] = 1;
	return pose;
}

static void quat_mul(const float a[4], const float b[4], float out[4])
{
	float r[4] = {
		a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
		a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
		a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
		a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
	};
	memcpy(out, r, sizeof r);
}

void keel_body_quat_of_pelvis(float tilt_deg, float list_deg, float turn_deg, float quat[4])
{
	float half = KEEL_DEG_IN_RAD / 2;
	float turn[4] = {cosf(turn_deg * half), 0, sinf(turn_deg * half), 0};
	float list[4] = {cosf(list_deg * half), sinf(list_deg * half), 0, 0};
	float tilt[4] = {cosf(tilt_deg * half), 0, 0, -sinf(tilt_deg * half)};
	quat_mul(turn, list, quat);
	quat_mul(quat, tilt, quat);
}

static keel_frame frame_of_quat(keel_vec3 origin, const float q[4])
{
	float w = q[0], x = q[1], y = q[2], z = q[3];
	return (keel_frame){
		.origin_cm = origin,
		.axis_x = {1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)},
		.axis_y = {2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)},
		.axis_z = {2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)},
	};
}

keel_vec3 keel_body_place_cm(const keel_frame *frame, keel_vec3 p)
{
	keel_vec3 r = frame->origin_cm;
	r = vec3_add(r, vec3_mul(frame->axis_x, p.x));
	r = vec3_add(r, vec3_mul(frame->axis_y, p.y));
	return vec3_add(r, vec3_mul(frame->axis_z, p.z));
}

/* The frame of a joint at local (reference cm) of its parent, with the parent's axes. */
static keel_frame joint_at(const keel_body_frames *f, keel_segment parent, float x, float y,
			   float z)
{
	keel_frame frame = f->segment[parent];
	frame.origin_cm = keel_body_place_cm(&frame, vec3(x, y, z));
	return frame;
}

/* Trunk joints: flexion leans forward, so it turns about Z backwards. */
static void bend(keel_frame *frame, float flex_deg, float side_deg, float rot_deg)
{
	frame_turn_z(frame, -flex_deg);
	frame_turn_x(frame, side_deg);
	frame_turn_y(frame, rot_deg);
}

static void place_trunk(const keel_body_pose *pose, keel_body_frames *f)
{
	const float *a = pose->angle_deg;
	for (int i = 0; i < 5; i++) {
		keel_segment segment = (keel_segment)(KEEL_SEGMENT_lumbar_5 + i);
		keel_frame *frame = &f->segment[segment];
		*frame = i == 0 ? joint_at(f, KEEL_SEGMENT_pelvis, -3.0f, 9.5f, 0)
				: joint_at(f, (keel_segment)(segment - 1), 0, LUMBAR_CM, 0);
		bend(frame, a[KEEL_ANGLE_lumbar_flex] * lumbar_flex_part[i],
		     a[KEEL_ANGLE_lumbar_side] * lumbar_side_part[i],
		     a[KEEL_ANGLE_lumbar_rot] * lumbar_rot_part[i]);
	}
	static const float lift_cm[3] = {LUMBAR_CM, 9, 9};
	for (int i = 0; i < 3; i++) {
		keel_segment segment = (keel_segment)(KEEL_SEGMENT_thorax_1 + i);
		keel_frame *frame = &f->segment[segment];
		*frame = joint_at(f, (keel_segment)(segment - 1), 0, lift_cm[i], 0);
		bend(frame, a[KEEL_ANGLE_thorax_flex] * thorax_part[i],
		     a[KEEL_ANGLE_thorax_side] * thorax_part[i],
		     a[KEEL_ANGLE_thorax_rot] * thorax_part[i]);
	}
	float flex = a[KEEL_ANGLE_neck_flex], side = a[KEEL_ANGLE_neck_side],
	      rot = a[KEEL_ANGLE_neck_rot];
	f->segment[KEEL_SEGMENT_neck] = joint_at(f, KEEL_SEGMENT_thorax_3, 0.2f, 8.5f, 0);
	bend(&f->segment[KEEL_SEGMENT_neck], flex * .55f, side * .55f, rot * .4f);
	f->segment[KEEL_SEGMENT_head] = joint_at(f, KEEL_SEGMENT_neck, 2.0f, 8.4f, 0);
	bend(&f->segment[KEEL_SEGMENT_head], flex * .45f, side * .45f, rot * .6f);
}

/* hand is +1 for the right, −1 for the left; base is the first angle or segment of the side. */
static void place_leg(const keel_body_pose *pose, float hand, int angle_base, int segment_base,
		      keel_body_frames *f)
{
	const float *a = pose->angle_deg + angle_base;
	keel_frame *thigh = &f->segment[segment_base];
	*thigh = joint_at(f, KEEL_SEGMENT_pelvis, 0, 0, hand * HIP_HALF_CM * f->hip);
	frame_turn_z(thigh, a[0]);
	frame_turn_x(thigh, -hand * a[1]);
	frame_turn_y(thigh, hand * a[2]);
	keel_frame *shank = &f->segment[segment_base + 1];
	*shank = joint_at(f, (keel_segment)segment_base, 0, -THIGH_CM, 0);
	frame_turn_z(shank, -a[3]);
	keel_frame *foot = &f->segment[segment_base + 2];
	*foot = joint_at(f, (keel_segment)(segment_base + 1), 0, -SHANK_CM, 0);
	frame_turn_z(foot, a[4]);
	keel_frame *toes = &f->segment[segment_base + 3];
	*toes = joint_at(f, (keel_segment)(segment_base + 2), 12.0f, -4.8f, 0);
	frame_turn_z(toes, a[12]);
}

static void place_arm(const keel_body_pose *pose, float hand, int angle_base, int segment_base,
		      keel_body_frames *f)
{
	const float *a = pose->angle_deg + angle_base;
	keel_frame arm = f->segment[KEEL_SEGMENT_thorax_3];
	frame_turn_z(&arm, a[5]);
	frame_turn_x(&arm, -hand * a[6]);
	frame_turn_y(&arm, hand * a[7]);
	float up = -vec3_dot(arm.axis_y, f->segment[KEEL_SEGMENT_thorax_3].axis_y);
	float forward = -vec3_dot(arm.axis_y, f->segment[KEEL_SEGMENT_thorax_3].axis_x);
	float raised = (1 + up) / 2;
	float rise_cm = 7.0f * raised * raised;
	keel_frame *girdle = &f->segment[segment_base + 4];
	*girdle = joint_at(f, KEEL_SEGMENT_thorax_3, 0.4f + 2.0f * forward, 0.6f + rise_cm,
			   hand * (15.8f * f->shoulder - .55f * rise_cm));
	keel_frame *upper = &f->segment[segment_base + 5];
	*upper = arm;
	upper->origin_cm = girdle->origin_cm;
	keel_frame *forearm = &f->segment[segment_base + 6];
	*forearm = joint_at(f, (keel_segment)(segment_base + 5), 0, -UPPER_ARM_CM, 0);
	frame_turn_z(forearm, a[8]);
	keel_frame *palm = &f->segment[segment_base + 7];
	*palm = joint_at(f, (keel_segment)(segment_base + 6), 0, -FOREARM_CM, 0);
	frame_turn_y(palm, hand * a[9]);
	/* Flexion last: a hand flat on the floor is bent by 90°, which must not be where two axes
	 * fall together. */
	frame_turn_z(palm, -a[11]);
	frame_turn_x(palm, hand * a[10]);
}

void keel_body_frames_of(const keel_body_build *build, const keel_body_pose *pose,
			 keel_body_frames *f)
{
	float tall = build->height_cm / REFERENCE_HEIGHT_CM;
	f->girth = build->girth * (1 - SLIMMER * (tall - 1));
	f->head = 1 - SMALLER_HEAD * (tall - 1);
	f->shoulder = build->shoulder;
	f->hip = build->hip;
	f->segment[KEEL_SEGMENT_pelvis] = frame_of_quat(pose->root_cm, pose->root_quat);
	place_trunk(pose, f);
	place_leg(pose, -1, KEEL_ANGLE_hip_flex_l, KEEL_SEGMENT_thigh_l, f);
	place_leg(pose, +1, KEEL_ANGLE_hip_flex_r, KEEL_SEGMENT_thigh_r, f);
	place_arm(pose, -1, KEEL_ANGLE_hip_flex_l, KEEL_SEGMENT_thigh_l, f);
	place_arm(pose, +1, KEEL_ANGLE_hip_flex_r, KEEL_SEGMENT_thigh_r, f);
}

float keel_body_girth_share(keel_segment segment)
{
	/* Of a side: thigh, shank, foot, toes, girdle, upper arm, forearm, hand. */
	static const float side[KEEL_SEGMENT_SIDE_COUNT] = {.8f, .4f, 0, 0, .7f, .6f, .35f, 0};
	if (segment >= KEEL_SEGMENT_SIDE_FIRST)
		return side[(segment - KEEL_SEGMENT_SIDE_FIRST) % KEEL_SEGMENT_SIDE_COUNT];
	return segment == KEEL_SEGMENT_head ? 0 : segment == KEEL_SEGMENT_neck ? .3f : 1;
}

static float width_of(const keel_body_frames *frames, keel_segment segment)
{
	float size = segment == KEEL_SEGMENT_head ? frames->head : 1;
	return size * (1 + (frames->girth - 1) * keel_body_girth_share(segment));
}

float keel_body_radius_cm(const keel_body_frames *frames, keel_segment segment, float reference_cm)
{
	return reference_cm * width_of(frames, segment);
}

/* The trunk grows forwards and sideways; its back stays, since people lie and lean on it. */
#define FRONT_GROWS 1.7f

keel_vec3 keel_body_local_cm(const keel_body_frames *frames, keel_segment segment, keel_vec3 p)
{
	float wide = width_of(frames, segment), wide_x = wide, wide_z = wide;
	bool is_trunk = segment <= KEEL_SEGMENT_thorax_3;
	if (is_trunk)
		wide_x = p.x > 0 ? 1 + FRONT_GROWS * (wide - 1) : 1;
	if (segment == KEEL_SEGMENT_pelvis)
		wide_z = wide * frames->hip;
	else if (is_trunk)
		wide_z = wide * lerp_float(frames->hip, frames->shoulder,
					   (float)segment / KEEL_SEGMENT_thorax_3);
	float high = segment == KEEL_SEGMENT_head ? frames->head : 1;
	return keel_body_place_cm(&frames->segment[segment],
				  vec3(p.x * wide_x, p.y * high, p.z * wide_z));
}

/* A side segment is named without its side in the list; the left one is looked up and moved over.
 */
enum {
	SIDE_pelvis = KEEL_SEGMENT_pelvis,
	SIDE_thorax_1 = KEEL_SEGMENT_thorax_1,
	SIDE_thorax_2 = KEEL_SEGMENT_thorax_2,
	SIDE_neck = KEEL_SEGMENT_neck,
	SIDE_head = KEEL_SEGMENT_head,
	SIDE_thigh = KEEL_SEGMENT_thigh_l,
	SIDE_shank = KEEL_SEGMENT_shank_l,
	SIDE_foot = KEEL_SEGMENT_foot_l,
	SIDE_toes = KEEL_SEGMENT_toes_l,
	SIDE_girdle = KEEL_SEGMENT_girdle_l,
	SIDE_upper_arm = KEEL_SEGMENT_upper_arm_l,
	SIDE_forearm = KEEL_SEGMENT_forearm_l,
	SIDE_hand = KEEL_SEGMENT_hand_l,
};
static const struct {
	uint8_t segment;
	float x, y, z;
} places[] = {
#define SITE_PLACE(name, segment, x, y, z) {KEEL_SEGMENT_##segment, (float)x, (float)y, (float)z},
#define SITE_PLACE_SIDE(name, segment, x, y, z) {SIDE_##segment, (float)x, (float)y, (float)z},
	KEEL_SITE_MIDDLE_LIST(SITE_PLACE) KEEL_SITE_SIDE_LIST(SITE_PLACE_SIDE)};

static int row_of_site(keel_site site)
{
	KEEL_ASSERT((unsigned)site < KEEL_SITE_COUNT);
	bool is_right = site >= KEEL_SITE_SIDE_FIRST + KEEL_SITE_SIDE_COUNT;
	return is_right ? site - KEEL_SITE_SIDE_COUNT : site;
}

keel_segment keel_body_site_segment(keel_site site)
{
	int segment = places[row_of_site(site)].segment;
	bool is_right = site >= KEEL_SITE_SIDE_FIRST + KEEL_SITE_SIDE_COUNT;
	if (is_right && segment >= KEEL_SEGMENT_SIDE_FIRST)
		segment += KEEL_SEGMENT_SIDE_COUNT;
	return (keel_segment)segment;
}

keel_vec3 keel_body_site_cm(const keel_body_frames *frames, keel_site site)
{
	int row = row_of_site(site);
	bool is_left = row == (int)site && site >= KEEL_SITE_SIDE_FIRST;
	keel_vec3 place = {places[row].x, places[row].y, is_left ? -places[row].z : places[row].z};
	return keel_body_local_cm(frames, keel_body_site_segment(site), place);
}

/* de Leva 1996, table 4: mass in % of the body, centre of mass as part of the length from the upper
 * end. The upper end is ours where the trunk is: x, y in the frame of the segment give the centre
 * directly (cm, reference). */
static const struct {
	uint8_t segment;
	float woman_mass, man_mass;
	float x_cm, y_cm;
} mass_rows[] = {
	{KEEL_SEGMENT_head, .0668f, .0694f, 1.5f, 5.5f},
	{KEEL_SEGMENT_thorax_2, .1545f, .1596f, 2.2f, 6.0f},
	{KEEL_SEGMENT_lumbar_2, .1465f, .1633f, 2.2f, 2.0f},
	{KEEL_SEGMENT_pelvis, .1247f, .1117f, -1.0f, 4.0f},
	{KEEL_SEGMENT_thigh_l, .1478f, .1416f, 0, -.38f * THIGH_CM},
	{KEEL_SEGMENT_shank_l, .0481f, .0433f, 0, -.443f * SHANK_CM},
	{KEEL_SEGMENT_foot_l, .0129f, .0137f, 4.0f, -4.0f},
	{KEEL_SEGMENT_upper_arm_l, .0255f, .0271f, 0, -.576f * UPPER_ARM_CM},
	{KEEL_SEGMENT_forearm_l, .0138f, .0162f, 0, -.457f * FOREARM_CM},
	{KEEL_SEGMENT_hand_l, .0056f, .0061f, 0, -6.2f},
};

void keel_body_masses_of(const keel_body_build *build, const keel_body_frames *frames,
			 keel_body_mass masses[KEEL_BODY_MASS_COUNT])
{
	int count = 0;
	for (unsigned i = 0; i < sizeof mass_rows / sizeof mass_rows[0]; i++) {
		float part = build->is_male_mass ? mass_rows[i].man_mass : mass_rows[i].woman_mass;
		int segment = mass_rows[i].segment;
		int copies = segment >= KEEL_SEGMENT_SIDE_FIRST ? 2 : 1;
		for (int k = 0; k < copies; k++) {
			keel_segment own = (keel_segment)(segment + k * KEEL_SEGMENT_SIDE_COUNT);
			keel_vec3 place = {mass_rows[i].x_cm, mass_rows[i].y_cm, 0};
			KEEL_ASSERT(count < KEEL_BODY_MASS_COUNT);
			masses[count++] = (keel_body_mass){own, part,
							   keel_body_local_cm(frames, own, place)};
		}
	}
	KEEL_ASSERT(count == KEEL_BODY_MASS_COUNT);
}

keel_vec3 keel_body_centre_of_mass_cm(const keel_body_build *build, const keel_body_frames *frames)
{
	keel_body_mass masses[KEEL_BODY_MASS_COUNT];
	keel_vec3 sum = {0, 0, 0};
	float mass = 0;
	keel_body_masses_of(build, frames, masses);
	for (int i = 0; i < KEEL_BODY_MASS_COUNT; i++) {
		sum = vec3_add(sum, vec3_mul(masses[i].centre_cm, masses[i].part));
		mass += masses[i].part;
	}
	return vec3_mul(sum, 1 / mass);
}

keel_body_pose keel_body_mirror(const keel_body_pose *pose)
{
	keel_body_pose out = *pose;
	out.root_cm.z = -pose->root_cm.z;
	out.root_quat[1] = -pose->root_quat[1];
	out.root_quat[2] = -pose->root_quat[2];
	static const uint8_t turned[] = {
		KEEL_ANGLE_pelvis_list, KEEL_ANGLE_pelvis_turn, KEEL_ANGLE_lumbar_side,
		KEEL_ANGLE_lumbar_rot,	KEEL_ANGLE_thorax_side, KEEL_ANGLE_thorax_rot,
		KEEL_ANGLE_neck_side,	KEEL_ANGLE_neck_rot,
	};
	for (unsigned i = 0; i < sizeof turned; i++)
		out.angle_deg[turned[i]] = -pose->angle_deg[turned[i]];
	for (int i = 0; i < KEEL_ANGLE_SIDE_COUNT; i++) {
		int left = KEEL_ANGLE_SIDE_FIRST + i, right = left + KEEL_ANGLE_SIDE_COUNT;
		out.angle_deg[left] = pose->angle_deg[right];
		out.angle_deg[right] = pose->angle_deg[left];
	}
	return out;
}

float keel_body_minimum_jerk(float t01)
{
	float s = clamp_float(t01, 0, 1);
	return s * s * s * (10 - 15 * s + 6 * s * s);
}

keel_body_pose keel_body_blend(const keel_body_pose *from, const keel_body_pose *to, float u01)
{
	keel_body_pose out;
	out.root_cm = vec3_lerp(from->root_cm, to->root_cm, u01);
	float dot = 0, length = 0;
	for (int i = 0; i < 4; i++)
		dot += from->root_quat[i] * to->root_quat[i];
	/* Slerp, by the normalised sum where the arc is too small to divide by. */
	float angle = acosf(clamp_float(fabsf(dot), 0, 1));
	float k0 = 1 - u01, k1 = u01;
	if (angle > 0.01f) {
		k0 = sinf(k0 * angle) / sinf(angle);
		k1 = sinf(k1 * angle) / sinf(angle);
	}
	for (int i = 0; i < 4; i++) {
		out.root_quat[i] =
			k0 * from->root_quat[i] + (dot < 0 ? -k1 : k1) * to->root_quat[i];
		length += out.root_quat[i] * out.root_quat[i];
	}
	for (int i = 0; i < 4; i++)
		out.root_quat[i] /= sqrtf(length);
	for (int i = 0; i < KEEL_ANGLE_COUNT; i++)
		out.angle_deg[i] = lerp_float(from->angle_deg[i], to->angle_deg[i], u01);
	return out;
}
