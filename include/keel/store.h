/* store.h: what a store must do. A store keeps the lines of many persons' records and gives them
 * back; it judges nothing and never changes a byte of a line.
 *
 * Every store keeps these promises, and store/conformance.c tests them on each:
 *   - append is all or nothing, checks every line before it keeps one, and is on disk when it
 * returns KEEL_ERR_OK;
 *   - an event that is there already is known, not added; the same id with other bytes is refused;
 *   - read gives lines in order of arrival, numbered per person 1, 2, 3 ... without gaps: the
 * number is the cursor;
 *   - erase leaves nothing of a person but the random id, which is refused from then on.
 *
 * A handle serves one thread at a time. Several handles, in several processes, may share one file.
 * Every function returns keel_err and, when `fault` is not NULL, fills it on failure.
 */
#ifndef KEEL_STORE_H
#define KEEL_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define KEEL_STORE_APPEND_BYTES_MAX (64 * 1024 * 1024) /* one import; a server allows less */
#define KEEL_STORE_NAME_BYTES_MAX 60		       /* as profile.name */

typedef struct keel_store keel_store;

/* Why a call failed. spot: for a bad line, its line (1-based), column and field; line 0 otherwise.
 * text: a sentence for whoever runs the machine, with the path and what the system said; "" when
 * spot says it all. */
typedef struct keel_store_fault {
	keel_err err;
	keel_spot spot;
	char text[400];
} keel_store_fault;

typedef struct keel_store_added {
	int added_count;
	int known_count; /* there already, byte for byte */
	int64_t cursor;	 /* of the last line of this person */
} keel_store_added;

typedef struct keel_store_page {
	char *text; /* JSON Lines, each ended by a newline, then a NUL; from malloc */
	size_t text_bytes;
	int line_count;
	int64_t cursor; /* go on from here; equal to `after` when nothing is left */
} keel_store_page;

typedef struct keel_store_person {
	uint64_t person;
	int64_t event_count;
	char name[KEEL_STORE_NAME_BYTES_MAX +
		  1]; /* of the profile event latest in fold order that has one; "" */
} keel_store_person;

typedef struct keel_store_counts {
	int64_t person_count; /* without the erased */
	int64_t event_count;
	int64_t erased_count;
} keel_store_counts;

/* ---- lifecycle ---- */

typedef struct keel_store_sqlite_def {
	const char *path;
	bool must_exist; /* else an empty store is made, readable by its owner only (0600) */
	bool read_only;
	int busy_ms; /* how long to wait for another writer */
	int cache_kib;
} keel_store_sqlite_def;

keel_store_sqlite_def keel_default_store_sqlite_def(const char *path);

/* An older file is migrated after a copy PATH.before-vN was put beside it. Errors: IO (cannot
 * open), NOT_FOUND (must_exist), VERSION (made by a newer Keel), CORRUPT (no store of Keel, or a
 * damaged one), BUSY, FULL. */
KEEL_MUST_USE keel_err keel_store_open_sqlite(const keel_store_sqlite_def *def, keel_store **store,
					      keel_store_fault *fault);

KEEL_MUST_USE keel_err keel_store_open_memory(keel_store **store, keel_store_fault *fault);

/* Passes calls on to `inner`, which it takes over, and fails those that keel_store_faulty_plan
 * names. For tests. */
KEEL_MUST_USE keel_err keel_store_open_faulty(keel_store *inner, keel_store **store,
					      keel_store_fault *fault);

/* The call after `call_count` more fails with err, once. done_first: the inner call is made and
 * only its answer is lost, as when a machine dies between the write and the reply. */
void keel_store_faulty_plan(keel_store *store, int call_count, keel_err err, bool done_first);

void keel_store_close(keel_store *store); /* NULL is allowed */

/* ---- events ---- */

/* Appends JSON Lines of one person; empty lines are skipped. Errors: those of keel_event_decode
 * with their place; OUT_OF_RANGE, field person (a line of somebody else); DUPLICATE, field id
 * (other bytes under a known id); NOT_FOUND (the person was erased); TOO_LARGE; FULL, IO, BUSY:
 * nothing was kept. */
KEEL_MUST_USE keel_err keel_store_append(keel_store *store, uint64_t person, const char *text,
					 size_t text_bytes, keel_store_added *added,
					 keel_store_fault *fault);

/* At most line_count_max lines behind the cursor `after` (0: from the first). An unknown person has
 * an empty page; an erased one is NOT_FOUND. */
KEEL_MUST_USE keel_err keel_store_read(keel_store *store, uint64_t person, int64_t after,
				       int line_count_max, keel_store_page *page,
				       keel_store_fault *fault);
void keel_store_page_deinit(keel_store_page *page);

/* ---- persons ---- */

/* Persons from the offset-th on, in order of their first arrival. */
KEEL_MUST_USE keel_err keel_store_persons(keel_store *store, int offset, keel_store_person *persons,
					  int person_count_max, int *person_count,
					  keel_store_fault *fault);

/* Removes every line of a person from the store and its files (secure delete, checkpoint, vacuum)
 * and refuses the id from then on. May be repeated. BUSY: the person is gone for every reader, but
 * another process kept old bytes in the write-ahead log from being overwritten; call again. Copies
 * made by backup are not touched. */
KEEL_MUST_USE keel_err keel_store_erase(keel_store *store, uint64_t person,
					keel_store_fault *fault);

KEEL_MUST_USE keel_err keel_store_count(keel_store *store, keel_store_counts *counts,
					keel_store_fault *fault);

/* ---- care ---- */

/* Copies the store, while it is in use, into a new file at path (0600). NOT_NOW: a store without
 * files; DUPLICATE: something stands at path. */
KEEL_MUST_USE keel_err keel_store_backup(keel_store *store, const char *path,
					 keel_store_fault *fault);

/* Reads everything: structure, every line against its hash and through keel_event_decode, numbers
 * without gaps. CORRUPT with the first thing found. */
KEEL_MUST_USE keel_err keel_store_verify(keel_store *store, keel_store_counts *counts,
					 keel_store_fault *fault);

/* Puts a verified copy of backup_path at target_path in one step. DUPLICATE: a store stands there
 * and `overwrite` is false; BUSY: it is in use. Persons erased from the store that is overwritten
 * stay erased. */
KEEL_MUST_USE keel_err keel_store_restore(const char *backup_path, const char *target_path,
					  bool overwrite, keel_store_fault *fault);

#endif
