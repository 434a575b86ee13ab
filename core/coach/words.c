/* Filling the places of a rule's sentence: {0}, {1} … are the numbers the rule saw, {0:condition}
 * the name of the number in that list, in words when the catalogue has them (text
 * condition.osteoporosis).
 */
#include "core/coach/words.h"

#include <string.h>

#include "core/base/names.h"

typedef struct writer {
	char *out;
	size_t out_bytes;
	size_t used;
} writer;

static void put(writer *w, const char *bytes, size_t byte_count)
{
	size_t room = w->out_bytes - 1 - w->used;
	size_t length = byte_count < room ? byte_count : room;
	memcpy(w->out + w->used, bytes, length);
	w->used += length;
}

static void put_int(writer *w, int32_t value)
{
	char digits[12];
	size_t start = sizeof digits;
	int64_t rest = value < 0 ? -(int64_t)value : value;
	do {
		digits[--start] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (value < 0)
		digits[--start] = '-';
	put(w, digits + start, sizeof digits - start);
}

static const char *const *list_of(const char *name, size_t name_bytes, int *count)
{
#define WORDS_LIST(LIST, list)                                                                     \
	if (strlen(#list) == name_bytes && memcmp(#list, name, name_bytes) == 0) {                 \
		*count = keel_##list##_name_count;                                                 \
		return keel_##list##_names;                                                        \
	}
	KEEL_NAMES_LISTS(WORDS_LIST)
#undef WORDS_LIST
	return NULL;
}

static void put_name(writer *w, const keel_catalogue *catalogue, const char *language,
		     const char *list, size_t list_bytes, int32_t value)
{
	char key[80];
	int count = 0;
	const char *const *names = list_of(list, list_bytes, &count);
	if (names == NULL || value < 0 || value >= count) {
		put_int(w, value);
		return;
	}
	size_t name_bytes = strlen(names[value]);
	const char *sentence = NULL;
	if (list_bytes + 1 + name_bytes < sizeof key) {
		memcpy(key, list, list_bytes);
		key[list_bytes] = '.';
		memcpy(key + list_bytes + 1, names[value], name_bytes + 1);
		sentence = keel_text_find(catalogue, language, key);
	}
	if (sentence == NULL)
		sentence = names[value];
	put(w, sentence, strlen(sentence));
}

/* One place "{0}" or "{0:list}" at *at; false when it is none. */
static bool put_place(writer *w, const keel_catalogue *catalogue, const char *language,
		      const keel_reason *why, const char **at)
{
	const char *end = strchr(*at, '}');
	const char *c = *at + 1;
	if (end == NULL || *c < '0' || *c > '9')
		return false;
	int index = *c++ - '0';
	int32_t value = index < why->input_count ? why->inputs[index] : 0;
	if (*c == ':')
		put_name(w, catalogue, language, c + 1, (size_t)(end - c - 1), value);
	else if (c == end)
		put_int(w, value);
	else
		return false;
	*at = end + 1;
	return true;
}

const char *keel_coach_fill(const keel_catalogue *catalogue, const char *language,
			    const char *sentence, const keel_reason *why, char *out,
			    size_t out_bytes)
{
	writer w = {out, out_bytes, 0};
	const char *at = sentence;
	while (*at != '\0') {
		if (*at == '{' && put_place(&w, catalogue, language, why, &at))
			continue;
		put(&w, at, 1);
		at++;
	}
	out[w.used] = '\0';
	return out;
}

const char *keel_coach_say_rule(const keel_catalogue *catalogue, const char *language,
				const keel_reason *why, char *out, size_t out_bytes)
{
	char key[64] = "rule.";
	const char *id = keel_rule_id(why->rule);
	size_t id_bytes = strlen(id);
	KEEL_ASSERT(5 + id_bytes < sizeof key);
	memcpy(key + 5, id, id_bytes + 1);
	const char *sentence = keel_text_find(catalogue, language, key);
	return keel_coach_fill(catalogue, language, sentence == NULL ? id : sentence, why, out,
			       out_bytes);
}
