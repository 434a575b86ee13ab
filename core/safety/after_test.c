/* Goal: mornings, flares and weekly means do what C2 says, on the right day.
 * Method: rows of mornings; each bound (2 and 3 above usual, 1 within, 3 answers, 28 days, 7 easy
 * days, 2 points of the mean) from both sides; noise of one point enumerated.
 */
#include "core/safety/safety_inside.h"
#include "core/safety/test_judge.h"

#define NONE 99

/* Mornings from TEST_MONDAY on; NONE is a day without an answer. The record ends on the last of
 * them. */
static keel_aftermath mornings(test_record *record, const int *pains, int count)
{
	test_begin(record, TEST_MONDAY);
	for (int i = 0; i < count; i++) {
		record->date = TEST_MONDAY + i;
		if (pains[i] != NONE)
			test_morning(record, pains[i]);
	}
	keel_aftermath after;
	keel_after_look(&record->state, record->date, &after);
	return after;
}
#define MORNINGS(record, ...)                                                                      \
	mornings(record, (const int[]){__VA_ARGS__},                                               \
		 (int)(sizeof((const int[]){__VA_ARGS__}) / sizeof(int)))

static void usual_needs_three(void **unused)
{
	(void)unused;
	test_record record;
	assert_int_equal(MORNINGS(&record, 3, 3, 9).usual, KEEL_UNKNOWN);
	assert_false(MORNINGS(&record, 3, 3, 9).sore_today);
	assert_int_equal(MORNINGS(&record, 3, 3, 3, 9).usual, 3);
	assert_true(MORNINGS(&record, 3, 3, 3, 9).sore_today);
	/* even number: the upper middle */
	assert_int_equal(MORNINGS(&record, 2, 2, 3, 3, 9).usual, 3);
	/* the last seven only */
	assert_int_equal(MORNINGS(&record, 9, 9, 9, 9, 2, 2, 2, 2, 3, 3, 3, 0).usual, 2);
}

static void usual_looks_28_days_back(void **unused)
{
	(void)unused;
	for (int gap = 27; gap <= 28; gap++) {
		test_record record;
		test_begin(&record, TEST_MONDAY);
		for (int i = 0; i < 3; i++) {
			record.date = TEST_MONDAY + (i == 0 ? 0 : gap - 3 + i);
			test_morning(&record, 3);
		}
		record.date = TEST_MONDAY + gap + 1;
		keel_aftermath after;
		keel_after_look(&record.state, record.date, &after);
		assert_int_equal(after.usual, gap == 27 ? 3 : KEEL_UNKNOWN);
	}
}

static void sore_from_2_above(void **unused)
{
	(void)unused;
	test_record record;
	assert_false(MORNINGS(&record, 3, 3, 3, 4).sore_today);
	assert_true(MORNINGS(&record, 3, 3, 3, 5).sore_today);
}

static void flare_of_two_mornings(void **unused)
{
	(void)unused;
	test_record record;
	assert_false(MORNINGS(&record, 3, 3, 3, 5, 5).flare_open);
	assert_true(MORNINGS(&record, 3, 3, 3, 5, 6).flare_open);
	assert_true(MORNINGS(&record, 3, 3, 3, 6, 5).flare_open);
	assert_false(MORNINGS(&record, 3, 3, 3, 6, 4).flare_open);
	assert_false(MORNINGS(&record, 3, 3, 3, 4, 6).flare_open);
	assert_false(MORNINGS(&record, 3, 3, 3, 6, NONE, 6).flare_open); /* not running */
	assert_false(MORNINGS(&record, 3, 3, 6, 6).flare_open);		 /* no usual yet */
}

static void flare_closes_within_1(void **unused)
{
	(void)unused;
	test_record record;
	assert_true(MORNINGS(&record, 3, 3, 3, 6, 6, 5).flare_open);
	keel_aftermath after = MORNINGS(&record, 3, 3, 3, 6, 6, 4);
	assert_false(after.flare_open);
	assert_int_equal(after.flares[0].open_date, TEST_MONDAY + 4);
	assert_int_equal(after.flares[0].close_date, TEST_MONDAY + 5);
	/* its mornings are left out of later usuals */
	assert_int_equal(MORNINGS(&record, 3, 3, 3, 6, 6, 6, 6, 4, 3).usual, 3);
}

static void seven_easy_days_close_it(void **unused)
{
	(void)unused;
	test_record record;
	/* opened on day 4: easy days 4..10, closed on day 11 */
	assert_true(MORNINGS(&record, 3, 3, 3, 6, 6, 6, 6, 6, 6, 6, 6).flare_open);
	keel_aftermath after = MORNINGS(&record, 3, 3, 3, 6, 6, 6, 6, 6, 6, 6, 6, 6);
	assert_false(after.flare_open);
	assert_true(after.flares[0].by_days);
	assert_int_equal(after.usual, 6);
	assert_false(after.sore_today);
	/* without any answer the days run all the same; the ordinary usual serves */
	after = MORNINGS(&record, 3, 3, 3, 6, 6, NONE, NONE, NONE, NONE, NONE, NONE, 3);
	assert_false(after.flare_open);
}

static void still_worse_is_one_sore_morning(void **unused)
{
	(void)unused;
	test_record record;
	test_begin(&record, TEST_MONDAY);
	for (int i = 0; i < 3; i++) {
		test_morning(&record, 3);
		record.date++;
	}
	test_one(&record, "one", test_same("cat-cow", 1), 3);
	record.date++;
	test_morning(&record, 6);
	record.date++;
	keel_event event = test_event(KEEL_EVENT_AFTER_EFFECT);
	event.u.after_effect = (keel_event_after_effect){test_text("one"), KEEL_AFTER_STILL_WORSE};
	test_fold(&record, event);
	keel_aftermath after;
	keel_after_look(&record.state, record.date, &after);
	assert_true(after.still_worse);
	assert_true(after.flare_open); /* 3 above yesterday, one sore today */
	assert_int_equal(after.flares[0].session_date, TEST_MONDAY + 3);
}

static void the_word_about_last_time(void **unused)
{
	(void)unused;
	for (int answer = -1; answer < KEEL_AFTER_COUNT; answer++) {
		test_record record;
		test_ready(&record);
		test_one(&record, "one", test_same("cat-cow", 1), 3);
		record.date++;
		assert_true(test_judge(&record)->ask_after);
		assert_int_equal(test_judge(&record)->hold_why.rule, KEEL_RULE_AFTER_UNKNOWN);
		if (answer < 0) {
			test_morning(&record, 3);
			assert_false(test_judge(&record)->holds);
			continue;
		}
		keel_event event = test_event(KEEL_EVENT_AFTER_EFFECT);
		event.u.after_effect = (keel_event_after_effect){test_text("one"), answer};
		test_fold(&record, event);
		assert_false(test_judge(&record)->ask_after);
		assert_int_equal(test_judge(&record)->holds, answer != KEEL_AFTER_SETTLED);
		record.date++;
		assert_false(test_judge(&record)->holds); /* only that day */
	}
}

/* A morning from a doubtful clock is no news about last time and closes no flare; it may be sore.
 */
static void doubtful_mornings(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	for (int i = 0; i < 3; i++) {
		test_morning(&record, 3);
		record.date++;
	}
	test_one(&record, "one", test_same("cat-cow", 1), 3);
	record.date++;
	keel_event event = test_event(KEEL_EVENT_NOTE);
	test_fold(&record, event); /* the last date that is sure */
	record.doubt = true;
	test_morning(&record, 3);
	record.doubt = false;
	assert_true(test_judge(&record)->ask_after);
	assert_int_equal(test_judge(&record)->hold_why.rule, KEEL_RULE_AFTER_UNKNOWN);
}

/* A second session on one day: nothing is known of the first yet, and nothing is asked. */
static void the_same_day_is_too_early_to_ask(void **unused)
{
	(void)unused;
	test_record record;
	test_ready(&record);
	test_morning(&record, 3);
	test_one(&record, "one", test_same("cat-cow", 1), 3);
	assert_false(test_judge(&record)->ask_after);
	assert_int_equal(test_judge(&record)->hold_why.rule, KEEL_RULE_AFTER_UNKNOWN);
}

static void hold_week(test_record *record, int32_t monday, const int *pains, int count)
{
	for (int i = 0; i < count; i++) {
		char id[] = "w000";
		int32_t day = monday - TEST_MONDAY + 2 * i;
		id[1] = (char)('a' + day / 10);
		id[2] = (char)('0' + day % 10);
		record->date = monday + 2 * i;
		test_one(record, id, test_same("cat-cow", 1), pains[i]);
	}
}

static void weekly_mean(void **unused)
{
	(void)unused;
	static const struct {
		int count, before[3], after[3];
		bool up;
	} rows[] = {
		{3, {3, 3, 3}, {5, 5, 5}, true},  {3, {3, 3, 3}, {5, 5, 4}, false},
		{3, {3, 3, 4}, {5, 5, 6}, true},  {3, {3, 3, 4}, {5, 5, 5}, false},
		{2, {3, 3, 0}, {9, 9, 0}, false}, {3, {5, 5, 5}, {3, 3, 3}, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		test_record record;
		test_begin(&record, TEST_MONDAY);
		hold_week(&record, TEST_MONDAY, rows[i].before, rows[i].count);
		hold_week(&record, TEST_MONDAY + 7, rows[i].after, rows[i].count);
		assert_int_equal(keel_after_week_up(&record.state, TEST_MONDAY + 7, record.date),
				 rows[i].up);
		record.date = TEST_MONDAY + 14;
		test_screen(&record, test_facts());
		assert_int_equal(test_judge(&record)->stage == KEEL_STAGE_CALM, rows[i].up);
		record.date = TEST_MONDAY + 13; /* the week has not ended */
		assert_int_equal(test_judge(&record)->stage, KEEL_STAGE_RESTORE);
	}
}

/* Every row of eight mornings of a steady person with one point of noise: never sore enough. */
static void noise_alone_opens_nothing(void **unused)
{
	(void)unused;
	for (int code = 0; code < 6561; code++) {
		test_record record;
		int pains[8];
		for (int i = 0, rest = code; i < 8; i++, rest /= 3)
			pains[i] = 4 + rest % 3;
		keel_aftermath after = mornings(&record, pains, 8);
		assert_int_equal(after.flare_count, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(usual_needs_three),
		cmocka_unit_test(usual_looks_28_days_back),
		cmocka_unit_test(sore_from_2_above),
		cmocka_unit_test(flare_of_two_mornings),
		cmocka_unit_test(flare_closes_within_1),
		cmocka_unit_test(seven_easy_days_close_it),
		cmocka_unit_test(still_worse_is_one_sore_morning),
		cmocka_unit_test(the_word_about_last_time),
		cmocka_unit_test(doubtful_mornings),
		cmocka_unit_test(the_same_day_is_too_early_to_ask),
		cmocka_unit_test(weekly_mean),
		cmocka_unit_test(noise_alone_opens_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
