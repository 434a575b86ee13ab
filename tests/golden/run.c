/* Performs the lines of a story: time and repetition here, everything else in the rooms that
 * story.h names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "tests/golden/story.h"

int story_block_end(const story *s, int line)
{
	int end = line + 1;
	while (end < s->text.line_count && s->text.lines[end].depth > s->text.lines[line].depth)
		end++;
	return end;
}

int story_date_of(story *s, const char *text)
{
	keel_civil civil = {0};
	if (text[0] == '+' || text[0] == '-')
		return s->date + words_number(text);
	if (sscanf(text, "%d-%d-%d", &civil.year, &civil.month, &civil.day) == 3)
		return keel_date_from_civil(civil);
	story_fail(s, "not a date: %s", text);
	return s->date;
}

static void time_set(story *s, const char *text)
{
	int hour = 0, minute = 0;
	if (sscanf(text, "%d:%d", &hour, &minute) != 2) {
		story_fail(s, "not a time: %s", text);
		return;
	}
	s->minute = hour * 60 + minute;
	s->tick_s = 0;
}

static void run_day(story *s, int line, const words *w)
{
	if (w->count < 2) {
		story_fail(s, "day needs a date");
		return;
	}
	s->date = story_date_of(s, w->word[1]);
	time_set(s, w->count > 2 ? w->word[2] : "08:00");
	s->up_min = -1;
	if (!s->started) {
		s->started = true;
		story_run(
			s, 0,
			line); /* what stands before the first day is told when there is a clock */
	}
	story_run(s, line + 1, story_block_end(s, line));
	s->line_now = line;
	story_always_check(s, NULL);
}

/* repeat 28 days | repeat 4 every 2 days */
static void run_repeat(story *s, int line, const words *w)
{
	int count = w->count > 1 ? words_number(w->word[1]) : 0;
	int every = w->count > 3 && !strcmp(w->word[2], "every") ? words_number(w->word[3]) : 1;
	int end = story_block_end(s, line), minute = s->minute;
	for (int pass = 1; pass <= count && s->failure_count < 40; pass++) {
		s->date += every;
		s->minute = minute;
		s->tick_s = 0;
		s->up_min = -1;
		s->pass = pass;
		story_run(s, line + 1, end);
		s->line_now = line;
		story_always_check(s, NULL);
	}
}

static bool named_weekday(const story *s, const words *w)
{
	static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
	return words_has(w, days[keel_date_weekday(s->date)]);
}

static bool named_pass(const story *s, const words *w)
{
	for (int i = 1; i < w->count; i++)
		if (words_number(w->word[i]) == s->pass)
			return true;
	return false;
}

static int64_t clock_ms(const char *text)
{
	char *unit = NULL;
	int64_t number = strtoll(text, &unit, 10);
	int64_t minutes = *unit == 'd' ? 1440 : *unit == 'h' ? 60 : 1;
	return number * minutes * 60000;
}

/* Statements with a block or about time; false when the word is another. */
static bool run_time(story *s, int line, words *w)
{
	const char *word = w->word[0];
	int end = story_block_end(s, line);
	if (!strcmp(word, "day"))
		run_day(s, line, w);
	else if (!strcmp(word, "repeat"))
		run_repeat(s, line, w);
	else if (!strcmp(word, "on"))
		named_weekday(s, w) ? story_run(s, line + 1, end) : (void)0;
	else if (!strcmp(word, "nth"))
		named_pass(s, w) ? story_run(s, line + 1, end) : (void)0;
	else if (w->count < 2)
		return false;
	else if (!strcmp(word, "at"))
		time_set(s, w->word[1]);
	else if (!strcmp(word, "zone"))
		s->offset_min = words_number(w->word[1]);
	else if (!strcmp(word, "up"))
		s->up_min = words_number(w->word[1]);
	else if (!strcmp(word, "clock"))
		story_device_now(s)->clock_error_ms = clock_ms(w->word[1]);
	else
		return false;
	return true;
}

static bool run_plain(story *s, int line, words *w)
{
	const char *word = w->word[0];
	if (!strcmp(word, "needs"))
		return true; /* read before the story begins */
	if (!strcmp(word, "expect"))
		story_expect(s, w);
	else if (!strcmp(word, "always"))
		story_always_set(s, w);
	else if (!strcmp(word, "truth"))
		truth_begin(s, w);
	else if (!strcmp(word, "hurts"))
		truth_hurts(s, w);
	else if (!strcmp(word, "merge"))
		story_merge(s);
	else if (!strcmp(word, "device") && w->count == 2)
		return story_device_use(s, w->word[1]);
	else
		return story_say(s, line, w);
	return true;
}

void story_run(story *s, int first, int end)
{
	for (int line = first; line < end;) {
		words w;
		s->line_now = line;
		if (!words_split(&w, s->text.lines[line].text)) {
			story_fail(s, "too many words");
			return;
		}
		bool is_day = !strcmp(w.word[0], "day");
		if (!s->started && !is_day) {
			line = story_block_end(s, line);
			continue; /* set-up lines wait for the first day */
		}
		if (!strcmp(w.word[0], "session")) {
			line = story_session(s, line, &w);
			continue;
		}
		if (!run_time(s, line, &w) && !run_plain(s, line, &w))
			story_fail(s, "not understood: %s", s->text.lines[line].text);
		line = story_block_end(s, line);
	}
}
