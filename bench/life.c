#include "bench/life.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/err.h"

enum { LINE_BYTES_MAX = 700, DAY_MS = 86400000 };

typedef struct life {
	char *text;
	size_t room_bytes;
	size_t used_bytes;
	int event_count;
	int event_count_max;
	long long now_ms;
} life;

/* One event, unless there are enough. */
__attribute__((format(printf, 2, 3))) static void say(life *l, const char *format, ...)
{
	if (l->event_count == l->event_count_max)
		return;
	l->event_count++;
	l->now_ms += 20000;
	int written =
		snprintf(l->text + l->used_bytes, l->room_bytes - l->used_bytes,
			 "{\"id\":\"%032x\",\"person\":\"00000000000000aa\",\"device\":"
			 "\"00000001\",\"seq\":%d,"
			 "\"counter\":%d,\"utc_ms\":%lld,\"offset_min\":60,\"v\":1,\"safety\":0,",
			 (unsigned)l->event_count, l->event_count, l->event_count, l->now_ms);
	l->used_bytes += (size_t)written;
	va_list arguments;
	va_start(arguments, format);
	written = vsnprintf(l->text + l->used_bytes, l->room_bytes - l->used_bytes, format,
			    arguments);
	va_end(arguments);
	l->used_bytes += (size_t)written;
	KEEL_ASSERT(l->used_bytes + LINE_BYTES_MAX < l->room_bytes);
	l->text[l->used_bytes++] = '}';
	l->text[l->used_bytes++] = '\n';
}

static void first_day(life *l)
{
	static const char *const questions[][2] = {
		{"bladder-bowel", "emergency"},
		{"saddle", "emergency"},
		{"sexual-function", "emergency"},
		{"both-legs", "emergency"},
		{"leg-weakness", "emergency"},
		{"unsteady", "emergency"},
		{"collapse", "emergency"},
		{"fever", "same-day"},
		{"flank-pain", "same-day"},
		{"bone-risk", "same-day"},
		{"trauma", "same-day"},
		{"chest-pain", "same-day"},
		{"heart-uncontrolled", "same-day"},
		{"cancer", "clinician-soon"},
		{"weight-loss", "clinician-soon"},
		{"night-pain", "clinician-soon"},
		{"deformity", "clinician-soon"},
		{"surgery", "clinician-soon"},
		{"pregnancy-complications", "clinician-soon"},
		{"numb-or-weak", "clinician-soon"},
		{"never-assessed", "advice"},
	};
	say(l, "\"type\":\"profile\",\"name\":\"Anne\",\"birth_year\":1980,\"country\":\"DE\","
	       "\"language\":\"en\"");
	say(l, "\"type\":\"goal\",\"text\":\"pick up my daughter\",\"confidence\":4");
	for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++)
		say(l,
		    "\"type\":\"screening-answer\",\"question\":\"%s\",\"tier\":\"%s\",\"answer\":"
		    "\"no\","
		    "\"round\":1",
		    questions[i][0], questions[i][1]);
	say(l, "\"type\":\"programme-chosen\",\"programme\":\"personal\"");
}

static void one_item(life *l, int day, int index)
{
	static const char *const movements[][2] = {{"cat-cow", "mobility"},
						   {"glute-bridge", "strengthen"},
						   {"brace-standing", "brace"},
						   {"child-pose", "stretch"}};
	say(l,
	    "\"type\":\"session-item\",\"session\":\"%032x\",\"index\":%d,\"movement\":\"%s\","
	    "\"aim\":\"%s\","
	    "\"stage\":\"calm\",\"purpose\":\"plan\",\"rung\":1,\"sets\":2,\"reps\":8,\"hold_s\":0,"
	    "\"work_s\":0,"
	    "\"rest_s\":20,\"load_hg\":0,\"none_added\":0,\"working_s\":64,\"directions\":1,"
	    "\"rule\":\"dose.stay\",\"inputs\":[1,2]",
	    (unsigned)day, index, movements[index][0], movements[index][1]);
}

static void one_day(life *l, int day)
{
	l->now_ms = KEEL_BENCH_START_MS + (long long)(day + 1) * DAY_MS;
	say(l, "\"type\":\"morning-check\",\"pain\":%d,\"soreness\":%d", 2 + day % 3, day % 2);
	say(l,
	    "\"type\":\"session-prescribed\",\"session\":\"%032x\",\"programme\":\"personal\","
	    "\"stage\":\"restore\","
	    "\"date\":%d,\"minutes\":12,\"item_count\":4,\"easy_day\":0,\"rule\":\"stage.restore\","
	    "\"inputs\":[4],"
	    "\"facts\":\"0011223344556677\",\"core\":\"0.1.0\"",
	    (unsigned)day, 20090 + day);
	for (int i = 0; i < 4; i++)
		one_item(l, day, i);
	say(l,
	    "\"type\":\"session-started\",\"session\":\"%032x\",\"pain\":%d,\"place\":\"back\","
	    "\"up_min\":90",
	    (unsigned)day, 2 + day % 3);
	for (int i = 0; i < 4; i++) {
		for (int set = 1; set <= 2; set++)
			say(l,
			    "\"type\":\"set-done\",\"session\":\"%032x\",\"index\":%d,\"set\":%d,"
			    "\"side\":\"both\","
			    "\"reps\":8,\"hold_s\":0,\"work_s\":32,\"end\":\"done\"",
			    (unsigned)day, i, set);
		say(l,
		    "\"type\":\"exercise-done\",\"session\":\"%032x\",\"index\":%d,\"change\":"
		    "\"same-or-less\","
		    "\"challenge\":%d,\"form\":\"kept\",\"end\":\"done\"",
		    (unsigned)day, i, 40 + day % 30);
	}
	say(l, "\"type\":\"session-ended\",\"session\":\"%032x\",\"pain\":2,\"end\":\"done\"",
	    (unsigned)day);
	if (day % 7 == 6)
		say(l, "\"type\":\"screening-review\",\"answer\":\"none\"");
}

char *keel_bench_life(int event_count, size_t *text_bytes, long long *end_ms)
{
	life l = {.event_count_max = event_count, .now_ms = KEEL_BENCH_START_MS};
	l.room_bytes = (size_t)event_count * LINE_BYTES_MAX + 2 * LINE_BYTES_MAX;
	l.text = malloc(l.room_bytes);
	if (l.text == NULL)
		return NULL;
	first_day(&l);
	for (int day = 0; l.event_count < event_count; day++)
		one_day(&l, day);
	*text_bytes = l.used_bytes;
	*end_ms = l.now_ms;
	return l.text;
}
