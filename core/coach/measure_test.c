/* Goal: a change counts where the instrument says so and never inside its noise; measures come when
 * they are due, one a day, and can be left.
 * Method: both sides of every bound of CLINICAL 7, from several first values; the schedule walked
 * day by day; series out of records written here, line by line.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/coach/measure.h"
#include "core/state/thresholds.h"

#define MONDAY 20514 /* 2026-03-02 */

static keel_measure_verdict verdict(keel_series_kind kind, int first, int latest)
{
	return keel_measure_judge(keel_measure_facts_of(kind), first, latest).verdict;
}

static void both_sides_of_every_bound(void **unused)
{
	(void)unused;
	const struct {
		keel_series_kind kind;
		int first, latest;
		keel_measure_verdict verdict;
	} rows[] = {
		/* pain, tenths: 2 points, or 30 % of where it began, and more than 1 point */
		{KEEL_SERIES_PAIN, 80, 61, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_PAIN, 80, 60, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_PAIN, 40, 29, KEEL_MEASURE_NO_CHANGE}, /* 27 % */
		{KEEL_SERIES_PAIN, 40, 28, KEEL_MEASURE_BETTER},    /* 30 % */
		{KEEL_SERIES_PAIN, 20, 10, KEEL_MEASURE_NO_CHANGE}, /* half: still noise */
		{KEEL_SERIES_PAIN, 20, 9, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_PAIN, 0, 19, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_PAIN, 0, 20, KEEL_MEASURE_WORSE},
		{KEEL_SERIES_MORNINGS, 60, 79, KEEL_MEASURE_WORSE}, /* 32 % */
		{KEEL_SERIES_MORNINGS, 70, 89, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_MORNINGS, 70, 90, KEEL_MEASURE_WORSE},
		/* statements: 5, or 30 %, and more than 3 */
		{KEEL_SERIES_ROLAND_MORRIS, 20, 16, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_ROLAND_MORRIS, 20, 15, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_ROLAND_MORRIS, 14, 10, KEEL_MEASURE_NO_CHANGE}, /* 29 % */
		{KEEL_SERIES_ROLAND_MORRIS, 13, 9, KEEL_MEASURE_BETTER},	/* 31 % */
		{KEEL_SERIES_ROLAND_MORRIS, 8, 5, KEEL_MEASURE_NO_CHANGE},	/* 38 %, but 3 */
		{KEEL_SERIES_ROLAND_MORRIS, 8, 4, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_ROLAND_MORRIS, 8, 3, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_ROLAND_MORRIS, 8, 2, KEEL_MEASURE_RECOVERED},
		{KEEL_SERIES_ROLAND_MORRIS, 5, 2, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_ROLAND_MORRIS, 2, 2, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_ROLAND_MORRIS, 15, 19, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_ROLAND_MORRIS, 15, 20, KEEL_MEASURE_WORSE},
		/* own activities, tenths: 1.3 */
		{KEEL_SERIES_PSFS, 30, 42, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_PSFS, 30, 43, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_PSFS, 30, 18, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_PSFS, 30, 17, KEEL_MEASURE_WORSE},
		{KEEL_SERIES_CONFIDENCE, 3, 4, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_CONFIDENCE, 3, 5, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_CONFIDENCE, 3, 2, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_CONFIDENCE, 3, 1, KEEL_MEASURE_WORSE},
		{KEEL_SERIES_OSWESTRY, 40, 31, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_OSWESTRY, 40, 30, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_OSWESTRY, 20, 15, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_OSWESTRY, 20, 14, KEEL_MEASURE_BETTER}, /* 30 % */
		{KEEL_SERIES_OSWESTRY, 40, 50, KEEL_MEASURE_WORSE},
		/* the rating is a change by itself */
		{KEEL_SERIES_GLOBAL_CHANGE, -5, 1, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_GLOBAL_CHANGE, 7, 2, KEEL_MEASURE_BETTER},
		{KEEL_SERIES_GLOBAL_CHANGE, 7, -1, KEEL_MEASURE_NO_CHANGE},
		{KEEL_SERIES_GLOBAL_CHANGE, 7, -2, KEEL_MEASURE_WORSE},
		{KEEL_SERIES_START_BACK, 2, 0, KEEL_MEASURE_UNJUDGED},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (verdict(rows[i].kind, rows[i].first, rows[i].latest) != rows[i].verdict)
			fail_msg("%s from %d to %d",
				 keel_measure_facts_of(rows[i].kind)->series, rows[i].first,
				 rows[i].latest);
}

/* What `needed` says is what the verdict does, from every first value of every instrument. */
static void needed_is_the_bound(void **unused)
{
	(void)unused;
	for (int kind = 0; kind < KEEL_SERIES_KIND_COUNT; kind++) {
		const keel_measure_facts *facts = keel_measure_facts_of(kind);
		for (int first = facts->low; first <= facts->high; first++)
			for (int latest = facts->low; latest <= facts->high; latest++) {
				keel_measure_change judged =
					keel_measure_judge(facts, first, latest);
				int amount = abs(judged.change);
				bool counts = judged.verdict == KEEL_MEASURE_BETTER ||
					      judged.verdict == KEEL_MEASURE_WORSE ||
					      judged.verdict == KEEL_MEASURE_RECOVERED;
				bool done = judged.verdict == KEEL_MEASURE_RECOVERED;
				assert_true(done || counts == (judged.needed > 0 &&
							       amount >= judged.needed));
				assert_false(counts && amount <= facts->noise);
			}
	}
}

static void sizes_and_notes(void **unused)
{
	(void)unused;
	const keel_measure_facts *psfs = keel_measure_facts_of(KEEL_SERIES_PSFS);
	assert_null(keel_measure_judge(psfs, 30, 42).size);
	assert_string_equal(keel_measure_judge(psfs, 30, 43).size, "small");
	assert_string_equal(keel_measure_judge(psfs, 30, 52).size, "small");
	assert_string_equal(keel_measure_judge(psfs, 30, 53).size, "medium");
	assert_string_equal(keel_measure_judge(psfs, 30, 56).size, "medium");
	assert_string_equal(keel_measure_judge(psfs, 30, 57).size, "large");
	assert_string_equal(keel_measure_judge(psfs, 57, 30).size, "large");
	const keel_measure_facts *roland = keel_measure_facts_of(KEEL_SERIES_ROLAND_MORRIS);
	assert_string_equal(keel_measure_judge(roland, 3, 3).note, "floor");
	assert_null(keel_measure_judge(roland, 4, 3).note);
	assert_null(keel_measure_judge(roland, 20, 21).note);
	assert_string_equal(keel_measure_judge(roland, 21, 21).note, "ceiling");
}

/* ---- schedule ------------------------------------------------------------------------------ */

static keel_measure_history nothing_yet(void)
{
	keel_measure_history history = {.start_date = KEEL_NO_DATE};
	for (int i = 0; i < KEEL_MEASURE_COUNT; i++)
		history.last_date[i] = KEEL_NO_DATE;
	return history;
}

static int offered(const keel_measure_history *history, int32_t today)
{
	keel_measure_due due[KEEL_SCHEDULE_COUNT];
	keel_measure_schedule(history, today, due);
	const keel_measure_due *offer = keel_measure_offer(due, today);
	return offer == NULL ? -1 : (int)offer->measure;
}

static void nothing_before_the_first_session(void **unused)
{
	(void)unused;
	keel_measure_history history = nothing_yet();
	assert_int_equal(offered(&history, MONDAY), -1);
	history.last_date[KEEL_MEASURE_CONFIDENCE] = MONDAY; /* with the goal */
	assert_int_equal(offered(&history, MONDAY + 100), -1);
}

/* Answered on the day it is offered: eight weeks of one a day at most. */
static void who_answers(void **unused)
{
	(void)unused;
	keel_measure_history history = nothing_yet();
	history.start_date = MONDAY;
	history.last_date[KEEL_MEASURE_CONFIDENCE] = MONDAY;
	const struct {
		int day;
		keel_measure measure;
	} wanted[] = {
		{2, KEEL_MEASURE_PSFS},	       {5, KEEL_MEASURE_ROLAND_MORRIS},
		{14, KEEL_MEASURE_CONFIDENCE}, {28, KEEL_MEASURE_CONFIDENCE},
		{37, KEEL_MEASURE_PSFS},       {40, KEEL_MEASURE_ROLAND_MORRIS},
		{42, KEEL_MEASURE_CONFIDENCE}, {43, KEEL_MEASURE_GLOBAL_CHANGE},
		{56, KEEL_MEASURE_CONFIDENCE}};
	size_t next = 0;
	for (int day = 0; day <= 56; day++) {
		int measure = offered(&history, MONDAY + day);
		if (measure < 0)
			continue;
		assert_true(next < sizeof wanted / sizeof wanted[0]);
		assert_int_equal(day, wanted[next].day);
		assert_int_equal(measure, wanted[next].measure);
		history.last_date[measure] = MONDAY + day;
		assert_int_equal(offered(&history, MONDAY + day), -1);
		next++;
	}
	assert_int_equal(next, sizeof wanted / sizeof wanted[0]);
}

/* Never answered: offered for a week, then left in peace until its next turn; nothing starves. */
static void who_never_answers(void **unused)
{
	(void)unused;
	keel_measure_history history = nothing_yet();
	history.start_date = MONDAY;
	int count[KEEL_MEASURE_COUNT] = {0};
	for (int day = 0; day < 70; day++) {
		int measure = offered(&history, MONDAY + day);
		if (measure >= 0)
			count[measure]++;
		if (day < 2 || (day > 20 && day < 28))
			assert_int_equal(measure, -1);
	}
	assert_int_equal(offered(&history, MONDAY + 2), KEEL_MEASURE_PSFS);
	assert_int_equal(offered(&history, MONDAY + 4), KEEL_MEASURE_PSFS);
	assert_int_not_equal(offered(&history, MONDAY + 5), offered(&history, MONDAY + 6));
	assert_int_equal(offered(&history, MONDAY + 9), KEEL_MEASURE_ROLAND_MORRIS);
	assert_int_equal(offered(&history, MONDAY + 12), -1);
	assert_int_equal(offered(&history, MONDAY + 37), KEEL_MEASURE_PSFS);
	assert_true(count[KEEL_MEASURE_ROLAND_MORRIS] > 0);
	assert_true(count[KEEL_MEASURE_CONFIDENCE] > 0);
	assert_true(count[KEEL_MEASURE_GLOBAL_CHANGE] > 0);
	assert_int_equal(count[KEEL_MEASURE_OSWESTRY] + count[KEEL_MEASURE_START_BACK], 0);
}

/* ---- series -------------------------------------------------------------------------------- */

typedef struct book {
	keel_log *log;
	keel_arena arena;
	void *memory;
	int seq;
} book;

/* The log keeps the address of its arena: a book stays where it is. */
static void open_book(book *made)
{
	size_t bytes = keel_log_memory_bytes(2000) + 2000 * 512 + 65536;
	memset(made, 0, sizeof *made);
	made->memory = malloc(bytes);
	keel_arena_init(&made->arena, made->memory, bytes);
	made->log = keel_log_create(&made->arena, 2000);
	assert_non_null(made->log);
}

static void write_line(book *in, int day, const char *fields)
{
	char line[512];
	bool added;
	in->seq++;
	long long utc_ms = ((long long)MONDAY + day) * 86400000 + 8 * 3600000;
	snprintf(line, sizeof line,
		 "{\"id\":\"%032x\",\"person\":\"00000000000000aa\","
		 "\"device\":\"000000d1\",\"seq\":%d,\"counter\":%d,\"utc_ms\":%lld,"
		 "\"offset_min\":0,\"v\":1,\"safety\":0,%s}",
		 in->seq, in->seq, in->seq, utc_ms, fields);
	keel_spot spot = {.message = ""};
	if (keel_log_add_line(in->log, line, strlen(line), &added, &spot) != KEEL_ERR_OK)
		fail_msg("%s: %s", line, spot.message);
	keel_log_settle(in->log);
}

static void write_measure(book *in, int day, const char *measure, int value, const char *item)
{
	char fields[256];
	if (item == NULL)
		snprintf(fields, sizeof fields,
			 "\"type\":\"measure\",\"measure\":\"%s\",\"value\":%d", measure, value);
	else
		snprintf(fields, sizeof fields,
			 "\"type\":\"measure\",\"measure\":\"%s\",\"value\":%d,\"item\":\"%s\"",
			 measure, value, item);
	write_line(in, day, fields);
}

static const keel_series *series_of(const book *in, int day, keel_series_kind kind,
				    const char *item)
{
	static keel_series series;
	keel_text text = {item, (int)strlen(item)};
	keel_measure_series(in->log, MONDAY + day, kind, text, &series);
	return &series;
}

/* Bug avoided: an activity taken out must not move the mean of the others. */
static void the_mean_is_over_the_same_activities(void **unused)
{
	(void)unused;
	book in;
	open_book(&in);
	write_measure(&in, 2, "psfs", 20, "stairs");
	write_measure(&in, 2, "psfs", 30, "shoes");
	write_measure(&in, 2, "psfs", 40, "garden");
	write_measure(&in, 37, "psfs", 50, "stairs");
	write_measure(&in, 37, "psfs", 60, "shoes");
	write_measure(&in, 37, "psfs", 70, "garden");
	write_measure(&in, 37, "psfs", 0, "dance");
	write_measure(&in, 72, "psfs", 100, "stairs"); /* two of three: no mean */
	write_measure(&in, 72, "psfs", 100, "dance");
	const keel_series *mean = series_of(&in, 80, KEEL_SERIES_PSFS, "");
	assert_int_equal(mean->count, 2);
	assert_true(mean->comparable);
	assert_int_equal(mean->first, 30);
	assert_int_equal(mean->latest, 60);
	const keel_series *dance = series_of(&in, 80, KEEL_SERIES_PSFS_ACTIVITY, "dance");
	assert_int_equal(dance->count, 2);
	assert_int_equal(dance->latest, 100);
	keel_activities activities;
	keel_measure_activities(in.log, MONDAY + 80, &activities);
	assert_int_equal(activities.count, 4);
	assert_int_equal(activities.last_dates[0], MONDAY + 72);
	assert_int_equal(activities.last_dates[2], MONDAY + 37);
	/* nothing from after the day that is asked about */
	assert_false(series_of(&in, 30, KEEL_SERIES_PSFS, "")->comparable);
	free(in.memory);
}

static void weeks_are_means_and_want_two_answers(void **unused)
{
	(void)unused;
	book in;
	open_book(&in);
	const struct {
		int day, pain;
	} mornings[] = {{0, 6}, {1, 5}, {6, 5}, {7, 9}, {14, 3}, {15, 4}, {21, 0}};
	for (size_t i = 0; i < sizeof mornings / sizeof mornings[0]; i++) {
		char fields[96];
		snprintf(fields, sizeof fields, "\"type\":\"morning-check\",\"pain\":%d",
			 mornings[i].pain);
		write_line(&in, mornings[i].day, fields);
	}
	const keel_series *weeks = series_of(&in, 21, KEEL_SERIES_MORNINGS, "");
	assert_int_equal(weeks->count, 4);
	assert_int_equal(weeks->points[0].value, 53); /* 5.33 */
	assert_int_equal(weeks->points[0].count, 3);
	assert_int_equal(weeks->points[1].value, 90);
	assert_int_equal(weeks->first, 53);
	assert_int_equal(weeks->latest, 35); /* one answer in the last: not compared */
	free(in.memory);
}

static void the_later_word_of_a_day_stands(void **unused)
{
	(void)unused;
	book in;
	open_book(&in);
	write_measure(&in, 3, "confidence", 2, NULL);
	write_measure(&in, 3, "confidence", 4, NULL);
	write_measure(&in, 17, "confidence", 11, NULL); /* no answer of that instrument */
	write_measure(&in, 18, "confidence", 6, NULL);
	const keel_series *series = series_of(&in, 20, KEEL_SERIES_CONFIDENCE, "");
	assert_int_equal(series->count, 2);
	assert_int_equal(series->first, 4);
	assert_int_equal(series->latest, 6);
	free(in.memory);
}

/* More than the ring holds: the first stays, because the latest is compared with it. */
static void the_first_point_stays(void **unused)
{
	(void)unused;
	book in;
	open_book(&in);
	for (int day = 0; day < KEEL_SERIES_POINTS_MAX + 40; day++)
		write_measure(&in, day, "confidence", day == 0 ? 1 : 5 + day % 2, NULL);
	const keel_series *series = series_of(&in, 1000, KEEL_SERIES_CONFIDENCE, "");
	assert_int_equal(series->count, KEEL_SERIES_POINTS_MAX);
	assert_int_equal(series->first, 1);
	assert_int_equal(series->points[1].date, MONDAY + 41);
	free(in.memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_sides_of_every_bound),
		cmocka_unit_test(needed_is_the_bound),
		cmocka_unit_test(sizes_and_notes),
		cmocka_unit_test(nothing_before_the_first_session),
		cmocka_unit_test(who_answers),
		cmocka_unit_test(who_never_answers),
		cmocka_unit_test(the_mean_is_over_the_same_activities),
		cmocka_unit_test(weeks_are_means_and_want_two_answers),
		cmocka_unit_test(the_later_word_of_a_day_stands),
		cmocka_unit_test(the_first_point_stays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
