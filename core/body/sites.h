/* Places on the skin that may touch something: one list of name, segment and position.
 *
 * Positions are centimetres in the frame of the segment (X forward, Y up, Z right) of the reference
 * build; a side site is given for the right and mirrored for the left. They lie on the skin that is
 * drawn, so that a hand which stands on the floor by number also stands on it in the picture. The
 * chosen places are ours; where one names a bony landmark it is meant in the sense of palpation.
 */
#ifndef KEEL_CORE_BODY_SITES_H
#define KEEL_CORE_BODY_SITES_H

/* X(name, segment, x, y, z) in the middle of the body */
#define KEEL_SITE_MIDDLE_LIST(X)                                                                   \
	X(sacrum, pelvis, -11.6, 4.0, 0)                                                           \
	X(coccyx, pelvis, -10.5, -4.0, 0)                                                          \
	X(navel, lumbar_3, 10.6, 0, 0)                                                             \
	X(lowback, lumbar_3, -7.2, 0, 0)                                                           \
	X(t10, thorax_1, -7.2, 6.0, 0)                                                             \
	X(lowrib, thorax_1, 12.0, 5.0, 0)                                                          \
	X(sternum, thorax_2, 12.4, 4.5, 0)                                                         \
	X(nape, neck, -5.0, 2.0, 0)                                                                \
	X(occiput, head, -9.6, 7.0, 0)                                                             \
	X(brow, head, 9.4, 9.0, 0)                                                                 \
	X(chin, head, 8.6, -2.4, 0)

/* X(name, segment, x, y, z) of the right side; the names in files carry _l or _r, or none for both
 */
#define KEEL_SITE_SIDE_LIST(X)                                                                     \
	X(heel, foot, -3.6, -6.6, 0)                                                               \
	X(ball, foot, 11.5, -6.6, 0)                                                               \
	X(toe, toes, 4.0, -1.8, 0)                                                                 \
	X(dors, foot, 10.5, -2.1, 0)                                                               \
	X(latf, foot, 6.0, -4.5, 4.0)                                                              \
	X(medf, foot, 6.0, -4.5, -4.0)                                                             \
	X(hand, hand, 0, -5.5, -1.6)                                                               \
	X(handback, hand, 0, -5.5, 1.6)                                                            \
	X(fist, hand, 0, -9.5, 0)                                                                  \
	X(wrist, forearm, -2.5, -24.0, 0)                                                          \
	X(elbow, upper_arm, -1.0, -30.6, 0)                                                        \
	X(knee, shank, 5.4, -2.2, 0)                                                               \
	X(kneetop, thigh, 5.2, -36.0, 0)                                                           \
	X(latk, thigh, 0, -40.0, 5.6)                                                              \
	X(medk, thigh, 0, -40.0, -5.6)                                                             \
	X(shin, shank, 5.0, -12.0, 0)                                                              \
	X(calf, shank, -6.3, -14.0, 0)                                                             \
	X(hback, foot, -5.9, -3.4, 0)                                                              \
	X(thighf, thigh, 8.4, -18.0, 0)                                                            \
	X(thighb, thigh, -8.0, -22.0, 0)                                                           \
	X(isch, pelvis, -3.0, -10.6, 6.5)                                                          \
	X(buttock, pelvis, -12.6, -2.0, 7.0)                                                       \
	X(asis, pelvis, 9.0, 6.0, 7.0)                                                             \
	X(iliac, pelvis, 0, 9.0, 15.0)                                                             \
	X(troch, pelvis, 0, -2.0, 17.4)                                                            \
	X(rib, thorax_1, 2.4, 6.0, 14.0)                                                           \
	X(scap, thorax_2, -7.3, 5.5, 6.0)                                                          \
	X(shldr, girdle, 0.0, 0.5, 5.6)                                                            \
	X(sidehead, head, 0.5, 7.5, 8.4)

typedef enum keel_site {
#define KEEL_SITE_ENUM(name, segment, x, y, z) KEEL_SITE_##name,
#define KEEL_SITE_ENUM_L(name, segment, x, y, z) KEEL_SITE_##name##_l,
#define KEEL_SITE_ENUM_R(name, segment, x, y, z) KEEL_SITE_##name##_r,
	KEEL_SITE_MIDDLE_LIST(KEEL_SITE_ENUM) KEEL_SITE_SIDE_LIST(KEEL_SITE_ENUM_L)
		KEEL_SITE_SIDE_LIST(KEEL_SITE_ENUM_R)
#undef KEEL_SITE_ENUM
#undef KEEL_SITE_ENUM_L
#undef KEEL_SITE_ENUM_R
			KEEL_SITE_COUNT
} keel_site;

#define KEEL_SITE_SIDE_FIRST KEEL_SITE_heel_l
#define KEEL_SITE_SIDE_COUNT (KEEL_SITE_heel_r - KEEL_SITE_heel_l)

const char *keel_site_name(keel_site site);

/* As keel_angle_find: one site, or left and right for a side name without suffix; 0 when unknown.
 */
int keel_site_find(const char *name, int name_bytes, keel_site found[2]);

/* The same site of the other side; a site in the middle is its own mirror. */
keel_site keel_site_mirror(keel_site site);

#endif
