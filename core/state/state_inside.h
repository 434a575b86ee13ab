/* Inside of the state room: what state.c and state_session.c share. Not for other rooms. */
#ifndef KEEL_CORE_STATE_STATE_INSIDE_H
#define KEEL_CORE_STATE_STATE_INSIDE_H

#include "core/state/state.h"

/* One entry on its way in: its date after doubt is dealt with, and its fold number. */
typedef struct keel_fold {
	keel_state *state;
	const keel_event *event;
	int32_t date;
	uint32_t order;
	bool doubt;
} keel_fold;

/* Index of the record with that id, made when it is new; -1 when there is no room. */
int keel_state_intern(keel_state *state, const char *id, int id_bytes);

uint64_t keel_state_id_hash(const char *id, int id_bytes);

/* A pain answer at rest. */
void keel_state_pain_at_rest(const keel_fold *fold, int32_t pain);

/* Leg pain spread further down in these directions (bit set). */
void keel_state_spread(const keel_fold *fold, uint32_t directions);

/* Makes the table of places of the movement records anew; false when two have the same name. */
bool keel_state_place_movements(keel_state *state);

/* ---- state_exposure.c ---- */

keel_session_state *keel_state_session_of(keel_state *state, uint32_t order);
keel_session_state *keel_state_add_session(keel_state *state, const keel_session_state *session);
void keel_state_add_first_answer(keel_state *state, int32_t date, uint32_t order, int32_t pain);
/* The week of a date, made when it is new; NULL when it is older than all that are kept. */
keel_week *keel_state_week_of(keel_state *state, int32_t date);
void keel_state_add_work(keel_state *state, int32_t date, int movement, int32_t working_s);
bool keel_state_is_exposure(const keel_open_item *item);
bool keel_state_is_complete(const keel_open_item *item);
/* Writes an item through to its movement's record; again when it is answered again. */
void keel_state_upsert(const keel_fold *fold, keel_open_session *open, int index);
/* The tallies of its session. */
void keel_state_refresh_session(const keel_fold *fold, const keel_open_session *open);

/* ---- state_edit.c ---- */

/* A clinician's edit. */
void keel_state_fold_edit(const keel_fold *fold);

/* ---- state_selftest.c ---- */

void keel_state_init_tests(keel_state *state);
/* Self-tests: done, put off. */
void keel_state_fold_test(const keel_fold *fold);
/* The movement of a self-test was moved through. */
void keel_state_tested(keel_state *state, int32_t date, int movement, int32_t working_s);
/* A session that holds a self-test and nothing else. */
bool keel_state_is_test(const keel_open_session *open);

/* ---- state_session.c ---- */

/* Events that belong to a session. */
void keel_state_fold_session(const keel_fold *fold);

#endif
