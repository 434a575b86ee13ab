/* The solver: damped Gauss–Newton over the root and 27 angles.
 *
 * Each wish is a residual, divided by what one unit of it is worth: contacts 0.2 cm, pins 0.25 cm,
 * joint limits 0.5°, authored angles their own softness (angles.h). With these weights contacts are
 * hard in effect, and a pose whose contacts cannot be met shows by how much. The Jacobian is
 * numeric: 33 more evaluations an iteration are cheaper than keeping derivatives right for every
 * wish.
 */
#include <math.h>
#include <string.h>

#include "compiler/solve/solve_inside.h"
#include "core/base/err.h"
#include "core/body/shape.h"

#define N KEEL_SOLVE_PARAM_COUNT

keel_pose_def keel_default_pose_def(void)
{
	keel_pose_def def;
	memset(&def, 0, sizeof def);
	def.softness = 1;
	/* What nobody mentions hangs as arms do. */
	for (int side = 0; side < 2; side++) {
		def.angle_deg[KEEL_ANGLE_shoulder_abd_l + side * KEEL_ANGLE_SIDE_COUNT] = 8;
		def.angle_deg[KEEL_ANGLE_elbow_flex_l + side * KEEL_ANGLE_SIDE_COUNT] = 6;
		def.angle_deg[KEEL_ANGLE_forearm_rot_l + side * KEEL_ANGLE_SIDE_COUNT] = 25;
		def.angle_deg[KEEL_ANGLE_wrist_flex_l + side * KEEL_ANGLE_SIDE_COUNT] = 8;
	}
	return def;
}

static int solved_angles(int index[N])
{
	int count = 0;
	for (int i = 0; i < KEEL_ANGLE_COUNT; i++) {
		if (keel_angle_get_info((keel_angle)i)->is_solved)
			index[count++] = i;
	}
	KEEL_ASSERT(count == N - 6);
	return count;
}

/* Turns the root by small angles about the axes of the room. */
static void turn_root(keel_body_pose *pose, const float deg[3])
{
	float x = deg[0] * KEEL_DEG_IN_RAD / 2, y = deg[1] * KEEL_DEG_IN_RAD / 2,
	      z = deg[2] * KEEL_DEG_IN_RAD / 2;
	float angle = sqrtf(x * x + y * y + z * z);
	float s = angle > 1e-6f ? sinf(angle) / angle : 1;
	float a[4] = {cosf(angle), x * s, y * s, z * s}, *b = pose->root_quat, r[4];
	r[0] = a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
	r[1] = a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2];
	r[2] = a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1];
	r[3] = a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0];
	float length = sqrtf(r[0] * r[0] + r[1] * r[1] + r[2] * r[2] + r[3] * r[3]);
	for (int i = 0; i < 4; i++)
		b[i] = r[i] / length;
}

static void step_pose(keel_body_pose *pose, const int index[N], const float delta[N])
{
	pose->root_cm = vec3_add(pose->root_cm, vec3(delta[0], delta[1], delta[2]));
	turn_root(pose, delta + 3);
	for (int i = 6; i < N; i++)
		pose->angle_deg[index[i - 6]] += delta[i];
}

typedef struct residuals {
	int count;
	float value[KEEL_SOLVE_RESIDUAL_MAX];
} residuals;

static void wish(residuals *r, float value)
{
	KEEL_ASSERT(r->count < KEEL_SOLVE_RESIDUAL_MAX);
	r->value[r->count++] = value;
}

static void wish_contacts(const keel_solve_problem *problem, const keel_body_frames *frames,
			  residuals *r)
{
	const keel_pose_def *def = problem->def;
	for (int i = 0; i < def->contact_count; i++) {
		keel_vec3 place;
		wish(r, keel_solve_contact_gap(frames, &def->contact[i], &place) / .2f);
		if (!problem->is_pinned[i])
			continue;
		keel_vec3 off = vec3_sub(place, problem->pin[i]);
		keel_vec3 n = keel_solve_plane_normal(&def->contact[i]);
		off = vec3_sub(off, vec3_mul(n, vec3_dot(off, n)));
		wish(r, off.x / .25f);
		wish(r, off.y / .25f);
		wish(r, off.z / .25f);
	}
	for (int i = 0; i < def->touch_count; i++) {
		keel_vec3 off = vec3_sub(keel_body_site_cm(frames, def->touch[i].site),
					 keel_body_site_cm(frames, def->touch[i].on));
		if (def->touch[i].gap_cm > 0) {
			wish(r, (vec3_length(off) - def->touch[i].gap_cm) / .7f);
			continue;
		}
		wish(r, off.x / .8f);
		wish(r, off.y / .8f);
		wish(r, off.z / .8f);
	}
}

static void wish_angles(const keel_solve_problem *problem, const keel_body_pose *pose, residuals *r)
{
	const keel_pose_def *def = problem->def;
	for (int i = 0; i < KEEL_ANGLE_COUNT; i++) {
		const keel_angle_info *info = keel_angle_get_info((keel_angle)i);
		if (!info->is_solved)
			continue;
		float sd = info->sd_deg * def->softness / problem->tightness *
			   (def->is_set[i] ? 1.0f : 1.7f);
		float value = pose->angle_deg[i];
		wish(r, (value - def->angle_deg[i]) / sd);
		float past = value > info->most_deg    ? value - info->most_deg
			     : value < info->least_deg ? value - info->least_deg
						       : 0;
		wish(r, past / .5f);
	}
}

static void wish_root(const keel_solve_problem *problem, const keel_body_pose *pose, residuals *r)
{
	const float *a = problem->anchor.root_quat, *b = pose->root_quat;
	/* Twice the vector part of b·conj(a): the rotation between them, in radians while it is
	 * small. */
	float w = b[0] * a[0] + b[1] * a[1] + b[2] * a[2] + b[3] * a[3];
	float sign = w < 0 ? -2.0f : 2.0f;
	float x = sign * (-b[0] * a[1] + b[1] * a[0] - b[2] * a[3] + b[3] * a[2]);
	float y = sign * (-b[0] * a[2] + b[1] * a[3] + b[2] * a[0] - b[3] * a[1]);
	float z = sign * (-b[0] * a[3] - b[1] * a[2] + b[2] * a[1] + b[3] * a[0]);
	float sd = problem->anchor_sd_deg * KEEL_DEG_IN_RAD;
	wish(r, x / sd);
	wish(r, y / (sd * .5f));
	wish(r, z / sd);
	wish(r, (pose->root_cm.x - problem->anchor.root_cm.x) / problem->anchor_sd_cm);
	wish(r, (pose->root_cm.z - problem->anchor.root_cm.z) / problem->anchor_sd_cm);
}

/* No ball of the drawn body below the floor. Hips, trunk, head and limbs; fingers and ears follow.
 */
static void wish_floor(const keel_body_frames *frames, residuals *r)
{
	static const uint8_t parts[] = {
		KEEL_PART_hips,	   KEEL_PART_trunk,	KEEL_PART_hair,	     KEEL_PART_thigh_l,
		KEEL_PART_thigh_r, KEEL_PART_shank_l,	KEEL_PART_shank_r,   KEEL_PART_foot_l,
		KEEL_PART_foot_r,  KEEL_PART_forearm_l, KEEL_PART_forearm_r, KEEL_PART_arm_l,
		KEEL_PART_arm_r,
	};
	for (unsigned i = 0; i < sizeof parts; i++) {
		const keel_shape_part *row = keel_shape_get_part(parts[i]);
		for (int k = 0; k < row->ball_count; k++) {
			float radius = 0;
			keel_vec3 at =
				keel_shape_ball_cm(frames, parts[i], &row->balls[k], &radius);
			float below = radius - .4f - at.y;
			wish(r, below > 0 ? below / .7f : 0);
		}
	}
}

static void evaluate(const keel_solve_problem *problem, const keel_body_pose *pose, residuals *r)
{
	keel_body_pose settled = *pose;
	keel_body_frames frames;
	keel_solve_follow(problem->build, problem->def, &settled);
	keel_body_frames_of(problem->build, &settled, &frames);
	r->count = 0;
	wish_contacts(problem, &frames, r);
	wish_angles(problem, &settled, r);
	wish_root(problem, &settled, r);
	wish_floor(&frames, r);
	float margin = keel_solve_balance_cm(problem->build, problem->def, &frames);
	wish(r, margin < 1.5f ? (1.5f - margin) / .6f : 0);
}

static double sum_of_squares(const residuals *r)
{
	double sum = 0;
	for (int i = 0; i < r->count; i++)
		sum += (double)r->value[i] * (double)r->value[i];
	return sum;
}

/* Solves a·x = b for a symmetric positive matrix (Cholesky, in place). False when it is not
 * positive. */
static bool solve_positive(double a[N][N], const double b[N], double x[N])
{
	for (int i = 0; i < N; i++) {
		for (int j = 0; j <= i; j++) {
			double sum = a[i][j];
			for (int k = 0; k < j; k++)
				sum -= a[i][k] * a[j][k];
			if (i == j && sum <= 1e-12)
				return false;
			a[i][j] = i == j ? sqrt(sum) : sum / a[j][j];
		}
	}
	for (int i = 0; i < N; i++) {
		double sum = b[i];
		for (int k = 0; k < i; k++)
			sum -= a[i][k] * x[k];
		x[i] = sum / a[i][i];
	}
	for (int i = N - 1; i >= 0; i--) {
		double sum = x[i];
		for (int k = i + 1; k < N; k++)
			sum -= a[k][i] * x[k];
		x[i] = sum / a[i][i];
	}
	return true;
}

static void derive(const keel_solve_problem *problem, const keel_body_pose *pose,
		   const int index[N], const residuals *here, double normal[N][N], double slope[N])
{
	static const float step = .04f;
	residuals there;
	float jacobian[N][KEEL_SOLVE_RESIDUAL_MAX];
	for (int i = 0; i < N; i++) {
		keel_body_pose moved = *pose;
		float delta[N] = {0};
		delta[i] = step;
		step_pose(&moved, index, delta);
		evaluate(problem, &moved, &there);
		KEEL_ASSERT(there.count == here->count);
		for (int k = 0; k < here->count; k++)
			jacobian[i][k] = (there.value[k] - here->value[k]) / step;
	}
	for (int i = 0; i < N; i++) {
		slope[i] = 0;
		for (int k = 0; k < here->count; k++)
			slope[i] -= (double)jacobian[i][k] * (double)here->value[k];
		for (int j = 0; j <= i; j++) {
			float sum = 0;
			for (int k = 0; k < here->count; k++)
				sum += jacobian[i][k] * jacobian[j][k];
			normal[i][j] = normal[j][i] = (double)sum;
		}
	}
}

int keel_solve_run(const keel_solve_problem *problem, keel_body_pose *pose)
{
	int index[N], iteration = 0;
	residuals here, there;
	(void)solved_angles(index);
	evaluate(problem, pose, &here);
	double cost = sum_of_squares(&here), damping = 1e-2;
	for (; iteration < problem->iteration_max; iteration++) {
		double normal[N][N], slope[N];
		derive(problem, pose, index, &here, normal, slope);
		bool is_better = false;
		double gained = 0;
		for (int tries = 0; tries < 7 && !is_better; tries++) {
			double damped[N][N], x[N];
			float delta[N], longest = 0;
			memcpy(damped, normal, sizeof damped);
			for (int i = 0; i < N; i++)
				damped[i][i] += damping * (normal[i][i] + 1e-3);
			if (!solve_positive(damped, slope, x)) {
				damping *= 10;
				continue;
			}
			for (int i = 0; i < N; i++)
				longest = fmaxf(longest, fabsf((float)x[i]));
			float shrink = longest > 25 ? 25 / longest : 1;
			for (int i = 0; i < N; i++)
				delta[i] = (float)x[i] * shrink;
			keel_body_pose moved = *pose;
			step_pose(&moved, index, delta);
			evaluate(problem, &moved, &there);
			double next = sum_of_squares(&there);
			if (next < cost) {
				gained = cost - next;
				cost = next;
				*pose = moved;
				here = there;
				damping = fmax(damping / 6, 1e-7);
				is_better = true;
			} else {
				damping *= 6;
			}
		}
		if (!is_better || gained < 1e-4 * cost + 1e-6)
			break;
	}
	keel_solve_follow(problem->build, problem->def, pose);
	keel_solve_read_pelvis(pose);
	return iteration;
}

void keel_solve_read_pelvis(keel_body_pose *pose)
{
	/* R = Ry(turn)·Rx(list)·Rz(−tilt): list from the middle row, the others beside it. */
	float w = pose->root_quat[0], x = pose->root_quat[1], y = pose->root_quat[2],
	      z = pose->root_quat[3];
	float r12 = 2 * (y * z - w * x), r02 = 2 * (x * z + w * y), r22 = 1 - 2 * (x * x + y * y);
	float r10 = 2 * (x * y + w * z), r11 = 1 - 2 * (x * x + z * z);
	pose->angle_deg[KEEL_ANGLE_pelvis_list] = asinf(clamp_float(-r12, -1, 1)) / KEEL_DEG_IN_RAD;
	pose->angle_deg[KEEL_ANGLE_pelvis_turn] = atan2f(r02, r22) / KEEL_DEG_IN_RAD;
	pose->angle_deg[KEEL_ANGLE_pelvis_tilt] = -atan2f(r10, r11) / KEEL_DEG_IN_RAD;
}

void keel_solve_fill_pins(keel_solve_problem *problem, const keel_body_pose *pins)
{
	keel_body_frames frames;
	if (pins == NULL)
		return;
	keel_body_frames_of(problem->build, pins, &frames);
	for (int i = 0; i < problem->def->contact_count; i++) {
		/* A site that does not yet touch there has no place to keep. */
		float gap_cm = keel_solve_contact_gap(&frames, &problem->def->contact[i],
						      &problem->pin[i]);
		problem->is_pinned[i] = fabsf(gap_cm) < 3;
	}
}

/* Upright or lying at the origin by the hints, at a height where the first contact is met. */
static keel_body_pose first_guess(const keel_body_build *build, const keel_pose_def *def)
{
	keel_body_pose pose = keel_body_default_pose();
	memcpy(pose.angle_deg, def->angle_deg, sizeof pose.angle_deg);
	const float *a = def->angle_deg;
	keel_body_quat_of_pelvis(a[KEEL_ANGLE_pelvis_tilt], a[KEEL_ANGLE_pelvis_list],
				 a[KEEL_ANGLE_pelvis_turn], pose.root_quat);
	keel_body_frames frames;
	keel_solve_follow(build, def, &pose);
	keel_body_frames_of(build, &pose, &frames);
	float sum = 0;
	int count = 0;
	for (int i = 0; i < def->contact_count; i++) {
		keel_vec3 place;
		if (def->contact[i].plane != KEEL_SOLVE_FLOOR)
			continue;
		sum += keel_solve_contact_gap(&frames, &def->contact[i], &place);
		count++;
	}
	if (count > 0)
		pose.root_cm.y -= sum / (float)count;
	return pose;
}

void keel_solve_pose(const keel_body_build *build, const keel_pose_def *def,
		     const keel_body_pose *start, keel_solve_result *result)
{
	keel_solve_problem problem = {.build = build,
				      .def = def,
				      .anchor_sd_cm = 60,
				      .tightness = 1,
				      .iteration_max = 80};
	bool has_hint = def->is_set[KEEL_ANGLE_pelvis_tilt] ||
			def->is_set[KEEL_ANGLE_pelvis_list] || def->is_set[KEEL_ANGLE_pelvis_turn];
	memset(result, 0, sizeof *result);
	problem.anchor = first_guess(build, def);
	problem.anchor_sd_deg = has_hint ? 8.0f : 16.0f;
	if (def->pins != NULL) {
		problem.anchor.root_cm.x = def->pins->root_cm.x;
		problem.anchor.root_cm.z = def->pins->root_cm.z;
	}
	keel_solve_fill_pins(&problem, def->pins);
	keel_body_pose pose = start != NULL ? *start : problem.anchor;
	result->iterations = keel_solve_run(&problem, &pose);
	result->pose = pose;
	keel_solve_lint(&problem, result);
}
