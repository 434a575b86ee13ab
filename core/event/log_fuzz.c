/* Any record: the bytes are read as a program of small events with corrections, retractions, forks
 * and clocks; adding them forwards in one go, and backwards while settling in between, gives the
 * same entries.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/event/event.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ROW_BYTES = 6, ROWS_MAX = 64 };

static size_t write_row(char *out, size_t out_bytes, const uint8_t *row, int id)
{
	const char *type = row[0] % 4 == 0 ? "retraction" : "morning-check";
	int used = snprintf(
		out, out_bytes,
		"{\"id\":\"%032x\",\"person\":\"00000000000000aa\",\"device\":\"0000000%d\","
		"\"seq\":%d,\"counter\":%d,\"utc_ms\":%lld,\"offset_min\":0,\"v\":1,"
		"\"safety\":0,\"type\":\"%s\"",
		(unsigned)id, row[1] % 4, 1 + row[2], 1 + row[3],
		1704067200000LL + (row[4] - 2) * 1800000LL, type);
	if (row[0] % 4 == 0)
		used += snprintf(out + used, out_bytes - (size_t)used, ",\"event\":\"%032x\"}",
				 row[5] % ROWS_MAX);
	else if (row[0] % 4 == 1)
		used += snprintf(out + used, out_bytes - (size_t)used,
				 ",\"pain\":1,\"replaces\":\"%032x\"}", row[5] % ROWS_MAX);
	else
		used += snprintf(out + used, out_bytes - (size_t)used, ",\"pain\":2}");
	KEEL_ASSERT((size_t)used < out_bytes);
	return (size_t)used;
}

static void add(keel_log *log, const uint8_t *data, int row_index)
{
	char line[512];
	bool added;
	size_t line_bytes = write_row(line, sizeof line, data + row_index * ROW_BYTES, row_index);
	KEEL_ASSERT(keel_log_add_line(log, line, line_bytes, &added, NULL) == KEEL_ERR_OK && added);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char blocks[2][1 << 18];
	keel_arena arenas[2];
	keel_log *logs[2];
	int row_count = (int)(size / ROW_BYTES < ROWS_MAX ? size / ROW_BYTES : ROWS_MAX);
	for (int i = 0; i < 2; i++) {
		keel_arena_init(&arenas[i], blocks[i], sizeof blocks[i]);
		logs[i] = keel_log_create(&arenas[i], ROWS_MAX);
		KEEL_ASSERT(logs[i] != NULL);
	}
	for (int i = 0; i < row_count; i++) {
		add(logs[0], data, i);
		add(logs[1], data, row_count - 1 - i);
		if (i % 3 == 0)
			keel_log_settle(logs[1]);
	}
	keel_log_settle(logs[0]);
	keel_log_settle(logs[1]);
	int standing_count = 0;
	for (int i = 0; i < row_count; i++) {
		const keel_log_entry *a = keel_log_get(logs[0], i);
		const keel_log_entry *b = keel_log_get(logs[1], i);
		KEEL_ASSERT(memcmp(a->event->id, b->event->id, 16) == 0);
		KEEL_ASSERT(a->event->utc_ms == b->event->utc_ms);
		KEEL_ASSERT(a->doubt == b->doubt && a->retracted == b->retracted);
		KEEL_ASSERT(a->corrected == b->corrected && a->forked == b->forked);
		KEEL_ASSERT(!a->corrected || !a->retracted);
		standing_count += !a->retracted;
	}
	/* The last event of all can have been taken back by nobody. */
	KEEL_ASSERT(row_count == 0 || standing_count > 0);
	return 0;
}
