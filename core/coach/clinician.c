/* What a clinician's screen needs beside today, progress and replay: every edit with what became of
 * it, the numbers with their bounds, the screening as answered, and the movements as they stand.
 *
 * What became of an edit is told for the person's local date: it stands, it is over, a later one
 * replaced it, it was taken back, it was refused for its bounds, or it was not heard because the
 * clock was in doubt. The fold decides by the same functions (core/state/state_edit.c).
 */
#include <string.h>

#include "core/coach/coach.h"
#include "core/safety/safety.h"
#include "core/state/thresholds.h"

typedef enum edit_standing {
	STANDS,
	OVER,
	REPLACED,
	TAKEN_BACK,
	REFUSED,
	DOUBTED,
	DONE /* a word of one moment: a movement cleared, allowed again */
} edit_standing;

static const char *const standing_names[] = {"stands",	"over",	  "replaced", "taken-back",
					     "refused", "doubt", "done"};

static bool is_edit(const keel_log_entry *entry)
{
	return entry->event->type == KEEL_EVENT_CLINICIAN_EDIT;
}

static bool same_text(keel_text a, keel_text b)
{
	return keel_text_equals(a, b.bytes, (size_t)b.byte_count);
}

/* Whether a later edit speaks about the same thing: then the earlier one stands no more. */
static bool replaces(const keel_event_clinician_edit *later, const keel_event_clinician_edit *edit)
{
	bool allows = later->edit == KEEL_EDIT_ALLOW && edit->edit == KEEL_EDIT_FORBID;
	if (later->edit != edit->edit && !allows)
		return false;
	if (edit->edit == KEEL_EDIT_THRESHOLD)
		return later->threshold == edit->threshold;
	if (edit->edit == KEEL_EDIT_OVERRIDE_GATE && later->gate != edit->gate)
		return false;
	return same_text(later->movement, edit->movement);
}

/* An edit in doubt is heard when it forbids; a dose or a number may have been tightened by it. */
static bool is_heard(const keel_log_entry *entry)
{
	int32_t edit = entry->event->u.clinician_edit.edit;
	return !entry->doubt || edit == KEEL_EDIT_FORBID || edit == KEEL_EDIT_DOSE ||
	       edit == KEEL_EDIT_THRESHOLD;
}

static const char *fault_of(const keel_core *core, const keel_event *event, const char **field)
{
	return keel_safety_edit_fault(core->catalogue, &event->u.clinician_edit,
				      keel_event_date(event), field);
}

static edit_standing standing_of(const keel_core *core, int index)
{
	const keel_log_entry *entry = keel_log_get(core->log, index);
	const keel_event_clinician_edit *edit = &entry->event->u.clinician_edit;
	const char *field;
	if (entry->retracted)
		return TAKEN_BACK;
	if (fault_of(core, entry->event, &field) != NULL)
		return REFUSED;
	if (!is_heard(entry))
		return DOUBTED;
	if (edit->edit == KEEL_EDIT_ALLOW || edit->edit == KEEL_EDIT_CLEAR_MOVEMENT)
		return DONE;
	for (int i = index + 1; i < keel_log_count(core->log); i++) {
		const keel_log_entry *later = keel_log_get(core->log, i);
		if (is_edit(later) && !later->retracted && !later->doubt &&
		    fault_of(core, later->event, &field) == NULL &&
		    replaces(&later->event->u.clinician_edit, edit))
			return REPLACED;
	}
	bool over = edit->until_date != KEEL_ABSENT && edit->until_date < core->moment.date;
	return over ? OVER : STANDS;
}

static void put_edit(keel_json *json, const keel_core *core, int index, edit_standing standing)
{
	const keel_event *event = keel_log_get(core->log, index)->event;
	const keel_event_clinician_edit *edit = &event->u.clinician_edit;
	const char *field = "";
	const char *fault = standing == REFUSED ? fault_of(core, event, &field) : NULL;
	char id[33];
	keel_event_id_write(event->id, id);
	keel_json_open(json, '{');
	keel_json_put_text(json, "event", id);
	keel_json_put_text(json, "edit", keel_edit_names[edit->edit]);
	keel_coach_put_text_or_null(json, "movement", edit->movement);
	keel_coach_put_name_or_null(json, "gate", keel_gate_names, edit->gate);
	keel_coach_put_int_or_null(json, "sets", edit->sets);
	keel_coach_put_int_or_null(json, "reps", edit->reps);
	keel_coach_put_int_or_null(json, "hold_s", edit->hold_s);
	keel_coach_put_int_or_null(json, "work_s", edit->work_s);
	keel_coach_put_int_or_null(json, "rest_s", edit->rest_s);
	keel_coach_put_int_or_null(json, "load_hg", edit->load_hg);
	keel_coach_put_name_or_null(json, "threshold", keel_tunable_names, edit->threshold);
	keel_coach_put_int_or_null(json, "value", edit->value);
	keel_coach_put_date(json, "date", keel_event_date(event));
	keel_coach_put_date(json, "until_date",
			    edit->until_date == KEEL_ABSENT ? KEEL_NO_DATE : edit->until_date);
	keel_coach_put_text_or_null(json, "role", edit->role);
	keel_coach_put_text_or_null(json, "name", edit->name);
	keel_coach_put_text_or_null(json, "reason", edit->reason);
	keel_json_put_text(json, "standing", standing_names[standing]);
	keel_json_key(json, "fault");
	if (fault == NULL) {
		keel_json_null(json);
	} else {
		keel_json_open(json, '{');
		keel_json_put_text(json, "field", field);
		keel_json_put_text(json, "message", fault);
		keel_json_close(json, '}');
	}
	keel_json_close(json, '}');
}

void keel_coach_put_edits(keel_json *json, const keel_core *core, bool all)
{
	keel_json_open(json, '[');
	for (int i = 0; i < keel_log_count(core->log); i++) {
		if (!is_edit(keel_log_get(core->log, i)))
			continue;
		edit_standing standing = standing_of(core, i);
		if (all || standing == STANDS)
			put_edit(json, core, i, standing);
	}
	keel_json_close(json, ']');
}

/* ---- numbers ------------------------------------------------------------------------------ */

static void put_numbers(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "thresholds");
	keel_json_open(json, '[');
	for (int i = 0; i < KEEL_TUNABLE_COUNT; i++) {
		const keel_tunable_bounds *bounds = &keel_tunables[i];
		const keel_threshold *threshold = keel_tunable_threshold((keel_tunable)i);
		char grade[2] = {threshold->grade, '\0'};
		keel_json_open(json, '{');
		keel_json_put_text(json, "threshold", keel_tunable_names[i]);
		keel_json_put_int(
			json, "value",
			keel_state_tuned(&core->state, (keel_tunable)i, core->moment.date));
		keel_json_put_int(json, "usual", bounds->usual);
		keel_json_put_int(json, "least", bounds->least);
		keel_json_put_int(json, "most", bounds->most);
		keel_json_put_text(json, "unit", threshold->unit);
		keel_json_put_text(json, "population", threshold->population);
		keel_json_put_text(json, "source", threshold->source);
		keel_json_put_text(json, "grade", grade);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

/* ---- screening ---------------------------------------------------------------------------- */

static void put_flag(keel_json *json, const keel_screen_state *screen)
{
	char event[33];
	int tier = screen->flag_tier + screen->flag_unsure;
	keel_json_key(json, "flag");
	if (screen->flagged == 0) {
		keel_json_null(json);
		return;
	}
	keel_event_id_write(screen->flag_event, event);
	keel_json_open(json, '{');
	keel_json_put_text(json, "event", event);
	keel_json_put_text(json, "tier",
			   tier < KEEL_TIER_COUNT ? keel_tier_names[tier] : "none");
	keel_json_put_bool(json, "unsure", screen->flag_unsure == 1);
	keel_coach_put_date(json, "date", screen->flag_date);
	keel_json_put_bool(json, "lifted", keel_state_is_lifted(screen, tier));
	keel_json_key(json, "cleared");
	if (screen->clear_kind == KEEL_UNKNOWN)
		keel_json_null(json);
	else
		keel_json_text(json, keel_clearance_names[screen->clear_kind]);
	keel_json_close(json, '}');
}

static void put_screening(keel_json *json, const keel_state *state)
{
	keel_json_key(json, "screening");
	keel_json_open(json, '[');
	for (int i = 0; i < state->screen_count; i++) {
		const keel_screen_state *screen = &state->screen[i];
		keel_json_open(json, '{');
		keel_json_key(json, "question");
		keel_json_text_bytes(json, screen->id, (size_t)screen->id_bytes);
		keel_json_put_text(json, "tier", keel_tier_names[screen->tier]);
		keel_json_put_text(json, "answer", keel_answer_names[screen->answer]);
		keel_coach_put_date(json, "date", screen->date);
		put_flag(json, screen);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

/* ---- movements ---------------------------------------------------------------------------- */

static void put_rises(keel_json *json, const keel_movement_state *record)
{
	keel_json_key(json, "rises");
	keel_json_open(json, '[');
	for (int i = 0; record != NULL && i < record->rise_count; i++) {
		keel_json_open(json, '{');
		keel_coach_put_date(json, "date", record->rises[i].date);
		keel_json_put_int(json, "rise", record->rises[i].rise);
		keel_json_put_bool(json, "further", record->rises[i].further == 1);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_movement(keel_json *json, const keel_core *core, int movement)
{
	static const char *const names[] = {"allowed", "soft", "withheld"};
	const keel_movement *facts = &core->catalogue->movements[movement];
	const keel_movement_verdict *verdict = &core->allowed.movements[movement];
	const keel_movement_state *record =
		keel_state_movement(&core->state, facts->id, (int)strlen(facts->id));
	keel_json_open(json, '{');
	keel_json_put_text(json, "movement", facts->id);
	keel_json_put_text(json, "standing", names[verdict->standing]);
	keel_json_key(json, "why");
	if (verdict->standing == KEEL_STANDING_ALLOWED) {
		keel_json_null(json);
	} else {
		keel_json_open(json, '{');
		keel_coach_put_reason(json, &verdict->why);
		keel_json_close(json, '}');
	}
	keel_coach_put_date(json, "until_date", verdict->until_date);
	keel_json_put_int(json, "rung", verdict->rung);
	keel_json_put_int(json, "rung_count", facts->rung_count);
	keel_json_key(json, "dose");
	keel_coach_put_dose(json, &verdict->dose);
	keel_json_key(json, "dose_why");
	keel_json_open(json, '{');
	keel_coach_put_reason(json, &verdict->dose_why);
	keel_json_close(json, '}');
	keel_json_put_int(json, "times", record == NULL ? 0 : record->done_count);
	keel_json_put_int(json, "clean", record == NULL ? 0 : record->clean_count);
	keel_coach_put_date(json, "last_date", record == NULL ? KEEL_NO_DATE : record->date_last);
	put_rises(json, record);
	keel_json_close(json, '}');
}

keel_err keel_core_clinician_json(keel_core *core, const keel_now *now, char *out, size_t out_bytes,
				  size_t *written_bytes)
{
	keel_json json;
	if (core->on_snapshot)
		return KEEL_ERR_NOT_NOW; /* it tells of single events */
	keel_coach_day(core, now);
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '{');
	keel_coach_put_date(&json, "date", core->moment.date);
	keel_json_key(&json, "edits");
	keel_coach_put_edits(&json, core, true);
	put_numbers(&json, core);
	put_screening(&json, &core->state);
	keel_json_key(&json, "movements");
	keel_json_open(&json, '[');
	for (int i = 0; i < core->catalogue->movement_count; i++)
		put_movement(&json, core, i);
	keel_json_close(&json, ']');
	keel_json_close(&json, '}');
	return keel_json_end(&json, written_bytes);
}

keel_err keel_core_check_edit(keel_core *core, const char *line, size_t line_bytes, keel_spot *spot)
{
	keel_event event;
	keel_spot here = {.message = ""};
	size_t used_bytes = core->arena.used_bytes;
	keel_err err = keel_event_decode(line, line_bytes, &core->arena, &event, &here);
	if (err == KEEL_ERR_OK && event.type == KEEL_EVENT_CLINICIAN_EDIT) {
		const char *field = "";
		const char *fault = fault_of(core, &event, &field);
		if (fault != NULL) {
			size_t field_bytes = strlen(field);
			KEEL_ASSERT(field_bytes < sizeof here.field);
			memcpy(here.field, field, field_bytes + 1);
			here.message = fault;
			err = KEEL_ERR_OUT_OF_RANGE;
		}
	}
	core->arena.used_bytes = used_bytes;
	if (spot != NULL)
		*spot = here;
	return err;
}
