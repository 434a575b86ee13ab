/* Records with what the core answers to them, one person after the other, for another build of the
 * same core to be held against: PERSON MOMENT RECORD_BYTES TODAY_BYTES STATE_HASH, the record, and
 * what it says of today.
 */
#include <stdlib.h>

#include "core/base/hash.h"
#include "keel/keel.h"
#include "sim/diary.h"
#include "sim/sim.h"

enum { TODAY_BYTES = 1 << 18, HOUR_MS = 3600000 };

bool sim_write_answers(const sim_def *def, const sim_diary *diary, int person, FILE *out)
{
	keel_spot spot;
	int added;
	char hash[17];
	size_t written_bytes = 0;
	int count = diary->event_count + 1;
	size_t bytes = keel_core_memory_bytes(count);
	void *block = malloc(bytes);
	char *today = malloc(TODAY_BYTES);
	keel_core *core = block == NULL || today == NULL
				  ? NULL
				  : keel_core_create(block, bytes, count, def->catalogue_bytes,
						     def->catalogue_byte_count, &spot);
	const keel_now now = {diary->utc_ms + HOUR_MS, diary->offset_min, -1};
	bool fine =
		core != NULL &&
		keel_core_add(core, diary->lines, diary->used_bytes, &added, &spot) ==
			KEEL_ERR_OK &&
		keel_core_today_json(core, &now, today, TODAY_BYTES, &written_bytes) == KEEL_ERR_OK;
	if (fine) {
		keel_hash_text(keel_core_state_hash(core), hash);
		fprintf(out, "%d %lld %zu %zu %s\n", person, (long long)now.utc_ms,
			diary->used_bytes, written_bytes, hash);
		fine = fwrite(diary->lines, 1, diary->used_bytes, out) == diary->used_bytes &&
		       fwrite(today, 1, written_bytes, out) == written_bytes;
	}
	free(today);
	free(block);
	return fine;
}
