/* Baking: a phase between two solved poses as a few samples that the core interpolates.
 *
 * The way is straight in the angles; each sample is settled again on the contacts that both ends
 * share, which are pinned to where the ends have them. A contact that only one end has is simply
 * let go, or taken: at its own end the solved pose meets it exactly, and in between the straight
 * way in the angles lifts it off. Lying to standing shares nothing, so such a phase passes
 * waypoints.
 *
 * We settle 33 samples and keep 2, 3, 5, 9 or 17 of them when cubic interpolation through those
 * stays within 4 mm.
 */
#include <math.h>
#include <string.h>

#include "compiler/solve/solve_inside.h"
#include "core/base/err.h"
#include "core/body/shape.h"

#define FINE KEEL_TRACK_SAMPLE_MAX

/* Contacts of both poses on the same plane, where they are at u between the two. */
static void share_contacts(const keel_phase_def *def, const keel_body_build *build, float u,
			   keel_pose_def *out, keel_solve_problem *problem, float *moved_cm)
{
	keel_body_frames from, to;
	keel_body_frames_of(build, def->from_pose, &from);
	keel_body_frames_of(build, def->to_pose, &to);
	out->contact_count = 0;
	for (int i = 0; i < def->from->contact_count; i++) {
		const keel_solve_contact *a = &def->from->contact[i];
		for (int k = 0; k < def->to->contact_count; k++) {
			const keel_solve_contact *b = &def->to->contact[k];
			if (a->site != b->site || a->plane != b->plane)
				continue;
			keel_vec3 place_a, place_b;
			(void)keel_solve_contact_gap(&from, a, &place_a);
			(void)keel_solve_contact_gap(&to, b, &place_b);
			int at = out->contact_count++;
			out->contact[at] = *a;
			out->contact[at].offset_cm = lerp_float(a->offset_cm, b->offset_cm, u);
			problem->pin[at] = vec3_lerp(place_a, place_b, u);
			problem->is_pinned[at] = true;
			keel_vec3 n = keel_solve_plane_normal(a), off = vec3_sub(place_b, place_a);
			*moved_cm =
				fmaxf(*moved_cm,
				      vec3_length(vec3_sub(off, vec3_mul(n, vec3_dot(off, n)))));
		}
	}
	out->touch_count = 0;
	for (int i = 0; i < def->from->touch_count; i++) {
		for (int k = 0; k < def->to->touch_count; k++) {
			if (def->from->touch[i].site == def->to->touch[k].site &&
			    def->from->touch[i].on == def->to->touch[k].on)
				out->touch[out->touch_count++] = def->from->touch[i];
		}
	}
}

/* The straight way, past the waypoints. */
static keel_body_pose straight(const keel_phase_def *def, float u)
{
	int legs = def->via_count + 1;
	float place = u * (float)legs;
	int leg = (int)place >= legs ? legs - 1 : (int)place;
	const keel_body_pose *a = leg == 0 ? def->from_pose : def->via[leg - 1];
	const keel_body_pose *b = leg == legs - 1 ? def->to_pose : def->via[leg];
	return keel_body_blend(a, b, place - (float)leg);
}

/* Who shares no contact with both ends (rolling over, getting up past waypoints) still lies or
 * stands on the floor: the lowest point of the drawn body is put there. */
static void put_down(const keel_body_build *build, keel_body_pose *pose)
{
	keel_body_frames frames;
	float lowest = 1e9f;
	keel_body_frames_of(build, pose, &frames);
	for (int part = 0; part < KEEL_PART_COUNT; part++) {
		const keel_shape_part *row = keel_shape_get_part(part);
		for (int i = 0; i < row->ball_count; i++) {
			float radius = 0;
			keel_vec3 at = keel_shape_ball_cm(&frames, part, &row->balls[i], &radius);
			lowest = fminf(lowest, at.y - radius);
		}
	}
	pose->root_cm.y -= lowest;
}

static keel_body_pose settle(const keel_body_build *build, const keel_phase_def *def, float u,
			     keel_solve_result *result)
{
	keel_body_pose pose = straight(def, u), pinned = pose;
	keel_pose_def wanted = *def->from;
	keel_solve_problem problem = {.build = build,
				      .def = &wanted,
				      .anchor = pinned,
				      .anchor_sd_cm = 3,
				      .anchor_sd_deg = 5,
				      .tightness = 1.5f,
				      .iteration_max = 25};
	wanted.pins = NULL;
	float moved_cm = 0;
	share_contacts(def, build, u, &wanted, &problem, &moved_cm);
	/* With waypoints the ends share too little to hold on to: only what nobody passes through
	 * stays. */
	if (def->via_count > 0)
		wanted.contact_count = wanted.touch_count = 0;
	for (int i = 0; i < KEEL_ANGLE_COUNT; i++) {
		wanted.angle_deg[i] = pose.angle_deg[i];
		wanted.is_set[i] = true;
	}
	/* Balance needs all that bears; between a switch of contacts the ends' own support is a
	 * poor guess. */
	wanted.may_topple = wanted.contact_count < def->from->contact_count ||
			    wanted.contact_count < def->to->contact_count;
	keel_body_pose hands = pose;
	(void)keel_solve_run(&problem, &pose);
	/* Hands and toes that do not touch all the way turn evenly between the ends. */
	if (wanted.contact_count < def->from->contact_count ||
	    wanted.contact_count < def->to->contact_count ||
	    def->from->touch_count != wanted.touch_count ||
	    def->to->touch_count != wanted.touch_count) {
		for (int i = 0; i < KEEL_ANGLE_COUNT; i++) {
			if (i > KEEL_ANGLE_pelvis_turn &&
			    !keel_angle_get_info((keel_angle)i)->is_solved)
				pose.angle_deg[i] = hands.angle_deg[i];
		}
		keel_solve_follow(build, &wanted, &pose);
	}
	if (wanted.contact_count == 0)
		put_down(build, &pose);
	keel_solve_result own;
	memset(&own, 0, sizeof own);
	own.pose = pose;
	keel_solve_lint(&problem, &own);
	for (int i = 0; i < own.finding_count; i++) {
		own.finding[i].t01 = u;
		if (own.finding[i].rule != KEEL_SOLVE_RULE_ANGLE && own.finding[i].is_error)
			keel_solve_add_finding(result, own.finding[i]);
	}
	result->contact_error_cm_max =
		fmaxf(result->contact_error_cm_max, own.contact_error_cm_max);
	result->balance_margin_cm = fminf(result->balance_margin_cm, own.balance_margin_cm);
	result->slide_cm_max = fmaxf(result->slide_cm_max, fmaxf(moved_cm, own.slide_cm_max));
	return pose;
}

/* On the way other wishes hold than at the ends (balance, contacts of one end only), so the settled
 * way ends a few millimetres beside the solved poses. The difference is spread over the way, or it
 * would be a jolt. */
static void meet_ends(const keel_phase_def *def, keel_body_pose fine[FINE])
{
	keel_body_pose off[2];
	float *values[2] = {&off[0].root_cm.x, &off[1].root_cm.x};
	for (int end = 0; end < 2; end++) {
		const keel_body_pose *exact = end == 0 ? def->from_pose : def->to_pose;
		keel_body_pose *made = end == 0 ? &fine[0] : &fine[FINE - 1];
		float dot = 0;
		for (int k = 0; k < 4; k++)
			dot += exact->root_quat[k] * made->root_quat[k];
		off[end] = *exact;
		for (int k = 0; k < 4 && dot < 0; k++)
			off[end].root_quat[k] = -off[end].root_quat[k];
		for (unsigned k = 0; k < sizeof off[0] / sizeof(float); k++)
			values[end][k] -= (&made->root_cm.x)[k];
	}
	for (int i = 0; i < FINE; i++) {
		float u = (float)i / (FINE - 1), length = 0;
		for (unsigned k = 0; k < sizeof off[0] / sizeof(float); k++)
			(&fine[i].root_cm.x)[k] += lerp_float(values[0][k], values[1][k], u);
		for (int k = 0; k < 4; k++)
			length += fine[i].root_quat[k] * fine[i].root_quat[k];
		for (int k = 0; k < 4; k++)
			fine[i].root_quat[k] /= sqrtf(length);
	}
}

static float sample_cubic(float a, float b, float c, float d, float t)
{
	return b + .5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/* What the core will make of every step-th sample, at fine sample `at`. */
static keel_body_pose thinned(const keel_body_pose fine[FINE], int step, int at)
{
	int i = at / step * step;
	i = i >= FINE - 1 ? FINE - 1 - step : i;
	float t = (float)(at - i) / (float)step;
	const keel_body_pose *b = &fine[i], *c = &fine[i + step];
	keel_body_pose out = *b;
	const keel_body_pose *before = i - step >= 0 ? &fine[i - step] : NULL;
	const keel_body_pose *after = i + 2 * step < FINE ? &fine[i + 2 * step] : NULL;
	const float *fb = &b->root_cm.x, *fc = &c->root_cm.x;
	const float *fa = before ? &before->root_cm.x : NULL,
		    *fd = after ? &after->root_cm.x : NULL;
	float *fo = &out.root_cm.x;
	for (unsigned k = 0; k < sizeof out / sizeof(float); k++)
		fo[k] = sample_cubic(fa ? fa[k] : 2 * fb[k] - fc[k], fb[k], fc[k],
				     fd ? fd[k] : 2 * fc[k] - fb[k], t);
	float length = 0;
	for (int k = 0; k < 4; k++)
		length += out.root_quat[k] * out.root_quat[k];
	for (int k = 0; k < 4; k++)
		out.root_quat[k] /= sqrtf(length);
	return out;
}

static float worst_cm(const keel_body_build *build, const keel_body_pose fine[FINE], int step)
{
	float worst = 0;
	for (int at = 0; at < FINE; at++) {
		keel_body_frames exact, near;
		keel_body_pose pose = thinned(fine, step, at);
		keel_body_frames_of(build, &fine[at], &exact);
		keel_body_frames_of(build, &pose, &near);
		for (int s = 0; s < KEEL_SEGMENT_COUNT; s++) {
			keel_vec3 tip = {0, -10, 0};
			worst = fmaxf(worst, vec3_length(vec3_sub(
						     keel_body_place_cm(&exact.segment[s], tip),
						     keel_body_place_cm(&near.segment[s], tip))));
		}
	}
	return worst;
}

static void check_speed(const keel_phase_def *def, const keel_body_pose fine[FINE],
			keel_solve_result *result)
{
	if (def->seconds <= 0 || def->is_hold)
		return;
	for (int i = KEEL_ANGLE_lumbar_flex; i < KEEL_ANGLE_COUNT; i++) {
		if (!keel_angle_get_info((keel_angle)i)->is_solved)
			continue;
		/* The minimum jerk is fastest in the middle, 1.875 times the mean. */
		float speed = 1.875f * fabsf(fine[FINE - 1].angle_deg[i] - fine[0].angle_deg[i]) /
			      def->seconds;
		if (speed > 200)
			keel_solve_add_finding(
				result,
				(keel_solve_finding){KEEL_SOLVE_RULE_SPEED, false,
						     keel_angle_get_info((keel_angle)i)->name, "",
						     speed, 200, .5f});
	}
}

void keel_bake_phase(const keel_body_build *build, const keel_phase_def *def,
		     keel_baked_phase *baked, keel_solve_result *result)
{
	memset(result, 0, sizeof *result);
	result->balance_margin_cm = 1000;
	result->pose = *def->to_pose;
	baked->is_hold = def->is_hold;
	if (def->is_hold) {
		baked->sample_count = 1;
		baked->sample[0] = *def->to_pose;
		return;
	}
	keel_body_pose fine[FINE];
	for (int i = 0; i < FINE; i++)
		fine[i] = settle(build, def, (float)i / (FINE - 1), result);
	meet_ends(def, fine);
	for (int i = 0; i < FINE; i++) {
		/* Quaternions of one phase on one half of the sphere, or interpolation would turn
		 * the long way. */
		float dot = 0;
		for (int k = 0; k < 4 && i > 0; k++)
			dot += fine[i].root_quat[k] * fine[i - 1].root_quat[k];
		for (int k = 0; k < 4 && dot < 0; k++)
			fine[i].root_quat[k] = -fine[i].root_quat[k];
	}
	if (result->slide_cm_max > 1)
		keel_solve_add_finding(result,
				       (keel_solve_finding){KEEL_SOLVE_RULE_SLIDE,
							    result->slide_cm_max > 3, "", "",
							    result->slide_cm_max, 1, .5f});
	check_speed(def, fine, result);
	int step = FINE - 1;
	while (step > 1 && worst_cm(build, fine, step) > .4f)
		step /= 2;
	baked->sample_count = (FINE - 1) / step + 1;
	for (int i = 0; i < baked->sample_count; i++)
		baked->sample[i] = fine[i * step];
}
