/* A store in one SQLite file.
 *
 * WAL with synchronous=FULL: a commit is on disk when it returns (with NORMAL the tail is lost in a
 * power cut). One append is one transaction, so a request of a thousand events costs one sync.
 * Readers never wait for the writer, and the server and the command line may have the same file
 * open.
 *
 *   persons   one row a person, in order of arrival; an erased one keeps its random id and nothing
 * else events    the lines, clustered by (person, place), so that a record is read from
 * neighbouring pages; place counts from 1 without gaps and is the cursor; sum is a hash of the
 * bytes, since SQLite has none of its own
 *
 * Erasing: secure_delete overwrites what is deleted with zeros, the freed pages are given back, and
 * the write-ahead log is checkpointed and cut to nothing. Full VACUUM is not used: it would copy
 * all other records.
 *
 * The schema's number is user_version. An older file is copied beside itself and migrated; a newer
 * one is refused.
 *
 * This is the one file that includes sqlite3.h. Restoring, which works with whole files, is in
 * restore.c.
 */
#include "store/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/ops.h"

enum { SCHEMA = 1, APPLICATION_ID = 0x4b65656c /* "Keel" */, PATH_BYTES_MAX = 4096 };

/* X(NAME, sql): prepared when the store is opened. */
#define STATEMENTS(X)                                                                              \
	X(GET_PERSON, "SELECT event_count, erased, name_rank FROM persons WHERE person = ?1")      \
	X(ADD_PERSON, "INSERT INTO persons(person, event_count, erased, name, name_rank) "         \
		      "VALUES(?1, 0, 0, '', x'')")                                                 \
	X(SET_COUNT, "UPDATE persons SET event_count = ?2 WHERE person = ?1")                      \
	X(SET_NAME, "UPDATE persons SET name = ?2, name_rank = ?3 WHERE person = ?1")              \
	X(SET_ERASED, "UPDATE persons SET event_count = 0, erased = 1, name = '', name_rank = "    \
		      "x'' WHERE person = ?1")                                                     \
	X(LIST_PERSONS,                                                                            \
	  "SELECT person, event_count, name FROM persons WHERE erased = 0 ORDER BY arrival "       \
	  "LIMIT ?1 OFFSET ?2")                                                                    \
	X(LIST_ERASED, "SELECT person FROM persons WHERE erased = 1")                              \
	X(ADD_EVENT,                                                                               \
	  "INSERT INTO events(person, place, id, sum, line) VALUES(?1, ?2, ?3, ?4, ?5) "           \
	  "ON CONFLICT(person, id) DO NOTHING")                                                    \
	X(GET_LINE, "SELECT line FROM events WHERE person = ?1 AND id = ?2")                       \
	X(READ, "SELECT place, line FROM events WHERE person = ?1 AND place > ?2 ORDER BY place "  \
		"LIMIT ?3")                                                                        \
	X(DELETE_EVENTS, "DELETE FROM events WHERE person = ?1")                                   \
	X(COUNT, "SELECT count(*) FILTER (WHERE erased = 0), count(*) FILTER (WHERE erased = 1), " \
		 "total(event_count) FROM persons")                                                \
	X(ALL_EVENTS, "SELECT e.person, place, id, sum, line, p.event_count FROM events e LEFT "   \
		      "JOIN persons p "                                                            \
		      "ON p.person = e.person ORDER BY e.person, place")                           \
	X(MISCOUNTED, "SELECT count(*) FROM persons p WHERE event_count <> "                       \
		      "(SELECT count(*) FROM events e WHERE e.person = p.person)")

#define STATEMENT_ENUM(NAME, sql) NAME,
typedef enum statement_id { STATEMENTS(STATEMENT_ENUM) STATEMENT_COUNT } statement_id;

static const char schema_sql[] =
	"CREATE TABLE persons(arrival INTEGER PRIMARY KEY, person INTEGER NOT NULL UNIQUE,"
	" event_count INTEGER NOT NULL, erased INTEGER NOT NULL, name TEXT NOT NULL, name_rank "
	"BLOB NOT NULL);"
	"CREATE TABLE events(person INTEGER NOT NULL, place INTEGER NOT NULL, id BLOB NOT NULL,"
	" sum INTEGER NOT NULL, line BLOB NOT NULL, PRIMARY KEY(person, place)) WITHOUT ROWID;"
	"CREATE UNIQUE INDEX events_by_id ON events(person, id);"
	"PRAGMA application_id = 1264936300;" /* 0x4b65656c */
	"PRAGMA user_version = 1;";

typedef struct sqlite_store {
	keel_store store;
	sqlite3 *db;
	char *path;
	sqlite3_stmt *statements[STATEMENT_COUNT];
} sqlite_store;

/* ---- failing ---- */

static keel_err err_of(sqlite3 *db, int code)
{
	switch (code & 0xff) {
	case SQLITE_FULL:
		return KEEL_ERR_FULL;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return KEEL_ERR_BUSY;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return KEEL_ERR_CORRUPT;
	case SQLITE_NOMEM:
		return KEEL_ERR_NO_MEMORY;
	default:
		return db != NULL && sqlite3_system_errno(db) == ENOSPC ? KEEL_ERR_FULL
									: KEEL_ERR_IO;
	}
}

static keel_err fail_db(sqlite3 *db, const char *path, const char *what, keel_store_fault *fault)
{
	int code = db == NULL ? SQLITE_NOMEM : sqlite3_extended_errcode(db);
	keel_err err = err_of(db, code);
	if (code == SQLITE_NOTADB)
		return keel_store_fail(fault, err, "%s: this is not a store of Keel", path);
	return keel_store_fail(fault, err, "%s: %s: %s (%s)", path, what, keel_err_sentence(err),
			       db == NULL ? "no memory" : sqlite3_errmsg(db));
}

static keel_err fail_errno(const char *path, const char *what, keel_store_fault *fault)
{
	keel_err err = errno == ENOSPC || errno == EDQUOT ? KEEL_ERR_FULL
		       : errno == ENOENT		  ? KEEL_ERR_NOT_FOUND
		       : errno == EEXIST		  ? KEEL_ERR_DUPLICATE
							  : KEEL_ERR_IO;
	return keel_store_fail(fault, err, "%s: %s: %s", path, what, strerror(errno));
}

static keel_err fail_here(const sqlite_store *s, const char *what, keel_store_fault *fault)
{
	return fail_db(s->db, s->path, what, fault);
}

/* ---- running statements ---- */

static bool run(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* The first column of the first row, or -1. */
static int64_t ask(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	int64_t answer = -1;
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
	    sqlite3_step(statement) == SQLITE_ROW)
		answer = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return answer;
}

/* The statement ready to be bound, with the person as its first parameter. */
static sqlite3_stmt *start(sqlite_store *s, statement_id which, uint64_t person)
{
	sqlite3_stmt *ready = s->statements[which];
	sqlite3_reset(ready);
	sqlite3_clear_bindings(ready);
	if (sqlite3_bind_parameter_count(ready) > 0)
		sqlite3_bind_int64(ready, 1, (int64_t)person);
	return ready;
}

/* Runs a statement without rows to its end. */
static bool finish(sqlite3_stmt *ready)
{
	int code = sqlite3_step(ready);
	sqlite3_reset(ready);
	return code == SQLITE_DONE;
}

/* After a failure: the fault is told first, since rolling back changes what SQLite would say. */
static keel_err roll_back(sqlite_store *s, keel_err err)
{
	for (int i = 0; i < STATEMENT_COUNT; i++)
		sqlite3_reset(s->statements[i]);
	if (!sqlite3_get_autocommit(s->db))
		(void)run(s->db, "ROLLBACK");
	return err;
}

/* ---- append ---- */

typedef struct person_row {
	bool found;
	bool erased;
	int64_t event_count;
	uint8_t name_rank[KEEL_STORE_RANK_BYTES];
} person_row;

static bool get_person(sqlite_store *s, uint64_t person, person_row *row)
{
	sqlite3_stmt *ready = start(s, GET_PERSON, person);
	int code = sqlite3_step(ready);
	memset(row, 0, sizeof *row);
	if (code == SQLITE_ROW) {
		row->found = true;
		row->event_count = sqlite3_column_int64(ready, 0);
		row->erased = sqlite3_column_int(ready, 1) != 0;
		if (sqlite3_column_bytes(ready, 2) == KEEL_STORE_RANK_BYTES)
			memcpy(row->name_rank, sqlite3_column_blob(ready, 2),
			       KEEL_STORE_RANK_BYTES);
	}
	sqlite3_reset(ready);
	return code == SQLITE_ROW || code == SQLITE_DONE;
}

static keel_err check_known(sqlite_store *s, uint64_t person, const keel_store_line *line,
			    keel_store_fault *fault)
{
	sqlite3_stmt *ready = start(s, GET_LINE, person);
	sqlite3_bind_blob(ready, 2, line->id, 16, SQLITE_STATIC);
	if (sqlite3_step(ready) != SQLITE_ROW)
		return fail_here(s, "cannot read an event", fault);
	int byte_count = sqlite3_column_bytes(ready, 0);
	const void *bytes = sqlite3_column_blob(ready, 0);
	bool same = byte_count == line->byte_count &&
		    memcmp(bytes, line->bytes, (size_t)byte_count) == 0;
	sqlite3_reset(ready);
	return same ? KEEL_ERR_OK : keel_store_fail_line(fault, line);
}

static keel_err add_line(sqlite_store *s, uint64_t person, int64_t place,
			 const keel_store_line *line, keel_store_added *added,
			 keel_store_fault *fault)
{
	uint64_t sum = keel_store_sum(line->bytes, (size_t)line->byte_count);
	sqlite3_stmt *ready = start(s, ADD_EVENT, person);
	sqlite3_bind_int64(ready, 2, place);
	sqlite3_bind_blob(ready, 3, line->id, 16, SQLITE_STATIC);
	sqlite3_bind_int64(ready, 4, (int64_t)sum);
	sqlite3_bind_blob(ready, 5, line->bytes, line->byte_count, SQLITE_STATIC);
	if (!finish(ready))
		return fail_here(s, "cannot add an event", fault);
	if (sqlite3_changes(s->db) == 1) {
		added->added_count++;
		return KEEL_ERR_OK;
	}
	added->known_count++;
	return check_known(s, person, line, fault);
}

static bool set_person(sqlite_store *s, const keel_store_batch *batch, const person_row *row)
{
	sqlite3_stmt *ready = start(s, SET_COUNT, batch->person);
	sqlite3_bind_int64(ready, 2, row->event_count);
	if (!finish(ready))
		return false;
	if (memcmp(batch->name_rank, row->name_rank, KEEL_STORE_RANK_BYTES) <= 0)
		return true;
	ready = start(s, SET_NAME, batch->person);
	sqlite3_bind_text(ready, 2, batch->name, -1, SQLITE_STATIC);
	sqlite3_bind_blob(ready, 3, batch->name_rank, KEEL_STORE_RANK_BYTES, SQLITE_STATIC);
	return finish(ready);
}

/* Inside a transaction. */
static keel_err add_batch(sqlite_store *s, const keel_store_batch *batch, keel_store_added *added,
			  keel_store_fault *fault)
{
	person_row row;
	if (!get_person(s, batch->person, &row))
		return fail_here(s, "cannot read", fault);
	if (row.erased)
		return keel_store_fail_erased(fault, batch->person);
	if (!row.found && batch->line_count > 0 && !finish(start(s, ADD_PERSON, batch->person)))
		return fail_here(s, "cannot add a person", fault);
	for (int i = 0; i < batch->line_count; i++) {
		keel_err err = add_line(s, batch->person, row.event_count + added->added_count + 1,
					&batch->lines[i], added, fault);
		if (err != KEEL_ERR_OK)
			return err;
	}
	row.event_count += added->added_count;
	added->cursor = row.event_count;
	if (added->added_count > 0 && !set_person(s, batch, &row))
		return fail_here(s, "cannot change a person", fault);
	return KEEL_ERR_OK;
}

static keel_err sqlite_append(keel_store *store, const keel_store_batch *batch,
			      keel_store_added *added, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	if (!run(s->db, "BEGIN IMMEDIATE"))
		return fail_here(s, "cannot begin", fault);
	keel_err err = add_batch(s, batch, added, fault);
	if (err == KEEL_ERR_OK && added->added_count > 0 && !run(s->db, "COMMIT"))
		err = fail_here(s, "cannot commit", fault);
	return roll_back(s, err);
}

/* ---- reading ---- */

static keel_err sqlite_read(keel_store *store, uint64_t person, int64_t after, int line_count_max,
			    keel_store_page *page, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	person_row row;
	if (!get_person(s, person, &row))
		return fail_here(s, "cannot read", fault);
	if (row.erased)
		return keel_store_fail_erased(fault, person);
	sqlite3_stmt *ready = start(s, READ, person);
	sqlite3_bind_int64(ready, 2, after);
	sqlite3_bind_int(ready, 3, line_count_max);
	int code;
	while ((code = sqlite3_step(ready)) == SQLITE_ROW) {
		const char *line = sqlite3_column_blob(ready, 1);
		size_t line_bytes = (size_t)sqlite3_column_bytes(ready, 1);
		if (line == NULL || !keel_store_page_add(page, line, line_bytes))
			return roll_back(s, keel_store_fail(fault, KEEL_ERR_NO_MEMORY,
							    "no memory for a page"));
		page->cursor = sqlite3_column_int64(ready, 0);
	}
	if (code != SQLITE_DONE)
		return roll_back(s, fail_here(s, "cannot read", fault));
	sqlite3_reset(ready);
	return KEEL_ERR_OK;
}

static keel_err sqlite_persons(keel_store *store, int offset, keel_store_person *persons,
			       int person_count_max, int *person_count, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	sqlite3_stmt *ready = start(s, LIST_PERSONS, 0);
	sqlite3_bind_int(ready, 1, person_count_max);
	sqlite3_bind_int(ready, 2, offset);
	int code;
	while ((code = sqlite3_step(ready)) == SQLITE_ROW) {
		keel_store_person *out = &persons[(*person_count)++];
		out->person = (uint64_t)sqlite3_column_int64(ready, 0);
		out->event_count = sqlite3_column_int64(ready, 1);
		snprintf(out->name, sizeof out->name, "%s",
			 (const char *)sqlite3_column_text(ready, 2));
	}
	if (code != SQLITE_DONE)
		return roll_back(s, fail_here(s, "cannot read", fault));
	sqlite3_reset(ready);
	return KEEL_ERR_OK;
}

static keel_err sqlite_count(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	sqlite3_stmt *ready = start(s, COUNT, 0);
	if (sqlite3_step(ready) != SQLITE_ROW)
		return roll_back(s, fail_here(s, "cannot read", fault));
	counts->person_count = sqlite3_column_int64(ready, 0);
	counts->erased_count = sqlite3_column_int64(ready, 1);
	counts->event_count = sqlite3_column_int64(ready, 2);
	sqlite3_reset(ready);
	return KEEL_ERR_OK;
}

/* ---- erasing ---- */

/* Nothing of the deleted bytes may stay behind: free pages go back, the write-ahead log is emptied.
 */
static keel_err sweep(sqlite_store *s, keel_store_fault *fault)
{
	if (!run(s->db, "PRAGMA incremental_vacuum"))
		return fail_here(s, "cannot shrink the file", fault);
	int64_t busy = ask(s->db, "PRAGMA wal_checkpoint(TRUNCATE)");
	if (busy < 0)
		return fail_here(s, "cannot empty the write-ahead log", fault);
	if (busy > 0)
		return keel_store_fail(
			fault, KEEL_ERR_BUSY,
			"%s: erased, but somebody is reading; erase once more to clean the "
			"write-ahead log",
			s->path);
	return KEEL_ERR_OK;
}

static keel_err sqlite_erase(keel_store *store, uint64_t person, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	person_row row;
	if (!run(s->db, "BEGIN IMMEDIATE"))
		return fail_here(s, "cannot begin", fault);
	bool erased = get_person(s, person, &row);
	erased = erased && (row.found || finish(start(s, ADD_PERSON, person)));
	erased = erased && finish(start(s, DELETE_EVENTS, person));
	erased = erased && finish(start(s, SET_ERASED, person));
	erased = erased && run(s->db, "COMMIT");
	if (!erased)
		return roll_back(s, fail_here(s, "cannot erase", fault));
	return sweep(s, fault);
}

/* ---- verifying ---- */

static keel_err fail_corrupt(const sqlite_store *s, const char *what, keel_store_fault *fault)
{
	return keel_store_fail(fault, KEEL_ERR_CORRUPT, "%s: %s", s->path, what);
}

static keel_err check_structure(sqlite_store *s, keel_store_fault *fault)
{
	sqlite3_stmt *check = NULL;
	keel_err err = KEEL_ERR_OK;
	if (sqlite3_prepare_v2(s->db, "PRAGMA integrity_check(1)", -1, &check, NULL) != SQLITE_OK ||
	    sqlite3_step(check) != SQLITE_ROW)
		err = fail_here(s, "cannot check", fault);
	else if (strcmp((const char *)sqlite3_column_text(check, 0), "ok") != 0)
		err = fail_corrupt(s, (const char *)sqlite3_column_text(check, 0), fault);
	sqlite3_finalize(check);
	return err;
}

static keel_err check_event(const sqlite_store *s, sqlite3_stmt *row, int64_t want_place,
			    keel_store_fault *fault)
{
	uint64_t person = (uint64_t)sqlite3_column_int64(row, 0);
	int64_t place = sqlite3_column_int64(row, 1);
	const uint8_t *id = sqlite3_column_blob(row, 2);
	const char *line = sqlite3_column_blob(row, 4);
	if (place != want_place || sqlite3_column_bytes(row, 2) != 16 || line == NULL)
		return fail_corrupt(s, "the events of a person are not numbered 1, 2, 3", fault);
	if (sqlite3_column_type(row, 5) == SQLITE_NULL)
		return fail_corrupt(s, "events of nobody", fault);
	return keel_store_check_line(person, place, id, (uint64_t)sqlite3_column_int64(row, 3),
				     line, (size_t)sqlite3_column_bytes(row, 4), fault);
}

static keel_err check_events(sqlite_store *s, keel_store_fault *fault)
{
	sqlite3_stmt *ready = start(s, ALL_EVENTS, 0);
	int64_t person = 0;
	int64_t place = 0;
	int code;
	while ((code = sqlite3_step(ready)) == SQLITE_ROW) {
		place = sqlite3_column_int64(ready, 0) == person ? place + 1 : 1;
		person = sqlite3_column_int64(ready, 0);
		keel_err err = check_event(s, ready, place, fault);
		if (err != KEEL_ERR_OK)
			return err;
	}
	if (code != SQLITE_DONE)
		return fail_here(s, "cannot read", fault);
	ready = start(s, MISCOUNTED, 0);
	if (sqlite3_step(ready) != SQLITE_ROW)
		return fail_here(s, "cannot read", fault);
	if (sqlite3_column_int64(ready, 0) != 0)
		return fail_corrupt(s, "a person has more or fewer events than counted", fault);
	return KEEL_ERR_OK;
}

static keel_err sqlite_verify(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	if (!run(s->db, "BEGIN"))
		return fail_here(s, "cannot begin", fault);
	keel_err err = check_structure(s, fault);
	if (err == KEEL_ERR_OK)
		err = check_events(s, fault);
	if (err == KEEL_ERR_OK)
		err = sqlite_count(store, counts, fault);
	return roll_back(s, err);
}

/* ---- copying ---- */

/* Copies a whole database into an empty file that exists, leaving no log beside it. */
static keel_err copy_into(sqlite3 *from, const char *path, keel_store_fault *fault)
{
	sqlite3 *to = NULL;
	keel_err err = KEEL_ERR_OK;
	if (sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
		err = fail_db(to, path, "cannot open", fault);
		sqlite3_close(to);
		return err;
	}
	sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
	if (copy != NULL) {
		sqlite3_backup_step(copy, -1);
		sqlite3_backup_finish(copy);
	}
	if (sqlite3_errcode(to) != SQLITE_OK || !run(to, "PRAGMA journal_mode = DELETE"))
		err = fail_db(to, path, "cannot copy", fault);
	sqlite3_close(to);
	return err;
}

static keel_err create_file(const char *path, keel_store_fault *fault)
{
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file < 0)
		return fail_errno(path, "cannot create", fault);
	close(file);
	return KEEL_ERR_OK;
}

keel_err keel_sqlite_copy(const char *from_path, const char *to_path, keel_store_fault *fault)
{
	sqlite3 *from = NULL;
	if (access(from_path, R_OK) != 0)
		return fail_errno(from_path, "cannot read", fault);
	if (sqlite3_open_v2(from_path, &from, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
		keel_err err = fail_db(from, from_path, "cannot open", fault);
		sqlite3_close(from);
		return err;
	}
	sqlite3_busy_timeout(from, 5000);
	keel_err err = create_file(to_path, fault);
	if (err == KEEL_ERR_OK && ask(from, "PRAGMA schema_version") < 0)
		err = fail_db(from, from_path, "cannot read", fault);
	if (err == KEEL_ERR_OK)
		err = copy_into(from, to_path, fault);
	sqlite3_close(from);
	return err;
}

static keel_err sqlite_backup(keel_store *store, const char *path, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	char draft[PATH_BYTES_MAX];
	int length = snprintf(draft, sizeof draft, "%s.draft-%ld", path, (long)getpid());
	if (length < 0 || (size_t)length >= sizeof draft)
		return keel_store_fail(fault, KEEL_ERR_TOO_LARGE, "%s: the path is too long", path);
	if (access(path, F_OK) == 0)
		return keel_store_fail(fault, KEEL_ERR_DUPLICATE, "%s: there is a file already",
				       path);
	keel_err err = create_file(draft, fault);
	if (err != KEEL_ERR_OK)
		return err;
	err = copy_into(s->db, draft, fault);
	if (err == KEEL_ERR_OK)
		err = keel_sqlite_place(draft, path, false, fault);
	if (err != KEEL_ERR_OK)
		unlink(draft);
	return err;
}

/* ---- opening ---- */

static void sqlite_close(keel_store *store)
{
	sqlite_store *s = (sqlite_store *)store;
	for (int i = 0; i < STATEMENT_COUNT; i++)
		sqlite3_finalize(s->statements[i]);
	sqlite3_close(s->db);
	free(s->path);
	free(s);
}

/* An old line goes the way of a new one: through batch and append. */
static keel_err migrate_rows(sqlite_store *s, keel_store_fault *fault)
{
	sqlite3_stmt *old = NULL;
	if (sqlite3_prepare_v2(s->db, "SELECT person, line FROM old_events ORDER BY rowid", -1,
			       &old, NULL) != SQLITE_OK)
		return fail_here(s, "cannot read the older schema", fault);
	keel_err err = KEEL_ERR_OK;
	int code = SQLITE_DONE;
	while (err == KEEL_ERR_OK && (code = sqlite3_step(old)) == SQLITE_ROW) {
		keel_store_batch batch;
		keel_store_added added = {0};
		err = keel_store_batch_init(&batch, (uint64_t)sqlite3_column_int64(old, 0),
					    (const char *)sqlite3_column_text(old, 1),
					    (size_t)sqlite3_column_bytes(old, 1), fault);
		if (err != KEEL_ERR_OK)
			err = fail_corrupt(s, "the older store holds a line that cannot be read",
					   fault);
		else
			err = add_batch(s, &batch, &added, fault);
		keel_store_batch_deinit(&batch);
	}
	if (err == KEEL_ERR_OK && code != SQLITE_DONE)
		err = fail_here(s, "cannot read the older schema", fault);
	sqlite3_finalize(old);
	return err;
}

static keel_err prepare_statements(sqlite_store *s, keel_store_fault *fault)
{
#define STATEMENT_SQL(NAME, sql) sql,
	static const char *const texts[] = {STATEMENTS(STATEMENT_SQL)};
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		if (sqlite3_prepare_v3(s->db, texts[i], -1, SQLITE_PREPARE_PERSISTENT,
				       &s->statements[i], NULL) != SQLITE_OK)
			return fail_here(s, "cannot use its tables", fault);
	}
	return KEEL_ERR_OK;
}

static keel_err copy_beside(const sqlite_store *s, keel_store_fault *fault)
{
	char path[PATH_BYTES_MAX];
	for (int attempt = 1; attempt <= 99; attempt++) {
		int length = snprintf(path, sizeof path,
				      attempt == 1 ? "%s.before-v%d" : "%s.before-v%d-%d", s->path,
				      SCHEMA, attempt);
		if (length < 0 || (size_t)length >= sizeof path)
			break;
		if (access(path, F_OK) != 0)
			return keel_sqlite_copy(s->path, path, fault);
	}
	return keel_store_fail(fault, KEEL_ERR_IO,
			       "%s: no free name for a copy before the migration", s->path);
}

/* Version 0 had one table, events(person INTEGER, id BLOB, line TEXT), in order of arrival. */
static keel_err migrate_from_0(sqlite_store *s, keel_store_fault *fault)
{
	keel_err err = copy_beside(s, fault);
	if (err != KEEL_ERR_OK)
		return err;
	if (!run(s->db,
		 "ALTER TABLE events RENAME TO old_events; DROP INDEX IF EXISTS events_by_id") ||
	    !run(s->db, schema_sql))
		return fail_here(s, "cannot migrate", fault);
	err = prepare_statements(s, fault);
	if (err == KEEL_ERR_OK)
		err = migrate_rows(s, fault);
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		sqlite3_finalize(s->statements[i]);
		s->statements[i] = NULL;
	}
	if (err == KEEL_ERR_OK && !run(s->db, "DROP TABLE old_events"))
		err = fail_here(s, "cannot migrate", fault);
	return err;
}

/* In a transaction, so that of two processes that open a new or old file at once one does the work.
 */
static keel_err bring_up_to_date(sqlite_store *s, keel_store_fault *fault)
{
	if (!run(s->db, "BEGIN IMMEDIATE"))
		return fail_here(s, "cannot begin", fault);
	keel_err err = KEEL_ERR_OK;
	bool is_old = ask(s->db, "SELECT count(*) FROM sqlite_schema WHERE name = 'events'") > 0;
	if (ask(s->db, "PRAGMA user_version") == SCHEMA)
		is_old = false; /* somebody else was faster */
	else if (is_old)
		err = migrate_from_0(s, fault);
	else if (!run(s->db, schema_sql))
		err = fail_here(s, "cannot make the tables", fault);
	if (err == KEEL_ERR_OK && !run(s->db, "COMMIT"))
		err = fail_here(s, "cannot commit", fault);
	err = roll_back(s, err);
	if (err == KEEL_ERR_OK && is_old && !run(s->db, "PRAGMA auto_vacuum = INCREMENTAL; VACUUM"))
		err = fail_here(s, "cannot shrink the file", fault);
	return err;
}

static keel_err check_schema(sqlite_store *s, bool read_only, keel_store_fault *fault)
{
	int64_t table_count = ask(s->db, "SELECT count(*) FROM sqlite_schema");
	if (table_count < 0)
		return fail_here(s, "cannot read", fault);
	int64_t application_id = ask(s->db, "PRAGMA application_id");
	int64_t version = ask(s->db, "PRAGMA user_version");
	bool is_old = version == 0 && table_count > 0 &&
		      ask(s->db, "SELECT count(*) FROM pragma_table_info('events') "
				 "WHERE name IN ('person', 'id', 'line')") == 3;
	if (application_id != APPLICATION_ID && table_count > 0 && !is_old)
		return fail_corrupt(s, "this is not a store of Keel", fault);
	if (version > SCHEMA)
		return keel_store_fail(fault, KEEL_ERR_VERSION,
				       "%s: made by a newer Keel (schema %" PRId64
				       ", this one knows %d); update Keel",
				       s->path, version, SCHEMA);
	if (version == SCHEMA)
		return KEEL_ERR_OK;
	if (read_only)
		return keel_store_fail(fault, KEEL_ERR_VERSION,
				       "%s: made by an older Keel; open it for writing once",
				       s->path);
	return bring_up_to_date(s, fault);
}

/* Changing the journal does not wait for others by itself. */
static bool use_wal(sqlite3 *db, int busy_ms)
{
	for (int waited_ms = 0;; waited_ms += 10) {
		if (run(db, "PRAGMA journal_mode = WAL"))
			return true;
		if (sqlite3_errcode(db) != SQLITE_BUSY || waited_ms >= busy_ms)
			return false;
		sqlite3_sleep(10);
	}
}

static keel_err set_up(sqlite_store *s, const keel_store_sqlite_def *def, keel_store_fault *fault)
{
	char cache[64];
	snprintf(cache, sizeof cache, "PRAGMA cache_size = -%d", def->cache_kib);
	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_timeout(s->db, def->busy_ms);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	bool set = run(s->db, "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA "
			      "cell_size_check = ON; PRAGMA "
			      "secure_delete = ON;"
			      "PRAGMA synchronous = FULL") &&
		   run(s->db, cache);
	if (set && !def->read_only)
		set = run(s->db, "PRAGMA auto_vacuum = INCREMENTAL");
	if (!set)
		return fail_here(s, "cannot open", fault);
	keel_err err = check_schema(s, def->read_only, fault);
	if (err == KEEL_ERR_OK && !def->read_only && !use_wal(s->db, def->busy_ms))
		err = fail_here(s, "cannot open", fault);
	if (err == KEEL_ERR_OK)
		err = prepare_statements(s, fault);
	return err;
}

/* SQLite takes a file shorter than its header for an empty database. What is left of a store that
 * was cut to that, or to nothing, must not become a new one. */
static keel_err find_or_create(const keel_store_sqlite_def *def, keel_store_fault *fault)
{
	struct stat info;
	bool must_exist = def->must_exist || def->read_only;
	if (stat(def->path, &info) != 0) {
		if (must_exist)
			return fail_errno(def->path, "cannot open", fault);
		keel_err err = create_file(def->path, fault);
		return err == KEEL_ERR_DUPLICATE ? KEEL_ERR_OK : err;
	}
	if (S_ISREG(info.st_mode) && info.st_size < 512 && (must_exist || info.st_size > 0))
		return keel_store_fail(fault, KEEL_ERR_CORRUPT,
				       "%s: this is not a store of Keel, or what is left of one",
				       def->path);
	return KEEL_ERR_OK;
}

keel_store_sqlite_def keel_default_store_sqlite_def(const char *path)
{
	return (keel_store_sqlite_def){.path = path, .busy_ms = 5000, .cache_kib = 16 * 1024};
}

keel_err keel_store_open_sqlite(const keel_store_sqlite_def *def, keel_store **store,
				keel_store_fault *fault)
{
	static const keel_store_ops ops = {
		.close = sqlite_close,
		.append = sqlite_append,
		.read = sqlite_read,
		.persons = sqlite_persons,
		.erase = sqlite_erase,
		.count = sqlite_count,
		.backup = sqlite_backup,
		.verify = sqlite_verify,
	};
	*store = NULL;
	keel_err err = find_or_create(def, fault);
	if (err != KEEL_ERR_OK)
		return err;
	sqlite_store *s = calloc(1, sizeof *s);
	if (s == NULL)
		return keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for a store");
	s->store.ops = &ops;
	s->path = strdup(def->path);
	int flags = def->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	if (s->path == NULL)
		err = keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for a store");
	else if (sqlite3_open_v2(s->path, &s->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		err = fail_here(s, "cannot open", fault);
	else
		err = set_up(s, def, fault);
	if (err != KEEL_ERR_OK)
		sqlite_close(&s->store);
	else
		*store = &s->store;
	return err;
}

/* ---- for restore.c ---- */

keel_err keel_sqlite_list_erased(keel_store *store, uint64_t **persons, int *person_count,
				 keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	keel_store_counts counts = {0};
	*persons = NULL;
	*person_count = 0;
	keel_err err = sqlite_count(store, &counts, fault);
	if (err != KEEL_ERR_OK)
		return err;
	*persons = calloc((size_t)counts.erased_count + 1, sizeof **persons);
	if (*persons == NULL)
		return keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for a list");
	sqlite3_stmt *ready = start(s, LIST_ERASED, 0);
	while (*person_count < counts.erased_count && sqlite3_step(ready) == SQLITE_ROW)
		(*persons)[(*person_count)++] = (uint64_t)sqlite3_column_int64(ready, 0);
	return roll_back(s, KEEL_ERR_OK);
}

keel_err keel_sqlite_leave_wal(keel_store *store, keel_store_fault *fault)
{
	sqlite_store *s = (sqlite_store *)store;
	for (int i = 0; i < STATEMENT_COUNT; i++)
		sqlite3_reset(s->statements[i]);
	if (run(s->db, "PRAGMA journal_mode = DELETE"))
		return KEEL_ERR_OK;
	return fail_here(s, "it is in use", fault);
}
