/* Snapshot: a folded state as bytes. See snapshot.c. Times in ms since 1970, UTC. */
#ifndef KEEL_CORE_STATE_SNAPSHOT_H
#define KEEL_CORE_STATE_SNAPSHOT_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/state/state.h"

/* Of what the state was folded. */
typedef struct keel_snapshot_of {
	uint64_t core; /* hash of the core's version: another core folds otherwise */
	uint64_t person;
	int64_t counter_max;
	int64_t latest_ms;
} keel_snapshot_of;

size_t keel_snapshot_bytes_max(void);

/* TOO_LARGE when capacity_bytes is too small. */
KEEL_MUST_USE keel_err keel_snapshot_save(const keel_state *state, const keel_snapshot_of *of,
					  unsigned char *bytes, size_t capacity_bytes,
					  size_t *written_bytes);

/* VERSION: of another form or core; CORRUPT: damaged or made up. The state is then empty. */
KEEL_MUST_USE keel_err keel_snapshot_load(const unsigned char *bytes, size_t byte_count,
					  uint64_t core, keel_snapshot_of *of, keel_state *state);

#endif
