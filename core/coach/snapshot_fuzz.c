/* Fuzz: snapshots. The first byte chooses: bytes as they come (with the right head and hash, so
 * that the runs behind them are reached), or words written over a sound state. Whatever is loaded
 * is judged and planned from: the rules never leave their arrays.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/hash.h"
#include "core/coach/test_catalogue.h"
#include "core/plan/plan.h"
#include "core/safety/safety.h"
#include "core/state/snapshot.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count);

enum { CORE = 7, DATE = 20520, HEAD_BYTES = 64, BYTES_MAX = 1 << 18 };

static unsigned char blob[BYTES_MAX];
static keel_state state;

static void plan_from(const keel_state *from)
{
	static keel_allowed allowed;
	static keel_prescription plan;
	for (int day = 0; day < 3; day++) {
		keel_moment now = {.date = DATE + 9 * day, .minute = 480, .up_min = 45 * day};
		keel_safety_allowed(test_catalogue(), from, &now, &allowed);
		keel_plan_make(test_catalogue(), from, &allowed, 5, &plan);
		keel_safety_check(test_catalogue(), from, &allowed, &plan);
		if (!allowed.locked && plan.item_count == 0)
			abort();
	}
}

static void load(size_t byte_count)
{
	keel_snapshot_of of;
	uint64_t hash = keel_hash_end(keel_hash_bytes(keel_hash_start(), blob, byte_count));
	for (int i = 0; i < 8; i++)
		blob[byte_count + (size_t)i] = (unsigned char)(hash >> (8 * i));
	if (keel_snapshot_load(blob, byte_count + 8, CORE, &of, &state) == KEEL_ERR_OK)
		plan_from(&state);
}

/* A state with two movements in it, as bytes in the blob; how many. */
static size_t begin(void)
{
	size_t written_bytes;
	keel_snapshot_of of = {CORE, 1, 5, 0};
	keel_state_init(&state);
	state.movement_count = 2;
	for (int i = 0; i < 2; i++) {
		keel_movement_state *movement = &state.movements[i];
		const char *id = test_catalogue()->movements[TEST_CAT_COW + i].id;
		memcpy(movement->id, id, strlen(id));
		movement->id_bytes = (int32_t)strlen(id);
		movement->exposure_count = 1;
		movement->exposures[0] = (keel_exposure){
			.date = DATE - 2,
			.dose = test_catalogue()->movements[TEST_CAT_COW + i].rungs[0],
			.rung = 1,
			.answered = 1,
			.complete = 1,
		};
	}
	if (keel_snapshot_save(&state, &of, blob, sizeof blob, &written_bytes) != KEEL_ERR_OK)
		abort();
	return written_bytes - 8;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
	keel_snapshot_of of = {CORE, 1, 5, 0};
	size_t written_bytes = begin();
	if (byte_count < 2)
		return 0;
	if ((bytes[0] & 1) == 0) {
		size_t more = byte_count - 1 < BYTES_MAX - HEAD_BYTES - 8 ? byte_count - 1 : 0;
		memcpy(blob + HEAD_BYTES, bytes + 1, more);
		load(HEAD_BYTES + more);
		return 0;
	}
	for (size_t at = 1; at + 7 <= byte_count; at += 7) {
		uint32_t place = (uint32_t)bytes[at] | (uint32_t)bytes[at + 1] << 8 |
				 (uint32_t)bytes[at + 2] << 16;
		unsigned char *words = (unsigned char *)&state;
		memcpy(words + 4 * (place % (sizeof state / 4)), bytes + at + 3, 4);
	}
	if (state.movement_count < 0 || state.movement_count > KEEL_MOVEMENTS_MAX)
		return 0; /* nobody saves that */
	if (keel_snapshot_save(&state, &of, blob, sizeof blob, &written_bytes) == KEEL_ERR_OK)
		load(written_bytes - 8);
	return 0;
}
