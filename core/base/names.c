#include "core/base/names.h"

#include <string.h>

#define KEEL_NAMES_TEXT(NAME, text) text,
#define KEEL_NAMES_DEFINE(LIST, list)                                                                        \
	const char *const keel_##list##_names[] = {KEEL_NAMES_##LIST(KEEL_NAMES_TEXT)};                      \
	const int keel_##list##_name_count = KEEL_##LIST##_COUNT;
KEEL_NAMES_LISTS(KEEL_NAMES_DEFINE)

int keel_name_find(const char *const *names, int name_count, const char *text, size_t text_bytes)
{
	for (int i = 0; i < name_count; i++) {
		if (strlen(names[i]) == text_bytes && memcmp(names[i], text, text_bytes) == 0)
			return i;
	}
	return -1;
}
