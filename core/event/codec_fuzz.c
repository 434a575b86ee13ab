/* Any bytes: decoding neither reads nor writes where it should not, an error has a place inside the
 * line, and what is accepted is written, read again and written again to the same bytes.
 */
#include <stdint.h>
#include <string.h>

#include "core/event/event.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char block[65536];
	static char first[KEEL_EVENT_LINE_BYTES_MAX + 1];
	static char second[KEEL_EVENT_LINE_BYTES_MAX + 1];
	keel_arena arena;
	keel_event event;
	keel_spot spot;
	size_t first_bytes, second_bytes;
	keel_arena_init(&arena, block, sizeof block);
	if (keel_event_decode((const char *)data, size, &arena, &event, &spot) != KEEL_ERR_OK) {
		KEEL_ASSERT(spot.column >= 1 && (size_t)spot.column <= size + 1);
		KEEL_ASSERT(spot.message[0] != '\0');
		return 0;
	}
	KEEL_ASSERT(keel_event_encode(&event, first, sizeof first, &first_bytes) == KEEL_ERR_OK);
	KEEL_ASSERT(keel_event_decode(first, first_bytes, &arena, &event, &spot) == KEEL_ERR_OK);
	KEEL_ASSERT(keel_event_encode(&event, second, sizeof second, &second_bytes) == KEEL_ERR_OK);
	KEEL_ASSERT(first_bytes == second_bytes && memcmp(first, second, first_bytes) == 0);
	return 0;
}
