/* The diary: what was planned, day by day, in a form that a person can review as a diff. Written at
 * each session, before it is prescribed, and at the end of the story. It is the byte-golden of a
 * story; the whole JSON (replay, today, state hash) is compared between native and wasm instead,
 * since it changes with every word of the catalogue.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/story.h"

static void write_text(story *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void write_text(story *s, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	size_t room = STORY_DIARY_BYTES - s->diary_bytes;
	int count = vsnprintf(s->diary + s->diary_bytes, room, format, arguments);
	va_end(arguments);
	if (count < 0 || (size_t)count >= room)
		story_fail(s, "the diary is full");
	else
		s->diary_bytes += (size_t)count;
}

static void write_item(story *s, const value *item)
{
	char dose[64];
	dose_text(value_in(item, "dose"), dose, sizeof dose);
	const char *purpose = value_text(value_in(item, "purpose"));
	bool plain = !strcmp(purpose, "plan");
	write_text(s, "  %s rung %lld %s %s, %s%s%s\n", value_text(value_in(item, "movement")),
		   (long long)value_int(value_in(item, "rung"), 0), dose,
		   value_text(value_in(item, "rule")), value_text(value_in(item, "choice_rule")),
		   plain ? "" : ", ", plain ? "" : purpose);
}

static void write_rests(story *s, const value *rests)
{
	for (int i = 0; i < value_count(rests); i++) {
		const value *rest = value_at(rests, i);
		const char *until = value_text(value_in(rest, "until_text"));
		write_text(s, "  rests: %s %s%s%s\n", value_text(value_in(rest, "movement")),
			   value_text(value_in(rest, "rule")), until[0] ? " until " : "", until);
	}
}

static void write_body(story *s, const value *today)
{
	const value *lock = value_in(today, "lock"), *items = value_in(today, "items");
	const value *advice = value_in(today, "advice");
	if (!value_is_null(lock))
		write_text(s, "  lock: %s %s\n", value_text(value_in(lock, "rule")),
			   value_text(value_in(lock, "question")));
	for (int i = 0; i < value_count(items); i++)
		write_item(s, value_at(items, i));
	write_rests(s, value_in(today, "rests"));
	for (int i = 0; i < value_count(advice); i++)
		write_text(s, "  advice: %s\n", value_text(value_in(value_at(advice, i), "rule")));
}

/* A body that is that of the entry before is said in one line. */
void story_diary(story *s, const value *today)
{
	write_text(s, "%s %02d:%02d %s (%s)%s\n", value_text(value_in(today, "date_text")),
		   s->minute / 60, s->minute % 60, value_text(value_in(today, "stage")),
		   value_text(value_in(today, "stage_rule")),
		   value_true(value_in(today, "easy_day")) ? ", easy day" : "");
	size_t body = s->diary_bytes;
	write_body(s, today);
	size_t body_bytes = s->diary_bytes - body;
	char *text = malloc(body_bytes + 1);
	if (!text)
		return;
	memcpy(text, s->diary + body, body_bytes + 1);
	if (s->diary_body && !strcmp(text, s->diary_body)) {
		s->diary_bytes = body;
		write_text(s, "  the same\n");
	}
	free(s->diary_body);
	s->diary_body = text;
}

void story_diary_today(story *s)
{
	value *today = story_today(s);
	if (today)
		story_diary(s, today);
	value_free(today);
}
