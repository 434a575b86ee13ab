/* A small catalogue for the tests of this room: every kind of movement that a timeline must tell
 * apart, and the neighbours that swaps need. Not compiled into the core.
 */
#ifndef KEEL_CORE_COACH_TEST_CATALOGUE_H
#define KEEL_CORE_COACH_TEST_CATALOGUE_H

#include "core/catalogue/catalogue.h"

/* Sorted by id, as in a real one. */
typedef enum test_movement {
	TEST_BREATHING, /* calm, neutral, timed, even repetitions */
	TEST_CAT_COW,	/* restore, counted, both sides at once, flexion and extension */
	TEST_HALF_MOON, /* alternate */
	TEST_KICK, /* one then other, timed with repetitions that do not fit evenly, effort asked */
	TEST_KICK_WALL, /* its easier neighbour */
	TEST_ROLL,	/* no added pain */
	TEST_STRETCH,	/* hold of the dose's length, until eased, one then other */
	TEST_WALK,	/* calm, neutral, one long repetition */
	TEST_MOVEMENT_COUNT
} test_movement;

const keel_catalogue *test_catalogue(void);

#endif
