/* Measures as JSON (docs/API.md, progress and today). */
#include "core/coach/measure.h"

static void put_points(keel_json *json, const keel_series *series)
{
	keel_json_key(json, "points");
	keel_json_open(json, '[');
	for (int i = 0; i < series->count; i++) {
		keel_json_open(json, '{');
		keel_coach_put_date(json, "date", series->points[i].date);
		keel_json_put_int(json, "value", series->points[i].value);
		keel_json_put_int(json, "count", series->points[i].count);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_text_or_null(keel_json *json, const char *key, const char *text)
{
	keel_json_key(json, key);
	if (text == NULL)
		keel_json_null(json);
	else
		keel_json_text(json, text);
}

static void put_int_or_null(keel_json *json, const char *key, bool known, int32_t value)
{
	keel_json_key(json, key);
	if (known)
		keel_json_int(json, value);
	else
		keel_json_null(json);
}

static void put_change(keel_json *json, const keel_series *series)
{
	keel_measure_change change =
		keel_measure_judge(series->facts, series->first, series->latest);
	bool any = series->comparable;
	keel_json_put_text(json, "verdict",
			   keel_measure_verdict_name(any ? change.verdict : KEEL_MEASURE_FEW));
	put_int_or_null(json, "first", any, series->first);
	put_int_or_null(json, "latest", any, series->latest);
	put_int_or_null(json, "change", any, change.change);
	put_int_or_null(json, "needed", any && change.needed > 0, change.needed);
	put_text_or_null(json, "size", any ? change.size : NULL);
	put_text_or_null(json, "note", any ? change.note : NULL);
}

static void put_series(keel_json *json, const keel_core *core, keel_series_kind kind,
		       keel_text item)
{
	keel_series series;
	keel_measure_series(core->log, core->moment.date, kind, item, &series);
	const keel_measure_facts *facts = series.facts;
	char grade[2] = {facts->grade, '\0'};
	if (series.count == 0)
		return;
	keel_json_open(json, '{');
	keel_json_put_text(json, "series", facts->series);
	keel_json_put_text(json, "measure", keel_measure_names[facts->measure]);
	keel_json_key(json, "item");
	keel_json_text_bytes(json, series.item.bytes, (size_t)series.item.byte_count);
	keel_json_put_bool(json, "weekly", facts->weekly);
	keel_json_put_int(json, "scale", facts->scale);
	keel_json_put_int(json, "low", facts->low);
	keel_json_put_int(json, "high", facts->high);
	keel_json_put_bool(json, "more_is_better", facts->more_is_better);
	put_points(json, &series);
	put_change(json, &series);
	keel_json_put_int(json, "noise", facts->noise);
	put_int_or_null(json, "important", facts->important > 0, facts->important);
	put_int_or_null(json, "important_percent", facts->percent > 0, facts->percent);
	keel_json_put_text(json, "source", facts->source);
	keel_json_put_text(json, "grade", grade);
	keel_json_close(json, '}');
}

static void put_due(keel_json *json, const keel_measure_due *due)
{
	keel_json_put_text(json, "measure", keel_measure_names[due->measure]);
	keel_coach_put_date(json, "due_date", due->due_date);
}

/* Fills the schedule of today; returns what is offered, or NULL: nothing while a lock stands. */
static const keel_measure_due *look_at_schedule(const keel_core *core,
						keel_measure_due due[KEEL_SCHEDULE_COUNT])
{
	int32_t today = core->moment.date;
	keel_measure_history history = keel_measure_history_of(core->log, today);
	keel_measure_schedule(&history, today, due);
	return core->allowed.locked ? NULL : keel_measure_offer(due, today);
}

static void put_schedule(keel_json *json, const keel_core *core)
{
	keel_measure_due due[KEEL_SCHEDULE_COUNT];
	const keel_measure_due *offer = look_at_schedule(core, due);
	keel_json_key(json, "schedule");
	keel_json_open(json, '[');
	for (int i = 0; i < KEEL_SCHEDULE_COUNT; i++) {
		keel_json_open(json, '{');
		put_due(json, &due[i]);
		keel_coach_put_date(json, "last_date", due[i].last_date);
		keel_json_put_bool(json, "due", due[i].due);
		keel_json_put_bool(json, "offered", offer == &due[i]);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

void keel_measure_put(keel_json *json, const keel_core *core)
{
	keel_activities activities;
	keel_measure_activities(core->log, core->moment.date, &activities);
	keel_json_key(json, "series");
	keel_json_open(json, '[');
	for (int kind = 0; kind < KEEL_SERIES_KIND_COUNT; kind++) {
		if (kind != KEEL_SERIES_PSFS_ACTIVITY) {
			put_series(json, core, kind, (keel_text){"", 0});
			continue;
		}
		for (int i = 0; i < activities.count; i++)
			put_series(json, core, kind, activities.items[i]);
	}
	keel_json_close(json, ']');
	/* Those of the last day: what is asked again. */
	keel_json_key(json, "activities");
	keel_json_open(json, '[');
	for (int i = activities.count - 1; i >= 0; i--)
		if (activities.last_dates[i] == activities.last_dates[0])
			keel_json_text_bytes(json, activities.items[i].bytes,
					     (size_t)activities.items[i].byte_count);
	keel_json_close(json, ']');
	put_schedule(json, core);
}

void keel_measure_put_ask(keel_json *json, const keel_core *core)
{
	keel_measure_due due[KEEL_SCHEDULE_COUNT];
	const keel_measure_due *offer = look_at_schedule(core, due);
	if (offer == NULL)
		return;
	keel_json_open(json, '{');
	keel_json_put_text(json, "kind", "measure");
	put_due(json, offer);
	keel_json_close(json, '}');
}
