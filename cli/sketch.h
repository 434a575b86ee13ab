/* A movement ready to be drawn: its track opened, its phases known, its muscles found.
 *
 * What glows is decided pose by pose: a muscle that the movement means to lengthen glows where the
 * body model finds it long, so that in cat–cow the back glows in the cat and the belly in the cow.
 */
#ifndef KEEL_CLI_SKETCH_H
#define KEEL_CLI_SKETCH_H

#include "core/coach/coach.h"
#include "core/coach/figure.h"

typedef struct keel_sketch_def {
	bool mirrored, glow;
	bool plain;		/* little shade: for many pictures in one file */
	int32_t build;		/* keel_build_name */
	float height_cm, girth; /* 0: as the build has it */
} keel_sketch_def;

typedef struct keel_sketch {
	const keel_core *core;
	const keel_movement *movement;
	keel_sketch_def def;
	keel_track *track;
	keel_box frame;			   /* of all its pictures */
	uint64_t stretch[KEEL_PHASES_MAX]; /* of the end of each phase: bits of keel_glow */
	uint64_t work[KEEL_PHASES_MAX];
	bool is_home[KEEL_PHASES_MAX]; /* ends in the pose that the movement starts from */
} keel_sketch;

/* NOT_FOUND: the program has no track of it; CORRUPT, NO_MEMORY. Closed in any case by
 * keel_sketch_close. */
KEEL_MUST_USE keel_err keel_sketch_open(keel_sketch *sketch, const keel_core *core,
					const keel_movement *movement, const keel_sketch_def *def);
void keel_sketch_close(keel_sketch *sketch);

/* The list of a moment of a phase, or NULL; with_way: ghost and arrow of where it came from. Freed
 * by keel_sketch_free. */
keel_display_list *keel_sketch_list(const keel_sketch *sketch, int phase, float t01, bool with_way);
void keel_sketch_free(keel_display_list *list);

/* What of a list must be seen: body, ghost and arrow, and what of the things stands near. Widens
 * `seen`, which begins as KEEL_SKETCH_NOTHING. */
#define KEEL_SKETCH_NOTHING                                                                        \
	(keel_box)                                                                                 \
	{                                                                                          \
		1e9f, 1e9f, -1e9f, -1e9f                                                           \
	}
void keel_sketch_see(const keel_display_list *list, keel_box *seen);

/* Phases that tell the movement without words, in order, at most `most`: the ends of moves that
 * were not shown before. -1 is the pose it starts from. Returns how many. */
int keel_sketch_key_phases(const keel_sketch *sketch, int *phases, int most);

#endif
