/* Goal: a store can be trusted with its file: who may read it, what is left after erasing, what
 * happens with damaged, foreign, older and newer files, and that restoring is all or nothing.
 * Method: real files, changed from outside byte by byte or by the sqlite3 program.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/testing.h"
#include "tests/store/support.h"

static place here;

static int set_up(void **state)
{
	(void)state;
	place_make(&here);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	place_remove(&here);
	return 0;
}

static void make_store(const char *path, int line_count)
{
	keel_store *store = open_store(path);
	assert_int_equal(append_lines(store, ANNE, 1, line_count, NULL), KEEL_ERR_OK);
	keel_store_close(store);
}

static keel_err try_open(const char *path, bool must_exist, bool read_only, keel_store_fault *fault)
{
	keel_store *store;
	keel_store_sqlite_def def = keel_default_store_sqlite_def(path);
	def.must_exist = must_exist;
	def.read_only = read_only;
	def.busy_ms = 100;
	keel_err err = keel_store_open_sqlite(&def, &store, fault);
	if (err == KEEL_ERR_OK) {
		keel_store_counts counts;
		err = keel_store_verify(store, &counts, fault);
	} else {
		assert_null(store);
		assert_non_null(strstr(fault->text, path));
	}
	keel_store_close(store);
	return err;
}

static int mode_of(const char *path)
{
	struct stat info;
	assert_int_equal(stat(path, &info), 0);
	return info.st_mode & 0777;
}

static void test_only_the_owner_can_read(void **state)
{
	(void)state;
	mode_t before = umask(0);
	keel_store *store = open_store(here.path);
	assert_int_equal(append_lines(store, ANNE, 1, 5, NULL), KEEL_ERR_OK);
	assert_int_equal(mode_of(here.path), 0600);
	assert_int_equal(mode_of(place_path(&here, "keel.db-wal")), 0600);
	assert_int_equal(mode_of(place_path(&here, "keel.db-shm")), 0600);
	keel_store_close(store);
	umask(before);
}

static void test_missing_files(void **state)
{
	(void)state;
	keel_store_fault fault;
	assert_int_equal(try_open(here.path, true, false, &fault), KEEL_ERR_NOT_FOUND);
	assert_int_equal(try_open(here.path, false, true, &fault), KEEL_ERR_NOT_FOUND);
	assert_int_not_equal(access(here.path, F_OK), 0);
	assert_int_not_equal(try_open(place_path(&here, "no/keel.db"), false, false, &fault),
			     KEEL_ERR_OK);
	assert_int_not_equal(try_open(here.folder, false, false, &fault), KEEL_ERR_OK);
}

static void test_nothing_is_left_after_erasing(void **state)
{
	(void)state;
	char text[1024];
	keel_store_added added;
	keel_store_fault fault;
	keel_store *store = open_store(here.path);
	assert_int_equal(append_lines(store, BEN, 1, 500, NULL), KEEL_ERR_OK);
	for (int i = 1; i <= 300; i++) {
		keel_testing_profile(text, sizeof text, ANNE, i, i, "Rumpelstiltskin");
		assert_int_equal(keel_store_append(store, ANNE, text, strlen(text), &added, &fault),
				 KEEL_ERR_OK);
	}
	/* Another handle has the file open, as the command line beside the server. */
	keel_store *other = open_store(here.path);
	bool was_there = file_holds(here.path, "Rumpelstiltskin") ||
			 file_holds(place_path(&here, "keel.db-wal"), "Rumpelstiltskin");
	assert_true(was_there);
	size_t bytes_before, bytes_after;
	free(read_whole(here.path, &bytes_before));
	assert_int_equal(keel_store_erase(store, ANNE, &fault), KEEL_ERR_OK);
	assert_false(file_holds(here.path, "Rumpelstiltskin"));
	assert_false(file_holds(place_path(&here, "keel.db-wal"), "Rumpelstiltskin"));
	assert_false(file_holds(place_path(&here, "keel.db-shm"), "Rumpelstiltskin"));
	free(read_whole(here.path, &bytes_after));
	assert_true(bytes_after < bytes_before);
	expect_lines(other, BEN, 1, 500);
	keel_store_close(other);
	keel_store_close(store);
	assert_false(file_holds(here.path, "Rumpelstiltskin"));
}

/* ---- damaged and foreign files ---- */

static void test_files_that_are_no_store(void **state)
{
	(void)state;
	keel_store_fault fault;
	static const char text[] = "Dear diary, today my back felt better than it has for weeks. "
				   "I walked to the river and back again, and then I slept well.";
	write_whole(here.path, text, sizeof text);
	assert_int_equal(try_open(here.path, false, false, &fault), KEEL_ERR_CORRUPT);
	assert_non_null(strstr(fault.text, "not a store of Keel"));
	assert_true(file_holds(here.path, text));
	const char *foreign = place_path(&here, "foreign.db");
	run_sql(foreign, "CREATE TABLE recipes(name TEXT); INSERT INTO recipes VALUES('soup');");
	assert_int_equal(try_open(foreign, false, false, &fault), KEEL_ERR_CORRUPT);
	assert_non_null(strstr(fault.text, "not a store of Keel"));
	run_sql(foreign, "CREATE TABLE events(title TEXT);");
	assert_int_equal(try_open(foreign, false, false, &fault), KEEL_ERR_CORRUPT);
}

static void test_an_empty_file_becomes_a_store(void **state)
{
	(void)state;
	keel_store_fault fault;
	write_whole(here.path, "", 0);
	assert_int_equal(try_open(here.path, true, false, &fault), KEEL_ERR_CORRUPT);
	make_store(here.path, 3);
}

static void test_a_truncated_file(void **state)
{
	(void)state;
	make_store(here.path, 400);
	size_t byte_count;
	unsigned char *bytes = read_whole(here.path, &byte_count);
	for (size_t kept = byte_count - 1; kept > 0; kept = kept * 3 / 4) {
		keel_store_fault fault;
		write_whole(here.path, bytes, kept);
		keel_err err = try_open(here.path, kept % 2 == 0, false, &fault);
		if (err != KEEL_ERR_CORRUPT || strlen(fault.text) == 0)
			fail_msg("%zu of %zu bytes: %s %s", kept, byte_count, keel_err_name(err),
				 fault.text);
	}
	free(bytes);
}

static void test_a_changed_byte_of_a_line_is_found(void **state)
{
	(void)state;
	make_store(here.path, 50);
	size_t byte_count;
	unsigned char *bytes = read_whole(here.path, &byte_count);
	unsigned char *pain = memmem(bytes, byte_count, "\"pain\":7", 8);
	assert_non_null(pain);
	pain[7] = '8'; /* a valid line still, but not what was said */
	write_whole(here.path, bytes, byte_count);
	free(bytes);
	keel_store_fault fault;
	assert_int_equal(try_open(here.path, true, true, &fault), KEEL_ERR_CORRUPT);
	assert_non_null(strstr(fault.text, "its bytes have changed"));
}

static void test_damage_anywhere_is_survived(void **state)
{
	(void)state;
	make_store(here.path, 60);
	size_t byte_count;
	unsigned char *bytes = read_whole(here.path, &byte_count);
	int found_count = 0;
	for (size_t at = 0; at < byte_count; at += at < 512 ? 7 : 131) {
		keel_store_fault fault;
		unsigned char before = bytes[at];
		bytes[at] ^= 0x5a;
		write_whole(here.path, bytes, byte_count);
		bytes[at] = before;
		keel_err err = try_open(here.path, true, true, &fault);
		assert_true(err == KEEL_ERR_OK || strlen(fault.text) > 0);
		found_count += err != KEEL_ERR_OK;
	}
	assert_true(found_count > 20);
	free(bytes);
}

static void test_rows_that_were_moved_are_found(void **state)
{
	(void)state;
	static const char *const tricks[] = {
		"DELETE FROM events WHERE place = 3;",
		"DELETE FROM events WHERE place = 9;",
		"UPDATE events SET place = 99 WHERE place = 9;",
		"UPDATE events SET person = 187 WHERE place = 9;",
		"UPDATE events SET id = x'00' WHERE place = 2;",
		"UPDATE events SET id = zeroblob(16) WHERE place = 2;",
		"UPDATE events SET line = x'7b7d' WHERE place = 2;",
		"UPDATE events SET sum = 0 WHERE place = 2;",
		"UPDATE persons SET event_count = 8;",
		"DELETE FROM persons;",
	};
	for (size_t i = 0; i < sizeof tricks / sizeof tricks[0]; i++) {
		keel_store_fault fault;
		make_store(here.path, 9);
		assert_int_equal(try_open(here.path, true, true, &fault), KEEL_ERR_OK);
		run_sql(here.path, tricks[i]);
		if (try_open(here.path, true, true, &fault) != KEEL_ERR_CORRUPT)
			fail_msg("not found: %s", tricks[i]);
		unlink(here.path);
	}
}

/* ---- older and newer ---- */

static void make_version_0(const char *path, int line_count, const char *last_line)
{
	char sql[16384];
	size_t used = (size_t)snprintf(sql, sizeof sql,
				       "CREATE TABLE events(person INTEGER, id BLOB, line TEXT);"
				       "CREATE UNIQUE INDEX events_by_id ON events(person, id);");
	for (int i = 1; i <= line_count; i++) {
		char line[512];
		size_t line_bytes = keel_testing_line(line, sizeof line, ANNE, i, i % 11);
		line[line_bytes - 1] = '\0';
		used += (size_t)snprintf(sql + used, sizeof sql - used,
					 "INSERT INTO events VALUES(%d, x'%032x', '%s');",
					 (int)ANNE, (unsigned)i, line);
	}
	snprintf(sql + used, sizeof sql - used, "%s", last_line);
	run_sql(path, sql);
}

static void test_an_older_file_is_copied_and_migrated(void **state)
{
	(void)state;
	keel_store_fault fault;
	make_version_0(here.path, 20, "");
	assert_int_equal(try_open(here.path, true, true, &fault), KEEL_ERR_VERSION);
	const char *copy = place_path(&here, "keel.db.before-v1");
	assert_int_not_equal(access(copy, F_OK), 0);
	keel_store *store = open_store(here.path);
	expect_lines(store, ANNE, 1, 20);
	assert_int_equal(append_lines(store, ANNE, 21, 22, &fault), KEEL_ERR_OK);
	expect_lines(store, ANNE, 1, 22);
	keel_store_close(store);
	/* The copy is the old file, for its owner only; opened, it is migrated as well. */
	assert_int_equal(mode_of(copy), 0600);
	assert_int_equal(try_open(copy, true, true, &fault), KEEL_ERR_VERSION);
	store = open_store(copy);
	expect_lines(store, ANNE, 1, 20);
	keel_store_close(store);
	/* Opening again migrates and copies nothing. */
	store = open_store(here.path);
	keel_store_close(store);
	assert_int_not_equal(access(place_path(&here, "keel.db.before-v1-2"), F_OK), 0);
}

static void test_an_older_file_with_a_bad_line_stays_as_it_is(void **state)
{
	(void)state;
	keel_store_fault fault;
	make_version_0(here.path, 5, "INSERT INTO events VALUES(170, x'06', '{\"id\":');");
	for (int i = 0; i < 2; i++) {
		assert_int_equal(try_open(here.path, true, false, &fault), KEEL_ERR_CORRUPT);
		assert_non_null(strstr(fault.text, "older store"));
	}
	assert_int_equal(try_open(here.path, true, true, &fault), KEEL_ERR_VERSION);
}

static void test_a_newer_file_is_refused(void **state)
{
	(void)state;
	keel_store_fault fault;
	make_store(here.path, 5);
	run_sql(here.path, "PRAGMA user_version = 2;");
	assert_int_equal(try_open(here.path, true, false, &fault), KEEL_ERR_VERSION);
	assert_non_null(strstr(fault.text, "newer Keel"));
	assert_int_equal(try_open(here.path, true, true, &fault), KEEL_ERR_VERSION);
}

/* ---- restoring ---- */

static void make_backup(const char *path, int line_count, const char *backup_path)
{
	keel_store_fault fault;
	make_store(path, line_count);
	keel_store *store = open_store(path);
	assert_int_equal(keel_store_backup(store, backup_path, &fault), KEEL_ERR_OK);
	keel_store_close(store);
}

static void expect_store(const char *path, int line_count)
{
	keel_store *store = open_store(path);
	expect_lines(store, ANNE, 1, line_count);
	keel_store_close(store);
}

static void test_restoring(void **state)
{
	(void)state;
	keel_store_fault fault;
	const char *copy = place_path(&here, "copy.db");
	make_backup(here.path, 10, copy);
	const char *target = place_path(&here, "target.db");
	assert_int_equal(keel_store_restore(copy, target, false, &fault), KEEL_ERR_OK);
	assert_int_equal(mode_of(target), 0600);
	expect_store(target, 10);
	make_store(here.path, 12);
	assert_int_equal(keel_store_restore(copy, here.path, false, &fault), KEEL_ERR_DUPLICATE);
	expect_store(here.path, 12);
	assert_int_equal(keel_store_restore(copy, here.path, true, &fault), KEEL_ERR_OK);
	expect_store(here.path, 10);
	assert_int_not_equal(
		keel_store_restore(place_path(&here, "none.db"), here.path, true, &fault),
		KEEL_ERR_OK);
	expect_store(here.path, 10);
}

static void test_restoring_while_it_is_in_use(void **state)
{
	(void)state;
	keel_store_fault fault;
	const char *copy = place_path(&here, "copy.db");
	make_backup(here.path, 10, copy);
	keel_store *store = open_store(here.path);
	assert_int_equal(append_lines(store, ANNE, 11, 11, &fault), KEEL_ERR_OK);
	assert_int_equal(keel_store_restore(copy, here.path, true, &fault), KEEL_ERR_BUSY);
	expect_lines(store, ANNE, 1, 11);
	keel_store_close(store);
	expect_store(here.path, 11);
}

static void test_a_damaged_backup_changes_nothing(void **state)
{
	(void)state;
	keel_store_fault fault;
	const char *copy = place_path(&here, "copy.db");
	make_backup(here.path, 50, copy);
	size_t byte_count;
	unsigned char *bytes = read_whole(copy, &byte_count);
	unsigned char *pain = memmem(bytes, byte_count, "\"pain\":7", 8);
	assert_non_null(pain);
	pain[7] = '8';
	write_whole(copy, bytes, byte_count);
	assert_int_equal(keel_store_restore(copy, here.path, true, &fault), KEEL_ERR_CORRUPT);
	expect_store(here.path, 50);
	write_whole(copy, bytes, byte_count / 2);
	assert_int_equal(keel_store_restore(copy, here.path, true, &fault), KEEL_ERR_CORRUPT);
	expect_store(here.path, 50);
	free(bytes);
}

/* The log of the damaged store is whole: left in place it would be played into the new file. */
static void test_restoring_over_a_damaged_store(void **state)
{
	(void)state;
	keel_store_fault fault;
	const char *copy = place_path(&here, "copy.db");
	const char *wal = place_path(&here, "keel.db-wal");
	make_backup(here.path, 10, copy);
	keel_store *store = open_store(here.path);
	assert_int_equal(append_lines(store, ANNE, 11, 14, &fault), KEEL_ERR_OK);
	size_t wal_byte_count;
	unsigned char *wal_bytes = read_whole(wal, &wal_byte_count);
	assert_true(wal_byte_count > 0);
	keel_store_close(store);
	size_t byte_count;
	unsigned char *bytes = read_whole(here.path, &byte_count);
	memset(bytes, 'x', 64);
	write_whole(here.path, bytes, byte_count);
	write_whole(wal, wal_bytes, wal_byte_count);
	assert_int_equal(keel_store_restore(copy, here.path, true, &fault), KEEL_ERR_OK);
	expect_store(here.path, 10);
	free(wal_bytes);
	free(bytes);
}

static void test_restoring_an_older_backup(void **state)
{
	(void)state;
	keel_store_fault fault;
	const char *copy = place_path(&here, "copy.db");
	make_version_0(copy, 7, "");
	assert_int_equal(keel_store_restore(copy, here.path, false, &fault), KEEL_ERR_OK);
	expect_store(here.path, 7);
	assert_int_equal(try_open(copy, true, true, &fault), KEEL_ERR_VERSION); /* untouched */
}

static void test_the_erased_stay_erased(void **state)
{
	(void)state;
	keel_store_fault fault;
	const char *copy = place_path(&here, "copy.db");
	make_backup(here.path, 10, copy);
	keel_store *store = open_store(here.path);
	assert_int_equal(append_lines(store, BEN, 1, 3, &fault), KEEL_ERR_OK);
	assert_int_equal(keel_store_erase(store, ANNE, &fault), KEEL_ERR_OK);
	keel_store_close(store);
	assert_int_equal(keel_store_restore(copy, here.path, true, &fault), KEEL_ERR_OK);
	store = open_store(here.path);
	keel_store_counts counts;
	assert_int_equal(keel_store_verify(store, &counts, &fault), KEEL_ERR_OK);
	assert_int_equal(counts.event_count, 0);
	assert_int_equal(counts.erased_count, 1);
	assert_int_equal(append_lines(store, ANNE, 1, 1, &fault), KEEL_ERR_NOT_FOUND);
	keel_store_close(store);
	assert_false(file_holds(here.path, "morning-check"));
}

/* ---- planned faults ---- */

static void test_a_failed_call_can_be_repeated(void **state)
{
	(void)state;
	for (int done_first = 0; done_first < 2; done_first++) {
		keel_store *memory;
		keel_store *store;
		keel_store_fault fault;
		assert_int_equal(keel_store_open_memory(&memory, NULL), KEEL_ERR_OK);
		assert_int_equal(keel_store_open_faulty(memory, &store, NULL), KEEL_ERR_OK);
		keel_store_faulty_plan(store, 1, KEEL_ERR_IO, done_first == 1);
		assert_int_equal(append_lines(store, ANNE, 1, 3, &fault), KEEL_ERR_OK);
		assert_int_equal(append_lines(store, ANNE, 4, 6, &fault), KEEL_ERR_IO);
		assert_int_equal(fault.err, KEEL_ERR_IO);
		expect_lines(store, ANNE, 1, done_first ? 6 : 3);
		assert_int_equal(append_lines(store, ANNE, 4, 6, &fault), KEEL_ERR_OK);
		expect_lines(store, ANNE, 1, 6);
		keel_store_close(store);
	}
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_only_the_owner_can_read),
		TEST(test_missing_files),
		TEST(test_nothing_is_left_after_erasing),
		TEST(test_files_that_are_no_store),
		TEST(test_an_empty_file_becomes_a_store),
		TEST(test_a_truncated_file),
		TEST(test_a_changed_byte_of_a_line_is_found),
		TEST(test_damage_anywhere_is_survived),
		TEST(test_rows_that_were_moved_are_found),
		TEST(test_an_older_file_is_copied_and_migrated),
		TEST(test_an_older_file_with_a_bad_line_stays_as_it_is),
		TEST(test_a_newer_file_is_refused),
		TEST(test_restoring),
		TEST(test_restoring_while_it_is_in_use),
		TEST(test_a_damaged_backup_changes_nothing),
		TEST(test_restoring_over_a_damaged_store),
		TEST(test_restoring_an_older_backup),
		TEST(test_the_erased_stay_erased),
		TEST(test_a_failed_call_can_be_repeated),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
