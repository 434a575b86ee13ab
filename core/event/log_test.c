/* Goal: a log is a function of the set of its events, and says by the rules at the head of log.c
 * which of them stand and whose clock is in doubt. Method: small stories written as tables, where
 * each event is one row; and random records with forks, corrections, retractions and wild clocks
 * that are added in many orders and in pieces, whose every entry must come out the same.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/hash.h"
#include "core/event/event.h"

#define HOUR_MS 3600000L
#define START_MS 1773212400000L /* 2026-03-11 08:00 in Berlin */
#define EVENTS_MAX 512

typedef enum kind { MORNING, RETRACT, NOTE, STRANGE } kind;

/* One event of a story: `id` is its name; `names` the event it retracts, or replaces when it is no
 * retraction. */
typedef struct row {
	int id;
	int names;
	kind kind;
	int device;
	int seq;
	int counter;
	long utc_ms;
	int value;
} row;

static size_t write_id(char *out, size_t out_bytes, const char *before, int id)
{
	return (size_t)snprintf(out, out_bytes, "%s\"%032x\"", before, (unsigned)id);
}

static size_t write_row(char *out, size_t out_bytes, const row *r)
{
	static const char *const types[] = {"morning-check", "retraction", "note", "strange"};
	size_t used = write_id(out, out_bytes, "{\"id\":", r->id);
	used += (size_t)snprintf(out + used, out_bytes - used,
				 ",\"person\":\"00000000000000aa\",\"device\":\"%08x\",\"seq\":%d,"
				 "\"counter\":%d,\"utc_ms\":%ld,\"offset_min\":60,\"v\":1,"
				 "\"safety\":%d,\"type\":\"%s\"",
				 (unsigned)r->device, r->seq, r->counter, r->utc_ms,
				 r->kind == STRANGE ? r->value : 0, types[r->kind]);
	if (r->names != 0)
		used += write_id(out + used, out_bytes - used,
				 r->kind == RETRACT ? ",\"event\":" : ",\"replaces\":", r->names);
	if (r->kind == MORNING)
		used += (size_t)snprintf(out + used, out_bytes - used, ",\"pain\":%d", r->value);
	if (r->kind == NOTE)
		used += (size_t)snprintf(out + used, out_bytes - used, ",\"text\":\"n%d\"",
					 r->value);
	used += (size_t)snprintf(out + used, out_bytes - used, "}");
	assert_true(used < out_bytes);
	return used;
}

static char block[4 << 20];
static keel_arena arena;

static keel_log *new_log(void)
{
	keel_arena_init(&arena, block, sizeof block);
	keel_log *log = keel_log_create(&arena, EVENTS_MAX);
	assert_non_null(log);
	return log;
}

static void add_row(keel_log *log, const row *r)
{
	char text[1024];
	size_t text_bytes = write_row(text, sizeof text, r);
	bool added;
	keel_spot spot = {0};
	keel_err err = keel_log_add_line(log, text, text_bytes, &added, &spot);
	if (err != KEEL_ERR_OK)
		fail_msg("%s\n%s %d %s", text, keel_err_name(err), spot.column, spot.message);
}

/* The log of rows, added in a shuffled order that `seed` decides, settled after every `piece` of
 * them. */
static keel_log *log_of(const row *rows, int row_count, unsigned seed, int piece)
{
	static int order[EVENTS_MAX];
	for (int i = 0; i < row_count; i++)
		order[i] = i;
	for (int i = row_count - 1; i > 0 && seed != 0; i--) {
		seed = seed * 1664525u + 1013904223u;
		int j = (int)((seed >> 8) % (unsigned)(i + 1));
		int kept = order[i];
		order[i] = order[j];
		order[j] = kept;
	}
	keel_log *log = new_log();
	for (int i = 0; i < row_count; i++) {
		add_row(log, &rows[order[i]]);
		if (piece > 0 && i % piece == 0)
			keel_log_settle(log);
	}
	keel_log_settle(log);
	return log;
}

/* What a log says, as text: "id" with - for retracted, c for corrected, ? for doubt, f for forked,
 * in fold order. */
static const char *story(const keel_log *log)
{
	static char text[8192];
	size_t used = 0;
	text[0] = '\0';
	for (int i = 0; i < keel_log_count(log); i++) {
		const keel_log_entry *entry = keel_log_get(log, i);
		used += (size_t)snprintf(text + used, sizeof text - used, "%s%d%s%s%s%s",
					 i == 0 ? "" : " ",
					 entry->event->id[14] * 256 + entry->event->id[15],
					 entry->retracted ? "-" : "", entry->corrected ? "c" : "",
					 entry->doubt ? "?" : "", entry->forked ? "f" : "");
		assert_true(used < sizeof text);
	}
	return text;
}

static void expect_story(const row *rows, size_t row_count, const char *want)
{
	for (unsigned seed = 0; seed < 24; seed++)
		assert_string_equal(story(log_of(rows, (int)row_count, seed, (int)(seed % 4))),
				    want);
}

#define EXPECT(want, ...)                                                                          \
	do {                                                                                       \
		const row rows[] = {__VA_ARGS__};                                                  \
		expect_story(rows, sizeof rows / sizeof rows[0], want);                            \
	} while (0)

/* Events a minute apart on one device, whose counter is their id. */
#define AT(id, kind, names)                                                                        \
	{                                                                                          \
		id, names, kind, 1, id, id, START_MS + (id)*60000L, 3                              \
	}

static void test_order_is_counter_device_seq_id(void **state)
{
	(void)state;
	EXPECT("4 3 2 1 5f 6f 7", {1, 0, MORNING, 2, 9, 2, START_MS, 1},
	       {2, 0, MORNING, 2, 8, 2, START_MS, 1}, {3, 0, MORNING, 1, 10, 2, START_MS, 1},
	       {4, 0, MORNING, 9, 1, 1, START_MS, 1}, {6, 0, MORNING, 3, 7, 3, START_MS, 1},
	       {5, 0, MORNING, 3, 7, 3, START_MS, 1}, {7, 0, MORNING, 3, 8, 3, START_MS, 1});
}

static void test_a_fork_is_kept_and_marked_even_with_other_counters(void **state)
{
	(void)state;
	EXPECT("1f 2 3f", {1, 0, MORNING, 3, 7, 3, START_MS, 1},
	       {2, 0, MORNING, 3, 8, 4, START_MS, 1}, {3, 0, MORNING, 3, 7, 5, START_MS, 1});
}

static void test_retractions(void **state)
{
	(void)state;
	EXPECT("1- 2 3", AT(1, MORNING, 0), AT(2, MORNING, 0), AT(3, RETRACT, 1));
	/* Retracting the retraction restores; retracting that one takes away again. */
	EXPECT("1 2- 3", AT(1, MORNING, 0), AT(2, RETRACT, 1), AT(3, RETRACT, 2));
	EXPECT("1- 2 3- 4", AT(1, MORNING, 0), AT(2, RETRACT, 1), AT(3, RETRACT, 2),
	       AT(4, RETRACT, 3));
	/* Twice taken back, once restored: it stays away. */
	EXPECT("1- 2 3- 4", AT(1, MORNING, 0), AT(2, RETRACT, 1), AT(3, RETRACT, 1),
	       AT(4, RETRACT, 3));
	/* Nobody can have seen a later event, itself, or one that is not there. */
	EXPECT("1 2 3 4", AT(1, RETRACT, 2), AT(2, MORNING, 0), AT(3, RETRACT, 3),
	       AT(4, RETRACT, 99));
}

static void test_corrections(void **state)
{
	(void)state;
	EXPECT("1- 3c 2", AT(1, MORNING, 0), AT(2, MORNING, 0), AT(3, MORNING, 1));
	/* A chain, and two corrections of one event: the last word stands. */
	EXPECT("1- 3- 4c 2", AT(1, MORNING, 0), AT(2, NOTE, 0), AT(3, MORNING, 1),
	       AT(4, MORNING, 3));
	EXPECT("1- 3- 4c 2", AT(1, MORNING, 0), AT(2, NOTE, 0), AT(3, MORNING, 1),
	       AT(4, MORNING, 1));
	/* Branches are one chain: the last word stands alone (once both 3 and 4 stood). */
	EXPECT("1- 2- 3- 4c", AT(1, MORNING, 0), AT(2, MORNING, 1), AT(3, MORNING, 1),
	       AT(4, MORNING, 2));
	EXPECT("1- 2- 3c 4- 5", AT(1, MORNING, 0), AT(2, MORNING, 1), AT(3, MORNING, 1),
	       AT(4, MORNING, 2), AT(5, RETRACT, 4));
	EXPECT("1- 2- 3c 4", AT(1, MORNING, 0), AT(2, MORNING, 1), AT(3, MORNING, 2),
	       AT(4, RETRACT, 2));
	/* The last correction taken back: the one before stands; the first taken back: the chain
	 * still holds. */
	EXPECT("1- 3c 4- 2 5", AT(1, MORNING, 0), AT(2, NOTE, 0), AT(3, MORNING, 1),
	       AT(4, MORNING, 3), AT(5, RETRACT, 4));
	EXPECT("1- 3c 4- 2 5", AT(1, MORNING, 0), AT(2, NOTE, 0), AT(3, MORNING, 1),
	       AT(4, MORNING, 1), AT(5, RETRACT, 4));
	EXPECT("1 3- 2 5", AT(1, MORNING, 0), AT(2, NOTE, 0), AT(3, MORNING, 1), AT(5, RETRACT, 3));
}

static void test_corrections_meet_retractions(void **state)
{
	(void)state;
	/* Corrected, then the original taken back: gone with its correction. */
	EXPECT("1- 2- 3", AT(1, MORNING, 0), AT(2, MORNING, 1), AT(3, RETRACT, 1));
	/* Taken back, then stated anew. */
	EXPECT("1- 3c 2", AT(1, MORNING, 0), AT(2, RETRACT, 1), AT(3, MORNING, 1));
	/* The same through a chain: the speaker is later than the retraction. */
	EXPECT("1- 2- 4c 3", AT(1, MORNING, 0), AT(2, MORNING, 1), AT(3, RETRACT, 1),
	       AT(4, MORNING, 2));
}

static void test_a_correction_of_a_retraction(void **state)
{
	(void)state;
	keel_log *log = new_log();
	const row rows[] = {AT(1, MORNING, 0), AT(2, MORNING, 0), AT(3, RETRACT, 1)};
	for (int i = 0; i < 3; i++)
		add_row(log, &rows[i]);
	char text[1024];
	row instead = AT(4, RETRACT, 2);
	size_t text_bytes = write_row(text, sizeof text, &instead) - 1;
	text_bytes += write_id(text + text_bytes, sizeof text - text_bytes, ",\"replaces\":", 3);
	text[text_bytes++] = '}';
	bool added;
	assert_int_equal(keel_log_add_line(log, text, text_bytes, &added, NULL), KEEL_ERR_OK);
	keel_log_settle(log);
	assert_string_equal(story(log), "1 2- 3- 4c");
}

static void test_a_correction_that_fits_nothing_is_doubtful(void **state)
{
	(void)state;
	EXPECT("1 2?", AT(1, MORNING, 0), AT(2, NOTE, 1));    /* another type */
	EXPECT("1 2?", AT(1, MORNING, 0), AT(2, MORNING, 9)); /* not there */
	EXPECT("1? 2", AT(1, MORNING, 2), AT(2, MORNING, 0)); /* later than itself */
}

static void test_a_correction_takes_the_time_of_the_original(void **state)
{
	(void)state;
	const row rows[] = {{1, 0, MORNING, 1, 1, 1, START_MS, 6},
			    {2, 0, MORNING, 1, 2, 2, START_MS + 24 * HOUR_MS, 2},
			    {3, 1, MORNING, 1, 3, 3, START_MS + 48 * HOUR_MS, 4}};
	keel_log *log = log_of(rows, 3, 0, 0);
	const keel_log_entry *entry = keel_log_get(log, 1);
	assert_string_equal(story(log), "1- 3c 2");
	assert_int_equal(entry->event->utc_ms, START_MS);
	assert_int_equal(entry->event->u.morning_check.pain, 4);
	assert_int_equal(keel_event_date(entry->event), 20523);
	uint8_t id[16] = {0};
	id[15] = 3;
	assert_int_equal(keel_log_find(log, id)->utc_ms, START_MS + 48 * HOUR_MS);
	id[15] = 4;
	assert_null(keel_log_find(log, id));
}

/* ---- clocks ---- */

#define CLOCK(id, device, time_ms)                                                                 \
	{                                                                                          \
		id, 0, MORNING, device, id, id, time_ms, 3                                         \
	}

static void test_a_clock_that_goes_back(void **state)
{
	(void)state;
	/* 60 min is a clock being set; one ms more is doubtful. Which one is wrong, the larger
	 * number decides. */
	EXPECT("1 2 3 4", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS + HOUR_MS),
	       CLOCK(3, 1, START_MS), CLOCK(4, 1, START_MS + 2 * HOUR_MS));
	EXPECT("1 2? 3 4", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS + HOUR_MS + 1),
	       CLOCK(3, 1, START_MS), CLOCK(4, 1, START_MS));
	EXPECT("1 2 3 4? 5", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS + 5 * HOUR_MS),
	       CLOCK(3, 1, START_MS + 6 * HOUR_MS), CLOCK(4, 1, START_MS),
	       CLOCK(5, 1, START_MS + 7 * HOUR_MS));
}

static void test_one_wrong_entry_does_not_spoil_the_others(void **state)
{
	(void)state;
	EXPECT("1 2 3? 4 5", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS + HOUR_MS),
	       CLOCK(3, 1, START_MS + 10000 * HOUR_MS), CLOCK(4, 1, START_MS + 2 * HOUR_MS),
	       CLOCK(5, 1, START_MS + 3 * HOUR_MS));
	EXPECT("1 2 3? 4 5", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS + HOUR_MS),
	       CLOCK(3, 1, START_MS - 10000 * HOUR_MS), CLOCK(4, 1, START_MS + 2 * HOUR_MS),
	       CLOCK(5, 1, START_MS + 3 * HOUR_MS));
	/* Such an entry is no witness, however many days it claims, even when all else goes back.
	 */
	EXPECT("1? 2? 3? 4 5? 6", CLOCK(1, 1, 24 * HOUR_MS), CLOCK(2, 1, 48 * HOUR_MS),
	       CLOCK(3, 1, 72 * HOUR_MS), CLOCK(4, 1, START_MS), CLOCK(5, 1, 96 * HOUR_MS),
	       CLOCK(6, 1, START_MS - HOUR_MS));
	/* A clock that restarts in 1970 is in doubt even when it is alone, and contradicts nobody.
	 */
	EXPECT("1? 2", CLOCK(1, 1, 5000), CLOCK(2, 1, START_MS));
	EXPECT("1 2? 3? 4? 5", CLOCK(1, 1, START_MS), CLOCK(2, 1, 24 * HOUR_MS),
	       CLOCK(3, 1, 48 * HOUR_MS), CLOCK(4, 1, 72 * HOUR_MS), CLOCK(5, 1, START_MS + 1));
	EXPECT("1 2?", CLOCK(1, 1, START_MS), CLOCK(2, 1, 5000));
	EXPECT("1?", CLOCK(1, 1, 1704067199999L));
	EXPECT("1", CLOCK(1, 1, 1704067200000L));
}

/* Thirty events of one session have one error; they must not outvote a single morning after them.
 */
static void test_a_day_counts_once_however_many_its_events(void **state)
{
	(void)state;
	row rows[60];
	for (int i = 0; i < 60; i++)
		rows[i] = (row)CLOCK(i + 1, 1, START_MS + i * 1000);
	for (int i = 20; i < 50; i++)
		rows[i].utc_ms += 5 * 24 * HOUR_MS; /* the jump */
	for (int i = 50; i < 60; i++)
		rows[i].utc_ms += 24 * HOUR_MS;
	for (int count = 20; count <= 60; count++) {
		keel_log *log = log_of(rows, count, (unsigned)count, count % 7);
		for (int i = 0; i < count; i++) {
			bool jumped = i >= 20 && i < 50;
			assert_int_equal(keel_log_get(log, i)->doubt, jumped && count > 50);
		}
	}
	/* Set right on the same evening. */
	for (int i = 50; i < 60; i++)
		rows[i].utc_ms -= 24 * HOUR_MS;
	keel_log *log = log_of(rows, 51, 0, 0);
	for (int i = 0; i < 51; i++)
		assert_int_equal(keel_log_get(log, i)->doubt, i >= 20 && i < 50);
}

/* A hundred days are not doubted because of a clock that restarts a year back for three of them. */
static void test_the_longer_record_wins(void **state)
{
	(void)state;
	row rows[100];
	for (int i = 0; i < 100; i++)
		rows[i] = (row)CLOCK(i + 1, 1, START_MS + i * 24 * HOUR_MS);
	for (int wrong_count = 1; wrong_count <= 3; wrong_count++) {
		for (int first = 1; first < 97; first += 5) {
			row told[100];
			memcpy(told, rows, sizeof told);
			for (int i = first; i < first + wrong_count; i++)
				told[i].utc_ms -= 365 * 24 * HOUR_MS;
			keel_log *log = log_of(told, 100, (unsigned)first, 0);
			for (int i = 0; i < 100; i++) {
				bool wrong = i >= first && i < first + wrong_count;
				/* Of equally many days on both sides the earlier may stand. */
				if (first >= wrong_count)
					assert_int_equal(keel_log_get(log, i)->doubt, wrong);
			}
		}
	}
}

static void test_two_devices(void **state)
{
	(void)state;
	/* Both off line on two days: honest, within 36 h. */
	EXPECT("1 2 3 4", CLOCK(1, 1, START_MS), CLOCK(2, 2, START_MS + 24 * HOUR_MS),
	       CLOCK(3, 1, START_MS + HOUR_MS), CLOCK(4, 2, START_MS + 25 * HOUR_MS));
	/* 36 h exactly, then one ms more. */
	EXPECT("1 2 3 4", CLOCK(1, 1, START_MS), CLOCK(2, 2, START_MS + 36 * HOUR_MS),
	       CLOCK(3, 1, START_MS), CLOCK(4, 1, START_MS));
	EXPECT("1 2? 3 4", CLOCK(1, 1, START_MS), CLOCK(2, 2, START_MS + 36 * HOUR_MS + 1),
	       CLOCK(3, 1, START_MS), CLOCK(4, 1, START_MS));
	EXPECT("1 2 3? 4", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS),
	       CLOCK(3, 2, START_MS - 36 * HOUR_MS - 1), CLOCK(4, 1, START_MS));
	EXPECT("1 2 3 4", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS),
	       CLOCK(3, 2, START_MS - 36 * HOUR_MS), CLOCK(4, 1, START_MS));
}

static void test_a_correction_has_the_doubt_of_its_original(void **state)
{
	(void)state;
	EXPECT("1 2-? 4c? 3", CLOCK(1, 1, START_MS), CLOCK(2, 1, START_MS + 100 * HOUR_MS),
	       CLOCK(3, 1, START_MS), {4, 2, MORNING, 1, 4, 4, START_MS + HOUR_MS, 5});
}

/* ---- the set ---- */

static uint64_t hash_of(const keel_log *log)
{
	keel_hash hash = keel_hash_start();
	for (int i = 0; i < keel_log_count(log); i++) {
		const keel_log_entry *entry = keel_log_get(log, i);
		hash = keel_hash_bytes(hash, entry->event->id, 16);
		hash = keel_hash_i64(hash, entry->event->utc_ms);
		hash = keel_hash_i64(hash, entry->doubt | entry->retracted << 1 |
						   entry->corrected << 2 | entry->forked << 3);
	}
	hash = keel_hash_i64(hash, keel_log_counter_max(log));
	for (uint32_t device = 0; device < 6; device++)
		hash = keel_hash_i64(hash, keel_log_seq_max(log, device));
	return keel_hash_end(hash);
}

static void test_the_log_is_a_function_of_the_set(void **state)
{
	(void)state;
	static row rows[300];
	unsigned seed = 7;
	for (int round = 0; round < 60; round++) {
		int row_count = 1 + round * 5;
		for (int i = 0; i < row_count; i++) {
			seed = seed * 1664525u + 1013904223u;
			unsigned die = seed >> 8;
			row *r = &rows[i];
			*r = (row){i + 1,
				   0,
				   MORNING,
				   1 + (int)(die % 5),
				   (int)(1 + die / 5 % 60),
				   1 + i / 3 + (int)(die / 300 % 4),
				   START_MS + i * HOUR_MS,
				   4};
			unsigned fate = die / 1200 % 10;
			if (fate < 5)
				r->kind = fate < 3 ? MORNING : RETRACT;
			if (fate < 5)
				r->names = 1 + (int)(die / 12000 % (unsigned)row_count);
			if (fate == 5)
				r->utc_ms += ((long)(die / 12000 % 400) - 200) * HOUR_MS;
			if (fate == 6)
				r->utc_ms = 1000;
		}
		uint64_t want = hash_of(log_of(rows, row_count, 0, 0));
		for (unsigned shuffle = 1; shuffle < 12; shuffle++) {
			keel_log *log = log_of(rows, row_count, shuffle, (int)(shuffle % 5));
			assert_true(hash_of(log) == want);
		}
	}
}

/* ---- adding ---- */

static void test_known_events_and_other_bytes(void **state)
{
	(void)state;
	keel_log *log = new_log();
	char text[1024];
	row r = AT(1, MORNING, 0);
	size_t text_bytes = write_row(text, sizeof text, &r);
	bool added = false;
	keel_spot spot = {0};
	assert_int_equal(keel_log_add_line(log, text, text_bytes, &added, &spot), KEEL_ERR_OK);
	assert_true(added);
	size_t used_bytes = arena.used_bytes;
	assert_int_equal(keel_log_add_line(log, text, text_bytes, &added, &spot), KEEL_ERR_OK);
	assert_false(added);
	r.value = 4;
	text_bytes = write_row(text, sizeof text, &r);
	assert_int_equal(keel_log_add_line(log, text, text_bytes, &added, &spot),
			 KEEL_ERR_DUPLICATE);
	assert_string_equal(spot.field, "id");
	assert_false(added);
	assert_int_equal(keel_log_count(log), 1);
	assert_int_equal(arena.used_bytes, used_bytes);
}

static void test_one_person(void **state)
{
	(void)state;
	keel_log *log = new_log();
	const row r = AT(1, MORNING, 0);
	add_row(log, &r);
	char text[1024];
	row other = AT(2, MORNING, 0);
	size_t text_bytes = write_row(text, sizeof text, &other);
	char *person = strstr(text, "00aa");
	assert_non_null(person);
	person[3] = 'b';
	bool added;
	keel_spot spot = {0};
	assert_int_equal(keel_log_add_line(log, text, text_bytes, &added, &spot),
			 KEEL_ERR_OUT_OF_RANGE);
	assert_string_equal(spot.field, "person");
}

static void test_text_of_many_lines(void **state)
{
	(void)state;
	char text[4096];
	size_t used = 0;
	for (int i = 1; i <= 4; i++) {
		row r = AT(i, MORNING, 0);
		r.value = i == 3 ? 11 : 3;
		used += write_row(text + used, sizeof text - used, &r);
		text[used++] = '\n';
		if (i == 1)
			text[used++] = '\n';
	}
	int added_count;
	keel_spot spot = {0};
	keel_log *log = new_log();
	assert_int_equal(keel_log_add_text(log, text, used, &added_count, &spot),
			 KEEL_ERR_OUT_OF_RANGE);
	assert_int_equal(added_count, 2);
	assert_int_equal(spot.line, 4);
	assert_string_equal(spot.field, "pain");
	assert_int_equal(keel_log_count(log), 2);
	/* The last line needs no newline. */
	log = new_log();
	row r = AT(1, MORNING, 0);
	used = write_row(text, sizeof text, &r);
	assert_int_equal(keel_log_add_text(log, text, used, &added_count, &spot), KEEL_ERR_OK);
	assert_int_equal(added_count, 1);
}

static void test_full(void **state)
{
	(void)state;
	keel_arena_init(&arena, block, sizeof block);
	keel_log *log = keel_log_create(&arena, 2);
	const row rows[] = {AT(1, MORNING, 0), AT(2, MORNING, 0), AT(3, MORNING, 0)};
	add_row(log, &rows[0]);
	add_row(log, &rows[1]);
	char text[1024];
	bool added;
	keel_spot spot = {0};
	size_t text_bytes = write_row(text, sizeof text, &rows[2]);
	assert_int_equal(keel_log_add_line(log, text, text_bytes, &added, &spot),
			 KEEL_ERR_TOO_LARGE);
	text_bytes = write_row(text, sizeof text, &rows[1]);
	assert_int_equal(keel_log_add_line(log, text, text_bytes, &added, &spot), KEEL_ERR_OK);
	/* Every size of memory either serves or is refused; nothing is written past its end
	 * (sanitizers watch). */
	size_t enough_bytes = keel_log_memory_bytes(2) + 2 * 512;
	for (size_t size = 0; size <= enough_bytes; size += 41) {
		char *memory = malloc(size + 1);
		assert_non_null(memory);
		keel_arena_init(&arena, memory, size);
		log = keel_log_create(&arena, 2);
		text_bytes = write_row(text, sizeof text, &rows[0]);
		keel_err err = log == NULL
				       ? KEEL_ERR_NO_MEMORY
				       : keel_log_add_line(log, text, text_bytes, &added, &spot);
		assert_true(err == KEEL_ERR_OK || err == KEEL_ERR_NO_MEMORY);
		assert_true(err == KEEL_ERR_OK || size < enough_bytes - 41);
		free(memory);
	}
}

static void test_what_we_do_not_know_makes_the_log_incomplete(void **state)
{
	(void)state;
	keel_log *log = new_log();
	row r = AT(1, MORNING, 0);
	add_row(log, &r);
	assert_false(keel_log_incomplete(log));
	r = (row)AT(2, STRANGE, 0);
	r.value = 0;
	add_row(log, &r);
	assert_true(keel_log_incomplete(log));
	assert_false(keel_log_incomplete_safety(log));
	r = (row)AT(3, STRANGE, 0);
	r.value = 1;
	add_row(log, &r);
	assert_true(keel_log_incomplete_safety(log));
	/* Taking it back does not help: what it said is still not known. */
	r = (row)AT(4, RETRACT, 3);
	add_row(log, &r);
	keel_log_settle(log);
	assert_string_equal(story(log), "1 2 3- 4");
	assert_true(keel_log_incomplete_safety(log));
}

static void test_an_empty_log(void **state)
{
	(void)state;
	keel_log *log = new_log();
	keel_log_settle(log);
	assert_int_equal(keel_log_count(log), 0);
	assert_int_equal(keel_log_counter_max(log), 0);
	assert_int_equal(keel_log_seq_max(log, 1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_is_counter_device_seq_id),
		cmocka_unit_test(test_a_fork_is_kept_and_marked_even_with_other_counters),
		cmocka_unit_test(test_retractions),
		cmocka_unit_test(test_corrections),
		cmocka_unit_test(test_corrections_meet_retractions),
		cmocka_unit_test(test_a_correction_of_a_retraction),
		cmocka_unit_test(test_a_correction_that_fits_nothing_is_doubtful),
		cmocka_unit_test(test_a_correction_takes_the_time_of_the_original),
		cmocka_unit_test(test_a_clock_that_goes_back),
		cmocka_unit_test(test_one_wrong_entry_does_not_spoil_the_others),
		cmocka_unit_test(test_a_day_counts_once_however_many_its_events),
		cmocka_unit_test(test_the_longer_record_wins),
		cmocka_unit_test(test_two_devices),
		cmocka_unit_test(test_a_correction_has_the_doubt_of_its_original),
		cmocka_unit_test(test_the_log_is_a_function_of_the_set),
		cmocka_unit_test(test_known_events_and_other_bytes),
		cmocka_unit_test(test_one_person),
		cmocka_unit_test(test_text_of_many_lines),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_what_we_do_not_know_makes_the_log_incomplete),
		cmocka_unit_test(test_an_empty_log),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
