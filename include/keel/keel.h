/* keel.h: the one public header of the core.
 *
 * The core is pure: no clock, no files, no threads, no globals. The host gives bytes and time and
 * gets decisions, pictures and drafts of events; the host makes the envelope of an event (id,
 * device, seq, counter, time) and keeps it.
 *
 *   keel_core *core = keel_core_create(memory, memory_bytes, catalogue_bytes, n, &spot);
 *   keel_core_add(core, jsonl, n, &added, &spot);                 the record so far, in any order
 *   keel_core_today(core, &now, out, out_bytes, &n);               today's session and every
 * reason, as JSON keel_core_prescribe(core, &now, ...);                          drafts of the
 * events that record it keel_player_*                                                  lead one
 * session, breath by breath
 *
 * What it prints (JSON) is the same bytes on every machine. Decisions are integers; only pictures
 * are floats.
 */
#ifndef KEEL_H
#define KEEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define KEEL_CORE_VERSION "0.1.0"

typedef struct keel_core keel_core;

/* The moment of a question, by the host's clock. */
typedef struct keel_now {
	int64_t utc_ms;
	int32_t offset_min; /* local time minus UTC */
	int32_t up_min;	    /* minutes since getting up; -1 not known (then wake_min of the schedule
			       serves) */
} keel_now;

/* ---- lifecycle ---- */
/* Bytes wanted for a log of so many events. */
size_t keel_core_memory_bytes(int event_count_max);
/* Everything lives in `memory`; NULL with *spot filled when the catalogue is bad or memory too
 * small. */
keel_core *keel_core_create(void *memory, size_t memory_bytes, int event_count_max,
			    const unsigned char *catalogue, size_t catalogue_bytes,
			    keel_spot *spot);
/* Forgets the events, keeps the catalogue. */
void keel_core_clear(keel_core *core);

/* ---- the record ---- */
KEEL_MUST_USE keel_err keel_core_add(keel_core *core, const char *jsonl, size_t jsonl_bytes,
				     int *added_count, keel_spot *spot);
/* 64-bit hash of the folded state: equal for equal sets of events. */
uint64_t keel_core_state_hash(keel_core *core);
int64_t keel_core_counter_max(keel_core *core);
int64_t keel_core_seq_max(keel_core *core, uint32_t device);

/* ---- a folded state, to begin with next time (core/state/snapshot.h) ----
 * A cache: the record stays the truth. It serves as long as what is added stands behind all that
 * was folded: a later counter, no clock that goes back, nothing corrected or taken back. */
size_t keel_core_snapshot_bytes_max(void);
/* NOT_NOW: the record holds doubtful clocks or events of a newer program, so what comes may change
 * what was. TOO_LARGE. */
KEEL_MUST_USE keel_err keel_core_snapshot_save(keel_core *core, unsigned char *bytes,
					       size_t byte_capacity, size_t *written_bytes);
/* Into a core without events. VERSION, CORRUPT: read the record instead. Then only later events
 * are added; one that does not stand behind empties the core and is NOT_NOW: read the whole record.
 * State, plan and why are those of the whole record; what tells of single events (the running
 * session, replay, progress) is NOT_NOW until it is read. */
KEEL_MUST_USE keel_err keel_core_snapshot_load(keel_core *core, const unsigned char *bytes,
					       size_t byte_count);

/* ---- judgement, as JSON (schemas in docs/schema) ---- */
KEEL_MUST_USE keel_err keel_core_today_json(keel_core *core, const keel_now *now, char *out,
					    size_t out_bytes, size_t *written_bytes);
/* One JSON array of event drafts (type and fields, no envelope): session-prescribed and its
 * session-items. KEEL_ERR_LOCKED when nothing may be prescribed. session is the id the host made
 * (32 hexadecimal digits). */
KEEL_MUST_USE keel_err keel_core_prescribe_json(keel_core *core, const keel_now *now,
						const char *session, char *out, size_t out_bytes,
						size_t *written_bytes);
/* The same for today's self-test (CLINICAL 4): a session of its own, of purpose "test". NOT_NOW when
 * none is offered; what it finds the host records as direction-test or baseline. */
KEEL_MUST_USE keel_err keel_core_prescribe_test_json(keel_core *core, const keel_now *now,
						     const char *session, char *out,
						     size_t out_bytes, size_t *written_bytes);
/* Why a movement is in or out at that moment. */
KEEL_MUST_USE keel_err keel_core_why_json(keel_core *core, const keel_now *now,
					  const char *movement, char *out, size_t out_bytes,
					  size_t *written_bytes);
/* The record seen by a person: goal, confidence, pain series, movements, days. */
KEEL_MUST_USE keel_err keel_core_progress_json(keel_core *core, const keel_now *now, char *out,
					       size_t out_bytes, size_t *written_bytes);
/* State, recorded prescriptions, today's plan: what `keel replay` prints. */
KEEL_MUST_USE keel_err keel_core_replay_json(keel_core *core, const keel_now *now, char *out,
					     size_t out_bytes, size_t *written_bytes);
/* What a clinician is shown beside these: every edit and what became of it, the numbers that may be
 * set, the screening, and how each movement stands. */
KEEL_MUST_USE keel_err keel_core_clinician_json(keel_core *core, const keel_now *now, char *out,
						size_t out_bytes, size_t *written_bytes);
/* Whether an event would be taken as a clinician's edit: OUT_OF_RANGE with field and message when
 * it is out of bounds. Such an edit may stand in a record; it then changes nothing. Other events
 * are only decoded. Nothing is added. */
KEEL_MUST_USE keel_err keel_core_check_edit(keel_core *core, const char *line, size_t line_bytes,
					    keel_spot *spot);

/* Every sentence of a language, as one JSON object from key to sentence; missing ones come in
 * English. */
KEEL_MUST_USE keel_err keel_core_texts_json(keel_core *core, const char *language, char *out,
					    size_t out_bytes, size_t *written_bytes);
/* Movements with their facts, programmes and screening questions. */
KEEL_MUST_USE keel_err keel_core_catalogue_json(keel_core *core, char *out, size_t out_bytes,
						size_t *written_bytes);

/* ---- player: one session, breath by breath ----
 * A pure state machine: the same commands and the same milliseconds give the same session, however
 * the milliseconds are cut into ticks. Nothing in it points to the outside but the core it was
 * started with, which must outlive it. */
typedef struct keel_player keel_player;

#define KEEL_PLAYER_SAVE_BYTES_MAX                                                                 \
	4096 /* usually under 600: a saved session with many drafts not yet fetched */

size_t keel_player_memory_bytes(void);
/* NULL when memory is too small. The player is empty: start or load it. */
keel_player *keel_player_create(void *memory, size_t memory_bytes);

/* From the recorded prescription of that session (32 hexadecimal digits); goes on after the sets
 * that are recorded. NOT_FOUND: no such prescription. LOCKED: the plan is locked now. NOT_NOW: the
 * session has ended, or it was prescribed for another day or before an answer that withholds one of
 * its movements: prescribe anew. */
KEEL_MUST_USE keel_err keel_player_start(keel_player *player, keel_core *core, const keel_now *now,
					 const char *session);
/* Lets time pass. Waits at questions by itself; negative steps count as none. */
void keel_player_tick(keel_player *player, int32_t elapsed_ms);
/* One flat JSON object (docs/API.md). NOT_NOW when it does not fit the present step: nothing has
 * changed then. */
KEEL_MUST_USE keel_err keel_player_command(keel_player *player, const char *json, size_t json_bytes,
					   keel_spot *spot);
/* What to show. Forgets the sounds that it tells. */
KEEL_MUST_USE keel_err keel_player_view_json(keel_player *player, char *out, size_t out_bytes,
					     size_t *written_bytes);
/* Drafts of events since the last call, oldest first; forgets them once they are written. */
KEEL_MUST_USE keel_err keel_player_drafts_json(keel_player *player, char *out, size_t out_bytes,
					       size_t *written_bytes);
bool keel_player_ended(const keel_player *player);
/* A few hundred bytes; the blob is bound to the catalogue facts and checked when it comes back. */
KEEL_MUST_USE keel_err keel_player_save(const keel_player *player, unsigned char *bytes,
					size_t byte_capacity, size_t *written_bytes);
/* VERSION: another core or catalogue (start from the record instead). CORRUPT: damaged; the player
 * is then empty. */
KEEL_MUST_USE keel_err keel_player_load(keel_player *player, keel_core *core,
					const unsigned char *bytes, size_t byte_count);

#endif
