/* Things that are drawn with the figure: in the room, where they may bear it, or held by it, where
 * they go with the hands. Shared by tracks, figure and solver. */
#ifndef KEEL_CORE_BODY_PROPS_H
#define KEEL_CORE_BODY_PROPS_H

#include "core/body/body.h"

/* X(name, default width along X, height, depth along Z, in cm) */
#define KEEL_PROP_LIST(X)                                                                          \
	X(mat, 180, 1, 60)                                                                         \
	X(chair, 42, 45, 42)                                                                       \
	X(stool, 36, 45, 36)                                                                       \
	X(bench, 180, 45, 50)                                                                      \
	X(wall, 6, 200, 120)                                                                       \
	X(counter, 50, 92, 120)                                                                    \
	X(bag, 36, 115, 36)                                                                        \
	X(pillow, 40, 9, 34)                                                                       \
	X(post, 10, 190, 10)                                                                       \
	X(step, 36, 18, 60)                                                                        \
	X(towel, 30, 5, 12)                                                                        \
	X(band, 2, 2, 60)                                                                          \
	X(weight, 12, 24, 12)                                                                      \
	X(bolster, 24, 24, 66)                                                                     \
	X(kettlebell, 19, 27, 11)                                                                  \
	X(dowel, 3, 118, 3)

typedef enum keel_prop_kind {
#define KEEL_PROP_ENUM(name, w, h, d) KEEL_PROP_##name,
	KEEL_PROP_LIST(KEEL_PROP_ENUM)
#undef KEEL_PROP_ENUM
		KEEL_PROP_COUNT
} keel_prop_kind;

/* X(name): where a thing is held. `none` stands in the room; `hands` hangs from both, `swung` too
 * but in line with the arms; `back` lies along head, upper back and tail, a hand at either end. */
#define KEEL_HELD_LIST(X) X(none) X(hand_l) X(hand_r) X(hands) X(swung) X(back)

typedef enum keel_held {
#define KEEL_HELD_ENUM(name) KEEL_HELD_##name,
	KEEL_HELD_LIST(KEEL_HELD_ENUM)
#undef KEEL_HELD_ENUM
		KEEL_HELD_COUNT
} keel_held;

typedef struct keel_prop {
	keel_prop_kind kind;
	keel_held held;
	keel_vec3 place_cm; /* middle of its foot (of its top for a bag that hangs); not used when
			       held */
	keel_vec3 size_cm;  /* along X, Y, Z */
} keel_prop;

const char *keel_prop_name(keel_prop_kind kind);

/* False when there is no such thing. */
bool keel_prop_find(const char *name, int name_bytes, keel_prop_kind *kind);

/* Usual size, foot on the floor at the origin. */
keel_prop keel_default_prop(keel_prop_kind kind);

const char *keel_held_name(keel_held held);
bool keel_held_find(const char *name, int name_bytes, keel_held *held);

/* Only some things have a handle: a kettlebell hangs, a dowel lies along the back. */
bool keel_prop_can_be_held(keel_prop_kind kind, keel_held held);

/* The hands that hold it: bit 0 the left, bit 1 the right. */
int keel_held_hands(keel_held held);

/* The same thing on the other side of the room, in the other hand. */
keel_prop keel_prop_mirror(const keel_prop *prop);

#endif
