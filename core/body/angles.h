/* The angles of the body: one list of name, sign, limits and stiffness.
 *
 * The figure has 33 degrees of freedom: six of the root, which are solved and never authored, and
 * the 27 of KEEL_ANGLE_MIDDLE_LIST and KEEL_ANGLE_SIDE_LIST with solved = 1. The three pelvis
 * angles are hints for the orientation of the root. Hands and toes follow what they stand on
 * (solved = 0): they are drawn, and may be authored where nothing is touched, but they bear no part
 * in solving.
 *
 * Signs are clinical. Positive: flexion, abduction, internal rotation, dorsiflexion, anterior tilt,
 * side-bend to the right, turn to the left, pronation, wrist flexion, ulnar deviation, toes up.
 * Zero is upright standing, arms hanging, palms to the thighs.
 *
 * Limits: American Academy of Orthopaedic Surgeons (AAOS), Greene and Heckman 1994; lumbar,
 * thoracic and neck ranges as used for inclinometry in the same book. The stiffness is what one
 * degree off the authored value costs the solver, as a standard deviation: the spine gives least,
 * since its shape is what a movement is about.
 */
#ifndef KEEL_CORE_BODY_ANGLES_H
#define KEEL_CORE_BODY_ANGLES_H

/* X(name, least_deg, most_deg, sd_deg, solved) */
#define KEEL_ANGLE_MIDDLE_LIST(X)                                                                  \
	X(pelvis_tilt, -180, 180, 8.0, 0)                                                          \
	X(pelvis_list, -180, 180, 8.0, 0)                                                          \
	X(pelvis_turn, -180, 180, 8.0, 0)                                                          \
	X(lumbar_flex, -30, 60, 2.0, 1)                                                            \
	X(lumbar_side, -30, 30, 2.0, 1)                                                            \
	X(lumbar_rot, -18, 18, 2.0, 1)                                                             \
	X(thorax_flex, -25, 45, 2.5, 1)                                                            \
	X(thorax_side, -25, 25, 2.5, 1)                                                            \
	X(thorax_rot, -45, 45, 2.5, 1)                                                             \
	X(neck_flex, -60, 60, 5.0, 1)                                                              \
	X(neck_side, -45, 45, 4.0, 1)                                                              \
	X(neck_rot, -80, 80, 4.0, 1)

/* Each of these is there twice: name_l and name_r. */
#define KEEL_ANGLE_SIDE_LIST(X)                                                                    \
	X(hip_flex, -30, 150, 6.0, 1)                                                              \
	X(hip_abd, -30, 50, 4.0, 1)                                                                \
	X(hip_rot, -50, 50, 5.0, 1)                                                                \
	X(knee_flex, -5, 160, 8.0, 1)                                                              \
	X(ankle_flex, -60, 40, 10.0, 1)                                                            \
	X(shoulder_flex, -60, 185, 8.0, 1)                                                         \
	X(shoulder_abd, -50, 180, 6.0, 1)                                                          \
	X(shoulder_rot, -100, 90, 8.0, 1)                                                          \
	X(elbow_flex, -8, 155, 6.0, 1)                                                             \
	X(forearm_rot, -100, 100, 1.0, 0)                                                          \
	X(wrist_flex, -95, 95, 1.0, 0)                                                             \
	X(wrist_dev, -60, 60, 1.0, 0)                                                              \
	X(toe_flex, -20, 80, 1.0, 0)

/* KEEL_ANGLE_lumbar_flex, …, KEEL_ANGLE_hip_flex_l, …, KEEL_ANGLE_hip_flex_r, … */
typedef enum keel_angle {
#define KEEL_ANGLE_ENUM(name, least, most, sd, solved) KEEL_ANGLE_##name,
#define KEEL_ANGLE_ENUM_L(name, least, most, sd, solved) KEEL_ANGLE_##name##_l,
#define KEEL_ANGLE_ENUM_R(name, least, most, sd, solved) KEEL_ANGLE_##name##_r,
	KEEL_ANGLE_MIDDLE_LIST(KEEL_ANGLE_ENUM) KEEL_ANGLE_SIDE_LIST(KEEL_ANGLE_ENUM_L)
		KEEL_ANGLE_SIDE_LIST(KEEL_ANGLE_ENUM_R)
#undef KEEL_ANGLE_ENUM
#undef KEEL_ANGLE_ENUM_L
#undef KEEL_ANGLE_ENUM_R
			KEEL_ANGLE_COUNT
} keel_angle;

/* The first angle of the left side, and how many angles a side has. */
#define KEEL_ANGLE_SIDE_FIRST KEEL_ANGLE_hip_flex_l
#define KEEL_ANGLE_SIDE_COUNT (KEEL_ANGLE_hip_flex_r - KEEL_ANGLE_hip_flex_l)

typedef struct keel_angle_info {
	const char *name; /* with _l or _r for the angles of a side */
	float least_deg;
	float most_deg;
	float sd_deg;
	int is_solved;
} keel_angle_info;

const keel_angle_info *keel_angle_get_info(keel_angle angle);

/* Finds the angles that a name of a file means: one, or left and right for a name without suffix.
 * Returns how many (0: no such name) and writes them to found[2]. name need not end in a zero byte.
 */
int keel_angle_find(const char *name, int name_bytes, keel_angle found[2]);

#endif
