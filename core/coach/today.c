/* Today: the whole answer of one morning, and the drafts that record it. */
#include <string.h>

#include "core/base/hash.h"
#include "core/coach/coach.h"
#include "core/coach/draft.h"
#include "core/coach/measure.h"
#include "core/state/thresholds.h"

static const char *question_id(const keel_core *core, int question)
{
	return question >= 0 && question < core->catalogue->question_count
		       ? core->catalogue->questions[question].id
		       : "";
}

static bool is_zero_id(const uint8_t id[16])
{
	uint8_t any = 0;
	for (int i = 0; i < 16; i++)
		any |= id[i];
	return any == 0;
}

static void put_lock(keel_json *json, const keel_core *core, const keel_lock *lock)
{
	char event[33];
	keel_json_open(json, '{');
	keel_coach_put_reason(json, &lock->why);
	keel_event_id_write(lock->event, event);
	keel_json_put_text(json, "event", is_zero_id(lock->event) ? "" : event);
	keel_json_put_text(json, "question", question_id(core, lock->question));
	keel_coach_put_date(json, "since_date", lock->since_date);
	keel_json_key(json, "ways_back");
	keel_json_open(json, '[');
	if (lock->way_mistake)
		keel_json_text(json, keel_clearance_names[KEEL_CLEARANCE_MISTAKE]);
	if (lock->way_assessed)
		keel_json_text(json, keel_clearance_names[KEEL_CLEARANCE_ASSESSED]);
	if (lock->way_advice)
		keel_json_text(json, keel_clearance_names[KEEL_CLEARANCE_ADVICE]);
	keel_json_close(json, ']');
	keel_coach_put_date(json, "not_before_date", lock->not_before_date);
	keel_json_close(json, '}');
}

static void put_locks(keel_json *json, const char *key, const keel_core *core,
		      const keel_lock *locks, int count)
{
	keel_json_key(json, key);
	keel_json_open(json, '[');
	for (int i = 0; i < count; i++)
		put_lock(json, core, &locks[i]);
	keel_json_close(json, ']');
}

/* Things to be said once; what limits the plan without locking it is said here too, and stands in
 * full in `limits`. */
static void put_advice(keel_json *json, const keel_allowed *allowed)
{
	keel_json_key(json, "advice");
	keel_json_open(json, '[');
	for (int i = 0; i < allowed->advice_count; i++) {
		keel_json_open(json, '{');
		keel_coach_put_reason(json, &allowed->advice[i]);
		keel_json_close(json, '}');
	}
	for (int i = 0; i < allowed->limit_count; i++) {
		keel_json_open(json, '{');
		keel_coach_put_reason(json, &allowed->limits[i].why);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

/* The session that started last on that date: what the after-effect is asked about. */
static keel_text session_of_date(const keel_core *core, int32_t date)
{
	for (int i = keel_log_count(core->log) - 1; i >= 0; i--) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		if (!entry->retracted && entry->event->type == KEEL_EVENT_SESSION_STARTED &&
		    keel_event_date(entry->event) == date)
			return entry->event->u.session_started.session;
	}
	return (keel_text){"", 0};
}

/* rounds: by question, 0 where it is not asked. */
static void put_ask_questions(keel_json *json, const keel_catalogue *catalogue, const char *kind,
			      const keel_reason *why, const int8_t rounds[])
{
	keel_json_open(json, '{');
	keel_json_put_text(json, "kind", kind);
	keel_coach_put_reason(json, why);
	keel_json_key(json, "questions");
	keel_json_open(json, '[');
	for (int i = 0; i < catalogue->question_count; i++)
		if (rounds[i] != 0)
			keel_json_text(json, catalogue->questions[i].id);
	keel_json_close(json, ']');
	keel_json_key(json, "rounds");
	keel_json_open(json, '[');
	for (int i = 0; i < catalogue->question_count; i++)
		if (rounds[i] != 0)
			keel_json_int(json, rounds[i]);
	keel_json_close(json, ']');
	keel_json_close(json, '}');
}

static void put_ask(keel_json *json, const keel_core *core)
{
	const keel_allowed *allowed = &core->allowed;
	keel_json_key(json, "ask");
	keel_json_open(json, '[');
	if (allowed->ask_screening)
		put_ask_questions(json, core->catalogue, "screening", &allowed->ask_why,
				  allowed->ask_round);
	if (allowed->ask_review) {
		keel_json_open(json, '{');
		keel_json_put_text(json, "kind", "review");
		keel_json_close(json, '}');
	}
	if (allowed->ask_morning) {
		keel_json_open(json, '{');
		keel_json_put_text(json, "kind", "morning");
		keel_coach_put_known(json, "usual", allowed->usual_morning);
		keel_json_close(json, '}');
	}
	if (allowed->ask_after) {
		keel_text session = session_of_date(core, allowed->ask_after_date);
		keel_json_open(json, '{');
		keel_json_put_text(json, "kind", "after-effect");
		keel_json_key(json, "session");
		keel_json_text_bytes(json, session.bytes, (size_t)session.byte_count);
		keel_coach_put_date(json, "date", allowed->ask_after_date);
		keel_json_close(json, '}');
	}
	if (allowed->ask_later) {
		const keel_reason why = {KEEL_RULE_SCREEN_LATER, 0, {0}};
		put_ask_questions(json, core->catalogue, "later", &why, allowed->later_round);
	}
	keel_measure_put_ask(json, core);
	keel_coach_put_ask_direction(json, core);
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
	keel_coach_put_known(json, "confidence", state->confidence);
	keel_json_close(json, '}');
}

static const char *programme_id(const keel_core *core, int programme)
{
	if (programme == KEEL_PROGRAMME_CLINICIAN)
		return KEEL_PROGRAMME_PRESCRIBED;
	return programme < 0 ? KEEL_PROGRAMME_PERSONAL : core->catalogue->programmes[programme].id;
}

/* A record made before levers were kept says nothing of it: the plain movement. */
static int16_t known_lever(int32_t lever)
{
	return lever == KEEL_ABSENT ? 0 : (int16_t)lever;
}

/* One item of a running session: as recorded, and how far it is. */
static void put_open_item(keel_json *json, const keel_core *core,
			  const keel_event_session_item *from, const keel_open_item *open)
{
	char id[KEEL_ID_BYTES + 1] = "";
	memcpy(id, from->movement.bytes, (size_t)from->movement.byte_count);
	keel_dose dose = {(int16_t)from->sets,	   (int16_t)from->reps,	  (int16_t)from->hold_s,
			  (int16_t)from->work_s,   (int16_t)from->rest_s, (int16_t)from->load_hg,
			  known_lever(from->lever)};
	int movement = keel_movement_find(core->catalogue, id, strlen(id));
	keel_json_open(json, '{');
	keel_json_put_int(json, "index", from->index);
	keel_json_put_text(json, "movement", id);
	keel_json_put_text(json, "aim", keel_aim_names[from->aim]);
	keel_json_put_text(json, "stage", keel_stage_names[from->stage]);
	keel_json_put_text(json, "purpose", keel_purpose_names[from->purpose]);
	keel_json_put_int(json, "rung", from->rung);
	keel_json_put_int(json, "rung_count",
			  movement < 0 ? from->rung
				       : core->catalogue->movements[movement].rung_count);
	keel_json_key(json, "dose");
	keel_coach_put_dose(json, &dose);
	keel_json_put_int(json, "working_s", from->working_s);
	keel_json_key(json, "rule");
	keel_json_text_bytes(json, from->rule.bytes, (size_t)from->rule.byte_count);
	keel_json_key(json, "inputs");
	keel_json_open(json, '[');
	for (int i = 0; i < from->inputs.count; i++)
		keel_json_int(json, from->inputs.items[i]);
	keel_json_close(json, ']');
	keel_json_put_bool(json, "done", open->done != 0);
	keel_json_put_bool(json, "swapped", open->swapped_by != KEEL_UNKNOWN);
	keel_json_put_int(json, "sets_done", open->set_last);
	keel_json_close(json, '}');
}

static void put_open_session(keel_json *json, const keel_core *core)
{
	const keel_open_session *open = keel_state_running(&core->state, core->moment.date);
	keel_json_key(json, "open_session");
	if (open == NULL) {
		keel_json_null(json);
		return;
	}
	keel_json_open(json, '{');
	keel_json_key(json, "session");
	keel_json_text_bytes(json, open->id, (size_t)open->id_bytes);
	keel_json_key(json, "pain");
	if (open->first_pain == KEEL_UNKNOWN)
		keel_json_null(json);
	else
		keel_json_int(json, open->first_pain);
	keel_json_key(json, "items");
	keel_json_open(json, '[');
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		if (entry->retracted || entry->event->type != KEEL_EVENT_SESSION_ITEM)
			continue;
		const keel_event_session_item *item = &entry->event->u.session_item;
		if (item->index < KEEL_OPEN_ITEMS_MAX &&
		    keel_text_equals(item->session, open->id, (size_t)open->id_bytes))
			put_open_item(json, core, item, &open->items[item->index]);
	}
	keel_json_close(json, ']');
	keel_json_close(json, '}');
}

static void put_withheld(keel_json *json, const keel_core *core)
{
	const keel_prescription *prescription = &core->prescription;
	keel_json_key(json, "withheld");
	keel_json_open(json, '[');
	for (int i = 0; i < prescription->withheld_count; i++) {
		const keel_withheld *withheld = &prescription->withheld[i];
		keel_json_open(json, '{');
		keel_json_put_text(json, "movement",
				   core->catalogue->movements[withheld->movement].id);
		keel_coach_put_reason(json, &withheld->why);
		keel_json_put_bool(json, "soft", withheld->soft);
		keel_coach_put_date(json, "until_date", withheld->until_date);
		keel_json_key(json, "instead");
		if (withheld->instead == KEEL_NO_MOVEMENT)
			keel_json_null(json);
		else
			keel_json_text(json, core->catalogue->movements[withheld->instead].id);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_rests(keel_json *json, const keel_core *core)
{
	keel_json_key(json, "rests");
	keel_json_open(json, '[');
	for (int i = 0; i < core->allowed.movement_count; i++) {
		const keel_movement_verdict *verdict = &core->allowed.movements[i];
		if (!verdict->rests)
			continue;
		keel_json_open(json, '{');
		keel_json_put_text(json, "movement", core->catalogue->movements[i].id);
		keel_coach_put_reason(json, &verdict->why);
		keel_coach_put_date(json, "until_date", verdict->until_date);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static int sessions_on(const keel_state *state, int32_t date)
{
	int count = 0;
	for (int i = 0; i < state->session_count; i++)
		count += state->sessions[i].date == date && state->sessions[i].ended &&
			 state->sessions[i].test == 0;
	return count;
}

static void put_stage(keel_json *json, const keel_core *core)
{
	const keel_allowed *allowed = &core->allowed;
	keel_json_put_text(json, "programme", programme_id(core, core->allowed.programme));
	keel_json_put_bool(json, "programme_chosen", core->state.programme_bytes > 0);
	keel_json_put_text(json, "stage", keel_stage_names[allowed->stage]);
	keel_json_put_text(json, "stage_rule", keel_rule_id(allowed->stage_why.rule));
	keel_json_key(json, "stage_inputs");
	keel_json_open(json, '[');
	for (int i = 0; i < allowed->stage_why.input_count; i++)
		keel_json_int(json, allowed->stage_why.inputs[i]);
	keel_json_close(json, ']');
	keel_json_put_text(json, "stage_today", keel_stage_names[allowed->stage_today]);
	keel_json_key(json, "stage_today_why");
	keel_json_open(json, '{');
	keel_coach_put_reason(json, &allowed->cap_why);
	keel_json_close(json, '}');
	keel_json_put_bool(json, "easy_day", allowed->easy_day);
	keel_json_put_bool(json, "maintenance", allowed->maintenance);
	keel_json_key(json, "holds");
	if (allowed->holds) {
		keel_json_open(json, '{');
		keel_coach_put_reason(json, &allowed->hold_why);
		keel_json_close(json, '}');
	} else {
		keel_json_null(json);
	}
}

void keel_coach_put_today(keel_json *json, keel_core *core, const keel_now *now)
{
	char text[17];
	keel_coach_day(core, now);
	const keel_allowed *allowed = &core->allowed;
	keel_json_open(json, '{');
	keel_coach_put_date(json, "date", core->moment.date);
	keel_json_put_text(json, "core", KEEL_CORE_VERSION);
	keel_hash_text(core->catalogue->facts_hash, text);
	keel_json_put_text(json, "facts", text);
	keel_hash_text(keel_core_state_hash(core), text);
	keel_json_put_text(json, "state", text);
	keel_json_key(json, "lock");
	if (allowed->locked && allowed->lock_count > 0)
		put_lock(json, core, &allowed->locks[0]);
	else
		keel_json_null(json);
	put_locks(json, "locks", core, allowed->locks, allowed->lock_count);
	put_locks(json, "limits", core, allowed->limits, allowed->limit_count);
	put_advice(json, allowed);
	put_ask(json, core);
	put_goal(json, &core->state);
	put_stage(json, core);
	keel_json_key(json, "pain_now");
	if (allowed->pain_now == KEEL_UNKNOWN)
		keel_json_null(json);
	else
		keel_json_int(json, allowed->pain_now);
	keel_json_put_int(json, "sessions_today", sessions_on(&core->state, core->moment.date));
	put_open_session(json, core);
	keel_json_put_int(json, "minutes", core->prescription.minutes);
	keel_json_key(json, "items");
	keel_json_open(json, '[');
	for (int i = 0; i < core->prescription.item_count; i++)
		keel_coach_put_item(json, core, &core->prescription.items[i], i);
	keel_json_close(json, ']');
	put_withheld(json, core);
	put_rests(json, core);
	keel_coach_put_tests(json, core);
	keel_json_key(json, "clinician");
	keel_coach_put_edits(json, core, false);
	keel_json_put_int(json, "shrunk", core->prescription.shrunk_count);
	keel_json_close(json, '}');
}

keel_err keel_core_today_json(keel_core *core, const keel_now *now, char *out, size_t out_bytes,
			      size_t *written_bytes)
{
	keel_json json;
	keel_coach_day(core, now);
	if (core->on_snapshot &&
	    (core->allowed.ask_after ||
	     keel_state_running(&core->state, core->moment.date) != NULL))
		return KEEL_ERR_NOT_NOW; /* it tells of events that are not here */
	keel_json_init(&json, out, out_bytes);
	keel_coach_put_today(&json, core, now);
	return keel_json_end(&json, written_bytes);
}

/* ---- drafts ---- */

void keel_coach_draft_prescribed(keel_json *json, const keel_core *core, const char *session,
				 const keel_prescription *p)
{
	char facts[17];
	keel_hash_text(core->catalogue->facts_hash, facts);
	keel_event event = keel_draft_of(KEEL_EVENT_SESSION_PRESCRIBED);
	keel_event_session_prescribed *to = &event.u.session_prescribed;
	to->session = keel_draft_text(session);
	to->programme = keel_draft_text(programme_id(core, p->programme));
	to->stage = (int32_t)p->stage;
	to->date = p->date;
	to->minutes = p->minutes;
	to->item_count = p->item_count;
	to->easy_day = p->easy_day;
	to->rule = keel_draft_text(keel_rule_id(p->stage_why.rule));
	to->inputs = (keel_ints){p->stage_why.inputs, p->stage_why.input_count};
	to->facts = keel_draft_text(facts);
	to->core = keel_draft_text(KEEL_CORE_VERSION);
	keel_draft_write(json, &event);
}

void keel_coach_draft_item(keel_json *json, const keel_core *core, const char *session, int index,
			   const keel_item *item)
{
	const keel_movement *movement = &core->catalogue->movements[item->movement];
	keel_event event = keel_draft_of(KEEL_EVENT_SESSION_ITEM);
	keel_event_session_item *to = &event.u.session_item;
	to->session = keel_draft_text(session);
	to->index = index;
	to->movement = keel_draft_text(movement->id);
	to->aim = movement->aim;
	to->stage = movement->stage;
	to->purpose = (int32_t)item->purpose;
	to->rung = item->rung;
	to->sets = item->dose.sets;
	to->reps = item->dose.reps;
	to->hold_s = item->dose.hold_s;
	to->work_s = item->dose.work_s;
	to->rest_s = item->dose.rest_s;
	to->load_hg = item->dose.load_hg;
	to->lever = item->dose.lever;
	to->none_added = movement->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED;
	to->working_s = item->working_s;
	to->directions = (int32_t)movement->directions;
	to->rule = keel_draft_text(keel_rule_id(item->dose_why.rule));
	to->inputs = (keel_ints){item->dose_why.inputs, item->dose_why.input_count};
	keel_draft_write(json, &event);
}

bool keel_coach_is_session_id(const char *session)
{
	return strlen(session) == 32 && strspn(session, "0123456789abcdef") == 32;
}

keel_err keel_core_prescribe_json(keel_core *core, const keel_now *now, const char *session,
				  char *out, size_t out_bytes, size_t *written_bytes)
{
	keel_json json;
	if (!keel_coach_is_session_id(session))
		return KEEL_ERR_OUT_OF_RANGE;
	keel_coach_day(core, now);
	if (core->allowed.locked || core->prescription.item_count == 0)
		return KEEL_ERR_LOCKED;
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '[');
	keel_coach_draft_prescribed(&json, core, session, &core->prescription);
	for (int i = 0; i < core->prescription.item_count; i++)
		keel_coach_draft_item(&json, core, session, i, &core->prescription.items[i]);
	keel_json_close(&json, ']');
	return keel_json_end(&json, written_bytes);
}
