/* The catalogue as the stories see it: opened once from the embedded bytes. */
#ifndef KEEL_TESTS_GOLDEN_FACTS_H
#define KEEL_TESTS_GOLDEN_FACTS_H

#include "core/catalogue/catalogue.h"
#include "include/keel/keel.h"

/* NULL after a message on stderr. */
const keel_catalogue *facts_open(void);
const keel_catalogue *facts(void);
const keel_movement *facts_movement(const char *id); /* NULL when there is none */
/* `saddle`, or `tier:same-day` for the first question of that tier; NULL when there is none. */
const keel_question *facts_question(const char *name);
/* Rung (1..) of that dose on the movement's ladder, 0 when it is not on it. */
int facts_rung(const keel_movement *movement, const keel_dose *dose);

/* expect_words.c: is that fact of the movement so? */
bool facts_is(const keel_movement *m, const char *key, const char *expected);

/* record.c: a core on the embedded catalogue; *memory is freed by the caller. */
keel_core *story_core_create(void **memory);

#endif
