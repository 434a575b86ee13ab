/* Lines for the tests of stores. */
#ifndef KEEL_STORE_TESTING_H
#define KEEL_STORE_TESTING_H

#include <stddef.h>
#include <stdint.h>

/* One morning-check of `number` (its id and sequence), with a newline; returns its bytes. */
size_t keel_testing_line(char *out, size_t out_bytes, uint64_t person, int number, int pain);

/* One profile with that name and counter. */
size_t keel_testing_profile(char *out, size_t out_bytes, uint64_t person, int number, int counter,
			    const char *name);

#endif
