/* Where the camera stands, and where the things do. */
#include <math.h>
#include <string.h>

#include "compiler/solve/solve_inside.h"

bool keel_solve_camera_find(const char *named, int named_bytes, keel_camera *camera)
{
	static const struct {
		const char *name;
		keel_camera camera;
	} cameras[] = {
		{"side", {0, 8}},
		{"front", {90, 6}},
		{"back", {-90, 6}},
		{"three-quarter", {38, 12}},
		{"back-three-quarter", {-38, 12}},
		{"above", {0, 62}},
		{"feet", {-60, 22}},
		{"left-side", {180, 8}},
	};
	for (unsigned i = 0; i < sizeof cameras / sizeof cameras[0]; i++) {
		if ((int)strlen(cameras[i].name) == named_bytes &&
		    memcmp(cameras[i].name, named, (size_t)named_bytes) == 0) {
			*camera = cameras[i].camera;
			return true;
		}
	}
	return false;
}

keel_camera keel_solve_camera_for(const keel_body_pose *poses, int pose_count)
{
	float turned = 0, list = 0;
	for (int i = 0; i < pose_count; i++) {
		const float *a = poses[i].angle_deg;
		turned = fmaxf(turned,
			       fabsf(a[KEEL_ANGLE_lumbar_rot]) + fabsf(a[KEEL_ANGLE_thorax_rot]));
		list = fmaxf(list, fmaxf(fabsf(a[KEEL_ANGLE_lumbar_side]) +
						 fabsf(a[KEEL_ANGLE_thorax_side]),
					 fabsf(a[KEEL_ANGLE_pelvis_list])));
	}
	if (list > 45)
		return (keel_camera){62, 26}; /* side-lying: from the front, a little from above */
	if (list > 15)
		return (keel_camera){90, 6};
	if (turned > 15)
		return (keel_camera){50, 14};
	return (keel_camera){0, 8};
}

bool keel_solve_place_prop(const keel_body_build *build, const keel_pose_def *def,
			   const keel_body_pose *pose, keel_prop *prop)
{
	bool is_wall = prop->kind == KEEL_PROP_wall || prop->kind == KEEL_PROP_post;
	keel_body_frames frames;
	float x0 = 1e9f, x1 = -1e9f, z0 = 1e9f, z1 = -1e9f, wall_x = 0;
	keel_body_frames_of(build, pose, &frames);
	for (int i = 0; i < def->contact_count; i++) {
		const keel_solve_contact *contact = &def->contact[i];
		keel_vec3 at;
		(void)keel_solve_contact_gap(&frames, contact, &at);
		bool is_here = is_wall ? contact->plane == KEEL_SOLVE_WALL
				       : contact->plane == KEEL_SOLVE_FLOOR &&
						 contact->offset_cm > 1 &&
						 fabsf(contact->offset_cm - prop->size_cm.y) < 8;
		if (!is_here)
			continue;
		wall_x = contact->offset_cm;
		x0 = fminf(x0, at.x);
		x1 = fmaxf(x1, at.x);
		z0 = fminf(z0, at.z);
		z1 = fmaxf(z1, at.z);
	}
	if (x0 > x1)
		return false;
	prop->place_cm.z = (z0 + z1) / 2;
	if (is_wall) {
		prop->place_cm.x = wall_x + (wall_x < 0 ? -1.0f : 1.0f) * prop->size_cm.x / 2;
		return true;
	}
	/* Calves or hands reach over the front edge; who sits, sits in the middle. */
	float towards = x0 > pose->root_cm.x + 15 ? prop->size_cm.x / 2 - 12 : 0;
	prop->place_cm.x = (x0 + x1) / 2 + towards;
	prop->size_cm.x = fmaxf(prop->size_cm.x, x1 - x0 + 20);
	return true;
}
