/* Replay: what the record says was prescribed and done, as recorded, and what the core says of the
 * open day. Recorded prescriptions are printed, never planned again: another catalogue or core may
 * plan otherwise today, and that is no reason to rewrite what a person was told.
 */
#include <string.h>

#include "core/base/hash.h"
#include "core/coach/coach.h"

#define ITEMS_MAX 16 /* session-item.index is 0..15 */

/* What the record holds of one session. */
typedef struct told {
	const keel_event *prescribed;
	const keel_event *started;
	const keel_event *ended;
	const keel_event *items[ITEMS_MAX];
	const keel_event *done[ITEMS_MAX];
	bool swapped[ITEMS_MAX];
} told;

static void put_ints(keel_json *json, const char *key, keel_ints list)
{
	keel_json_key(json, key);
	keel_json_open(json, '[');
	for (int i = 0; i < list.count; i++)
		keel_json_int(json, list.items[i]);
	keel_json_close(json, ']');
}

static bool is_of(keel_text session, keel_text wanted)
{
	return keel_text_equals(session, wanted.bytes, (size_t)wanted.byte_count);
}

/* Takes an event that belongs to the session; true at its end. */
static bool take(told *t, const keel_event *event, keel_text session)
{
	switch (event->type) {
	case KEEL_EVENT_SESSION_ITEM:
		if (is_of(event->u.session_item.session, session) &&
		    t->items[event->u.session_item.index] == NULL)
			t->items[event->u.session_item.index] = event;
		break;
	case KEEL_EVENT_SESSION_STARTED:
		if (is_of(event->u.session_started.session, session) && t->started == NULL)
			t->started = event;
		break;
	case KEEL_EVENT_EXERCISE_DONE:
		if (is_of(event->u.exercise_done.session, session))
			t->done[event->u.exercise_done.index] = event;
		break;
	case KEEL_EVENT_EXERCISE_SWAPPED:
		if (is_of(event->u.exercise_swapped.session, session))
			t->swapped[event->u.exercise_swapped.index] = true;
		break;
	case KEEL_EVENT_SESSION_ENDED:
		if (is_of(event->u.session_ended.session, session))
			t->ended = event;
		break;
	default:
		break;
	}
	return t->ended != NULL;
}

static void put_item(keel_json *json, const told *t, int index)
{
	const keel_event_session_item *item = &t->items[index]->u.session_item;
	keel_dose dose = {(int16_t)item->sets,
			  (int16_t)item->reps,
			  (int16_t)item->hold_s,
			  (int16_t)item->work_s,
			  (int16_t)item->rest_s,
			  (int16_t)item->load_hg,
			  0};
	if (item->lever != KEEL_ABSENT)
		dose.lever = (int16_t)item->lever;
	keel_json_open(json, '{');
	keel_json_put_int(json, "index", index);
	keel_coach_put_text_or_null(json, "movement", item->movement);
	keel_json_put_text(json, "purpose", keel_purpose_names[item->purpose]);
	keel_json_put_int(json, "rung", item->rung);
	keel_json_key(json, "dose");
	keel_coach_put_dose(json, &dose);
	keel_coach_put_text_or_null(json, "rule", item->rule);
	put_ints(json, "inputs", item->inputs);
	keel_json_put_bool(json, "swapped", t->swapped[index]);
	keel_json_key(json, "done");
	if (t->done[index] == NULL) {
		keel_json_null(json);
	} else {
		const keel_event_exercise_done *done = &t->done[index]->u.exercise_done;
		keel_json_open(json, '{');
		keel_json_put_text(json, "end", keel_end_names[done->end]);
		keel_coach_put_name_or_null(json, "change", keel_change_names, done->change);
		keel_coach_put_int_or_null(json, "pain", done->pain);
		keel_coach_put_name_or_null(json, "settled", keel_settled_names, done->settled);
		keel_coach_put_int_or_null(json, "further", done->further);
		keel_coach_put_int_or_null(json, "challenge", done->challenge);
		keel_coach_put_name_or_null(json, "form", keel_form_names, done->form);
		keel_json_close(json, '}');
	}
	keel_json_close(json, '}');
}

static void put_session(keel_json *json, const told *t)
{
	const keel_event_session_prescribed *p = &t->prescribed->u.session_prescribed;
	keel_json_open(json, '{');
	keel_coach_put_text_or_null(json, "session", p->session);
	keel_coach_put_date(json, "date", p->date);
	keel_coach_put_text_or_null(json, "programme", p->programme);
	keel_json_put_text(json, "stage", keel_stage_names[p->stage]);
	keel_coach_put_text_or_null(json, "stage_rule", p->rule);
	put_ints(json, "stage_inputs", p->inputs);
	keel_json_put_bool(json, "easy_day", p->easy_day == 1);
	keel_json_put_int(json, "minutes", p->minutes);
	keel_coach_put_text_or_null(json, "facts", p->facts);
	keel_coach_put_text_or_null(json, "core", p->core);
	keel_json_put_bool(json, "started", t->started != NULL);
	keel_coach_put_int_or_null(json, "pain",
			t->started == NULL ? KEEL_ABSENT : t->started->u.session_started.pain);
	keel_coach_put_name_or_null(json, "end", keel_end_names,
			 t->ended == NULL ? KEEL_ABSENT : t->ended->u.session_ended.end);
	keel_coach_put_int_or_null(json, "end_pain",
			t->ended == NULL ? KEEL_ABSENT : t->ended->u.session_ended.pain);
	keel_json_key(json, "items");
	keel_json_open(json, '[');
	for (int i = 0; i < ITEMS_MAX; i++)
		if (t->items[i] != NULL)
			put_item(json, t, i);
	keel_json_close(json, ']');
	keel_json_close(json, '}');
}

/* Events of one session stand close together; the search ends with its end, or where the next one
 * is prescribed and this one never began. */
static void put_sessions(keel_json *json, const keel_core *core)
{
	int count = keel_log_count(core->log);
	keel_json_key(json, "sessions");
	keel_json_open(json, '[');
	for (int i = 0; i < count; i++) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		if (entry->retracted || entry->event->type != KEEL_EVENT_SESSION_PRESCRIBED)
			continue;
		told t = {.prescribed = entry->event};
		keel_text session = entry->event->u.session_prescribed.session;
		for (int k = i + 1; k < count; k++) {
			const keel_log_entry *next = keel_log_get(core->log, k);
			if (next->retracted)
				continue;
			bool other = next->event->type == KEEL_EVENT_SESSION_PRESCRIBED;
			if ((other && t.started == NULL) || take(&t, next->event, session))
				break;
		}
		put_session(json, &t);
	}
	keel_json_close(json, ']');
}

keel_err keel_core_replay_json(keel_core *core, const keel_now *now, char *out, size_t out_bytes,
			       size_t *written_bytes)
{
	keel_json json;
	char text[17];
	if (core->on_snapshot)
		return KEEL_ERR_NOT_NOW; /* it tells of single events */
	keel_coach_day(core, now);
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "core", KEEL_CORE_VERSION);
	keel_hash_text(core->catalogue->facts_hash, text);
	keel_json_put_text(&json, "facts", text);
	keel_hash_text(keel_core_state_hash(core), text);
	keel_json_put_text(&json, "state", text);
	keel_hash_text(keel_coach_person(core), text);
	keel_json_put_text(&json, "person", text);
	keel_json_put_int(&json, "events", keel_log_count(core->log));
	keel_json_put_int(&json, "doubtful", core->state.doubt_count);
	keel_json_put_bool(&json, "incomplete", keel_log_incomplete(core->log));
	put_sessions(&json, core);
	keel_json_key(&json, "today");
	keel_coach_put_today(&json, core, now);
	keel_json_close(&json, '}');
	return keel_json_end(&json, written_bytes);
}
