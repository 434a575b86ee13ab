/* Series out of the record (C7). Read from the log, whole, not from the state: they are what a
 * person looks at, and no rule reads them. Answers from a doubtful clock and answers dated after
 * today are left out; of two on one date the later word stands; weeks are Monday to Sunday.
 *
 * Which two points are compared: the first and the latest; of weekly means, the first and the
 * latest week that hold two answers. The patient-specific mean is taken over the activities rated
 * on the first day only: a new activity in the place of an old one is no change of the person.
 */
#include <string.h>

#include "core/base/date.h"
#include "core/coach/measure.h"
#include "core/state/thresholds.h"

static const keel_event *standing(const keel_log *log, int index, int32_t today)
{
	const keel_log_entry *entry = keel_log_get(log, index);
	bool counts = !entry->retracted && !entry->doubt && keel_event_date(entry->event) <= today;
	return counts ? entry->event : NULL;
}

static bool same_text(keel_text a, keel_text b)
{
	return keel_text_equals(a, b.bytes, (size_t)b.byte_count);
}

/* The place of a date in the series, made when it is new; NULL when it is full and older. */
static keel_series_point *point_at(keel_series *series, int32_t date)
{
	int place = series->count;
	while (place > 0 && series->points[place - 1].date > date)
		place--;
	if (place > 0 && series->points[place - 1].date == date)
		return &series->points[place - 1];
	if (series->count == KEEL_SERIES_POINTS_MAX) {
		/* The first stays: it is what the latest is compared with. */
		if (place <= 2)
			return NULL;
		place--;
		memmove(&series->points[1], &series->points[2],
			(size_t)(place - 1) * sizeof series->points[0]);
	} else {
		memmove(&series->points[place + 1], &series->points[place],
			(size_t)(series->count - place) * sizeof series->points[0]);
		series->count++;
	}
	series->points[place] = (keel_series_point){.date = date};
	return &series->points[place];
}

/* Sums while the record is read; `finish` makes means of them. */
static void add_answer(keel_series *series, int32_t date, int32_t value)
{
	bool weekly = series->facts->weekly;
	keel_series_point *point = point_at(series, weekly ? keel_date_week_start(date) : date);
	if (point == NULL)
		return;
	point->value = weekly ? point->value + value : value;
	point->count = weekly ? point->count + 1 : 1;
}

static int32_t rounded(int32_t sum, int32_t count)
{
	return (sum + count / 2) / count;
}

static void finish(keel_series *series)
{
	int32_t least = series->facts->weekly ? KEEL_MEASURE_WEEK_ANSWERS_MIN : 1;
	int first = -1, latest = -1;
	for (int i = 0; i < series->count; i++) {
		keel_series_point *point = &series->points[i];
		if (series->facts->weekly)
			point->value = rounded(point->value * series->facts->scale, point->count);
		if (point->count < least)
			continue;
		first = first < 0 ? i : first;
		latest = i;
	}
	bool by_itself = series->facts->measure == KEEL_MEASURE_GLOBAL_CHANGE;
	series->comparable = latest > first || (by_itself && latest >= 0);
	series->first = first < 0 ? 0 : series->points[first].value;
	series->latest = latest < 0 ? 0 : series->points[latest].value;
}

/* What an event says to a series, or false. */
static bool value_of(keel_series_kind kind, const keel_event *event, int32_t *value)
{
	*value = KEEL_ABSENT;
	if (kind == KEEL_SERIES_PAIN && event->type == KEEL_EVENT_SESSION_STARTED)
		*value = event->u.session_started.pain;
	else if (kind == KEEL_SERIES_MORNINGS && event->type == KEEL_EVENT_MORNING_CHECK)
		*value = event->u.morning_check.pain;
	else if (kind == KEEL_SERIES_CONFIDENCE && event->type == KEEL_EVENT_GOAL)
		*value = event->u.goal.confidence;
	else if (kind != KEEL_SERIES_MORNINGS && event->type == KEEL_EVENT_MEASURE &&
		 event->u.measure.measure == (int32_t)keel_measure_facts_of(kind)->measure)
		*value = event->u.measure.value;
	if (*value == KEEL_ABSENT)
		return false;
	/* A number outside its instrument is no answer. */
	const keel_measure_facts *facts = keel_measure_facts_of(kind);
	int32_t scale = facts->weekly ? facts->scale : 1;
	return *value * scale >= facts->low && *value * scale <= facts->high;
}

/* ---- own activities ------------------------------------------------------------------------ */

static const keel_event_measure *activity_at(const keel_log *log, int index, int32_t today)
{
	const keel_event *event = standing(log, index, today);
	int32_t value;
	if (event == NULL || event->type != KEEL_EVENT_MEASURE ||
	    !value_of(KEEL_SERIES_PSFS_ACTIVITY, event, &value) ||
	    event->u.measure.item.byte_count == 0)
		return NULL;
	return &event->u.measure;
}

void keel_measure_activities(const keel_log *log, int32_t today, keel_activities *activities)
{
	activities->count = 0;
	for (int i = keel_log_count(log) - 1; i >= 0; i--) {
		const keel_event_measure *rated = activity_at(log, i, today);
		bool known = rated == NULL;
		for (int k = 0; !known && k < activities->count; k++)
			known = same_text(activities->items[k], rated->item);
		if (known || activities->count == KEEL_ACTIVITIES_MAX)
			continue;
		activities->items[activities->count] = rated->item;
		activities->last_dates[activities->count++] =
			keel_event_date(keel_log_get(log, i)->event);
	}
}

/* The activities of the first day, and for each the value of one date at a time. */
typedef struct first_day {
	int32_t date;
	int count;
	keel_text items[KEEL_ACTIVITIES_MAX];
} first_day;

static int place_of(const first_day *day, keel_text item)
{
	for (int i = 0; i < day->count; i++)
		if (same_text(day->items[i], item))
			return i;
	return -1;
}

static first_day first_day_of(const keel_log *log, int32_t today)
{
	first_day day = {.date = KEEL_NO_DATE};
	for (int i = 0; i < keel_log_count(log); i++) {
		const keel_event_measure *rated = activity_at(log, i, today);
		if (rated == NULL)
			continue;
		int32_t date = keel_event_date(keel_log_get(log, i)->event);
		if (day.date == KEEL_NO_DATE || date < day.date) {
			day.date = date;
			day.count = 0;
		}
		if (date == day.date && day.count < KEEL_ACTIVITIES_MAX &&
		    place_of(&day, rated->item) < 0)
			day.items[day.count++] = rated->item;
	}
	return day;
}

/* The mean of one date over the activities of the first day; false when one of them is missing. */
static bool mean_of_date(const keel_log *log, const first_day *day, int32_t date, int32_t *mean)
{
	int32_t values[KEEL_ACTIVITIES_MAX];
	bool rated_it[KEEL_ACTIVITIES_MAX] = {false};
	int32_t sum = 0;
	for (int i = 0; i < keel_log_count(log); i++) {
		const keel_event_measure *rated = activity_at(log, i, date);
		if (rated == NULL || keel_event_date(keel_log_get(log, i)->event) != date)
			continue;
		int place = place_of(day, rated->item);
		if (place < 0)
			continue;
		values[place] = rated->value;
		rated_it[place] = true;
	}
	for (int i = 0; i < day->count; i++) {
		if (!rated_it[i])
			return false;
		sum += values[i];
	}
	*mean = rounded(sum, day->count);
	return day->count > 0;
}

static void mean_series(const keel_log *log, int32_t today, keel_series *series)
{
	first_day day = first_day_of(log, today);
	for (int i = 0; i < keel_log_count(log); i++) {
		if (activity_at(log, i, today) == NULL)
			continue;
		int32_t date = keel_event_date(keel_log_get(log, i)->event);
		bool known = false;
		for (int k = 0; k < series->count; k++)
			known = known || series->points[k].date == date;
		int32_t mean;
		if (!known && mean_of_date(log, &day, date, &mean))
			add_answer(series, date, mean);
	}
}

void keel_measure_series(const keel_log *log, int32_t today, keel_series_kind kind, keel_text item,
			 keel_series *series)
{
	memset(series, 0, sizeof *series);
	series->facts = keel_measure_facts_of(kind);
	series->item = kind == KEEL_SERIES_PSFS_ACTIVITY ? item : (keel_text){"", 0};
	if (kind == KEEL_SERIES_PSFS)
		mean_series(log, today, series);
	for (int i = 0; kind != KEEL_SERIES_PSFS && i < keel_log_count(log); i++) {
		const keel_event *event = standing(log, i, today);
		int32_t value;
		if (event == NULL || !value_of(kind, event, &value))
			continue;
		if (kind == KEEL_SERIES_PSFS_ACTIVITY && !same_text(event->u.measure.item, item))
			continue;
		add_answer(series, keel_event_date(event), value);
	}
	finish(series);
}

/* ---- dates --------------------------------------------------------------------------------- */

keel_measure_history keel_measure_history_of(const keel_log *log, int32_t today)
{
	keel_measure_history history = {.start_date = KEEL_NO_DATE};
	for (int i = 0; i < KEEL_MEASURE_COUNT; i++)
		history.last_date[i] = KEEL_NO_DATE;
	for (int i = 0; i < keel_log_count(log); i++) {
		const keel_event *event = keel_log_get(log, i)->event;
		bool tells = event->type == KEEL_EVENT_MEASURE || event->type == KEEL_EVENT_GOAL ||
			     event->type == KEEL_EVENT_SESSION_STARTED;
		if (!tells || standing(log, i, today) == NULL)
			continue;
		int32_t date = keel_event_date(event);
		int measure = KEEL_MEASURE_CONFIDENCE;
		if (event->type == KEEL_EVENT_SESSION_STARTED) {
			if (history.start_date == KEEL_NO_DATE || date < history.start_date)
				history.start_date = date;
			continue;
		}
		if (event->type == KEEL_EVENT_GOAL && event->u.goal.confidence == KEEL_ABSENT)
			continue;
		if (event->type == KEEL_EVENT_MEASURE)
			measure = event->u.measure.measure;
		if (date > history.last_date[measure])
			history.last_date[measure] = date;
	}
	return history;
}
