/* The coach joins the rooms: catalogue and log in, state, safety's verdict and the plan of a day
 * out.
 *
 * Purpose: keep what was worked out while nothing is new, and nothing else. Plan proposes, safety
 * disposes: the plan of a day has been through safety twice. Units as in state and verdict. The
 * coach has no rule of its own.
 *
 * today.c, why.c, progress.c, replay.c and texts.c print; they ask here.
 */
#ifndef KEEL_CORE_COACH_COACH_H
#define KEEL_CORE_COACH_COACH_H

#include "core/base/arena.h"
#include "core/base/json.h"
#include "core/catalogue/catalogue.h"
#include "core/event/event.h"
#include "core/plan/pattern.h"
#include "core/state/snapshot.h"
#include "core/state/state.h"
#include "core/state/verdict.h"
#include "keel/keel.h"

struct keel_core {
	keel_arena arena;
	size_t catalogue_mark; /* arena use without the log */
	int event_count_max;
	const keel_catalogue *catalogue;
	keel_log *log;
	bool folded;	/* state is that of the log */
	int folded_count; /* entries in the state, of the log as it was after so many rewrites */
	int64_t folded_rewrites;
	bool on_snapshot; /* the state began with one; the log holds only what came after */
	keel_snapshot_of base;
	bool day_known; /* allowed and prescription are those of day_now and the state */
	keel_now day_now;
	keel_moment moment;
	keel_state state;
	keel_allowed allowed;
	keel_prescription prescription;
};

/* State of the whole log. */
const keel_state *keel_coach_state(keel_core *core);

/* Fills core->moment, allowed and prescription for that moment. */
void keel_coach_day(keel_core *core, const keel_now *now);

/* What was added to a core on a snapshot stands behind what that was made of. */
bool keel_coach_stands_behind(const keel_core *core);

uint64_t keel_coach_person(const keel_core *core); /* 0 while the record is empty */

/* The latest standing event of a type whose first text field says session, or NULL (backwards
 * through the log). */
const keel_event *keel_coach_find_session(keel_core *core, keel_event_type type,
					  const char *session, size_t session_bytes);

bool keel_text_equals(keel_text text, const char *bytes, size_t byte_count);

/* ---- shared by those who print ---- */
void keel_coach_put_reason(keel_json *json, const keel_reason *why); /* "rule":…,"inputs":[…] */
/* What an event left out (an empty text, KEEL_ABSENT) is null. */
void keel_coach_put_text_or_null(keel_json *json, const char *key, keel_text text);
void keel_coach_put_int_or_null(keel_json *json, const char *key, int32_t value);
void keel_coach_put_name_or_null(keel_json *json, const char *key, const char *const *names,
				 int32_t value);
void keel_coach_put_known(keel_json *json, const char *key,
			  int32_t value); /* null for KEEL_UNKNOWN */
void keel_coach_put_dose(keel_json *json, const keel_dose *dose);    /* {…} */
void keel_coach_put_date(keel_json *json, const char *key,
			 int32_t date); /* "key":20523,"key_text":"2026-03-11" */
/* "mornings":{…}: what a movement seems to do to the next morning; all 0 for NULL. */
void keel_coach_put_pattern(keel_json *json, const keel_pattern *pattern);
void keel_coach_put_item(keel_json *json, const keel_core *core, const keel_item *item, int index);
void keel_coach_put_today(keel_json *json, keel_core *core,
			  const keel_now *now); /* the whole object */
/* [ … ]: a clinician's edits, those that stand or all. */
void keel_coach_put_edits(keel_json *json, const keel_core *core, bool all);
void keel_coach_date_text(int32_t date, char text[11]);

/* ---- drafts of what is prescribed ---- */
bool keel_coach_is_session_id(const char *session); /* 32 hexadecimal digits */
void keel_coach_draft_prescribed(keel_json *json, const keel_core *core, const char *session,
				 const keel_prescription *prescription);
void keel_coach_draft_item(keel_json *json, const keel_core *core, const char *session, int index,
			   const keel_item *item);

/* ---- selftest.c ---- */
void keel_coach_put_tests(keel_json *json, const keel_core *core); /* "test":…,"tests":[…] */
void keel_coach_put_ask_direction(keel_json *json, const keel_core *core); /* {…} or nothing */
void keel_coach_put_test_series(keel_json *json, const keel_core *core);   /* "tests":[…] */

#endif
