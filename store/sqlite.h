/* What restore.c needs of whole SQLite files. Nobody else includes this. */
#ifndef KEEL_STORE_SQLITE_H
#define KEEL_STORE_SQLITE_H

#include "keel/store.h"

/* Copies a database, of any schema, into a new file (0600). */
KEEL_MUST_USE keel_err keel_sqlite_copy(const char *from_path, const char *to_path,
					keel_store_fault *fault);

/* Ids of the erased; *persons from malloc. */
KEEL_MUST_USE keel_err keel_sqlite_list_erased(keel_store *store, uint64_t **persons,
					       int *person_count, keel_store_fault *fault);

/* Folds the write-ahead log into the file and removes it. BUSY when somebody else has the file
 * open. */
KEEL_MUST_USE keel_err keel_sqlite_leave_wal(keel_store *store, keel_store_fault *fault);

/* Brings a finished file to disk and gives it its name in one step (restore.c). DUPLICATE when the
 * name is taken and `overwrite` is false. */
KEEL_MUST_USE keel_err keel_sqlite_place(const char *draft_path, const char *path, bool overwrite,
					 keel_store_fault *fault);

#endif
