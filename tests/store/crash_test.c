/* Goal: what was acknowledged is there, whatever kills the program; writers that meet wait for each
 * other; a full disk is told as such and loses nothing. Method: real processes. A child appends and
 * reports each acknowledged number through a pipe until SIGKILL finds it somewhere; two children
 * write into one file while the parent reads; a file system of one megabyte is filled. What a power
 * cut does to the disk's own cache is not tried here.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/store/support.h"

enum { KILLS = 25, GROUP = 3, REQUESTS = 400 };

/* ---- killed ---- */

static void append_for_ever(const char *path, int first, int report)
{
	keel_store *store = open_store(path);
	for (int number = first;; number += GROUP) {
		if (append_lines(store, ANNE, number, number + GROUP - 1, NULL) != KEEL_ERR_OK)
			_exit(1);
		int last = number + GROUP - 1;
		if (write(report, &last, sizeof last) != (ssize_t)sizeof last)
			_exit(1);
	}
}

/* Kills a child after some reports and some microseconds; returns the last number it acknowledged.
 */
static int kill_one(const char *path, int first, int report_count, unsigned delay_us)
{
	int pipe_ends[2];
	assert_int_equal(pipe(pipe_ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(pipe_ends[0]);
		append_for_ever(path, first, pipe_ends[1]);
	}
	close(pipe_ends[1]);
	int acknowledged = first - 1;
	int last;
	for (int i = 0; i < report_count; i++) {
		assert_int_equal(read(pipe_ends[0], &last, sizeof last), sizeof last);
		acknowledged = last;
	}
	usleep(delay_us);
	kill(child, SIGKILL);
	while (read(pipe_ends[0], &last, sizeof last) == (ssize_t)sizeof last)
		acknowledged = last;
	close(pipe_ends[0]);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	return acknowledged;
}

static void test_kill_in_the_middle_of_appends(void **state)
{
	(void)state;
	place p;
	place_make(&p);
	int count = 0;
	for (int i = 0; i < KILLS; i++) {
		int acknowledged =
			kill_one(p.path, count + 1, 1 + i % 4, (unsigned)(i * 173 % 1900));
		assert_true(acknowledged >= count + GROUP * (1 + i % 4));
		keel_store *store = open_store(p.path);
		keel_store_counts counts;
		assert_int_equal(keel_store_count(store, &counts, NULL), KEEL_ERR_OK);
		/* All that was acknowledged, at most one group more, and never part of a group. */
		assert_true(counts.event_count == acknowledged ||
			    counts.event_count == acknowledged + GROUP);
		count = (int)counts.event_count;
		expect_lines(store, ANNE, 1, count);
		keel_store_close(store);
	}
	place_remove(&p);
}

/* ---- two writers ---- */

static void write_requests(const char *path, uint64_t own, int own_first)
{
	keel_store *store = open_store(path);
	for (int i = 0; i < REQUESTS; i++) {
		keel_store_fault fault;
		keel_err err = append_lines(store, own, 1 + i, 1 + i, &fault);
		if (err == KEEL_ERR_OK)
			err = append_lines(store, 0xcc, own_first + i, own_first + i, &fault);
		if (err != KEEL_ERR_OK) {
			fprintf(stderr, "%s\n", fault.text);
			_exit(1);
		}
	}
	keel_store_close(store);
	_exit(0);
}

static void test_two_processes_write_one_file(void **state)
{
	(void)state;
	place p;
	place_make(&p);
	/* Both make the file: of two that open a new one at once, one makes the tables. */
	pid_t children[2];
	for (int i = 0; i < 2; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i] == 0)
			write_requests(p.path, i == 0 ? ANNE : BEN, i == 0 ? 1 : 100001);
	}
	keel_store *store = open_store(p.path);
	int running = 2;
	int64_t seen = 0;
	while (running > 0) {
		keel_store_counts counts;
		assert_int_equal(keel_store_verify(store, &counts, NULL), KEEL_ERR_OK);
		assert_true(counts.event_count >= seen);
		seen = counts.event_count;
		int status;
		pid_t ended = waitpid(-1, &status, WNOHANG);
		if (ended > 0) {
			assert_int_equal(status, 0);
			running--;
		}
	}
	expect_lines(store, ANNE, 1, REQUESTS);
	expect_lines(store, BEN, 1, REQUESTS);
	keel_store_page page;
	assert_int_equal(keel_store_read(store, 0xcc, 0, 10000, &page, NULL), KEEL_ERR_OK);
	assert_int_equal(page.line_count, 2 * REQUESTS);
	keel_store_page_deinit(&page);
	keel_store_close(store);
	place_remove(&p);
}

/* ---- a full disk ---- */

static void fill(const char *path, size_t byte_count)
{
	static const char zeros[4096];
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	for (size_t written = 0; written < byte_count; written += sizeof zeros) {
		if (fwrite(zeros, 1, sizeof zeros, file) != sizeof zeros)
			break;
	}
	(void)fclose(file);
}

static void test_a_full_disk(void **state)
{
	(void)state;
	place p;
	place_make(&p);
	if (mount("tmpfs", p.folder, "tmpfs", 0, "size=1m") != 0) {
		place_remove(&p);
		print_message(
			"skipped: mounting a small file system needs rights that are not there\n");
		skip();
	}
	keel_store *store = open_store(p.path);
	keel_store_fault fault = {0};
	fill(place_path(&p, "filler"), 300 * 1024);
	int count = 0;
	keel_err err;
	while ((err = append_lines(store, ANNE, count + 1, count + 10, &fault)) == KEEL_ERR_OK)
		count += 10;
	bool told = err == KEEL_ERR_FULL && strstr(fault.text, "full") != NULL;
	/* Refused again and again; what was acknowledged can be read all the time, also by a
	 * newcomer. */
	for (int i = 0; i < 5 && told; i++)
		told = append_lines(store, ANNE, count + 1, count + 200, &fault) == KEEL_ERR_FULL;
	expect_lines(store, ANNE, 1, count);
	keel_store_close(store);
	store = open_store(p.path);
	expect_lines(store, ANNE, 1, count);
	/* The backup of it has no room, and leaves nothing behind. */
	keel_err backup_err = keel_store_backup(store, place_path(&p, "copy.db"), &fault);
	bool left = access(place_path(&p, "copy.db"), F_OK) == 0;
	/* With room again it goes on. */
	unlink(place_path(&p, "filler"));
	keel_err later_err = append_lines(store, ANNE, count + 1, count + 10, &fault);
	if (later_err == KEEL_ERR_OK)
		expect_lines(store, ANNE, 1, count + 10);
	keel_store_close(store);
	/* A new store where there is no room for one. */
	fill(place_path(&p, "filler"), 2 << 20);
	keel_store_sqlite_def def = keel_default_store_sqlite_def(place_path(&p, "new.db"));
	keel_err new_err = keel_store_open_sqlite(&def, &store, &fault);
	assert_int_equal(umount(p.folder), 0);
	place_remove(&p);
	assert_true(count > 100);
	assert_int_equal(err, KEEL_ERR_FULL);
	assert_true(told);
	assert_int_equal(backup_err, KEEL_ERR_FULL);
	assert_false(left);
	assert_int_equal(later_err, KEEL_ERR_OK);
	assert_int_equal(new_err, KEEL_ERR_FULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kill_in_the_middle_of_appends),
		cmocka_unit_test(test_two_processes_write_one_file),
		cmocka_unit_test(test_a_full_disk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
