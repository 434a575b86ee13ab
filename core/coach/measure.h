/* Measures (C7): what each instrument's numbers mean, which change counts, and when it is offered.
 *
 * Purpose: one table for all instruments, and pure functions over it. Nothing here judges what a
 * person may do: no dose, stage or lock reads a measure. Units: scores as the record holds them
 * (PSFS in tenths); weekly means of pain in tenths. Dates are days since 1970-01-01.
 *
 * measure.c judges, measure_series.c reads the record, measure_schedule.c says what is due,
 * measure_put.c prints.
 */
#ifndef KEEL_CORE_COACH_MEASURE_H
#define KEEL_CORE_COACH_MEASURE_H

#include "core/coach/coach.h"

/* The series a person is shown, in this order. */
typedef enum keel_series_kind {
	KEEL_SERIES_CONFIDENCE,
	KEEL_SERIES_PSFS, /* mean of the activities rated on the first day */
	KEEL_SERIES_PSFS_ACTIVITY,
	KEEL_SERIES_PAIN,     /* weekly mean of the sessions' first answers */
	KEEL_SERIES_MORNINGS, /* weekly mean of the mornings */
	KEEL_SERIES_ROLAND_MORRIS,
	KEEL_SERIES_GLOBAL_CHANGE,
	KEEL_SERIES_OSWESTRY,
	KEEL_SERIES_START_BACK,
	KEEL_SERIES_KIND_COUNT
} keel_series_kind;

typedef struct keel_measure_facts {
	const char *series; /* its name in JSON */
	keel_measure measure;
	int32_t scale; /* value = score x scale */
	int32_t low;   /* least and most value */
	int32_t high;
	int32_t noise;	   /* a change up to this is no change */
	int32_t important; /* a change from this on counts; 0: no number is known */
	int32_t percent;   /* or from this part of the first value on; 0 none */
	int32_t medium;	   /* sizes of a change; 0 none */
	int32_t large;
	int32_t floor;	   /* improvement hardly shows from a first value under this; 0 none */
	int32_t ceiling;   /* nor worsening from one over this; 0 none */
	int32_t recovered; /* from here down nothing is left to do; -1 none */
	bool more_is_better;
	bool weekly; /* points are means of weeks */
	const char *source;
	char grade;
} keel_measure_facts;

const keel_measure_facts *keel_measure_facts_of(keel_series_kind kind);

typedef enum keel_measure_verdict {
	KEEL_MEASURE_FEW, /* fewer than two points to compare */
	KEEL_MEASURE_NO_CHANGE,
	KEEL_MEASURE_BETTER,
	KEEL_MEASURE_WORSE,
	KEEL_MEASURE_RECOVERED,
	KEEL_MEASURE_UNJUDGED /* no important change is known for it */
} keel_measure_verdict;

typedef struct keel_measure_change {
	keel_measure_verdict verdict;
	int32_t change;	  /* latest - first */
	int32_t needed;	  /* smallest change that counts from that first value; 0 none */
	const char *size; /* small, medium, large; NULL where sizes are not known */
	const char *note; /* floor, ceiling or NULL */
} keel_measure_change;

/* Compares two values of one instrument. For the global rating, which is a change by itself, the
 * latest value is judged and `first` is not read. */
keel_measure_change keel_measure_judge(const keel_measure_facts *facts, int32_t first,
				       int32_t latest);

const char *keel_measure_verdict_name(keel_measure_verdict verdict);

/* ---- series -------------------------------------------------------------------------------- */

/* Ten years of weekly answers; of more the oldest but the first go. */
#define KEEL_SERIES_POINTS_MAX 560
#define KEEL_ACTIVITIES_MAX 12 /* own activities remembered: three to five at a time, changed twice */

typedef struct keel_series_point {
	int32_t date; /* of a weekly mean its Monday */
	int32_t value;
	int32_t count; /* answers in it */
} keel_series_point;

typedef struct keel_series {
	const keel_measure_facts *facts;
	keel_text item; /* the activity; empty for all others */
	int count;
	keel_series_point points[KEEL_SERIES_POINTS_MAX]; /* by date, one a date */
	bool comparable; /* there are two points to compare */
	int32_t first;
	int32_t latest;
} keel_series;

typedef struct keel_activities {
	int count;
	keel_text items[KEEL_ACTIVITIES_MAX]; /* rated last first */
	int32_t last_dates[KEEL_ACTIVITIES_MAX];
} keel_activities;

void keel_measure_activities(const keel_log *log, int32_t today, keel_activities *activities);
/* `item` is read for KEEL_SERIES_PSFS_ACTIVITY only. */
void keel_measure_series(const keel_log *log, int32_t today, keel_series_kind kind, keel_text item,
			 keel_series *series);

/* ---- schedule ------------------------------------------------------------------------------ */

#define KEEL_SCHEDULE_COUNT 4 /* psfs, roland-morris, confidence, global-change */

typedef struct keel_measure_history {
	int32_t start_date;			  /* of the first session, KEEL_NO_DATE */
	int32_t last_date[KEEL_MEASURE_COUNT]; /* KEEL_NO_DATE: never */
} keel_measure_history;

typedef struct keel_measure_due {
	keel_measure measure;
	int32_t last_date;
	int32_t due_date; /* KEEL_NO_DATE before the first session */
	bool due;	  /* that date has come */
	bool offered;	  /* ... and it is offered today */
} keel_measure_due;

keel_measure_history keel_measure_history_of(const keel_log *log, int32_t today);

/* Fills the schedule of that day, in order of the list above. */
void keel_measure_schedule(const keel_measure_history *history, int32_t today,
			   keel_measure_due due[KEEL_SCHEDULE_COUNT]);

/* What is offered today: one at most, none on a day that holds an answer; NULL none. */
const keel_measure_due *keel_measure_offer(const keel_measure_due due[KEEL_SCHEDULE_COUNT],
					   int32_t today);

/* ---- printing ------------------------------------------------------------------------------ */

void keel_measure_put(keel_json *json, const keel_core *core);	    /* "series", "activities", "schedule" */
void keel_measure_put_ask(keel_json *json, const keel_core *core); /* one entry of `ask`, or nothing */

#endif
