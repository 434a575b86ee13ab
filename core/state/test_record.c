#include "core/state/test_record.h"

#include <string.h>

#include "core/base/date.h"

void test_begin(test_record *record, int32_t date)
{
	memset(record, 0, sizeof *record);
	keel_state_init(&record->state);
	record->date = date;
}

keel_event test_event(keel_event_type type)
{
	keel_event event;
	memset(&event, 0, sizeof event);
	event.type = type;
	return event;
}

keel_text test_text(const char *text)
{
	return (keel_text){text, (int32_t)strlen(text)};
}

void test_fold(test_record *record, keel_event event)
{
	record->count++;
	memset(event.id, 0, sizeof event.id);
	event.id[0] = (uint8_t)(record->count >> 8);
	event.id[1] = (uint8_t)record->count;
	memcpy(record->last_id, event.id, sizeof event.id);
	/* Noon, so that the date is the date. */
	event.utc_ms = ((int64_t)record->date * 1440 + 720) * 60000;
	event.counter = record->count;
	event.seq = record->count;
	keel_log_entry entry = {.event = &event, .doubt = record->doubt};
	keel_state_fold(&record->state, &entry);
}

void test_answer(test_record *record, const char *question, int tier, int answer, int round)
{
	keel_event event = test_event(KEEL_EVENT_SCREENING_ANSWER);
	event.u.screening_answer =
		(keel_event_screening_answer){test_text(question), tier, answer, round};
	test_fold(record, event);
}

void test_screen(test_record *record, const keel_catalogue *catalogue)
{
	for (int i = 0; i < catalogue->question_count; i++)
		test_answer(record, catalogue->questions[i].id, catalogue->questions[i].tier,
			    KEEL_ANSWER_NO, 1);
}

void test_clear(test_record *record, const uint8_t id[16], int kind, int32_t assessed_date)
{
	static const char digits[] = "0123456789abcdef";
	char text[33] = {0};
	for (int i = 0; i < 16; i++) {
		text[2 * i] = digits[id[i] >> 4];
		text[2 * i + 1] = digits[id[i] & 15];
	}
	keel_event event = test_event(KEEL_EVENT_CLEARANCE);
	event.u.clearance.lock = test_text(text);
	event.u.clearance.kind = kind;
	event.u.clearance.assessed_date = assessed_date;
	test_fold(record, event);
}

void test_morning(test_record *record, int pain)
{
	keel_event event = test_event(KEEL_EVENT_MORNING_CHECK);
	event.u.morning_check = (keel_event_morning_check){pain, KEEL_ABSENT};
	test_fold(record, event);
}

void test_programme(test_record *record, const char *id)
{
	keel_event event = test_event(KEEL_EVENT_PROGRAMME_CHOSEN);
	event.u.programme_chosen.programme = test_text(id);
	test_fold(record, event);
}

test_item test_same(const char *movement, int rung)
{
	return (test_item){movement, rung,	    KEEL_CHANGE_SAME_OR_LESS, -1, -1, -1, -1,
			   -1,	     KEEL_END_DONE, KEEL_PURPOSE_PLAN};
}

test_item test_rise(const char *movement, int rung, int pain, int settled)
{
	return (test_item){movement, rung,	    KEEL_CHANGE_CLEARLY_MORE, pain, settled, -1, -1,
			   -1,	     KEEL_END_DONE, KEEL_PURPOSE_PLAN};
}

static int32_t given(int value)
{
	return value < 0 ? KEEL_ABSENT : value;
}

void test_prescribe(test_record *record, const keel_catalogue *catalogue,
		    const test_session *session)
{
	keel_event event = test_event(KEEL_EVENT_SESSION_PRESCRIBED);
	keel_event_session_prescribed *prescribed = &event.u.session_prescribed;
	prescribed->session = test_text(session->id);
	prescribed->programme = test_text("personal");
	prescribed->stage = session->stage;
	prescribed->date = record->date;
	prescribed->item_count = session->item_count;
	prescribed->easy_day = session->easy_day;
	test_fold(record, event);
	for (int i = 0; i < session->item_count; i++) {
		const test_item *from = &session->items[i];
		int index = keel_movement_find(catalogue, from->movement, strlen(from->movement));
		KEEL_ASSERT(index != KEEL_NO_MOVEMENT);
		const keel_movement *facts = &catalogue->movements[index];
		int rung = from->rung == 0 ? 1 : from->rung;
		const keel_dose *dose = &facts->rungs[rung - 1];
		event = test_event(KEEL_EVENT_SESSION_ITEM);
		event.u.session_item = (keel_event_session_item){
			.session = test_text(session->id),
			.index = i,
			.movement = test_text(from->movement),
			.aim = facts->aim,
			.stage = facts->stage,
			.purpose = from->purpose,
			.rung = rung,
			.sets = dose->sets,
			.reps = dose->reps,
			.hold_s = dose->hold_s,
			.work_s = dose->work_s,
			.rest_s = dose->rest_s,
			.load_hg = dose->load_hg,
			.lever = dose->lever,
			.none_added = facts->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED,
			.working_s = keel_movement_working_s(facts, dose),
			.directions = (int32_t)facts->directions,
		};
		test_fold(record, event);
	}
}

void test_start(test_record *record, const test_session *session)
{
	keel_event event = test_event(KEEL_EVENT_SESSION_STARTED);
	event.u.session_started = (keel_event_session_started){
		test_text(session->id), given(session->pain), KEEL_ABSENT, KEEL_ABSENT};
	test_fold(record, event);
}

void test_do_item(test_record *record, const test_session *session, int index)
{
	const test_item *item = &session->items[index];
	keel_event event = test_event(KEEL_EVENT_EXERCISE_DONE);
	event.u.exercise_done = (keel_event_exercise_done){
		.session = test_text(session->id),
		.index = index,
		.change = given(item->change),
		.pain = given(item->pain),
		.further = given(item->further),
		.settled = given(item->settled),
		.challenge = given(item->challenge),
		.form = given(item->form),
		.end = item->end,
	};
	test_fold(record, event);
}

void test_end(test_record *record, const test_session *session)
{
	keel_event event = test_event(KEEL_EVENT_SESSION_ENDED);
	event.u.session_ended = (keel_event_session_ended){test_text(session->id),
							   given(session->end_pain), KEEL_END_DONE};
	test_fold(record, event);
}

void test_hold_session(test_record *record, const keel_catalogue *catalogue,
		       const test_session *session)
{
	test_prescribe(record, catalogue, session);
	test_start(record, session);
	for (int i = 0; i < session->item_count; i++)
		test_do_item(record, session, i);
	test_end(record, session);
}
