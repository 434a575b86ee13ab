/* Goal: every store keeps every promise of include/keel/store.h.
 * Method: one suite, run on each store. A maker opens an empty store and, where the store has
 * files, opens the same one again, so that what was acknowledged is also looked for after closing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "keel/store.h"
#include "store/testing.h"

#define ANNE 0x00000000000000aau
#define BEN 0xffffffffffffffbbu /* negative as a signed number */

typedef struct maker {
	const char *name;
	keel_store *(*open)(const char *folder);
	bool has_files;
} maker;

typedef struct bench {
	const maker *maker;
	char folder[64];
	keel_store *store;
} bench;

static keel_store *open_memory(const char *folder)
{
	keel_store *store;
	(void)folder;
	assert_int_equal(keel_store_open_memory(&store, NULL), KEEL_ERR_OK);
	return store;
}

static keel_store *open_sqlite(const char *folder)
{
	char path[128];
	keel_store *store;
	keel_store_fault fault;
	snprintf(path, sizeof path, "%s/keel.db", folder);
	keel_store_sqlite_def def = keel_default_store_sqlite_def(path);
	if (keel_store_open_sqlite(&def, &store, &fault) != KEEL_ERR_OK)
		fail_msg("%s", fault.text);
	return store;
}

static keel_store *wrap(keel_store *inner)
{
	keel_store *store;
	assert_int_equal(keel_store_open_faulty(inner, &store, NULL), KEEL_ERR_OK);
	return store;
}

static keel_store *open_faulty_memory(const char *folder)
{
	return wrap(open_memory(folder));
}

static keel_store *open_faulty_sqlite(const char *folder)
{
	return wrap(open_sqlite(folder));
}

static int set_up(void **state)
{
	bench *b = *state;
	snprintf(b->folder, sizeof b->folder, "/tmp/keel-conformance-XXXXXX");
	assert_non_null(mkdtemp(b->folder));
	b->store = b->maker->open(b->folder);
	return 0;
}

static int tear_down(void **state)
{
	bench *b = *state;
	static const char *const files[] = {"keel.db", "keel.db-wal", "keel.db-shm", "copy.db"};
	keel_store_close(b->store);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		char path[128];
		snprintf(path, sizeof path, "%s/%s", b->folder, files[i]);
		unlink(path);
	}
	assert_int_equal(rmdir(b->folder), 0);
	return 0;
}

static void reopen(bench *b)
{
	if (!b->maker->has_files)
		return;
	keel_store_close(b->store);
	b->store = b->maker->open(b->folder);
}

static keel_err append(bench *b, uint64_t person, const char *text, keel_store_added *added,
		       keel_store_fault *fault)
{
	return keel_store_append(b->store, person, text, strlen(text), added, fault);
}

static void expect_added(bench *b, uint64_t person, const char *text, int added_count,
			 int known_count, int64_t cursor)
{
	keel_store_added added;
	keel_store_fault fault = {0};
	if (append(b, person, text, &added, &fault) != KEEL_ERR_OK)
		fail_msg("%s %s", fault.text, fault.spot.message);
	assert_int_equal(added.added_count, added_count);
	assert_int_equal(added.known_count, known_count);
	assert_int_equal(added.cursor, cursor);
}

static void expect_refused(bench *b, uint64_t person, const char *text, keel_err want, int line,
			   const char *field)
{
	keel_store_added added;
	keel_store_fault fault;
	assert_int_equal(append(b, person, text, &added, &fault), want);
	assert_int_equal(fault.err, want);
	assert_int_equal(fault.spot.line, line);
	assert_string_equal(fault.spot.field, field);
	assert_int_equal(added.added_count + added.known_count, 0);
}

static void expect_text(bench *b, uint64_t person, int64_t after, int line_count_max,
			const char *want, int64_t cursor)
{
	keel_store_page page;
	keel_store_fault fault;
	if (keel_store_read(b->store, person, after, line_count_max, &page, &fault) != KEEL_ERR_OK)
		fail_msg("%s", fault.text);
	assert_string_equal(page.text, want);
	assert_int_equal(page.text_bytes, strlen(want));
	assert_int_equal(page.cursor, cursor);
	keel_store_page_deinit(&page);
}

static void expect_counts(bench *b, int64_t person_count, int64_t event_count, int64_t erased_count)
{
	keel_store_counts counts;
	assert_int_equal(keel_store_count(b->store, &counts, NULL), KEEL_ERR_OK);
	assert_int_equal(counts.person_count, person_count);
	assert_int_equal(counts.event_count, event_count);
	assert_int_equal(counts.erased_count, erased_count);
	keel_store_fault fault;
	if (keel_store_verify(b->store, &counts, &fault) != KEEL_ERR_OK)
		fail_msg("%s", fault.text);
	assert_int_equal(counts.event_count, event_count);
}

/* Lines `first` to `last` of a person in one text that lives until the next call but three. */
static const char *lines(uint64_t person, int first, int last)
{
	static char texts[4][1 << 20];
	static int turn;
	char *text = texts[turn++ % 4];
	size_t used = 0;
	text[0] = '\0';
	for (int i = first; i <= last; i++)
		used += keel_testing_line(text + used, sizeof texts[0] - used, person, i, i % 11);
	return text;
}

/* ---- promises ---- */

static void test_an_empty_store(void **state)
{
	bench *b = *state;
	keel_store_person persons[2];
	int person_count = 7;
	expect_counts(b, 0, 0, 0);
	expect_text(b, ANNE, 0, 10, "", 0);
	expect_text(b, ANNE, 5, 10, "", 5);
	expect_added(b, ANNE, "", 0, 0, 0);
	expect_added(b, ANNE, "\n\n", 0, 0, 0);
	assert_int_equal(keel_store_persons(b->store, 0, persons, 2, &person_count, NULL),
			 KEEL_ERR_OK);
	assert_int_equal(person_count, 0);
	expect_counts(b, 0, 0, 0);
}

static void test_lines_come_back_in_order_byte_for_byte(void **state)
{
	bench *b = *state;
	expect_added(b, ANNE, lines(ANNE, 5, 7), 3, 0, 3);
	expect_added(b, BEN, lines(BEN, 1, 2), 2, 0, 2);
	expect_added(b, ANNE, lines(ANNE, 1, 2), 2, 0, 5);
	for (int again = 0; again < 2; again++) {
		char want[4096];
		snprintf(want, sizeof want, "%s%s", lines(ANNE, 5, 7), lines(ANNE, 1, 2));
		expect_text(b, ANNE, 0, 100, want, 5);
		expect_text(b, ANNE, 3, 100, lines(ANNE, 1, 2), 5);
		expect_text(b, ANNE, 1, 2, lines(ANNE, 6, 7), 3);
		expect_text(b, ANNE, 5, 100, "", 5);
		expect_text(b, ANNE, 99, 100, "", 99);
		expect_text(b, BEN, 0, 100, lines(BEN, 1, 2), 2);
		expect_counts(b, 2, 7, 0);
		reopen(b);
	}
}

static void test_the_last_newline_may_be_missing(void **state)
{
	bench *b = *state;
	char text[1024];
	snprintf(text, sizeof text, "\n%s", lines(ANNE, 1, 1));
	text[strlen(text) - 1] = '\0';
	expect_added(b, ANNE, text, 1, 0, 1);
	expect_text(b, ANNE, 0, 10, lines(ANNE, 1, 1), 1);
}

static void test_append_may_be_repeated(void **state)
{
	bench *b = *state;
	expect_added(b, ANNE, lines(ANNE, 1, 3), 3, 0, 3);
	expect_added(b, ANNE, lines(ANNE, 1, 3), 0, 3, 3);
	reopen(b);
	expect_added(b, ANNE, lines(ANNE, 2, 5), 2, 2, 5);
	expect_text(b, ANNE, 0, 10, lines(ANNE, 1, 5), 5);
	/* Twice in one text. */
	char text[2048];
	snprintf(text, sizeof text, "%s%s", lines(ANNE, 6, 6), lines(ANNE, 6, 6));
	expect_added(b, ANNE, text, 1, 1, 6);
	expect_counts(b, 1, 6, 0);
}

static void test_two_persons_may_hold_the_same_id(void **state)
{
	bench *b = *state;
	expect_added(b, ANNE, lines(ANNE, 1, 1), 1, 0, 1);
	expect_added(b, BEN, lines(BEN, 1, 1), 1, 0, 1);
	expect_counts(b, 2, 2, 0);
}

static void test_nothing_of_a_bad_text_is_kept(void **state)
{
	bench *b = *state;
	char text[4096];
	size_t used = (size_t)snprintf(text, sizeof text, "%s\n", lines(ANNE, 1, 2));
	keel_testing_line(text + used, sizeof text - used, ANNE, 3, 11);
	expect_refused(b, ANNE, text, KEEL_ERR_OUT_OF_RANGE, 4, "pain");
	snprintf(text, sizeof text, "%s{\"id\":", lines(ANNE, 1, 2));
	expect_refused(b, ANNE, text, KEEL_ERR_SYNTAX, 3, "id");
	snprintf(text, sizeof text, "%s%s", lines(ANNE, 1, 2), lines(BEN, 3, 3));
	expect_refused(b, ANNE, text, KEEL_ERR_OUT_OF_RANGE, 3, "person");
	expect_counts(b, 0, 0, 0);
	expect_text(b, ANNE, 0, 10, "", 0);
}

static void test_other_bytes_under_a_known_id(void **state)
{
	bench *b = *state;
	char text[4096];
	expect_added(b, ANNE, lines(ANNE, 1, 2), 2, 0, 2);
	size_t used = (size_t)snprintf(text, sizeof text, "%s", lines(ANNE, 3, 4));
	keel_testing_line(text + used, sizeof text - used, ANNE, 2, 9);
	expect_refused(b, ANNE, text, KEEL_ERR_DUPLICATE, 3, "id");
	used = (size_t)snprintf(text, sizeof text, "%s", lines(ANNE, 3, 3));
	keel_testing_line(text + used, sizeof text - used, ANNE, 3, 9);
	expect_refused(b, ANNE, text, KEEL_ERR_DUPLICATE, 2, "id");
	/* The same of a person who is new. */
	used = (size_t)snprintf(text, sizeof text, "%s", lines(BEN, 3, 3));
	keel_testing_line(text + used, sizeof text - used, BEN, 3, 9);
	expect_refused(b, BEN, text, KEEL_ERR_DUPLICATE, 2, "id");
	reopen(b);
	expect_counts(b, 1, 2, 0);
	expect_added(b, ANNE, lines(ANNE, 3, 4), 2, 0, 4);
	expect_text(b, ANNE, 0, 10, lines(ANNE, 1, 4), 4);
}

static void test_events_we_do_not_know_are_kept(void **state)
{
	bench *b = *state;
	char text[1024];
	snprintf(text, sizeof text, "%s", lines(ANNE, 1, 1));
	char *version = strstr(text, "\"v\":1");
	assert_non_null(version);
	version[4] = '9';
	expect_added(b, ANNE, text, 1, 0, 1);
	expect_text(b, ANNE, 0, 10, text, 1);
}

static void expect_name(bench *b, const char *want)
{
	keel_store_person persons[4];
	int person_count;
	assert_int_equal(keel_store_persons(b->store, 0, persons, 4, &person_count, NULL),
			 KEEL_ERR_OK);
	assert_true(person_count >= 1);
	assert_string_equal(persons[0].name, want);
}

static void test_persons_and_their_names(void **state)
{
	bench *b = *state;
	char text[1024];
	expect_added(b, ANNE, lines(ANNE, 1, 2), 2, 0, 2);
	expect_name(b, "");
	keel_testing_profile(text, sizeof text, ANNE, 3, 50, "Anne");
	expect_added(b, ANNE, text, 1, 0, 3);
	expect_name(b, "Anne");
	/* An older one that arrives later does not win; of two in one text the later in fold order
	 * does. */
	keel_testing_profile(text, sizeof text, ANNE, 4, 49, "Annie");
	expect_added(b, ANNE, text, 1, 0, 4);
	expect_name(b, "Anne");
	size_t used = keel_testing_profile(text, sizeof text, ANNE, 5, 70, "Anna");
	keel_testing_profile(text + used, sizeof text - used, ANNE, 6, 60, "Ann");
	expect_added(b, ANNE, text, 2, 0, 6);
	expect_name(b, "Anna");
	const char *sixty = "123456789012345678901234567890123456789012345678901234567\xe2\x82\xac";
	keel_testing_profile(text, sizeof text, ANNE, 7, 80, sixty);
	expect_added(b, ANNE, text, 1, 0, 7);
	expect_added(b, BEN, lines(BEN, 1, 1), 1, 0, 1);
	reopen(b);
	expect_name(b, sixty);
	keel_store_person persons[4];
	int person_count;
	assert_int_equal(keel_store_persons(b->store, 0, persons, 4, &person_count, NULL),
			 KEEL_ERR_OK);
	assert_int_equal(person_count, 2);
	assert_true(persons[0].person == ANNE && persons[1].person == BEN);
	assert_int_equal(persons[0].event_count, 7);
	assert_int_equal(persons[1].event_count, 1);
	assert_string_equal(persons[1].name, "");
	assert_int_equal(keel_store_persons(b->store, 0, persons, 1, &person_count, NULL),
			 KEEL_ERR_OK);
	assert_int_equal(person_count, 1);
	assert_int_equal(keel_store_persons(b->store, 1, persons, 4, &person_count, NULL),
			 KEEL_ERR_OK);
	assert_int_equal(person_count, 1);
	assert_true(persons[0].person == BEN);
	persons[0].person = ANNE;
	for (int room = -1; room <= 0; room++) {
		assert_int_equal(
			keel_store_persons(b->store, 0, persons, room, &person_count, NULL),
			KEEL_ERR_OK);
		assert_int_equal(person_count, 0);
		assert_true(persons[0].person == ANNE);
	}
}

static void test_erasing(void **state)
{
	bench *b = *state;
	keel_store_page page;
	keel_store_fault fault;
	keel_store_person persons[4];
	int person_count;
	expect_added(b, ANNE, lines(ANNE, 1, 9), 9, 0, 9);
	expect_added(b, BEN, lines(BEN, 1, 2), 2, 0, 2);
	assert_int_equal(keel_store_erase(b->store, ANNE, &fault), KEEL_ERR_OK);
	for (int again = 0; again < 2; again++) {
		expect_counts(b, 1, 2, 1);
		expect_refused(b, ANNE, lines(ANNE, 1, 1), KEEL_ERR_NOT_FOUND, 0, "");
		assert_int_equal(keel_store_read(b->store, ANNE, 0, 9, &page, &fault),
				 KEEL_ERR_NOT_FOUND);
		expect_text(b, BEN, 0, 10, lines(BEN, 1, 2), 2);
		assert_int_equal(keel_store_persons(b->store, 0, persons, 4, &person_count, NULL),
				 KEEL_ERR_OK);
		assert_int_equal(person_count, 1);
		assert_true(persons[0].person == BEN);
		assert_int_equal(keel_store_erase(b->store, ANNE, &fault), KEEL_ERR_OK);
		reopen(b);
	}
	/* Somebody who was never here is refused from then on, too. */
	assert_int_equal(keel_store_erase(b->store, 0x77, &fault), KEEL_ERR_OK);
	expect_refused(b, 0x77, lines(0x77, 1, 1), KEEL_ERR_NOT_FOUND, 0, "");
	expect_counts(b, 1, 2, 2);
}

static void test_many_lines_in_pages(void **state)
{
	bench *b = *state;
	expect_added(b, ANNE, lines(ANNE, 1, 3000), 3000, 0, 3000);
	expect_added(b, ANNE, lines(ANNE, 2999, 3001), 1, 2, 3001);
	reopen(b);
	int64_t cursor = 0;
	int line_count = 0;
	for (;;) {
		keel_store_page page;
		assert_int_equal(keel_store_read(b->store, ANNE, cursor, 700, &page, NULL),
				 KEEL_ERR_OK);
		if (page.line_count == 0) {
			assert_int_equal(page.cursor, cursor);
			keel_store_page_deinit(&page);
			break;
		}
		assert_string_equal(page.text,
				    lines(ANNE, line_count + 1, line_count + page.line_count));
		line_count += page.line_count;
		cursor = page.cursor;
		keel_store_page_deinit(&page);
	}
	assert_int_equal(line_count, 3001);
	expect_counts(b, 1, 3001, 0);
}

static void test_too_much_at_once(void **state)
{
	bench *b = *state;
	size_t text_bytes = (size_t)KEEL_STORE_APPEND_BYTES_MAX + 1;
	char *text = malloc(text_bytes);
	assert_non_null(text);
	memset(text, '\n', text_bytes);
	keel_store_added added;
	keel_store_fault fault;
	assert_int_equal(keel_store_append(b->store, ANNE, text, text_bytes, &added, &fault),
			 KEEL_ERR_TOO_LARGE);
	assert_true(strlen(fault.text) > 0);
	free(text);
}

static void test_backup(void **state)
{
	bench *b = *state;
	char path[128];
	keel_store_fault fault;
	snprintf(path, sizeof path, "%s/copy.db", b->folder);
	expect_added(b, ANNE, lines(ANNE, 1, 20), 20, 0, 20);
	keel_err err = keel_store_backup(b->store, path, &fault);
	if (!b->maker->has_files) {
		assert_int_equal(err, KEEL_ERR_NOT_NOW);
		return;
	}
	if (err != KEEL_ERR_OK)
		fail_msg("%s", fault.text);
	expect_added(b, ANNE, lines(ANNE, 21, 21), 1, 0, 21);
	assert_int_equal(keel_store_backup(b->store, path, &fault), KEEL_ERR_DUPLICATE);
	struct stat info;
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	keel_store_sqlite_def def = keel_default_store_sqlite_def(path);
	def.read_only = true;
	bench copy = {.maker = b->maker};
	assert_int_equal(keel_store_open_sqlite(&def, &copy.store, &fault), KEEL_ERR_OK);
	expect_text(&copy, ANNE, 0, 100, lines(ANNE, 1, 20), 20);
	expect_counts(&copy, 1, 20, 0);
	keel_store_added added;
	assert_int_not_equal(append(&copy, ANNE, lines(ANNE, 30, 30), &added, &fault), KEEL_ERR_OK);
	keel_store_close(copy.store);
}

static void test_close_takes_nothing(void **state)
{
	(void)state;
	keel_store_close(NULL);
}

/* ---- all stores ---- */

#define PROMISE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	static const maker makers[] = {
		{"memory", open_memory, false},
		{"faulty memory", open_faulty_memory, false},
		{"sqlite", open_sqlite, true},
		{"faulty sqlite", open_faulty_sqlite, true},
	};
	int failed_count = 0;
	for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
		bench b = {.maker = &makers[i]};
		struct CMUnitTest tests[] = {
			PROMISE(test_an_empty_store),
			PROMISE(test_lines_come_back_in_order_byte_for_byte),
			PROMISE(test_the_last_newline_may_be_missing),
			PROMISE(test_append_may_be_repeated),
			PROMISE(test_two_persons_may_hold_the_same_id),
			PROMISE(test_nothing_of_a_bad_text_is_kept),
			PROMISE(test_other_bytes_under_a_known_id),
			PROMISE(test_events_we_do_not_know_are_kept),
			PROMISE(test_persons_and_their_names),
			PROMISE(test_erasing),
			PROMISE(test_many_lines_in_pages),
			PROMISE(test_too_much_at_once),
			PROMISE(test_backup),
			PROMISE(test_close_takes_nothing),
		};
		for (size_t j = 0; j < sizeof tests / sizeof tests[0]; j++)
			tests[j].initial_state = &b;
		printf("---- %s ----\n", makers[i].name);
		failed_count += cmocka_run_group_tests_name(makers[i].name, tests, NULL, NULL);
	}
	return failed_count;
}
