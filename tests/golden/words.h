/* Lines and words of a story. A line has a number, a depth (two spaces a level) and its text; words
 * are split at spaces, "quoted text" keeps its spaces, and key=value words are found by key.
 */
#ifndef KEEL_TESTS_GOLDEN_WORDS_H
#define KEEL_TESTS_GOLDEN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#define WORDS_MAX 48

typedef struct story_line {
	int number; /* 1.. in the file */
	int depth;  /* 0.. */
	char *text; /* without indentation and comment */
} story_line;

typedef struct story_text {
	char *bytes;
	story_line *lines;
	int line_count;
} story_text;

/* False with a message on stderr when the file cannot be read or an indentation is odd. */
bool story_text_read(story_text *text, const char *path);
void story_text_free(story_text *text);

typedef struct words {
	int count;
	char *word[WORDS_MAX];
	const char *rest; /* the whole text */
	char buffer[2048];
} words;

bool words_split(words *w, const char *text);
/* Value of the word key=value, or NULL. */
const char *words_get(const words *w, const char *key);
int words_int(const words *w, const char *key, int otherwise);
/* The whole number at the beginning of a text, 0 when there is none. */
int words_number(const char *text);
bool words_has(const words *w, const char *word);
/* The value of word number n when it is key=value: fills key, returns value; NULL when it has no
 * `=`. */
const char *words_pair(const words *w, int n, char key[64]);

#endif
