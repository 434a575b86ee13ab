/* The record as a person sees it. Series come from the log, whole; what is remembered of movements
 * from the state. Which change counts and which is noise is judged in measure.c
 * (CLINICAL 7), which gives the series their verdicts.
 */
#include <string.h>

#include "core/coach/coach.h"
#include "core/coach/measure.h"
#include "core/state/thresholds.h"

static void put_pair(keel_json *json, int32_t date, int32_t value)
{
	keel_json_open(json, '{');
	keel_coach_put_date(json, "date", date);
	keel_json_put_int(json, "value", value);
	keel_json_close(json, '}');
}

static const keel_event *standing(const keel_core *core, int index, keel_event_type type)
{
	const keel_log_entry *entry = keel_log_get(core->log, index);
	return !entry->retracted && !entry->doubt && entry->event->type == type ? entry->event
										: NULL;
}

static void put_confidence(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "confidence");
	keel_json_open(json, '[');
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_event *goal = standing(core, i, KEEL_EVENT_GOAL);
		const keel_event *measure = standing(core, i, KEEL_EVENT_MEASURE);
		if (goal != NULL && goal->u.goal.confidence != KEEL_ABSENT)
			put_pair(json, keel_event_date(goal), goal->u.goal.confidence);
		if (measure != NULL && measure->u.measure.measure == KEEL_MEASURE_CONFIDENCE)
			put_pair(json, keel_event_date(measure), measure->u.measure.value);
	}
	keel_json_close(json, ']');
}

static void put_pain(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "pain");
	keel_json_open(json, '[');
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_event *started = standing(core, i, KEEL_EVENT_SESSION_STARTED);
		if (started != NULL && started->u.session_started.pain != KEEL_ABSENT)
			put_pair(json, keel_event_date(started), started->u.session_started.pain);
	}
	keel_json_close(json, ']');
}

static void put_mornings(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "mornings");
	keel_json_open(json, '[');
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_event *morning = standing(core, i, KEEL_EVENT_MORNING_CHECK);
		if (morning == NULL)
			continue;
		keel_json_open(json, '{');
		keel_coach_put_date(json, "date", keel_event_date(morning));
		keel_json_put_int(json, "pain", morning->u.morning_check.pain);
		keel_json_key(json, "soreness");
		if (morning->u.morning_check.soreness == KEEL_ABSENT)
			keel_json_null(json);
		else
			keel_json_int(json, morning->u.morning_check.soreness);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_measures(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "measures");
	keel_json_open(json, '[');
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_event *event = standing(core, i, KEEL_EVENT_MEASURE);
		if (event == NULL)
			continue;
		keel_json_open(json, '{');
		keel_json_put_text(json, "measure", keel_measure_names[event->u.measure.measure]);
		keel_coach_put_date(json, "date", keel_event_date(event));
		keel_json_put_int(json, "value", event->u.measure.value);
		keel_json_key(json, "item");
		keel_json_text_bytes(json, event->u.measure.item.bytes,
				     (size_t)event->u.measure.item.byte_count);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

/* Movements that were ever done, in the order of the catalogue. */
static void put_movements(keel_json *json, const keel_core *core)
{
	keel_pattern patterns[KEEL_MOVEMENTS_MAX];
	keel_pattern_look(&core->state, core->moment.date, patterns);
	keel_json_key(json, "movements");
	keel_json_open(json, '[');
	for (int i = 0; i < core->catalogue->movement_count; i++) {
		const keel_movement *movement = &core->catalogue->movements[i];
		const keel_movement_state *record =
			keel_state_movement(&core->state, movement->id, (int)strlen(movement->id));
		if (record == NULL || record->exposure_count == 0)
			continue;
		const keel_exposure *last = &record->exposures[record->exposure_count - 1];
		keel_json_open(json, '{');
		keel_json_put_text(json, "movement", movement->id);
		keel_json_put_int(json, "rung", last->rung);
		keel_json_put_int(json, "rung_count", movement->rung_count);
		keel_json_key(json, "dose");
		keel_coach_put_dose(json, &last->dose);
		keel_json_put_int(json, "times", record->done_count);
		keel_json_put_int(json, "clean", record->clean_count);
		keel_json_put_int(json, "eased", record->eased_count);
		keel_coach_put_pattern(json, &patterns[record - core->state.movements]);
		keel_coach_put_date(json, "first_date", record->date_first);
		keel_coach_put_date(json, "last_date", record->date_last);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_days(keel_json *json, const keel_core *core)
{
	const keel_state *state = &core->state;
	keel_json_key(json, "days");
	keel_json_open(json, '[');
	for (int i = 0; i < state->session_count; i++) {
		if (i > 0 && state->sessions[i].date == state->sessions[i - 1].date)
			continue;
		keel_json_open(json, '{');
		keel_coach_put_date(json, "date", state->sessions[i].date);
		keel_json_put_text(json, "kind", state->sessions[i].easy_day ? "easy" : "moved");
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_goal(keel_json *json, const keel_state *state)
{
	keel_json_key(json, "goal");
	if (state->goal_bytes == 0) {
		keel_json_null(json);
		return;
	}
	keel_json_open(json, '{');
	keel_json_key(json, "text");
	keel_json_text_bytes(json, state->goal, (size_t)state->goal_bytes);
	keel_json_close(json, '}');
}

keel_err keel_core_progress_json(keel_core *core, const keel_now *now, char *out, size_t out_bytes,
				 size_t *written_bytes)
{
	keel_json json;
	if (core->on_snapshot)
		return KEEL_ERR_NOT_NOW; /* it tells of single events */
	keel_coach_day(core, now);
	int32_t first_date = KEEL_NO_DATE;
	if (keel_log_count(core->log) > 0)
		first_date = keel_event_date(keel_log_get(core->log, 0)->event);
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '{');
	keel_coach_put_date(&json, "date", core->moment.date);
	keel_coach_put_date(&json, "first_date", first_date);
	put_goal(&json, &core->state);
	put_confidence(&json, core);
	put_pain(&json, core);
	put_mornings(&json, core);
	keel_coach_put_known(&json, "usual_morning", core->allowed.usual_morning);
	put_measures(&json, core);
	keel_measure_put(&json, core);
	keel_coach_put_test_series(&json, core);
	put_movements(&json, core);
	put_days(&json, core);
	keel_json_put_int(&json, "sessions", core->state.session_total);
	keel_json_put_int(&json, "noise_points", KEEL_MEASURE_NPRS_NOISE);
	keel_json_put_int(&json, "important_points", KEEL_IMPROVED_POINTS);
	keel_json_put_int(&json, "important_percent", KEEL_IMPROVED_PERCENT);
	keel_json_close(&json, '}');
	return keel_json_end(&json, written_bytes);
}
