/* A core on a snapshot: saved, loaded, and when what comes may stand on it. */
#include "core/base/hash.h"
#include "core/coach/coach.h"

#include <string.h>

static uint64_t core_hash(void)
{
	const char *version = KEEL_CORE_VERSION;
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), version, strlen(version)));
}

/* Every added event has a later counter, a clock that does not go back, and names nothing older;
 * and what was folded of them already stays where it is. */
bool keel_coach_stands_behind(const keel_core *core)
{
	int64_t latest_ms = core->base.latest_ms;
	keel_log_settle(core->log);
	if (core->folded_count > 0 && core->folded_rewrites != keel_log_rewrites(core->log))
		return false;
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		const keel_event *event = entry->event;
		if (event->person != core->base.person ||
		    event->counter <= core->base.counter_max || event->utc_ms < latest_ms ||
		    event->corrects || entry->doubt || entry->forked ||
		    event->type == KEEL_EVENT_RETRACTION || event->type == KEEL_EVENT_UNKNOWN)
			return false;
		latest_ms = event->utc_ms;
	}
	return true;
}

size_t keel_core_snapshot_bytes_max(void)
{
	return keel_snapshot_bytes_max();
}

keel_err keel_core_snapshot_save(keel_core *core, unsigned char *bytes, size_t byte_capacity,
				 size_t *written_bytes)
{
	const keel_state *state = keel_coach_state(core);
	keel_snapshot_of of = {core_hash(), keel_coach_person(core), keel_core_counter_max(core),
			       core->on_snapshot ? core->base.latest_ms : INT64_MIN};
	*written_bytes = 0;
	for (int i = 0; i < keel_log_count(core->log); i++) {
		const keel_event *event = keel_log_get(core->log, i)->event;
		if (event->utc_ms > of.latest_ms)
			of.latest_ms = event->utc_ms;
	}
	if (state->order == 0 || !keel_log_is_steady(core->log) || state->doubt_count > 0 ||
	    keel_log_incomplete(core->log) || state->unknown_count > 0)
		return KEEL_ERR_NOT_NOW;
	return keel_snapshot_save(state, &of, bytes, byte_capacity, written_bytes);
}

keel_err keel_core_snapshot_load(keel_core *core, const unsigned char *bytes, size_t byte_count)
{
	if (keel_log_count(core->log) > 0)
		return KEEL_ERR_NOT_NOW;
	keel_core_clear(core);
	keel_err err =
		keel_snapshot_load(bytes, byte_count, core_hash(), &core->base, &core->state);
	if (err != KEEL_ERR_OK)
		return err;
	core->on_snapshot = true;
	core->folded = true;
	return KEEL_ERR_OK;
}
