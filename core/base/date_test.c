/* Goal: dates are the Gregorian calendar, and a day begins at 03:00 local time.
 * Method: known days; every day of 1600 to 2400 in a row against a calendar that only counts; the
 * minute before and the minute of each boundary.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/date.h"

#define MINUTE_MS 60000

static void test_known_days(void **state)
{
	(void)state;
	static const struct {
		keel_civil civil;
		int32_t date;
		int weekday;
	} cases[] = {
		{{1970, 1, 1}, 0, 3},	   {{1969, 12, 31}, -1, 2},   {{2000, 2, 29}, 11016, 1},
		{{2026, 3, 11}, 20523, 2}, {{1900, 3, 1}, -25508, 3}, {{2100, 2, 28}, 47540, 6},
		{{2024, 2, 29}, 19782, 3},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(keel_date_from_civil(cases[i].civil), cases[i].date);
		assert_int_equal(keel_date_weekday(cases[i].date), cases[i].weekday);
	}
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static void test_every_day_of_eight_centuries(void **state)
{
	(void)state;
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int32_t date = keel_date_from_civil((keel_civil){1600, 1, 1});
	int weekday = keel_date_weekday(date);
	assert_int_equal(weekday, 5); /* a Saturday */
	for (int year = 1600; year < 2400; year++) {
		for (int month = 1; month <= 12; month++) {
			int length = lengths[month - 1] + (month == 2 && is_leap(year));
			for (int day = 1; day <= length; day++) {
				keel_civil civil = keel_date_to_civil(date);
				assert_true(civil.year == year && civil.month == month &&
					    civil.day == day);
				assert_int_equal(keel_date_from_civil(civil), date);
				assert_int_equal(keel_date_weekday(date), weekday);
				assert_int_equal(keel_date_week_start(date), date - weekday);
				date++;
				weekday = (weekday + 1) % 7;
			}
		}
	}
}

static void test_a_day_begins_at_three(void **state)
{
	(void)state;
	const int64_t midnight_ms = (int64_t)20523 * 1440 * MINUTE_MS;
	for (int32_t offset_min = -840; offset_min <= 840; offset_min += 15) {
		int64_t local_ms = midnight_ms - (int64_t)offset_min * MINUTE_MS;
		assert_int_equal(keel_date_of(local_ms + 180 * MINUTE_MS, offset_min), 20523);
		assert_int_equal(keel_date_of(local_ms + 180 * MINUTE_MS - 1, offset_min), 20522);
		assert_int_equal(keel_date_of(local_ms + (1440 + 180) * MINUTE_MS - 1, offset_min),
				 20523);
		assert_int_equal(keel_minute_of(local_ms, offset_min), 0);
		assert_int_equal(keel_minute_of(local_ms - 1, offset_min), 1439);
	}
	assert_int_equal(keel_date_of(0, 0), -1);
	assert_int_equal(keel_date_of(180 * MINUTE_MS, 0), 0);
	assert_int_equal(keel_minute_of(-1, 0), 1439);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_days),
		cmocka_unit_test(test_every_day_of_eight_centuries),
		cmocka_unit_test(test_a_day_begins_at_three),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
