/* Snapshot: a folded state as bytes, to begin with next time instead of the whole record.
 *
 * It is a cache and never the truth: any record can be folded anew. So it may be refused for any
 * reason, and is, unless everything fits: the form, the version and size of the state, the core
 * that made it, its own hash, and every count and index within its bounds. Bytes that were made up
 * cannot lead the rules out of an array.
 *
 * Form, little-endian: the head (below), the state's words with runs of zero words told by their
 * length, and a hash of all that. Movement records that were never made are left out, and so is the
 * table of their places, which is made again.
 */
#include "core/state/snapshot.h"

#include <stddef.h>
#include <string.h>

#include "core/base/hash.h"
#include "core/state/state_inside.h"

#define FORM 1u

static const char magic[8] = "keelsnap";

/* A writer or a reader of words; `bytes` NULL: only counts. */
typedef struct tape {
	unsigned char *bytes;
	size_t capacity_bytes;
	size_t at;
	bool short_of;
} tape;

static void put_bytes(tape *to, const void *from, size_t byte_count)
{
	if (byte_count > to->capacity_bytes - to->at) {
		to->short_of = true;
		return;
	}
	memcpy(to->bytes + to->at, from, byte_count);
	to->at += byte_count;
}

static void put_u64(tape *to, uint64_t value)
{
	unsigned char bytes[8];
	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(value >> (8 * i));
	put_bytes(to, bytes, sizeof bytes);
}

static uint64_t take_u64(const unsigned char *at)
{
	uint64_t value = 0;
	for (int i = 0; i < 8; i++)
		value |= (uint64_t)at[i] << (8 * i);
	return value;
}

static size_t head_words(void)
{
	return offsetof(keel_state, slots) / 4;
}

static size_t words_of(const keel_state *state)
{
	size_t records = (size_t)state->movement_count * sizeof(keel_movement_state);
	return head_words() + records / 4;
}

/* The word of that number: the head of the state, then its movement records. */
static unsigned char *word_at(keel_state *state, size_t index)
{
	if (index < head_words())
		return (unsigned char *)state + 4 * index;
	return (unsigned char *)state->movements + 4 * (index - head_words());
}

static bool is_zero(keel_state *state, size_t index)
{
	static const unsigned char none[4];
	return memcmp(word_at(state, index), none, sizeof none) == 0;
}

/* Runs: how many zero words, how many others, and those. */
static void put_words(tape *to, keel_state *state)
{
	size_t count = words_of(state);
	for (size_t i = 0; i < count;) {
		size_t zeros = i;
		while (zeros < count && is_zero(state, zeros))
			zeros++;
		size_t end = zeros;
		while (end < count && !is_zero(state, end))
			end++;
		put_u64(to, (uint64_t)(zeros - i) << 32 | (uint64_t)(end - zeros));
		for (size_t k = zeros; k < end; k++)
			put_bytes(to, word_at(state, k), 4);
		i = end;
	}
}

static bool take_words(const unsigned char *bytes, size_t byte_count, size_t word_count,
		       keel_state *state)
{
	size_t at = 0, index = 0;
	while (index < word_count) {
		if (byte_count - at < 8)
			return false;
		uint64_t run = take_u64(bytes + at);
		size_t zeros = (size_t)(run >> 32), others = (size_t)(run & UINT32_MAX);
		at += 8;
		if (zeros + others == 0 || zeros > word_count - index ||
		    others > word_count - index - zeros || others > (byte_count - at) / 4)
			return false;
		index += zeros;
		for (size_t i = 0; i < others; i++, index++, at += 4)
			memcpy(word_at(state, index), bytes + at, 4);
	}
	return at == byte_count;
}

/* ---- is it a state?
 * ------------------------------------------------------------------------------
 */

static bool within(int32_t value, int32_t low, int32_t high)
{
	return value >= low && value <= high;
}

/* Differences of dates never overflow. */
static bool is_date(int32_t date)
{
	return within(date, KEEL_NO_DATE, -KEEL_NO_DATE);
}

static bool is_name(int8_t value, int count)
{
	return within(value, KEEL_UNKNOWN, count - 1);
}

static bool is_sound_dose(const keel_dose *dose)
{
	return dose->sets >= -1 && dose->reps >= -1 && dose->hold_s >= -1 && dose->work_s >= -1;
}

static bool is_sound_movement(const keel_movement_state *movement)
{
	bool sound =
		within(movement->id_bytes, 1, KEEL_ID_BYTES) &&
		within(movement->exposure_count, 0, KEEL_EXPOSURES_MAX) &&
		within(movement->rise_count, 0, KEEL_RISES_MAX) && is_date(movement->date_first) &&
		is_date(movement->date_last) && is_date(movement->date_clean_last) &&
		is_date(movement->forbid_until) && is_date(movement->pin_until) &&
		is_date(movement->prescribe_until) && is_date(movement->dose_until) &&
		is_date(movement->try_again_date) && is_date(movement->clear_date) &&
		movement->done_count >= 0 && within(movement->eased_count, 0, 100000) &&
		movement->done_count <= 100000 && is_name(movement->aim, KEEL_AIM_COUNT) &&
		is_name(movement->stage, KEEL_STAGE_COUNT) &&
		is_sound_dose(&movement->clean_best) && is_sound_dose(&movement->prescribed_dose) &&
		is_sound_dose(&movement->dose_most);
	for (int i = 0; sound && i < movement->exposure_count; i++)
		sound = is_date(movement->exposures[i].date) &&
			is_sound_dose(&movement->exposures[i].dose);
	for (int i = 0; sound && i < movement->rise_count; i++)
		sound = is_date(movement->rises[i].date);
	return sound;
}

/* A place that no session has taken yet: nothing but zeros, and its items name no movement. */
static bool is_free(const keel_open_session *open)
{
	static const keel_open_session none;
	return memcmp(open, &none, sizeof none) == 0;
}

static bool is_sound_open(const keel_state *state, const keel_open_session *open)
{
	if (is_free(open))
		return true;
	bool sound = within(open->id_bytes, 0, KEEL_SESSION_ID_BYTES) && is_date(open->date) &&
		     within(open->item_count, 0, KEEL_OPEN_ITEMS_MAX) &&
		     within(open->last_index, -1, KEEL_OPEN_ITEMS_MAX - 1) &&
		     is_name(open->stage, KEEL_STAGE_COUNT);
	for (int i = 0; sound && i < KEEL_OPEN_ITEMS_MAX; i++) {
		const keel_open_item *item = &open->items[i];
		sound = within(item->movement, -1, state->movement_count - 1) &&
			is_name(item->aim, KEEL_AIM_COUNT) &&
			is_name(item->stage, KEEL_STAGE_COUNT) &&
			is_name(item->end, KEEL_END_COUNT) && is_sound_dose(&item->dose) &&
			within(item->swapped_by, KEEL_UNKNOWN, KEEL_OPEN_ITEMS_MAX - 1);
	}
	return sound;
}

static bool are_sound_rings(const keel_state *state)
{
	bool sound = within(state->first_answer_count, 0, KEEL_FIRST_ANSWERS_MAX) &&
		     within(state->morning_count, 0, KEEL_MORNINGS_MAX) &&
		     within(state->session_count, 0, KEEL_SESSIONS_MAX) &&
		     within(state->week_count, 0, KEEL_WEEKS_MAX) &&
		     within(state->override_count, 0, KEEL_OVERRIDES_MAX) &&
		     within(state->screen_count, 0, KEEL_QUESTIONS_MAX);
	for (int i = 0; sound && i < state->first_answer_count; i++)
		sound = is_date(state->first_answers[i].date);
	for (int i = 0; sound && i < state->morning_count; i++)
		sound = is_date(state->mornings[i].date);
	for (int i = 0; sound && i < state->session_count; i++)
		sound = is_date(state->sessions[i].date) &&
			is_date(state->sessions[i].after_date) &&
			is_name(state->sessions[i].stage, KEEL_STAGE_COUNT);
	for (int i = 0; sound && i < state->week_count; i++)
		sound = is_date(state->weeks[i].monday);
	for (int i = 0; sound && i < state->override_count; i++)
		sound = is_date(state->overrides[i].until_date);
	for (int i = 0; sound && i < state->screen_count; i++)
		sound = within(state->screen[i].id_bytes, 0, KEEL_ID_BYTES) &&
			is_date(state->screen[i].date) && is_date(state->screen[i].flag_date) &&
			is_date(state->screen[i].clear_date) &&
			is_date(state->screen[i].assessed_date) &&
			is_name(state->screen[i].flag_tier, KEEL_TIER_COUNT) &&
			is_name(state->screen[i].tier, KEEL_TIER_COUNT);
	return sound;
}

static bool is_sound(const keel_state *state)
{
	bool sound = within(state->movement_count, 0, KEEL_MOVEMENTS_MAX) &&
		     within(state->goal_bytes, 0, (int32_t)sizeof state->goal) &&
		     within(state->programme_bytes, 0, KEEL_ID_BYTES) &&
		     within(state->minutes, KEEL_UNKNOWN, 10000) &&
		     within(state->wish_minutes, KEEL_UNKNOWN, 10000) &&
		     within(state->exercises_max, KEEL_UNKNOWN, 100) &&
		     within(state->wake_min, KEEL_UNKNOWN, 10000) &&
		     within(state->tested_movement, -1, state->movement_count - 1) &&
		     is_date(state->tested_date) && is_date(state->date_trusted) &&
		     is_date(state->wish_date) && is_date(state->pain_last_date) &&
		     is_date(state->review_date) && is_date(state->again_date) &&
		     is_date(state->void_date) && is_date(state->restart_date) &&
		     is_date(state->assessed_date) && is_date(state->leg_date) &&
		     is_date(state->spread_date) && is_date(state->programme_date);
	for (int i = 0; sound && i < KEEL_CONDITION_COUNT; i++)
		sound = is_date(state->condition[i].since_date);
	for (int i = 0; sound && i < KEEL_SIGN_COUNT; i++)
		sound = is_date(state->unwell_date[i]);
	for (int i = 0; sound && i < KEEL_DIRECTION_COUNT; i++)
		sound = is_date(state->directions[i].spread_date) &&
			is_date(state->directions[i].open_date) &&
			is_date(state->directions[i].test_date);
	for (int i = 0; sound && i < KEEL_TEST_COUNT; i++)
		sound = is_date(state->tests[i].date) && is_date(state->tests[i].skip_date);
	for (int i = 0; sound && i < KEEL_TUNABLE_COUNT; i++)
		sound = is_date(state->tuned[i].until_date);
	sound = sound && are_sound_rings(state);
	for (int i = 0; sound && i < KEEL_OPEN_MAX; i++)
		sound = is_sound_open(state, &state->open[i]);
	for (int i = 0; sound && i < state->movement_count; i++)
		sound = is_sound_movement(&state->movements[i]);
	return sound;
}

/* ---- bytes --------------------------------------------------------------------------------------
 */

static uint64_t hash_of(const unsigned char *bytes, size_t byte_count)
{
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), bytes, byte_count));
}

enum { HEAD_BYTES = 8 + 7 * 8 };

_Static_assert(offsetof(keel_state, slots) % 4 == 0, "whole words");
_Static_assert(sizeof(keel_movement_state) % 4 == 0, "whole words");

size_t keel_snapshot_bytes_max(void)
{
	return HEAD_BYTES + sizeof(keel_state) + sizeof(keel_state) / 8 + 64;
}

keel_err keel_snapshot_save(const keel_state *state, const keel_snapshot_of *of,
			    unsigned char *bytes, size_t capacity_bytes, size_t *written_bytes)
{
	tape to = {bytes, capacity_bytes, 0, false};
	keel_state *words = (keel_state *)(uintptr_t)state; /* read only */
	put_bytes(&to, magic, sizeof magic);
	put_u64(&to, (uint64_t)FORM << 32 | KEEL_STATE_VERSION);
	put_u64(&to, sizeof(keel_state));
	put_u64(&to, of->core);
	put_u64(&to, of->person);
	put_u64(&to, (uint64_t)of->counter_max);
	put_u64(&to, (uint64_t)of->latest_ms);
	put_u64(&to, (uint64_t)state->movement_count);
	put_words(&to, words);
	if (!to.short_of)
		put_u64(&to, hash_of(bytes, to.at));
	*written_bytes = to.at;
	return to.short_of ? KEEL_ERR_TOO_LARGE : KEEL_ERR_OK;
}

keel_err keel_snapshot_load(const unsigned char *bytes, size_t byte_count, uint64_t core,
			    keel_snapshot_of *of, keel_state *state)
{
	memset(state, 0, sizeof *state);
	if (byte_count < HEAD_BYTES + 8 || memcmp(bytes, magic, sizeof magic) != 0)
		return KEEL_ERR_CORRUPT;
	if (take_u64(bytes + 8) != ((uint64_t)FORM << 32 | KEEL_STATE_VERSION) ||
	    take_u64(bytes + 16) != sizeof(keel_state) || take_u64(bytes + 24) != core)
		return KEEL_ERR_VERSION;
	size_t body_bytes = byte_count - HEAD_BYTES - 8;
	if (take_u64(bytes + byte_count - 8) != hash_of(bytes, byte_count - 8))
		return KEEL_ERR_CORRUPT;
	*of = (keel_snapshot_of){core, take_u64(bytes + 32), (int64_t)take_u64(bytes + 40),
				 (int64_t)take_u64(bytes + 48)};
	uint64_t movement_count = take_u64(bytes + 56);
	bool fits = movement_count <= KEEL_MOVEMENTS_MAX;
	if (fits) {
		state->movement_count = (int32_t)movement_count;
		fits = take_words(bytes + HEAD_BYTES, body_bytes, words_of(state), state) &&
		       (uint64_t)state->movement_count == movement_count && is_sound(state) &&
		       keel_state_place_movements(state);
	}
	if (!fits) {
		keel_state_init(state);
		return KEEL_ERR_CORRUPT;
	}
	return KEEL_ERR_OK;
}
