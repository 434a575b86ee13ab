/* A golden story: one person's days told in plain text (README.md), performed against the public
 * core (keel.h).
 *
 * Rooms of this runner: words.c (lines and words), value.c (JSON that the core printed; the one
 * wrapper of jansson), record.c (devices, clocks, envelopes), facts.c (the catalogue), say.c (what
 * the person says), session.c (sessions by the plan), truth.c (people with a truth), expect*.c (the
 * hand-written expectations), story.c (the command).
 *
 * The runner judges nothing clinical: it never computes a dose or a rest, it only compares with
 * what the story says.
 */
#ifndef KEEL_TESTS_GOLDEN_STORY_H
#define KEEL_TESTS_GOLDEN_STORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "include/keel/keel.h"
#include "tests/golden/value.h"
#include "tests/golden/words.h"

#define STORY_EVENTS_MAX 8192 /* four weeks of daily sessions are about 1,500 */
#define STORY_DEVICES_MAX 4
#define STORY_LABELS_MAX 128
#define STORY_MOVED_MAX 160 /* movements performed in one story */
#define STORY_OUT_BYTES (8u << 20)
#define STORY_DIARY_BYTES (1u << 18)

typedef struct story_event {
	char id[33];
	char *line;
} story_event;

/* One device of the person: its own knowledge of the record, its own clock. */
typedef struct story_device {
	char name[24];
	uint32_t id;
	int64_t clock_error_ms;
	void *memory;
	keel_core *core;
} story_device;

typedef struct story_label {
	char name[48];
	char id[33];
	char type[32];
} story_label;

/* What was performed of a movement so far: for raised, climbed and not-lowered. */
typedef struct story_moved {
	char movement[49];
	int rung_first;
	int rung_last;
	int rung_top;
} story_moved;

typedef struct story_truth {
	bool set;
	int from, to, over_days;
	int32_t start_date;
	bool held;
	uint64_t random;
	int challenge;
	char place[16];
	char hurts_direction[16];
	int hurts_by;
	bool hurts_spread;
	int hurts_days; /* 0: always */
} story_truth;

typedef struct story_always {
	bool some, not_lowered, no_easy_day, no_flare, no_lock;
	int rests_percent_max; /* -1 none */
} story_always;

typedef struct story {
	const char *path;
	char name[128];
	story_text text;
	int line_now; /* index into text.lines of the line being performed */
	int failure_count;
	int expect_count;

	int32_t date; /* calendar date, days since 1970 */
	int minute;
	int tick_s; /* seconds since that minute: each event takes at least one */
	int offset_min;
	int up_min;
	int pass;     /* of the innermost repeat, from 1 */
	bool started; /* the first day has come: lines before it wait for a clock */

	story_device devices[STORY_DEVICES_MAX];
	int device_count;
	int device_now;
	story_event events[STORY_EVENTS_MAX];
	int event_count;
	int id_count;
	char person[17];

	story_label labels[STORY_LABELS_MAX];
	int label_count;
	char replaces[33]; /* id that the next event corrects, "" none */
	char session_last[33];

	story_moved moved[STORY_MOVED_MAX];
	int moved_count;
	story_truth truth;
	story_always always;
	char *out; /* STORY_OUT_BYTES of what the core printed last */
	size_t out_used_bytes;
	char *diary; /* STORY_DIARY_BYTES */
	size_t diary_bytes;
	char *diary_body; /* of the last entry */
} story;

/* story.c: a message with file:line; the story counts as failed. */
void story_fail(story *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* run.c: performs the lines from first up to, not including, end. */
void story_run(story *s, int first, int end);
/* Index behind the block of the line (its deeper lines). */
int story_block_end(const story *s, int line);

/* record.c */
bool story_record_open(story *s);
void story_record_close(story *s);
story_device *story_device_now(story *s);
bool story_device_use(story *s, const char *name);
void story_merge(story *s);
void story_new_id(story *s, const char *kind, char id[33]);
keel_now story_now(story *s);
/* Envelopes a draft (a flat JSON object with its type) and adds it on the present device. The id of
 * the event is in s->events[s->event_count - 1].id then. */
keel_err story_emit(story *s, const char *draft, keel_spot *spot);
/* The same, and a failure of the story when the core refuses. */
void story_tell(story *s, const char *draft);
void story_label_last(story *s, const char *name);
const story_label *story_label_find(const story *s, const char *name);

/* Draft building: fields are appended to one object. */
typedef struct story_draft {
	char text[4096];
	size_t used;
} story_draft;
void draft_begin(story_draft *draft, const char *type);
void draft_int(story_draft *draft, const char *key, int64_t value);
void draft_numbers(story_draft *draft, const char *key, const char *numbers); /* 1,2,3 */
void draft_text(story_draft *draft, const char *key, const char *value);
void draft_end(story_draft *draft);

/* What the core says now; freed by the caller. NULL after a failure message. */
value *story_today(story *s);
value *story_why(story *s, const char *movement);
value *story_prescribe(story *s, const char *session, keel_err *err);
value *story_prescribe_test(story *s, const char *session, keel_err *err);

/* say.c: true when the word names a statement of the person. */
bool story_say(story *s, int line, words *w);
/* session.c: performs the session that begins at this line; the index of the next line to run. */
int story_session(story *s, int line, words *w);
/* truth.c */
void truth_begin(story *s, words *w);
void truth_hurts(story *s, words *w);
int truth_pain(story *s);  /* today's truth without noise */
int truth_noise(story *s); /* -1, 0, +1 with weights 1:2:1 */
int truth_clamp(int pain);

/* diary.c: writes down what is planned now. */
void story_diary(story *s, const value *today);
void story_diary_today(story *s);

/* expect.c: one line `expect …`. */
void story_expect(story *s, words *w);
void story_always_set(story *s, words *w);
/* What `always` lines ask for, at each session and day; today may be NULL (then it is asked). */
void story_always_check(story *s, const value *today);
bool expect_on_items(story *s, words *w, const value *today);
bool expect_on_state(story *s, words *w, const value *today);
bool expect_on_words(story *s, words *w);
bool expect_on_tests(story *s, const words *w, const value *today);
/* Pieces that the expect rooms share. */
bool one_of(const char *alternatives, const char *got);
bool compare_count(const char *condition, int got);
const value *today_item(const value *today, const char *movement);
void dose_text(const value *dose, char *text, size_t text_bytes);
void today_list(const value *today, char *text, size_t text_bytes);
int story_date_of(story *s, const char *text); /* 2026-03-02 or +3 */
story_moved *story_moved_find(story *s, const char *movement, bool make);

#endif
