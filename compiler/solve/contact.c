/* Contacts: where a site touches, how hands and toes lie on it, and whether the body stands on it.
 */
#include <math.h>

#include "compiler/solve/solve_inside.h"
#include "core/base/err.h"

/* Round sites: the middle of a ball in the frame of a segment of the left side, and its radius. */
static const struct {
	uint8_t site, segment;
	float x, y, z, r;
} round_sites[] = {
	{KEEL_SITE_heel_l, KEEL_SEGMENT_foot_l, -2.6f, -3.4f, 0, 3.2f},
	{KEEL_SITE_ball_l, KEEL_SEGMENT_foot_l, 10.6f, -4.5f, 0, 2.1f},
	{KEEL_SITE_toe_l, KEEL_SEGMENT_toes_l, 3.6f, -.4f, 0, 1.4f},
	{KEEL_SITE_hback_l, KEEL_SEGMENT_foot_l, -2.6f, -3.4f, 0, 3.2f},
	{KEEL_SITE_knee_l, KEEL_SEGMENT_shank_l, 0, 0, 0, 5.6f},
	{KEEL_SITE_latk_l, KEEL_SEGMENT_shank_l, 0, 0, 0, 5.6f},
	{KEEL_SITE_medk_l, KEEL_SEGMENT_shank_l, 0, 0, 0, 5.6f},
	{KEEL_SITE_elbow_l, KEEL_SEGMENT_forearm_l, 0, 0, 0, 3.5f},
	{KEEL_SITE_wrist_l, KEEL_SEGMENT_forearm_l, 0, -24.0f, 0, 2.5f},
	{KEEL_SITE_calf_l, KEEL_SEGMENT_shank_l, -1.4f, -13.0f, 0, 5.6f},
	{KEEL_SITE_latf_l, KEEL_SEGMENT_foot_l, 6.0f, -4.2f, 0, 3.0f},
	{KEEL_SITE_medf_l, KEEL_SEGMENT_foot_l, 6.0f, -4.2f, 0, 3.0f},
};

keel_vec3 keel_solve_plane_normal(const keel_solve_contact *contact)
{
	switch (contact->plane) {
	case KEEL_SOLVE_WALL:
		return vec3(contact->offset_cm >= 0 ? -1.0f : 1.0f, 0, 0);
	case KEEL_SOLVE_SIDE:
		return vec3(0, 0, contact->offset_cm >= 0 ? -1.0f : 1.0f);
	default:
		return vec3(0, 1, 0);
	}
}

float keel_solve_contact_gap(const keel_body_frames *frames, const keel_solve_contact *contact,
			     keel_vec3 *place)
{
	keel_vec3 normal = keel_solve_plane_normal(contact);
	float offset = contact->plane == KEEL_SOLVE_FLOOR ? contact->offset_cm
							  : -fabsf(contact->offset_cm);
	bool is_right = contact->site >= KEEL_SITE_SIDE_FIRST + KEEL_SITE_SIDE_COUNT;
	int left_site = (int)contact->site - (is_right ? (int)KEEL_SITE_SIDE_COUNT : 0);
	for (unsigned i = 0; i < sizeof round_sites / sizeof round_sites[0]; i++) {
		if (round_sites[i].site != left_site)
			continue;
		int segment = round_sites[i].segment + (is_right ? KEEL_SEGMENT_SIDE_COUNT : 0);
		*place = keel_body_local_cm(
			frames, (keel_segment)segment,
			vec3(round_sites[i].x, round_sites[i].y, round_sites[i].z));
		return vec3_dot(*place, normal) - offset -
		       keel_body_radius_cm(frames, (keel_segment)segment, round_sites[i].r);
	}
	*place = keel_body_site_cm(frames, contact->site);
	return vec3_dot(*place, normal) - offset;
}

/* Turns the hand so that its palm (or back) lies on a surface of normal n. Fingers: along the
 * forearm when it lies on the surface, else towards the head (floor) or upwards (wall). */
static void lay_hand(const keel_body_frames *frames, bool is_right, bool is_back, keel_vec3 n,
		     keel_body_pose *pose)
{
	int shift = is_right ? KEEL_SEGMENT_SIDE_COUNT : 0;
	const keel_frame *forearm = &frames->segment[KEEL_SEGMENT_forearm_l + shift];
	keel_vec3 along = vec3_mul(forearm->axis_y, -1);
	keel_vec3 flat = vec3_sub(along, vec3_mul(n, vec3_dot(along, n)));
	keel_vec3 head =
		fabsf(n.y) > .7f ? frames->segment[KEEL_SEGMENT_thorax_3].axis_y : vec3(0, 1, 0);
	head = vec3_sub(head, vec3_mul(n, vec3_dot(head, n)));
	float lies = vec3_dot(flat, flat);
	keel_vec3 fingers = vec3_add(vec3_mul(vec3_unit_or(flat, head), 2.2f * lies * lies),
				     vec3_mul(vec3_unit_or(head, flat), 1.05f - lies));
	fingers = vec3_unit_or(fingers, vec3(1, 0, 0));
	keel_vec3 z = is_right != is_back ? n : vec3_mul(n, -1);
	keel_vec3 y = vec3_mul(fingers, -1);
	keel_vec3 x = vec3_cross(y, z);
	float r10 = vec3_dot(forearm->axis_y, x), r00 = vec3_dot(forearm->axis_x, x),
	      r20 = vec3_dot(forearm->axis_z, x);
	float r11 = vec3_dot(forearm->axis_y, y), r12 = vec3_dot(forearm->axis_y, z);
	float hand = is_right ? 1.0f : -1.0f;
	float *angle = pose->angle_deg + (is_right ? KEEL_ANGLE_SIDE_COUNT : 0);
	angle[KEEL_ANGLE_forearm_rot_l] = hand * atan2f(-r20, r00) / KEEL_DEG_IN_RAD;
	angle[KEEL_ANGLE_wrist_dev_l] = -asinf(clamp_float(r10, -1, 1)) / KEEL_DEG_IN_RAD;
	angle[KEEL_ANGLE_wrist_flex_l] = hand * atan2f(-r12, r11) / KEEL_DEG_IN_RAD;
}

static void lay_toes(const keel_body_frames *frames, bool is_right, keel_vec3 n,
		     keel_body_pose *pose)
{
	const keel_frame *foot =
		&frames->segment[KEEL_SEGMENT_foot_l + (is_right ? KEEL_SEGMENT_SIDE_COUNT : 0)];
	float deg = atan2f(-vec3_dot(foot->axis_x, n), fmaxf(vec3_dot(foot->axis_y, n), .02f)) /
		    KEEL_DEG_IN_RAD;
	pose->angle_deg[KEEL_ANGLE_toe_flex_l + (is_right ? KEEL_ANGLE_SIDE_COUNT : 0)] =
		clamp_float(deg, -10, 75);
}

void keel_solve_follow(const keel_body_build *build, const keel_pose_def *def, keel_body_pose *pose)
{
	keel_body_frames frames;
	keel_body_frames_of(build, pose, &frames);
	for (int i = 0; i < def->contact_count; i++) {
		keel_site site = def->contact[i].site;
		keel_vec3 n = keel_solve_plane_normal(&def->contact[i]);
		if (site == KEEL_SITE_hand_l || site == KEEL_SITE_hand_r)
			lay_hand(&frames, site == KEEL_SITE_hand_r, false, n, pose);
		if (site == KEEL_SITE_handback_l || site == KEEL_SITE_handback_r)
			lay_hand(&frames, site == KEEL_SITE_handback_r, true, n, pose);
		/* A forearm on the floor brings its hand along, palm down. */
		if (site == KEEL_SITE_wrist_l || site == KEEL_SITE_wrist_r)
			lay_hand(&frames, site == KEEL_SITE_wrist_r, false, n, pose);
		if (site == KEEL_SITE_ball_l || site == KEEL_SITE_ball_r)
			lay_toes(&frames, site == KEEL_SITE_ball_r, n, pose);
	}
	for (int i = 0; i < def->touch_count; i++) {
		keel_site site = def->touch[i].site, on = def->touch[i].on;
		if (site != KEEL_SITE_hand_l && site != KEEL_SITE_hand_r)
			continue;
		keel_vec3 to = keel_body_site_cm(&frames, on);
		bool is_palm = on == KEEL_SITE_hand_l || on == KEEL_SITE_hand_r;
		keel_vec3 n = keel_solve_site_normal(&frames, on);
		if (is_palm)
			n = vec3_unit_or(vec3_sub(keel_body_site_cm(&frames, site), to), n);
		lay_hand(&frames, site == KEEL_SITE_hand_r, false, n, pose);
	}
}

/* Convex hull of points on the floor by walking round it (Jarvis 1973); then the least distance to
 * an edge. */
static float hull_margin(const float (*points)[2], int count, float x, float z)
{
	int start = 0;
	for (int i = 1; i < count; i++) {
		if (points[i][0] < points[start][0])
			start = i;
	}
	float margin = 1e9f;
	int at = start;
	for (int guard = 0; guard < count + 1; guard++) {
		int next = at == 0 ? (count > 1 ? 1 : 0) : 0;
		for (int i = 0; i < count; i++) {
			float side =
				(points[next][0] - points[at][0]) * (points[i][1] - points[at][1]) -
				(points[next][1] - points[at][1]) * (points[i][0] - points[at][0]);
			float far_i =
				hypotf(points[i][0] - points[at][0], points[i][1] - points[at][1]);
			float far_next = hypotf(points[next][0] - points[at][0],
						points[next][1] - points[at][1]);
			if (i != at && (side < -1e-4f || (side < 1e-4f && far_i > far_next)))
				next = i;
		}
		float ex = points[next][0] - points[at][0], ez = points[next][1] - points[at][1];
		float length = hypotf(ex, ez);
		if (length > 1e-3f)
			margin = fminf(margin,
				       (ex * (z - points[at][1]) - ez * (x - points[at][0])) /
					       length);
		at = next;
		if (at == start)
			break;
	}
	return margin;
}

float keel_solve_balance_cm(const keel_body_build *build, const keel_pose_def *def,
			    const keel_body_frames *frames)
{
	float points[KEEL_SOLVE_CONTACT_MAX * 4][2];
	int count = 0;
	for (int i = 0; i < def->contact_count; i++) {
		keel_vec3 at;
		if (def->contact[i].plane != KEEL_SOLVE_FLOOR)
			return 1000;
		(void)keel_solve_contact_gap(frames, &def->contact[i], &at);
		/* Nothing that bears is a point: a patch of 5 cm; a forefoot reaches to the toes.
		 */
		float patch = 2.5f;
		for (int k = 0; k < 4; k++) {
			points[count][0] = at.x + (k % 2 ? patch : -patch);
			points[count++][1] = at.z + (k / 2 ? patch : -patch);
		}
	}
	if (count == 0 || def->may_topple)
		return 1000;
	static const keel_site fists[2] = {KEEL_SITE_fist_l, KEEL_SITE_fist_r};
	keel_vec3 mass = keel_body_centre_of_mass_cm(build, frames);
	float kg = build->mass_kg;
	for (int side = 0; side < 2 && !def->load_is_swung; side++) {
		float load_kg = def->hand_load_kg[side];
		kg += load_kg;
		mass = vec3_lerp(mass, keel_body_site_cm(frames, fists[side]), load_kg / kg);
	}
	return hull_margin((const float(*)[2])points, count, mass.x, mass.z);
}
