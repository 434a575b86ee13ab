/* A small catalogue for tests of state, safety and plan: one movement for each thing a rule can ask
 * about, made by hand so that a test can be read without the real one. */
#ifndef KEEL_CORE_STATE_TEST_FACTS_H
#define KEEL_CORE_STATE_TEST_FACTS_H

#include "core/catalogue/catalogue.h"

const keel_catalogue *test_facts(void);

/* Index; traps when the fixture has no such movement. */
int test_movement(const char *id);

#endif
