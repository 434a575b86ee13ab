/* Shared by the files of this room; not for others. */
#ifndef KEEL_COMPILER_SOLVE_SOLVE_INSIDE_H
#define KEEL_COMPILER_SOLVE_SOLVE_INSIDE_H

#include "compiler/solve/solve.h"
#include "core/body/vec.h"

#define KEEL_SOLVE_PARAM_COUNT 33
#define KEEL_SOLVE_RESIDUAL_MAX 320

/* What one solve works on. */
typedef struct keel_solve_problem {
	const keel_body_build *build;
	const keel_pose_def *def;
	keel_vec3 pin[KEEL_SOLVE_CONTACT_MAX];
	bool is_pinned[KEEL_SOLVE_CONTACT_MAX];
	keel_body_pose anchor; /* the root is held here, loosely: sd_cm along the floor */
	float anchor_sd_cm, anchor_sd_deg;
	float tightness; /* of angles: > 1 holds them closer */
	int iteration_max;
} keel_solve_problem;

/* Where a contact site touches: sites on round parts (heel, ball, knee, elbow …) touch with
 * whatever point of the ball looks at the plane. Returns the distance to the plane and the place
 * that is pinned. */
float keel_solve_contact_gap(const keel_body_frames *frames, const keel_solve_contact *contact,
			     keel_vec3 *place);
keel_vec3 keel_solve_plane_normal(const keel_solve_contact *contact);

/* Away from the axis of the segment that the site lies on. */
keel_vec3 keel_solve_site_normal(const keel_body_frames *frames, keel_site site);

/* Lays hands and toes flat on what they touch. */
void keel_solve_follow(const keel_body_build *build, const keel_pose_def *def,
		       keel_body_pose *pose);

/* From the centre of mass to the nearest edge of the support, negative outside; 1000 when it is not
 * defined. */
float keel_solve_balance_cm(const keel_body_build *build, const keel_pose_def *def,
			    const keel_body_frames *frames);

int keel_solve_run(const keel_solve_problem *problem, keel_body_pose *pose);
void keel_solve_fill_pins(keel_solve_problem *problem, const keel_body_pose *pins);
void keel_solve_lint(const keel_solve_problem *problem, keel_solve_result *result);
void keel_solve_add_finding(keel_solve_result *result, keel_solve_finding finding);

/* The pelvis angles that a root orientation means. */
void keel_solve_read_pelvis(keel_body_pose *pose);

#endif
