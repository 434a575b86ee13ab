/* Calendar arithmetic on integers: dates are days since 1970-01-01 in the proleptic Gregorian calendar.
 * No time zones, no leap seconds, no libc: the host gives the offset.
 */
#ifndef KEEL_CORE_BASE_DATE_H
#define KEEL_CORE_BASE_DATE_H

#include <stdint.h>

/* A person's day starts at 03:00 local time (DESIGN, Events). */
#define KEEL_DAY_START_MIN 180

typedef struct keel_civil {
	int year;
	int month; /* 1..12 */
	int day;   /* 1..31 */
} keel_civil;

int32_t keel_date_from_civil(keel_civil civil);
keel_civil keel_date_to_civil(int32_t date);

/* 0 Monday .. 6 Sunday. */
int keel_date_weekday(int32_t date);

/* The Monday of the date's week (CLINICAL 2: a week is Monday to Sunday). */
int32_t keel_date_week_start(int32_t date);

/* Local date and local minute of the day (0..1439, by the wall clock) of a moment. */
int32_t keel_date_of(int64_t utc_ms, int32_t offset_min);
int32_t keel_minute_of(int64_t utc_ms, int32_t offset_min);

#endif
