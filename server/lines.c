#include "server/lines.h"

#include <string.h>

#include "core/base/arena.h"
#include "core/event/event.h"

keel_err keel_lines_person(const char *text, size_t text_bytes, uint64_t *person, keel_spot *spot)
{
	static const keel_spot nothing = {1, 1, "there is no event in it", ""};
	_Alignas(16) unsigned char block[3 * KEEL_EVENT_LINE_BYTES_MAX];
	const char *end = text + text_bytes;
	int line = 1;
	while (text < end && *text == '\n') {
		text++;
		line++;
	}
	if (text == end) {
		*spot = nothing;
		return KEEL_ERR_SYNTAX;
	}
	const char *newline = memchr(text, '\n', (size_t)(end - text));
	size_t line_bytes = (size_t)((newline != NULL ? newline : end) - text);
	keel_arena arena;
	keel_event event;
	keel_arena_init(&arena, block, sizeof block);
	keel_err err = keel_event_decode(text, line_bytes, &arena, &event, spot);
	if (err == KEEL_ERR_OK)
		*person = event.person;
	else
		spot->line = line;
	return err;
}

bool keel_lines_exceed(const char *text, size_t text_bytes, int line_count_max)
{
	const char *end = text + text_bytes;
	int count = 0;
	while (text < end && count <= line_count_max) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		count++;
		text = newline != NULL ? newline + 1 : end;
	}
	return count > line_count_max;
}
