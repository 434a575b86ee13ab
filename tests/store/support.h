/* What the tests of stores share: a folder of their own, opening, filling, and files seen from
 * outside. */
#ifndef KEEL_TESTS_STORE_SUPPORT_H
#define KEEL_TESTS_STORE_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "keel/store.h"

#define ANNE 0x00000000000000aau
#define BEN 0x00000000000000bbu

typedef struct place {
	char folder[64];
	char path[96]; /* keel.db in it */
} place;

void place_make(place *p);
void place_remove(const place *p); /* the folder and the files in it */

/* `name` in the folder; lives until the next call but three. */
const char *place_path(const place *p, const char *name);

keel_store *open_store(const char *path); /* fails the test when it cannot */

/* Appends the events first..last of a person in one transaction. */
keel_err append_lines(keel_store *store, uint64_t person, int first, int last,
		      keel_store_fault *fault);

/* Fails the test unless the person has exactly the events first..last, in that order, and the store
 * is sound. */
void expect_lines(keel_store *store, uint64_t person, int first, int last);

/* Runs SQL by the sqlite3 command line program. */
void run_sql(const char *path, const char *sql);

/* The whole file; *bytes is its size. Freed by the caller. */
unsigned char *read_whole(const char *path, size_t *byte_count);
void write_whole(const char *path, const void *bytes, size_t byte_count);
bool file_holds(const char *path, const char *text);

#endif
