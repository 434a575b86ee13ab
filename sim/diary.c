#include "sim/diary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/arena.h"
#include "core/base/hash.h"
#include "core/coach/draft.h"
#include "sim/rng.h"

enum { OFFSET_MIN = 60, EVENT_APART_MS = 20000, LINES_MAX = 200000 };

void sim_diary_begin(sim_diary *diary, keel_state *state, sim_ledger *ledger, uint64_t person)
{
	char *lines = diary->lines;
	size_t room_bytes = diary->room_bytes;
	bool keeps_lines = diary->keeps_lines;
	memset(diary, 0, sizeof *diary);
	diary->lines = lines;
	diary->room_bytes = room_bytes;
	diary->keeps_lines = keeps_lines;
	diary->folds = true;
	diary->state = state;
	diary->ledger = ledger;
	diary->person = person;
	diary->device = 1;
	diary->offset_min = OFFSET_MIN;
	keel_state_init(state);
}

void sim_diary_end(sim_diary *diary)
{
	free(diary->lines);
	memset(diary, 0, sizeof *diary);
}

void sim_diary_at(sim_diary *diary, int32_t date, int32_t minute)
{
	int64_t utc_ms = ((int64_t)date * 1440 + minute - OFFSET_MIN) * 60000;
	if (diary->skew_ms == 0 && diary->device == 1 && utc_ms < diary->utc_ms)
		return; /* what came before took longer: a sound clock never goes back */
	diary->utc_ms = utc_ms + diary->skew_ms;
}

keel_event sim_event(keel_event_type type)
{
	return keel_draft_of(type);
}

keel_text sim_text(const char *text)
{
	return keel_draft_text(text);
}

static bool is_safety(keel_event_type type)
{
	return type == KEEL_EVENT_SCREENING_ANSWER || type == KEEL_EVENT_UNWELL ||
	       type == KEEL_EVENT_SYMPTOM || type == KEEL_EVENT_CLEARANCE;
}

static void make_id(sim_diary *diary, uint8_t id[16])
{
	uint64_t a = keel_hash_end(keel_hash_i64(
		keel_hash_i64(keel_hash_start(), (int64_t)diary->person), diary->event_count));
	for (int i = 0; i < 8; i++) {
		id[i] = (uint8_t)(a >> (8 * i));
		id[8 + i] = (uint8_t)((uint64_t)diary->event_count >> (8 * (7 - i)));
	}
}

static void make_room(sim_diary *diary)
{
	if (diary->room_bytes - diary->used_bytes < KEEL_EVENT_LINE_BYTES_MAX) {
		diary->room_bytes = diary->room_bytes * 2 + 65536;
		diary->lines = realloc(diary->lines, diary->room_bytes);
		if (diary->lines == NULL)
			abort(); /* a simulation without memory has no result */
	}
}

static void keep_line(sim_diary *diary, const keel_event *event)
{
	size_t written_bytes = 0;
	make_room(diary);
	keel_err err = keel_event_encode(event, diary->lines + diary->used_bytes,
					 KEEL_EVENT_LINE_BYTES_MAX - 1, &written_bytes);
	if (err != KEEL_ERR_OK) {
		/* The simulation, or the plan it records, made an event that is none: our own bug.
		 */
		fprintf(stderr, "sim: %s of person %016llx: %s\n",
			keel_event_type_name(event->type), (unsigned long long)diary->person,
			keel_err_sentence(err));
		abort();
	}
	diary->used_bytes += written_bytes;
	diary->lines[diary->used_bytes++] = '\n';
}

void sim_diary_write(sim_diary *diary, keel_event *event)
{
	diary->counter++;
	diary->event_count++;
	make_id(diary, event->id);
	memcpy(diary->last_id, event->id, sizeof diary->last_id);
	event->person = diary->person;
	event->device = diary->device;
	event->seq = ++diary->seq[diary->device & 3];
	event->counter = diary->counter > diary->lag ? diary->counter - diary->lag : 1;
	event->utc_ms = diary->utc_ms;
	event->offset_min = diary->offset_min;
	event->version = KEEL_EVENT_VERSION;
	event->safety = is_safety(event->type);
	diary->utc_ms += EVENT_APART_MS;
	if (diary->keeps_lines)
		keep_line(diary, event);
	if (diary->folds) {
		keel_log_entry entry = {.event = event};
		keel_state_fold(diary->state, &entry);
	}
	sim_ledger_take(diary->ledger, event);
}

void sim_diary_write_unknown(sim_diary *diary, bool safety)
{
	uint8_t id[16];
	char text[33];
	make_room(diary);
	diary->counter++;
	diary->event_count++;
	make_id(diary, id);
	keel_event_id_write(id, text);
	int written =
		snprintf(diary->lines + diary->used_bytes, KEEL_EVENT_LINE_BYTES_MAX,
			 "{\"id\":\"%s\",\"person\":\"%016llx\",\"device\":\"%08x\",\"seq\":%lld,"
			 "\"counter\":%lld,"
			 "\"utc_ms\":%lld,\"offset_min\":%d,\"v\":1,\"safety\":%d,\"type\":\"of-"
			 "tomorrow\"}\n",
			 text, (unsigned long long)diary->person, (unsigned)diary->device,
			 (long long)++diary->seq[diary->device & 3], (long long)diary->counter,
			 (long long)diary->utc_ms, diary->offset_min, safety);
	diary->used_bytes += (size_t)written;
	diary->utc_ms += EVENT_APART_MS;
}

/* ---- the record as a log ------------------------------------------------------------------------
 */

static void shuffle(uint32_t *order, int count, uint64_t seed)
{
	sim_rng rng = {seed};
	for (int i = count - 1; seed != 0 && i > 0; i--) {
		int other = sim_below(&rng, i + 1);
		uint32_t kept = order[i];
		order[i] = order[other];
		order[other] = kept;
	}
}

static bool add_all(const sim_diary *diary, const uint32_t *starts, int count, uint64_t seed,
		    keel_log *log)
{
	uint32_t *order = malloc((size_t)count * sizeof *order);
	bool fine = order != NULL;
	for (int i = 0; fine && i < count; i++)
		order[i] = (uint32_t)i;
	if (fine)
		shuffle(order, count, seed);
	for (int i = 0; fine && i < count; i++) {
		uint32_t from = starts[order[i]];
		uint32_t to = starts[order[i] + 1] - 1;
		bool added;
		fine = keel_log_add_line(log, diary->lines + from, to - from, &added, NULL) ==
		       KEEL_ERR_OK;
	}
	free(order);
	return fine;
}

uint64_t sim_diary_refold(const sim_diary *diary, uint64_t seed, keel_state *state)
{
	int count = diary->event_count;
	if (!diary->keeps_lines || count == 0 || count > LINES_MAX)
		return 0;
	size_t block_bytes =
		keel_log_memory_bytes(count) + (size_t)count * 400 + diary->used_bytes + 65536;
	void *block = malloc(block_bytes);
	uint32_t *starts = malloc(((size_t)count + 1) * sizeof *starts);
	uint64_t hash = 0;
	keel_arena arena;
	if (block != NULL && starts != NULL) {
		int line = 0;
		starts[0] = 0;
		for (uint32_t i = 0; i < diary->used_bytes && line < count; i++)
			if (diary->lines[i] == '\n')
				starts[++line] = i + 1;
		keel_arena_init(&arena, block, block_bytes);
		keel_log *log = keel_log_create(&arena, count);
		if (log != NULL && add_all(diary, starts, count, seed, log)) {
			keel_log_settle(log);
			keel_state_fold_log(state, log);
			hash = keel_state_hash(state);
		}
	}
	free(block);
	free(starts);
	return hash;
}
