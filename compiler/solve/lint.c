/* What is wrong with a solved pose, in numbers. */
#include <math.h>
#include <string.h>

#include "compiler/solve/solve_inside.h"
#include "core/base/err.h"
#include "core/body/shape.h"

const char *keel_solve_rule_name(keel_solve_rule rule)
{
	static const char *const names[KEEL_SOLVE_RULE_COUNT] = {
		"contact", "touch", "pin",   "balance", "joint limit",
		"floor",   "body",  "angle", "slide",	"speed",
	};
	KEEL_ASSERT((unsigned)rule < KEEL_SOLVE_RULE_COUNT);
	return names[rule];
}

const char *keel_solve_rule_unit(keel_solve_rule rule)
{
	switch (rule) {
	case KEEL_SOLVE_RULE_JOINT:
	case KEEL_SOLVE_RULE_ANGLE:
		return "degrees";
	case KEEL_SOLVE_RULE_SPEED:
		return "degrees per second";
	default:
		return "cm";
	}
}

void keel_solve_add_finding(keel_solve_result *result, keel_solve_finding finding)
{
	if (result->finding_count < KEEL_SOLVE_FINDING_MAX)
		result->finding[result->finding_count++] = finding;
}

static void find_contacts(const keel_solve_problem *problem, const keel_body_frames *frames,
			  keel_solve_result *result)
{
	const keel_pose_def *def = problem->def;
	for (int i = 0; i < def->contact_count; i++) {
		keel_vec3 place;
		float gap = fabsf(keel_solve_contact_gap(frames, &def->contact[i], &place));
		const char *name = keel_site_name(def->contact[i].site);
		result->contact_error_cm[i] = gap;
		result->contact_error_cm_max = fmaxf(result->contact_error_cm_max, gap);
		if (gap > 1)
			keel_solve_add_finding(result,
					       (keel_solve_finding){KEEL_SOLVE_RULE_CONTACT,
								    gap > 2, name, "", gap, 2, 0});
		if (!problem->is_pinned[i])
			continue;
		keel_vec3 off = vec3_sub(place, problem->pin[i]);
		keel_vec3 n = keel_solve_plane_normal(&def->contact[i]);
		float slide = vec3_length(vec3_sub(off, vec3_mul(n, vec3_dot(off, n))));
		result->slide_cm_max = fmaxf(result->slide_cm_max, slide);
		if (slide > 1)
			keel_solve_add_finding(result,
					       (keel_solve_finding){KEEL_SOLVE_RULE_PIN, true, name,
								    "", slide, 1, 0});
	}
	for (int i = 0; i < def->touch_count; i++) {
		float apart = vec3_length(vec3_sub(keel_body_site_cm(frames, def->touch[i].site),
						   keel_body_site_cm(frames, def->touch[i].on)));
		apart = fabsf(apart - def->touch[i].gap_cm);
		if (apart > 4)
			keel_solve_add_finding(
				result, (keel_solve_finding){KEEL_SOLVE_RULE_TOUCH, apart > 8,
							     keel_site_name(def->touch[i].site),
							     keel_site_name(def->touch[i].on),
							     apart, 4, 0});
	}
}

static void find_angles(const keel_solve_problem *problem, keel_solve_result *result)
{
	for (int i = 0; i < KEEL_ANGLE_COUNT; i++) {
		const keel_angle_info *info = keel_angle_get_info((keel_angle)i);
		float value = result->pose.angle_deg[i];
		if (i <= KEEL_ANGLE_pelvis_turn)
			continue;
		float past = value > info->most_deg    ? value - info->most_deg
			     : value < info->least_deg ? info->least_deg - value
						       : 0;
		if (past > 1.5f)
			keel_solve_add_finding(result,
					       (keel_solve_finding){KEEL_SOLVE_RULE_JOINT,
								    info->is_solved && past > 4,
								    info->name, "", past, 0, 0});
		float off = fabsf(value - problem->def->angle_deg[i]);
		if (problem->def->is_set[i] && info->is_solved && off > 12)
			keel_solve_add_finding(result,
					       (keel_solve_finding){KEEL_SOLVE_RULE_ANGLE, off > 25,
								    info->name, "", off, 12, 0});
	}
}

/* Closest approach of two round cones, coarsely: balls and points between them. Negative: one
 * inside the other. */
static float part_gap(const keel_body_frames *frames, int a, int b)
{
	keel_vec3 pa[40], pb[40];
	float ra[40], rb[40], least = 1e9f;
	int counts[2] = {0, 0};
	for (int side = 0; side < 2; side++) {
		int part = side == 0 ? a : b;
		const keel_shape_part *row = keel_shape_get_part(part);
		keel_vec3 *p = side == 0 ? pa : pb;
		float *r = side == 0 ? ra : rb;
		for (int i = 0; i < row->link_count && counts[side] + 4 <= 40; i++) {
			float r0 = 0, r1 = 0;
			keel_vec3 p0 = keel_shape_ball_cm(frames, part,
							  &row->balls[row->links[i][0]], &r0);
			keel_vec3 p1 = keel_shape_ball_cm(frames, part,
							  &row->balls[row->links[i][1]], &r1);
			for (int k = 0; k < 4; k++) {
				p[counts[side]] = vec3_lerp(p0, p1, (float)k / 3);
				r[counts[side]++] = lerp_float(r0, r1, (float)k / 3);
			}
		}
	}
	for (int i = 0; i < counts[0]; i++) {
		for (int j = 0; j < counts[1]; j++)
			least = fminf(least, vec3_length(vec3_sub(pa[i], pb[j])) - ra[i] - rb[j]);
	}
	return least;
}

/* Pairs that must not run through each other, and how much flesh gives (cm). */
static const struct {
	uint8_t a, b;
	float gives_cm;
} pairs[] = {
	{KEEL_PART_forearm_l, KEEL_PART_trunk, 3},
	{KEEL_PART_forearm_r, KEEL_PART_trunk, 3},
	{KEEL_PART_forearm_l, KEEL_PART_thigh_l, 3},
	{KEEL_PART_forearm_r, KEEL_PART_thigh_r, 3},
	{KEEL_PART_forearm_l, KEEL_PART_hips, 4},
	{KEEL_PART_forearm_r, KEEL_PART_hips, 4},
	{KEEL_PART_forearm_l, KEEL_PART_face, 2},
	{KEEL_PART_forearm_r, KEEL_PART_face, 2},
	{KEEL_PART_hand_l, KEEL_PART_trunk, 3},
	{KEEL_PART_hand_r, KEEL_PART_trunk, 3},
	{KEEL_PART_hand_l, KEEL_PART_thigh_l, 3},
	{KEEL_PART_hand_r, KEEL_PART_thigh_r, 3},
	{KEEL_PART_hand_l, KEEL_PART_face, 2.5f},
	{KEEL_PART_hand_r, KEEL_PART_face, 2.5f},
	{KEEL_PART_shank_l, KEEL_PART_shank_r, 2.5f},
	{KEEL_PART_foot_l, KEEL_PART_foot_r, 2},
	{KEEL_PART_foot_l, KEEL_PART_shank_r, 2.5f},
	{KEEL_PART_shank_l, KEEL_PART_foot_r, 2.5f},
	{KEEL_PART_face, KEEL_PART_thigh_l, 2},
	{KEEL_PART_face, KEEL_PART_thigh_r, 2},
	{KEEL_PART_forearm_l, KEEL_PART_forearm_r, 2.5f},
	{KEEL_PART_shank_l, KEEL_PART_trunk, 4},
	{KEEL_PART_shank_r, KEEL_PART_trunk, 4},
	{KEEL_PART_foot_l, KEEL_PART_thigh_r, 3},
	{KEEL_PART_foot_r, KEEL_PART_thigh_l, 3},
};

static void find_solids(const keel_body_frames *frames, keel_solve_result *result)
{
	for (int part = 0; part < KEEL_PART_COUNT; part++) {
		const keel_shape_part *row = keel_shape_get_part(part);
		float deepest = 0;
		for (int i = 0; i < row->ball_count; i++) {
			float radius = 0;
			keel_vec3 at = keel_shape_ball_cm(frames, part, &row->balls[i], &radius);
			deepest = fmaxf(deepest, radius - at.y);
		}
		if (deepest > 1.5f && part != KEEL_PART_bun)
			keel_solve_add_finding(
				result, (keel_solve_finding){KEEL_SOLVE_RULE_FLOOR, deepest > 3.5f,
							     row->name, "", deepest, 1.5f, 0});
	}
	for (unsigned i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		float inside = -part_gap(frames, pairs[i].a, pairs[i].b);
		if (inside > pairs[i].gives_cm)
			keel_solve_add_finding(
				result, (keel_solve_finding){KEEL_SOLVE_RULE_BODY,
							     inside > pairs[i].gives_cm + 3,
							     keel_shape_get_part(pairs[i].a)->name,
							     keel_shape_get_part(pairs[i].b)->name,
							     inside, pairs[i].gives_cm, 0});
	}
}

void keel_solve_lint(const keel_solve_problem *problem, keel_solve_result *result)
{
	keel_body_frames frames;
	keel_body_frames_of(problem->build, &result->pose, &frames);
	find_contacts(problem, &frames, result);
	find_angles(problem, result);
	find_solids(&frames, result);
	float margin = keel_solve_balance_cm(problem->build, problem->def, &frames);
	result->balance_margin_cm = margin;
	if (margin < 0)
		keel_solve_add_finding(result,
				       (keel_solve_finding){KEEL_SOLVE_RULE_BALANCE, margin < -2,
							    "", "", -margin, 0, 0});
}

keel_vec3 keel_solve_site_normal(const keel_body_frames *frames, keel_site site)
{
	keel_segment segment = keel_body_site_segment(site);
	const keel_frame *frame = &frames->segment[segment];
	keel_vec3 out = vec3_sub(keel_body_site_cm(frames, site), frame->origin_cm);
	out = vec3_sub(out, vec3_mul(frame->axis_y, vec3_dot(out, frame->axis_y)));
	/* Hands, feet and head have no axis to speak of. */
	bool has_axis = segment != KEEL_SEGMENT_neck && keel_body_girth_share(segment) > 0;
	return has_axis ? vec3_unit_or(out, vec3(0, 1, 0)) : vec3(0, 1, 0);
}
