/* Solving poses and baking phases: from what a movement file says to tracks.
 *
 * A file gives clinical angles and what touches the floor; the root is found. Contacts and balance
 * are hard, angles soft (the spine stiffest), pins keep contacts where another pose has them.
 * Damped Gauss–Newton (Levenberg 1944, Marquardt 1963) over 33 numbers with a numeric Jacobian: a
 * pose takes a few milliseconds. This room reads no files and prints nothing: it returns numbers,
 * the compiler says them at file:line.
 */
#ifndef KEEL_COMPILER_SOLVE_SOLVE_H
#define KEEL_COMPILER_SOLVE_SOLVE_H

#include "core/body/body.h"
#include "core/body/figure.h"
#include "core/body/props.h"
#include "core/body/track.h"

#define KEEL_SOLVE_CONTACT_MAX 32
#define KEEL_SOLVE_TOUCH_MAX 8
#define KEEL_SOLVE_FINDING_MAX 48

typedef enum keel_solve_plane {
	KEEL_SOLVE_FLOOR, /* y = offset_cm: floor, chair seat, step, counter */
	KEEL_SOLVE_WALL,  /* x = offset_cm: a wall, post or bag in front of the person (behind:
			     negative) */
	KEEL_SOLVE_SIDE,  /* z = offset_cm: a wall beside the person */
} keel_solve_plane;

typedef struct keel_solve_contact {
	keel_site site;
	keel_solve_plane plane;
	float offset_cm; /* surface height; distance of a wall from the room's origin */
} keel_solve_contact;

/* A place on the body that lies on another: hand_l on shin_l. gap_cm is how far apart (0: skin on
 * skin). */
typedef struct keel_solve_touch {
	keel_site site;
	keel_site on;
	float gap_cm;
} keel_solve_touch;

/* A movement's poses belong to one place on the floor: pin each to the first one, or a bridge
 * creeps up the mat. */
typedef struct keel_pose_def {
	float angle_deg[KEEL_ANGLE_COUNT];
	bool is_set[KEEL_ANGLE_COUNT]; /* an angle that is not set is meant to be 0, loosely */
	keel_solve_contact contact[KEEL_SOLVE_CONTACT_MAX];
	int contact_count;
	keel_solve_touch touch[KEEL_SOLVE_TOUCH_MAX];
	int touch_count;
	const keel_body_pose *pins; /* contacts that this pose makes too keep their place along the
				       plane; NULL: none */
	const struct keel_pose_def *pins_def; /* of that pose, to pin only what both name; NULL:
						 what lies within 2.5 cm */
	float softness;			      /* 1 usual; 2: angles give twice as easily */
	bool may_topple; /* held by something that is not a contact (a strap, a helper) */
	float hand_load_kg[2]; /* in the left and the right hand */
	bool load_is_swung;    /* moves too fast for its weight to count in standing upright */
} keel_pose_def;

keel_pose_def keel_default_pose_def(void);

typedef enum keel_solve_rule {
	KEEL_SOLVE_RULE_CONTACT, /* value: cm off its plane; limit 2 */
	KEEL_SOLVE_RULE_TOUCH,	 /* value: cm apart; limit 4 */
	KEEL_SOLVE_RULE_PIN,	 /* value: cm away from its place; limit 1 */
	KEEL_SOLVE_RULE_BALANCE, /* value: cm the centre of mass lies outside the support; limit 0
				  */
	KEEL_SOLVE_RULE_JOINT,	 /* value: degrees past the limit; limit 0 */
	KEEL_SOLVE_RULE_FLOOR,	 /* value: cm of a part below the surface it lies on; limit 1.5 */
	KEEL_SOLVE_RULE_BODY,	 /* value: cm of one part inside another; limit 3 */
	KEEL_SOLVE_RULE_ANGLE,	 /* value: degrees an authored angle had to give; limit 12 */
	KEEL_SOLVE_RULE_SLIDE,	 /* value: cm a lasting contact moves during a phase; limit 1 */
	KEEL_SOLVE_RULE_SPEED,	 /* value: degrees per second of the fastest joint; limit 200 */
	KEEL_SOLVE_RULE_COUNT
} keel_solve_rule;

/* One thing that is not as it should be. part and other are names of a site, an angle or a drawn
 * part ("" if none); is_error: the compiler must refuse; else it warns. */
typedef struct keel_solve_finding {
	keel_solve_rule rule;
	bool is_error;
	const char *part;
	const char *other;
	float value;
	float limit;
	float t01; /* when in the phase; 0 for a pose */
} keel_solve_finding;

/* "contact", "balance" …: the word that lint lines begin with; and its unit, "cm" or "degrees". */
const char *keel_solve_rule_name(keel_solve_rule rule);
const char *keel_solve_rule_unit(keel_solve_rule rule);

typedef struct keel_solve_result {
	keel_body_pose pose;
	float contact_error_cm[KEEL_SOLVE_CONTACT_MAX]; /* as in the def */
	float contact_error_cm_max;
	float balance_margin_cm; /* from the centre of mass to the nearest edge of the support;
				    negative: outside */
	float slide_cm_max;	 /* of pinned contacts, or over a phase */
	int iterations;
	int finding_count;
	keel_solve_finding finding[KEEL_SOLVE_FINDING_MAX];
} keel_solve_result;

/* start: where to begin, NULL for the hints of the def. */
void keel_solve_pose(const keel_body_build *build, const keel_pose_def *def,
		     const keel_body_pose *start, keel_solve_result *result);

/* One phase of a movement. via: poses to pass (lying down, getting up), each with its own contacts.
 * Contacts that only one end has are let go, or taken, at switch01 of the way. */
typedef struct keel_phase_def {
	const keel_pose_def *from, *to;		   /* contacts and angles of the ends */
	const keel_body_pose *from_pose, *to_pose; /* both solved */
	bool is_hold;				   /* to == from: one sample */
	float seconds;				   /* for the speed finding; 0: not checked */
	float switch01;				   /* 0: usual, 0.5 */
	const keel_body_pose *via[4];
	int via_count;
} keel_phase_def;

typedef struct keel_baked_phase {
	bool is_hold;
	int sample_count;
	keel_body_pose sample[KEEL_TRACK_SAMPLE_MAX]; /* even in u, the minimum-jerk course */
} keel_baked_phase;

void keel_bake_phase(const keel_body_build *build, const keel_phase_def *def,
		     keel_baked_phase *baked, keel_solve_result *result);

typedef struct keel_track_def {
	keel_camera camera;
	bool has_mat;
	bool with_mirror; /* the framing box also holds the other side */
	const keel_prop *props;
	int prop_count;
	const keel_baked_phase *phases;
	int phase_count;
} keel_track_def;

/* Writes the chunk of core/body/track.h; the frame is computed. Returns its size, 0 when capacity
 * is too small. */
size_t keel_track_write(const keel_track_def *def, uint8_t *bytes, size_t capacity_bytes);

/* Puts a prop where it bears the pose: a chair, bench, pillow … under the contacts that lie on its
 * height, a wall or post at the hands' wall. False when nothing of the pose touches it. */
bool keel_solve_place_prop(const keel_body_build *build, const keel_pose_def *def,
			   const keel_body_pose *pose, keel_prop *prop);

/* A camera that shows a movement well when the file does not name one: the side if it is a sagittal
 * movement, three quarters or the front for side-bends, lists and turns. named: "side", "front",
 * "back", "three-quarter", "above". */
keel_camera keel_solve_camera_for(const keel_body_pose *poses, int pose_count);
bool keel_solve_camera_find(const char *named, int named_bytes, keel_camera *camera);

#endif
