#include "core/base/date.h"

/* Days and civil dates after Hinnant 2013, "chrono-compatible low-level date algorithms": years
 * begin in March, so that the leap day comes last, and 400 years make one era of 146097 days. */

enum { DAYS_AN_ERA = 146097, DAYS_BEFORE_1970 = 719468 };

static int64_t floor_div(int64_t a, int64_t b)
{
	int64_t quotient = a / b;
	return a % b < 0 ? quotient - 1 : quotient;
}

int32_t keel_date_from_civil(keel_civil civil)
{
	int64_t year = civil.month <= 2 ? (int64_t)civil.year - 1 : civil.year;
	int64_t era = floor_div(year, 400);
	int64_t year_of_era = year - era * 400;
	int64_t month_from_march = (civil.month + 9) % 12;
	int64_t day_of_year = (153 * month_from_march + 2) / 5 + civil.day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (int32_t)(era * DAYS_AN_ERA + day_of_era - DAYS_BEFORE_1970);
}

keel_civil keel_date_to_civil(int32_t date)
{
	int64_t day = (int64_t)date + DAYS_BEFORE_1970;
	int64_t era = floor_div(day, DAYS_AN_ERA);
	int64_t day_of_era = day - era * DAYS_AN_ERA;
	int64_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t month_from_march = (5 * day_of_year + 2) / 153;
	keel_civil civil;
	civil.day = (int)(day_of_year - (153 * month_from_march + 2) / 5 + 1);
	civil.month = (int)(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
	civil.year = (int)(year_of_era + era * 400 + (civil.month <= 2));
	return civil;
}

int keel_date_weekday(int32_t date)
{
	/* 1970-01-01 was a Thursday. */
	return (int)((int64_t)date + 3 - 7 * floor_div((int64_t)date + 3, 7));
}

int32_t keel_date_week_start(int32_t date)
{
	return date - keel_date_weekday(date);
}

int32_t keel_date_of(int64_t utc_ms, int32_t offset_min)
{
	int64_t local_min = floor_div(utc_ms, 60000) + offset_min;
	return (int32_t)floor_div(local_min - KEEL_DAY_START_MIN, 1440);
}

int32_t keel_minute_of(int64_t utc_ms, int32_t offset_min)
{
	int64_t local_min = floor_div(utc_ms, 60000) + offset_min;
	return (int32_t)(local_min - 1440 * floor_div(local_min, 1440));
}
