#include "cli/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/say.h"

#define LINE_BYTES 256

static bool ended;

/* A line without its newline and the blanks around it; false at the end of the input. */
static bool read_line(const char *prompt, char line[LINE_BYTES])
{
	printf("%s ", prompt);
	fflush(stdout);
	if (ended || fgets(line, LINE_BYTES, stdin) == NULL) {
		ended = true;
		putchar('\n');
		return false;
	}
	if (strchr(line, '\n') == NULL && !feof(stdin))
		for (int c = getchar(); c != EOF && c != '\n';)
			c = getchar();
	size_t start = strspn(line, " \t");
	size_t length = strcspn(line + start, "\r\n");
	while (length > 0 && line[start + length - 1] == ' ')
		length--;
	memmove(line, line + start, length);
	line[length] = '\0';
	return true;
}

bool keel_ask_ended(void)
{
	return ended;
}

int keel_ask_number(const char *prompt, int min, int max)
{
	char line[LINE_BYTES];
	while (read_line(prompt, line) && line[0] != '\0') {
		char *end;
		long value = strtol(line, &end, 10);
		if (*end == '\0' && value >= min && value <= max)
			return (int)value;
		printf("A number from %d to %d, please, or nothing at all.\n", min, max);
	}
	return -1;
}

char keel_ask_key(const char *prompt, const char *keys)
{
	char line[LINE_BYTES];
	while (read_line(prompt, line) && line[0] != '\0') {
		if (strchr(keys, line[0]) != NULL)
			return line[0];
		printf("One of %s, please, or nothing at all.\n", keys);
	}
	return 0;
}

/* One question; 0 when it was not answered. */
static char ask_question(const keel_core *core, int question, int round)
{
	char key[80];
	const char *id = core->catalogue->questions[question].id;
	snprintf(key, sizeof key, "screen.%s.ask", id);
	printf("\n");
	keel_say_wrapped(stdout, 0, keel_say_text(core, key));
	if (round > 1) {
		snprintf(key, sizeof key, "screen.%s.example", id);
		keel_say_wrapped(stdout, 0, keel_say_text(core, key));
	}
	return keel_ask_key("[n]o, [y]es, [u]nsure:", "nyu");
}

/* Asks what is open, one question after the other; unsure is asked once more with examples
 * (CLINICAL 1). */
static int ask_screening(keel_record *record, const keel_now *now)
{
	for (int i = 0; i < record->core->catalogue->question_count; i++) {
		const keel_question *question = &record->core->catalogue->questions[i];
		keel_coach_day(record->core, now);
		if (!record->core->allowed.ask_question[i])
			continue;
		int round = record->core->allowed.ask_round[i];
		for (; round <= 2; round++) {
			char answer = ask_question(record->core, i, round);
			if (answer == 0)
				return KEEL_EXIT_DONE;
			const char *name = answer == 'y' ? "yes" : answer == 'n' ? "no" : "unsure";
			int code = keel_record_say(record, now,
						   "{\"type\":\"screening-answer\",\"question\":\"%"
						   "s\",\"tier\":\"%s\","
						   "\"answer\":\"%s\",\"round\":%d}",
						   question->id, keel_tier_names[question->tier],
						   name, round);
			if (code != KEEL_EXIT_DONE)
				return code;
			if (answer != 'u')
				break;
		}
	}
	return KEEL_EXIT_DONE;
}

static int ask_after(keel_record *record, const keel_now *now)
{
	const keel_core *core = record->core;
	char answer = keel_ask_key("\nHow did your back take the last session? [s]ettled, [w]orse "
				   "for a day, s[t]ill worse:",
				   "swt");
	if (answer == 0)
		return KEEL_EXIT_DONE;
	const char *name = answer == 's'   ? "settled"
			   : answer == 'w' ? "worse-a-day"
					   : "still-worse";
	for (int i = keel_log_count(core->log) - 1; i >= 0; i--) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		if (entry->retracted || entry->event->type != KEEL_EVENT_SESSION_STARTED ||
		    keel_event_date(entry->event) != core->allowed.ask_after_date)
			continue;
		keel_text session = entry->event->u.session_started.session;
		return keel_record_say(
			record, now,
			"{\"type\":\"after-effect\",\"session\":\"%.*s\",\"answer\":\"%s\"}",
			(int)session.byte_count, session.bytes, name);
	}
	return KEEL_EXIT_DONE;
}

static int ask_morning(keel_record *record, const keel_now *now)
{
	int pain = keel_ask_number("\nPain this morning, 0 to 10:", 0, 10);
	if (pain < 0)
		return KEEL_EXIT_DONE;
	int soreness = keel_ask_number("Sore muscles, 0 to 10:", 0, 10);
	if (soreness < 0)
		return keel_record_say(record, now, "{\"type\":\"morning-check\",\"pain\":%d}",
				       pain);
	return keel_record_say(record, now,
			       "{\"type\":\"morning-check\",\"pain\":%d,\"soreness\":%d}", pain,
			       soreness);
}

static int ask_review(keel_record *record, const keel_now *now)
{
	char answer = keel_ask_key(
		"\nAnything new since last week - bladder, legs, fever, a fall? [n]one, [s]how me:",
		"ns");
	if (answer == 0)
		return KEEL_EXIT_DONE;
	return keel_record_say(record, now, "{\"type\":\"screening-review\",\"answer\":\"%s\"}",
			       answer == 'n' ? "none" : "some");
}

int keel_ask_before_plan(keel_record *record, const keel_now *now)
{
	keel_core *core = record->core;
	int code = KEEL_EXIT_DONE;
	keel_coach_day(core, now);
	if (core->allowed.ask_review)
		code = ask_review(record, now);
	keel_coach_day(core, now);
	if (code == KEEL_EXIT_DONE && core->allowed.ask_screening)
		code = ask_screening(record, now);
	keel_coach_day(core, now);
	if (code == KEEL_EXIT_DONE && core->allowed.ask_after)
		code = ask_after(record, now);
	keel_coach_day(core, now);
	if (code == KEEL_EXIT_DONE && core->allowed.ask_morning)
		code = ask_morning(record, now);
	keel_coach_day(core, now);
	return code;
}
