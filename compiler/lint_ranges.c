/* What the solved poses do, against what the file declares and what joints do by themselves.
 *
 * Sides: the file draws the left and the right is its mirror, so a movement without sides must be
 * its own mirror, at legs and trunk: each pose, or a pose and another one of the same repetition
 * (walking). Else one side would be trained and the other never. A hand on the belly is no side.
 *
 * Directions: rests and gates read what a movement declares, so a spine that bends, arches, leans
 * or turns in a pose must be declared, and to its end when it goes there. Seen at the lumbar spine
 * (and, for turning, the chest), relative to relaxed standing; hips that fold with a long back are
 * for the author to declare. The limits are ours, between the poses whose movements are called mid
 * and end by their sources: a sitting person's 10 degrees are no bending, a round cat (40) is the
 * end.
 *
 * Ranges: the American Academy of Orthopaedic Surgeons gives what a joint does by its own muscles
 * (AAOS, Joint Motion, 1965; the usual figures, from memory). Hands, the floor and the body's own
 * weight take some joints further: a squat, a knee held to the chest. How far is written beside
 * each, with the reason; a pose beyond that is refused, unless its file says why: {rule: range,
 * part: knee_flex, because: …}. The solver has wider limits of its own for what it tries on its way
 * (pose-joint-limit).
 */
#include <math.h>
#include <string.h>

#include "compiler/model.h"

/* Degrees a solved pose may be past a limit before it is told: what the solver lets joints give. */
#define RANGE_MARGIN_DEG 4.0f
/* Less than this off the mirror is how the solver settles, not a side. */
#define MIRROR_DEG 8.0f

typedef struct spine_limit {
	keel_direction direction;
	keel_angle lumbar;
	float sign; /* 0: both ways */
	float mid_deg, end_deg;
} spine_limit;

static const spine_limit spine_limits[] = {
	{KEEL_DIRECTION_FLEXION, KEEL_ANGLE_lumbar_flex, 1, 15, 36},
	{KEEL_DIRECTION_EXTENSION, KEEL_ANGLE_lumbar_flex, -1, 10, 24},
	{KEEL_DIRECTION_SIDE, KEEL_ANGLE_lumbar_side, 0, 10, 24},
	{KEEL_DIRECTION_ROTATION, KEEL_ANGLE_lumbar_rot, 0, 7, 17},
};

typedef struct range {
	const char *joint; /* of angles.h, without its side */
	float least_deg, most_deg;
	float loaded_least_deg, loaded_most_deg;
	const char *because; /* why further than by its own muscles; "" where it is not */
} range;

static const range ranges[] = {
	{"hip_flex", -30, 120, -30, 140, "hands hold the knee, or the trunk's weight lies on it"},
	{"hip_abd", -30, 45, -30, 45, ""},
	{"hip_rot", -45, 45, -45, 45, ""},
	{"knee_flex", -10, 135, -10, 160, "the body sits back on its heels"},
	{"ankle_flex", -50, 20, -60, 40,
	 "the floor points the foot in kneeling; the body's weight over it bends it in a squat"},
	{"shoulder_flex", -60, 180, -60, 180, ""},
	{"shoulder_abd", 0, 180, -20, 180, "an arm that reaches across the body, in front of it"},
	{"shoulder_rot", -90, 70, -100, 90,
	 "the floor turns a forearm that bears; a hand on the chest turns a hanging arm"},
	{"elbow_flex", 0, 150, 0, 155, "a hand behind the neck presses"},
	{"lumbar_flex", -25, 60, -30, 60, "the arms press the chest up"},
	{"lumbar_side", -25, 25, -26, 26, "half a degree a joint, in the half moon"},
	{"neck_flex", -45, 45, -45, 45, ""},
	{"neck_side", -45, 45, -45, 45, ""},
	{"neck_rot", -60, 60, -60, 60, ""},
};

static bool is_shown(const keel_model_movement *movement, int pose_index)
{
	bool is_used = pose_index == movement->start_index;
	for (int i = 0; i < movement->phase_count; i++) {
		is_used = is_used || movement->phases[i].pose_index == pose_index;
	}
	return is_used;
}

/* The end of a message: a picture of the pose with a ring round the joint. */
static const char *see(keel_model *model, const keel_model_movement *movement, int index,
		       const keel_body_pose *pose, const char *angle)
{
	const keel_solve_finding finding = {
		.rule = KEEL_SOLVE_RULE_JOINT, .part = angle, .other = ""};
	keel_vec3 mark_cm;
	keel_pose_picture picture = {
		.name = movement->poses[index].name,
		.build = keel_body_get_build(KEEL_BUILD_WOMAN),
		.pose = pose,
		.camera = movement->has_camera ? movement->camera : keel_solve_camera_for(pose, 1),
		.marks_cm = &mark_cm,
		.mark_count = keel_pose_picture_place(keel_body_get_build(KEEL_BUILD_WOMAN), pose,
						      &finding, &mark_cm),
	};
	return keel_pose_picture_write(model, movement, &picture);
}

static void lint_spine(keel_model *model, const keel_model_movement *movement, int index,
		       const keel_body_pose *pose)
{
	for (size_t i = 0; i < sizeof(spine_limits) / sizeof(spine_limits[0]); i++) {
		const spine_limit *limit = &spine_limits[i];
		float deg = pose->angle_deg[limit->lumbar];
		deg = limit->sign == 0 ? fabsf(deg) : deg * limit->sign;
		uint32_t bit = UINT32_C(1) << limit->direction;
		bool is_end = deg > limit->end_deg && !(movement->directions_end & bit);
		bool is_mid = deg > limit->mid_deg && !(movement->directions & bit);
		if (is_end || is_mid) {
			keel_diag_error(
				model->diags, movement->directions_node->place, "direction-missing",
				"in pose '%s' the low back goes %.0f degrees into %s; "
				"declare {%s: %s}%s",
				movement->poses[index].name, (double)deg,
				keel_direction_names[limit->direction],
				keel_direction_names[limit->direction], is_end ? "end" : "mid",
				see(model, movement, index, pose, "lumbar_flex"));
		}
	}
}

/* part NULL: the rule has none. */
static bool is_exempt(keel_model_movement *movement, const char *rule, const char *part)
{
	for (int i = 0; i < movement->exemption_count; i++) {
		keel_model_exemption *exemption = &movement->exemptions[i];
		bool is_part = !part || (exemption->part && strcmp(exemption->part, part) == 0);
		if (is_part && strcmp(exemption->rule, rule) == 0) {
			exemption->used_count++;
			return true;
		}
	}
	return false;
}

static void lint_joint(keel_model *model, keel_model_movement *movement, int index,
		       const keel_body_pose *pose, const range *joint)
{
	keel_angle found[2];
	int count = keel_angle_find(joint->joint, (int)strlen(joint->joint), found);
	for (int k = 0; k < count; k++) {
		float deg = pose->angle_deg[found[k]];
		float past = fmaxf(deg - joint->loaded_most_deg, joint->loaded_least_deg - deg);
		if (past > RANGE_MARGIN_DEG && !is_exempt(movement, "range", joint->joint)) {
			keel_diag_error(
				model->diags, movement->poses[index].node->key_place, "pose-range",
				"pose '%s': %s is at %.0f degrees; by its own muscles it goes %.0f "
				"to %.0f, under load %.0f to %.0f. If something takes it further, "
				"say what: exempt {rule: range, part: %s, because: …}%s",
				movement->poses[index].name, keel_angle_get_info(found[k])->name,
				(double)deg, (double)joint->least_deg, (double)joint->most_deg,
				(double)joint->loaded_least_deg, (double)joint->loaded_most_deg,
				joint->joint,
				see(model, movement, index, pose,
				    keel_angle_get_info(found[k])->name));
			return;
		}
	}
}

static const keel_angle mirror_angles[] = {KEEL_ANGLE_hip_flex_l, KEEL_ANGLE_hip_abd_l,
					   KEEL_ANGLE_hip_rot_l, KEEL_ANGLE_knee_flex_l,
					   KEEL_ANGLE_ankle_flex_l};

/* The most that one pose is off from the mirror of the other. */
static float off_mirror_deg(const keel_body_pose *one, const keel_body_pose *other)
{
	static const keel_angle turning[] = {KEEL_ANGLE_lumbar_side, KEEL_ANGLE_lumbar_rot,
					     KEEL_ANGLE_thorax_side, KEEL_ANGLE_thorax_rot};
	const keel_body_pose mirrored = keel_body_mirror(other);
	float most_deg = 0;
	for (size_t i = 0; i < sizeof(mirror_angles) / sizeof(mirror_angles[0]); i++) {
		for (int side = 0; side < 2; side++) {
			int angle = mirror_angles[i] + side * KEEL_ANGLE_SIDE_COUNT;
			float off_deg = one->angle_deg[angle] - mirrored.angle_deg[angle];
			most_deg = fmaxf(most_deg, fabsf(off_deg));
		}
	}
	for (size_t i = 0; i < sizeof(turning) / sizeof(turning[0]); i++) {
		float off_deg = one->angle_deg[turning[i]] - mirrored.angle_deg[turning[i]];
		most_deg = fmaxf(most_deg, fabsf(off_deg) / 2);
	}
	return most_deg;
}

static void lint_mirror(keel_model *model, keel_model_movement *movement, int index,
			const keel_body_pose *poses)
{
	float least_deg = off_mirror_deg(&poses[index], &poses[index]);
	for (int i = 0; i < movement->pose_count; i++) {
		if (is_shown(movement, i)) {
			least_deg = fminf(least_deg, off_mirror_deg(&poses[index], &poses[i]));
		}
	}
	if (movement->sides == KEEL_SIDES_NONE && least_deg > MIRROR_DEG &&
	    !is_exempt(movement, "side", NULL)) {
		keel_diag_error(
			model->diags, keel_yaml_place_of(movement->node, "sides"), "side-missing",
			"pose '%s' is %.0f degrees off its mirror, and no other pose is its "
			"mirror; say sides: one-then-other or alternate, draw both, or exempt "
			"{rule: side, because: …}%s",
			movement->poses[index].name, (double)least_deg,
			see(model, movement, index, &poses[index], "pelvis_turn"));
	}
}

void keel_lint_ranges(keel_model *model, keel_model_movement *movement, const keel_body_pose *poses)
{
	for (int i = 0; i < movement->pose_count; i++) {
		if (!is_shown(movement, i)) {
			continue;
		}
		lint_spine(model, movement, i, &poses[i]);
		lint_mirror(model, movement, i, poses);
		for (size_t k = 0; k < sizeof(ranges) / sizeof(ranges[0]); k++) {
			lint_joint(model, movement, i, &poses[i], &ranges[k]);
		}
	}
}

void keel_ranges_write(FILE *file)
{
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		const range *joint = &ranges[i];
		fprintf(file, "| %s | %.0f to %.0f | ", joint->joint, (double)joint->least_deg,
			(double)joint->most_deg);
		if (joint->because[0]) {
			fprintf(file, "%.0f to %.0f: %s", (double)joint->loaded_least_deg,
				(double)joint->loaded_most_deg, joint->because);
		}
		fputs(" |\n", file);
	}
}
