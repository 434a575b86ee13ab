/* Lines and words of a story (words.h). */
#include "tests/golden/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *file_read(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file) {
		fprintf(stderr, "%s: cannot be read\n", path);
		return NULL;
	}
	size_t capacity = 1u << 20;
	char *bytes = malloc(capacity);
	size_t used = bytes ? fread(bytes, 1, capacity - 1, file) : 0;
	fclose(file);
	if (bytes)
		bytes[used] = 0;
	return bytes;
}

/* A comment begins at a `#` that stands first or after a space, outside quotes. */
static void cut_comment(char *text)
{
	bool quoted = false;
	for (char *at = text; *at; at++) {
		if (*at == '"')
			quoted = !quoted;
		if (*at == '#' && !quoted && (at == text || at[-1] == ' ')) {
			*at = 0;
			break;
		}
	}
	size_t length = strlen(text);
	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\r'))
		text[--length] = 0;
}

bool story_text_read(story_text *text, const char *path)
{
	memset(text, 0, sizeof *text);
	text->bytes = file_read(path);
	if (!text->bytes)
		return false;
	int capacity = 1;
	for (const char *at = text->bytes; *at; at++)
		capacity += *at == '\n';
	text->lines = calloc((size_t)capacity, sizeof *text->lines);
	if (!text->lines)
		return false;
	int number = 0;
	for (char *at = text->bytes; at && *at;) {
		char *end = strchr(at, '\n');
		if (end)
			*end = 0;
		number++;
		cut_comment(at);
		size_t spaces = strspn(at, " ");
		if (at[spaces]) {
			if (spaces % 2 || at[spaces] == '\t') {
				fprintf(stderr, "%s:%d: two spaces a level\n", path, number);
				return false;
			}
			text->lines[text->line_count++] =
				(story_line){number, (int)spaces / 2, at + spaces};
		}
		at = end ? end + 1 : NULL;
	}
	return true;
}

void story_text_free(story_text *text)
{
	free(text->lines);
	free(text->bytes);
	memset(text, 0, sizeof *text);
}

bool words_split(words *w, const char *text)
{
	memset(w, 0, sizeof *w);
	w->rest = text;
	size_t length = strlen(text);
	if (length >= sizeof w->buffer)
		return false;
	memcpy(w->buffer, text, length + 1);
	char *in = w->buffer, *out = w->buffer;
	while (*in) {
		while (*in == ' ')
			in++;
		if (!*in)
			break;
		if (w->count == WORDS_MAX)
			return false;
		w->word[w->count++] = out;
		bool quoted = false;
		while (*in && (quoted || *in != ' ')) {
			if (*in == '"')
				quoted = !quoted;
			else
				*out++ = *in;
			in++;
		}
		if (*in)
			in++;
		*out++ = 0;
	}
	return true;
}

const char *words_get(const words *w, const char *key)
{
	size_t length = strlen(key);
	for (int i = 0; i < w->count; i++)
		if (!strncmp(w->word[i], key, length) && w->word[i][length] == '=')
			return w->word[i] + length + 1;
	return NULL;
}

int words_number(const char *text)
{
	return (int)strtol(text, NULL, 10);
}

int words_int(const words *w, const char *key, int otherwise)
{
	const char *text = words_get(w, key);
	return text ? words_number(text) : otherwise;
}

bool words_has(const words *w, const char *word)
{
	for (int i = 0; i < w->count; i++)
		if (!strcmp(w->word[i], word))
			return true;
	return false;
}

const char *words_pair(const words *w, int n, char key[64])
{
	const char *equal = strchr(w->word[n], '=');
	size_t length = equal ? (size_t)(equal - w->word[n]) : 0;
	if (!equal || length == 0 || length > 63)
		return NULL;
	memcpy(key, w->word[n], length);
	key[length] = 0;
	return equal + 1;
}
