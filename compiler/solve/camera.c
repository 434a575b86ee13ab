/* Choosing a camera. */
#include <math.h>
#include <string.h>

#include "compiler/solve/solve_inside.h"

bool keel_solve_camera_find(const char *named, int named_bytes, keel_camera *camera)
{
	static const struct {
		const char *name;
		keel_camera camera;
	} cameras[] = {
		{"side", {0, 8}}, {"front", {90, 6}}, {"back", {-90, 6}}, {"three-quarter", {38, 12}},
		{"back-three-quarter", {-38, 12}}, {"above", {0, 62}}, {"feet", {-60, 22}}, {"left-side", {180, 8}},
	};
	for (unsigned i = 0; i < sizeof cameras / sizeof cameras[0]; i++) {
		if ((int)strlen(cameras[i].name) == named_bytes && memcmp(cameras[i].name, named, (size_t)named_bytes) == 0) {
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
		turned = fmaxf(turned, fabsf(a[KEEL_ANGLE_lumbar_rot]) + fabsf(a[KEEL_ANGLE_thorax_rot]));
		list = fmaxf(list, fmaxf(fabsf(a[KEEL_ANGLE_lumbar_side]) + fabsf(a[KEEL_ANGLE_thorax_side]),
		                         fabsf(a[KEEL_ANGLE_pelvis_list])));
	}
	if (list > 45)
		return (keel_camera){-90, 24}; /* side-lying: from where the back is, a little from above */
	if (list > 15)
		return (keel_camera){90, 6};
	if (turned > 15)
		return (keel_camera){50, 14};
	return (keel_camera){0, 8};
}
