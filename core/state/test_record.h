/* A person's record for tests: events made by hand and folded at once, without JSON or log. The
 * golden stories go the long way; here a test says what happened in one line. */
#ifndef KEEL_CORE_STATE_TEST_RECORD_H
#define KEEL_CORE_STATE_TEST_RECORD_H

#include "core/event/event.h"
#include "core/state/state.h"

#define TEST_MONDAY 20514 /* 2026-03-02 */

typedef struct test_record {
	keel_state state;
	int32_t date;
	bool doubt;
	uint32_t count; /* events made; the last one's id is built from it */
	uint8_t last_id[16];
} test_record;

void test_begin(test_record *record, int32_t date);
keel_event test_event(keel_event_type type);
keel_text test_text(const char *text);
void test_fold(test_record *record, keel_event event);

void test_answer(test_record *record, const char *question, int tier, int answer, int round);
/* Every question of the catalogue no. */
void test_screen(test_record *record, const keel_catalogue *catalogue);
/* Clears the lock that the event with that id made. */
void test_clear(test_record *record, const uint8_t id[16], int kind, int32_t assessed_date);
void test_morning(test_record *record, int pain);
void test_programme(test_record *record, const char *id);

/* One item of a session and what came of it. */
typedef struct test_item {
	const char *movement;
	int rung;      /* of the fixture's ladder; 0: 1 */
	int change;    /* keel_change, or -1 not answered */
	int pain;      /* -1 not given */
	int settled;   /* -1 not given */
	int further;   /* -1 not given */
	int challenge; /* -1 not given */
	int form;      /* keel_form, -1 not given */
	int end;       /* keel_end */
	int purpose;   /* keel_purpose */
} test_item;

/* Same or less, done. */
test_item test_same(const char *movement, int rung);
test_item test_rise(const char *movement, int rung, int pain, int settled);

typedef struct test_session {
	const char *id;
	int stage; /* keel_stage recorded */
	int easy_day;
	int pain;     /* at the start, -1 not answered */
	int end_pain; /* -1 not answered */
	int item_count;
	test_item items[8];
} test_session;

/* Prescribed, started, done and ended on record->date. */
void test_hold_session(test_record *record, const keel_catalogue *catalogue,
		       const test_session *session);
void test_prescribe(test_record *record, const keel_catalogue *catalogue,
		    const test_session *session);
void test_start(test_record *record, const test_session *session);
void test_do_item(test_record *record, const test_session *session, int index);
void test_end(test_record *record, const test_session *session);

#endif
