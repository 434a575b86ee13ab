/* A record that comes in pieces, as in an app that is asked after every few answers: folding what
 * is new on top of what was there, and beginning with a snapshot, must give the state of the whole
 * record.
 */
#include <stdlib.h>
#include <string.h>

#include "keel/keel.h"
#include "sim/diary.h"
#include "sim/rng.h"
#include "sim/sim.h"

enum { PIECE_LINES_MAX = 40, SNAPSHOT_ONE_IN = 6 };

typedef struct pieces {
	keel_core *core, *other;
	unsigned char *snapshot;
	size_t snapshot_bytes;
	int64_t loaded, refused;
} pieces;

static keel_core *new_core(const sim_def *def, int count, void **block)
{
	keel_spot spot;
	size_t bytes = keel_core_memory_bytes(count);
	*block = malloc(bytes);
	if (*block == NULL)
		abort(); /* a simulation without memory has no result */
	return keel_core_create(*block, bytes, count, def->catalogue_bytes,
				def->catalogue_byte_count, &spot);
}

/* Goes on from a snapshot in the other core; what does not stand behind it is refused there, and
 * the whole record is read, as a host would. */
static bool go_on(pieces *p, const char *text, size_t read_bytes, const char *piece,
		  size_t piece_bytes)
{
	keel_spot spot;
	int added;
	keel_core_clear(p->other);
	if (keel_core_snapshot_load(p->other, p->snapshot, p->snapshot_bytes) != KEEL_ERR_OK)
		return false;
	keel_err err = keel_core_add(p->other, piece, piece_bytes, &added, &spot);
	p->refused += err == KEEL_ERR_NOT_NOW;
	p->loaded += err == KEEL_ERR_OK;
	if (err == KEEL_ERR_NOT_NOW)
		err = keel_core_add(p->other, text, read_bytes + piece_bytes, &added, &spot);
	return err == KEEL_ERR_OK;
}

static size_t piece_of(const char *text, size_t text_bytes, int lines)
{
	size_t bytes = 0;
	for (; lines > 0 && bytes < text_bytes; lines--) {
		const char *newline = memchr(text + bytes, '\n', text_bytes - bytes);
		bytes = newline == NULL ? text_bytes : (size_t)(newline - text) + 1;
	}
	return bytes;
}

static bool read_pieces(pieces *p, const sim_diary *diary, sim_rng *rng)
{
	keel_spot spot;
	int added;
	for (size_t at = 0; at < diary->used_bytes;) {
		const char *piece = diary->lines + at;
		size_t bytes = piece_of(piece, diary->used_bytes - at,
					1 + sim_below(rng, PIECE_LINES_MAX));
		bool tries = at > 0 && sim_below(rng, SNAPSHOT_ONE_IN) == 0 &&
			     keel_core_snapshot_save(p->core, p->snapshot,
						     keel_core_snapshot_bytes_max(),
						     &p->snapshot_bytes) == KEEL_ERR_OK;
		if (keel_core_add(p->core, piece, bytes, &added, &spot) != KEEL_ERR_OK)
			return false;
		uint64_t hash = keel_core_state_hash(p->core);
		if (tries && (!go_on(p, diary->lines, at, piece, bytes) ||
			      keel_core_state_hash(p->other) != hash))
			return false;
		at += bytes;
	}
	return true;
}

uint64_t sim_diary_in_pieces(const sim_def *def, const sim_diary *diary, uint64_t seed,
			     int64_t *snapshots)
{
	void *block, *other_block;
	sim_rng rng = {seed};
	pieces p = {.core = new_core(def, diary->event_count, &block),
		    .other = new_core(def, diary->event_count, &other_block),
		    .snapshot = malloc(keel_core_snapshot_bytes_max())};
	uint64_t hash = 0;
	if (p.core != NULL && p.other != NULL && p.snapshot != NULL && read_pieces(&p, diary, &rng))
		hash = keel_core_state_hash(p.core);
	*snapshots += p.loaded;
	free(p.snapshot);
	free(block);
	free(other_block);
	return hash;
}
