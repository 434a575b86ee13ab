/* Finding things in a loaded catalogue: binary search over what the loader proved to be sorted. */
#include <string.h>

#include "core/catalogue/catalogue.h"

#define KEEL_MUSCLE_TEXT(NAME, text) text,
const char *const keel_muscle_names[] = {KEEL_NAMES_MUSCLE(KEEL_MUSCLE_TEXT)};
#undef KEEL_MUSCLE_TEXT
const int keel_muscle_name_count = KEEL_MUSCLE_COUNT;

/* Orders a text of given length against one that ends in a zero byte. */
static int compare_bytes(const char *text, size_t text_bytes, const char *other)
{
	size_t other_bytes = strlen(other);
	size_t least = text_bytes < other_bytes ? text_bytes : other_bytes;
	int order = memcmp(text, other, least);
	if (order != 0) {
		return order;
	}
	return text_bytes < other_bytes ? -1 : text_bytes > other_bytes;
}

int keel_movement_find(const keel_catalogue *catalogue, const char *id, size_t id_bytes)
{
	int low = 0;
	int high = catalogue->movement_count - 1;
	while (low <= high) {
		int middle = low + (high - low) / 2;
		int order = compare_bytes(id, id_bytes, catalogue->movements[middle].id);
		if (order == 0) {
			return middle;
		}
		if (order < 0) {
			high = middle - 1;
		} else {
			low = middle + 1;
		}
	}
	return KEEL_NO_MOVEMENT;
}

const keel_programme *keel_programme_find(const keel_catalogue *catalogue, const char *id,
					  size_t id_bytes)
{
	for (int i = 0; i < catalogue->programme_count; i++) {
		if (compare_bytes(id, id_bytes, catalogue->programmes[i].id) == 0) {
			return &catalogue->programmes[i];
		}
	}
	return NULL;
}

const keel_question *keel_question_find(const keel_catalogue *catalogue, const char *id,
					size_t id_bytes)
{
	for (int i = 0; i < catalogue->question_count; i++) {
		if (compare_bytes(id, id_bytes, catalogue->questions[i].id) == 0) {
			return &catalogue->questions[i];
		}
	}
	return NULL;
}

static const char *text_find(const keel_catalogue *catalogue, const char *language, const char *key)
{
	int low = 0;
	int high = catalogue->text_count - 1;
	while (low <= high) {
		int middle = low + (high - low) / 2;
		const keel_text_entry *entry = &catalogue->texts[middle];
		int order = strcmp(language, entry->language);
		if (order == 0) {
			order = strcmp(key, entry->key);
		}
		if (order == 0) {
			return entry->sentence;
		}
		if (order < 0) {
			high = middle - 1;
		} else {
			low = middle + 1;
		}
	}
	return NULL;
}

const char *keel_text_find(const keel_catalogue *catalogue, const char *language, const char *key)
{
	const char *sentence = text_find(catalogue, language, key);
	return sentence ? sentence : text_find(catalogue, "en", key);
}
