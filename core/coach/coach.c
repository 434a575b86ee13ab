/* One core holds one person's record. What it works out is kept: events that stand behind all the
 * rest are folded on top of the state that is there; anything that touches what is older (another
 * device's late events, a correction, a clock that went back) is folded from the start, which is
 * right by construction and takes a few milliseconds for 10,000 events.
 */
#include "core/coach/coach.h"

#include <string.h>

#include "core/base/date.h"
#include "core/plan/plan.h"
#include "core/safety/safety.h"

/* Decoded catalogue: 160 movements with ladders and phases, and 20,000 texts of three pointers. */
#define CATALOGUE_BYTES ((size_t)1 << 20)
/* Lines, escaped texts and lists: a session item with its inputs has about 600 bytes, an answer
 * 250. */
#define LINE_BYTES_USUAL 512
#define SLACK_BYTES 65536

size_t keel_core_memory_bytes(int event_count_max)
{
	if (event_count_max < 1 || event_count_max > KEEL_LOG_EVENTS_MAX)
		return 0;
	return sizeof(keel_core) + CATALOGUE_BYTES + SLACK_BYTES +
	       keel_log_memory_bytes(event_count_max) + (size_t)event_count_max * LINE_BYTES_USUAL;
}

static keel_core *fail(keel_spot *spot, const char *message)
{
	if (spot != NULL && (spot->message == NULL || spot->message[0] == '\0'))
		spot->message = message;
	return NULL;
}

keel_core *keel_core_create(void *memory, size_t memory_bytes, int event_count_max,
			    const unsigned char *catalogue, size_t catalogue_bytes, keel_spot *spot)
{
	keel_arena arena;
	if (spot != NULL)
		*spot = (keel_spot){.message = ""};
	if (memory == NULL || event_count_max < 1 || event_count_max > KEEL_LOG_EVENTS_MAX)
		return fail(spot, "memory for 1 to 1,000,000 events is wanted");
	keel_arena_init(&arena, memory, memory_bytes);
	keel_core *core = keel_arena_alloc(&arena, 1, sizeof *core);
	if (core == NULL)
		return fail(spot, "the memory given is too small");
	core->arena = arena;
	core->event_count_max = event_count_max;
	keel_err err = keel_catalogue_load(catalogue, catalogue_bytes, &core->arena,
					   &core->catalogue, spot);
	if (err != KEEL_ERR_OK)
		return fail(spot, keel_err_sentence(err));
	core->catalogue_mark = core->arena.used_bytes;
	core->log = keel_log_create(&core->arena, event_count_max);
	if (core->log == NULL)
		return fail(spot, "the memory given is too small");
	return core;
}

void keel_core_clear(keel_core *core)
{
	core->arena.used_bytes = core->catalogue_mark;
	core->log = keel_log_create(&core->arena, core->event_count_max);
	KEEL_ASSERT(core->log != NULL); /* it fitted there before */
	core->folded = false;
	core->folded_count = 0;
	core->on_snapshot = false;
	core->day_known = false;
}

keel_err keel_core_add(keel_core *core, const char *jsonl, size_t jsonl_bytes, int *added_count,
		       keel_spot *spot)
{
	int added = 0;
	keel_err err = keel_log_add_text(core->log, jsonl, jsonl_bytes, &added, spot);
	if (added > 0) {
		core->folded = false;
		core->day_known = false;
	}
	if (core->on_snapshot && !keel_coach_stands_behind(core)) {
		keel_core_clear(core);
		return KEEL_ERR_NOT_NOW;
	}
	if (added_count != NULL)
		*added_count = added;
	return err;
}

const keel_state *keel_coach_state(keel_core *core)
{
	if (core->folded)
		return &core->state;
	keel_log_settle(core->log);
	bool stands =
		core->folded_count > 0 && core->folded_rewrites == keel_log_rewrites(core->log);
	if (!stands && !core->on_snapshot) {
		keel_state_init(&core->state);
		core->folded_count = 0;
	}
	for (; core->folded_count < keel_log_count(core->log); core->folded_count++)
		keel_state_fold(&core->state, keel_log_get(core->log, core->folded_count));
	core->folded_rewrites = keel_log_rewrites(core->log);
	core->folded = true;
	return &core->state;
}

uint64_t keel_core_state_hash(keel_core *core)
{
	return keel_state_hash(keel_coach_state(core));
}

int64_t keel_core_counter_max(keel_core *core)
{
	int64_t counter = keel_log_counter_max(core->log);
	return core->on_snapshot && counter < core->base.counter_max ? core->base.counter_max
								     : counter;
}

int64_t keel_core_seq_max(keel_core *core, uint32_t device)
{
	return keel_log_seq_max(core->log, device);
}

uint64_t keel_coach_person(const keel_core *core)
{
	if (core->on_snapshot)
		return core->base.person;
	return keel_log_count(core->log) == 0 ? 0 : keel_log_get(core->log, 0)->event->person;
}

static bool same_now(const keel_now *a, const keel_now *b)
{
	return a->utc_ms == b->utc_ms && a->offset_min == b->offset_min && a->up_min == b->up_min;
}

void keel_coach_day(keel_core *core, const keel_now *now)
{
	const keel_state *state = keel_coach_state(core);
	if (core->day_known && same_now(&core->day_now, now))
		return;
	core->moment = (keel_moment){.date = keel_date_of(now->utc_ms, now->offset_min),
				     .minute = keel_minute_of(now->utc_ms, now->offset_min),
				     .up_min = now->up_min >= 0 ? now->up_min : KEEL_UNKNOWN};
	memset(&core->allowed, 0, sizeof core->allowed);
	memset(&core->prescription, 0, sizeof core->prescription);
	keel_safety_allowed(core->catalogue, state, &core->moment, &core->allowed);
	uint64_t seed = keel_plan_seed(keel_coach_person(core), core->moment.date);
	keel_plan_make(core->catalogue, state, &core->allowed, seed, &core->prescription);
	keel_safety_check(core->catalogue, state, &core->allowed, &core->prescription);
	core->day_now = *now;
	core->day_known = true;
}

bool keel_text_equals(keel_text text, const char *bytes, size_t byte_count)
{
	return (size_t)text.byte_count == byte_count && memcmp(text.bytes, bytes, byte_count) == 0;
}

static keel_text session_of(const keel_event *event)
{
	switch (event->type) {
	case KEEL_EVENT_SESSION_PRESCRIBED:
		return event->u.session_prescribed.session;
	case KEEL_EVENT_SESSION_ITEM:
		return event->u.session_item.session;
	case KEEL_EVENT_SESSION_STARTED:
		return event->u.session_started.session;
	case KEEL_EVENT_SESSION_ENDED:
		return event->u.session_ended.session;
	default:
		return (keel_text){"", 0};
	}
}

const keel_event *keel_coach_find_session(keel_core *core, keel_event_type type,
					  const char *session, size_t session_bytes)
{
	keel_log_settle(core->log);
	for (int i = keel_log_count(core->log) - 1; i >= 0; i--) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		if (!entry->retracted && entry->event->type == type &&
		    keel_text_equals(session_of(entry->event), session, session_bytes))
			return entry->event;
	}
	return NULL;
}
