/* Goal: the core as its callers see it, over the real catalogue: what it keeps between calls never
 * shows, a session goes on from the record after the sets that are done, and a prescription that no
 * longer holds does not begin. Method: a record written here, line by line, from the drafts the
 * core itself gives.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "core/coach/coach.h"
#include "core/coach/player.h"

#define EVENTS_MAX 2000
#define OUT_BYTES ((size_t)1 << 20)
#define RECORD_BYTES ((size_t)1 << 20)
#define SESSION "00000000000000000000000000005e55"
#define MORNING_MS 1772438400000 /* 2026-03-02 08:00 UTC */
#define DAY_MS 86400000

typedef struct bench {
	keel_core *core;
	keel_player *player;
	void *memory, *player_memory;
	keel_now now;
	int seq;
	char *record; /* every line so far */
	char *out;
} bench;

static bench make(void)
{
	bench b = {.now = {MORNING_MS, 0, 90}};
	size_t bytes = keel_core_memory_bytes(EVENTS_MAX);
	b.memory = malloc(bytes);
	b.player_memory = malloc(keel_player_memory_bytes());
	b.record = calloc(1, RECORD_BYTES);
	b.out = malloc(OUT_BYTES);
	keel_spot spot;
	b.core = keel_core_create(b.memory, bytes, EVENTS_MAX, keel_embedded_catalogue,
				  keel_embedded_catalogue_bytes, &spot);
	b.player = keel_player_create(b.player_memory, keel_player_memory_bytes());
	assert_non_null(b.core);
	assert_non_null(b.player);
	return b;
}

static void drop(bench *b)
{
	free(b->memory);
	free(b->player_memory);
	free(b->record);
	free(b->out);
}

/* Envelopes one draft, keeps it and adds it. */
static void keep(bench *b, const char *draft, size_t draft_bytes)
{
	char line[4096];
	b->seq++;
	int n = snprintf(
		line, sizeof line,
		"{\"id\":\"%032x\",\"person\":\"00000000000000aa\",\"device\":\"0000000b\",\"seq\":"
		"%d,"
		"\"counter\":%d,\"utc_ms\":%lld,\"offset_min\":0,\"v\":1,\"safety\":0,%.*s\n",
		b->seq, b->seq, b->seq, (long long)b->now.utc_ms, (int)draft_bytes - 1, draft + 1);
	assert_true(n > 0 && (size_t)n < sizeof line);
	keel_spot spot = {.message = ""};
	int added = 0;
	if (keel_core_add(b->core, line, (size_t)n, &added, &spot) != KEEL_ERR_OK)
		fail_msg("%s: %s in %s", spot.field, spot.message, line);
	assert_int_equal(added, 1);
	memcpy(b->record + strlen(b->record), line, (size_t)n + 1);
}

static void say(bench *b, const char *draft)
{
	keep(b, draft, strlen(draft));
}

/* Keeps an array of flat drafts. */
static void keep_all(bench *b, const char *array)
{
	const char *at = strchr(array, '{');
	while (at != NULL) {
		const char *end = strchr(at, '}');
		assert_non_null(end);
		keep(b, at, (size_t)(end - at) + 1);
		at = strchr(end, '{');
	}
}

static void screen(bench *b)
{
	for (int i = 0; i < b->core->catalogue->question_count; i++) {
		const keel_question *question = &b->core->catalogue->questions[i];
		char draft[300];
		snprintf(draft, sizeof draft,
			 "{\"type\":\"screening-answer\",\"question\":\"%s\",\"tier\":\"%s\","
			 "\"answer\":\"no\",\"round\":1}",
			 question->id, keel_tier_names[question->tier]);
		say(b, draft);
	}
}

static const char *today(bench *b)
{
	assert_int_equal(keel_core_today_json(b->core, &b->now, b->out, OUT_BYTES, NULL),
			 KEEL_ERR_OK);
	return b->out;
}

static void prescribe(bench *b, const char *session)
{
	assert_int_equal(
		keel_core_prescribe_json(b->core, &b->now, session, b->out, OUT_BYTES, NULL),
		KEEL_ERR_OK);
	char *drafts = strdup(b->out);
	keep_all(b, drafts);
	free(drafts);
}

static keel_err start(bench *b, const char *session)
{
	return keel_player_start(b->player, b->core, &b->now, session);
}

static void command(bench *b, const char *json)
{
	assert_int_equal(keel_player_command(b->player, json, strlen(json), NULL), KEEL_ERR_OK);
	assert_int_equal(keel_player_drafts_json(b->player, b->out, OUT_BYTES, NULL), KEEL_ERR_OK);
	char *drafts = strdup(b->out);
	keep_all(b, drafts);
	free(drafts);
}

static void pass(bench *b, int32_t elapsed_ms)
{
	keel_player_tick(b->player, elapsed_ms);
	b->now.utc_ms += elapsed_ms;
	assert_int_equal(keel_player_drafts_json(b->player, b->out, OUT_BYTES, NULL), KEEL_ERR_OK);
	char *drafts = strdup(b->out);
	keep_all(b, drafts);
	free(drafts);
}

static bench ready(const char *programme)
{
	bench b = make();
	char draft[120];
	screen(&b);
	snprintf(draft, sizeof draft, "{\"type\":\"programme-chosen\",\"programme\":\"%s\"}",
		 programme);
	say(&b, draft);
	prescribe(&b, SESSION);
	return b;
}

static void an_unanswered_screening_locks_and_asks(void **state)
{
	(void)state;
	bench b = make();
	assert_non_null(strstr(today(&b), "\"lock\":{\"rule\":\"screen.unanswered\""));
	assert_non_null(strstr(b.out, "\"items\":[]"));
	assert_non_null(strstr(b.out, "\"kind\":\"screening\""));
	assert_int_equal(keel_core_prescribe_json(b.core, &b.now, SESSION, b.out, OUT_BYTES, NULL),
			 KEEL_ERR_LOCKED);
	screen(&b);
	assert_non_null(strstr(today(&b), "\"lock\":null"));
	assert_null(strstr(b.out, "\"items\":[]"));
	drop(&b);
}

static void what_is_kept_between_calls_never_shows(void **state)
{
	(void)state;
	bench b = ready("five-best"), fresh = make();
	char *first = strdup(today(&b));
	assert_string_equal(today(&b), first);
	b.now.utc_ms += DAY_MS;
	assert_string_not_equal(today(&b), first);
	b.now.utc_ms -= DAY_MS;
	assert_string_equal(today(&b), first);
	/* another core, the lines in reverse, in two portions with a question between */
	char *at = b.record + strlen(b.record);
	int lines = 0;
	while (at > b.record) {
		char *line = at - 1;
		while (line > b.record && line[-1] != '\n')
			line--;
		assert_int_equal(keel_core_add(fresh.core, line, (size_t)(at - line), NULL, NULL),
				 KEEL_ERR_OK);
		if (++lines == 3)
			today(&fresh);
		at = line;
	}
	assert_string_equal(today(&fresh), first);
	assert_true(keel_core_state_hash(fresh.core) == keel_core_state_hash(b.core));
	keel_core_clear(fresh.core);
	assert_non_null(strstr(today(&fresh), "screen.unanswered"));
	assert_int_equal(keel_core_counter_max(fresh.core), 0);
	assert_int_equal(keel_core_add(fresh.core, b.record, strlen(b.record), NULL, NULL),
			 KEEL_ERR_OK);
	assert_string_equal(today(&fresh), first);
	free(first);
	drop(&b);
	drop(&fresh);
}

static void the_second_pass_changes_nothing(void **state)
{
	(void)state;
	static const char *const programmes[] = {"five-best", "movements-that-heal",
						 "psoas-glute-balance", "personal"};
	for (int i = 0; i < 4; i++) {
		bench b = ready(programmes[i]);
		for (int day = 0; day < 60; day++) {
			assert_non_null(strstr(today(&b), "\"shrunk\":0"));
			assert_null(strstr(b.out, "\"items\":[]"));
			b.now.utc_ms += DAY_MS / 2;
		}
		drop(&b);
	}
}

/* Two of three sets by two sides are done when the tab dies; the new player goes on with the fifth
 * bout. */
static void a_session_goes_on_after_the_sets_that_are_done(void **state)
{
	(void)state;
	bench b = make();
	screen(&b);
	say(&b, "{\"type\":\"programme-chosen\",\"programme\":\"movements-that-heal\"}");
	say(&b, "{\"type\":\"equipment\",\"item\":\"bag\",\"have\":1}");
	say(&b, "{\"type\":\"equipment\",\"item\":\"post\",\"have\":1}");
	say(&b, "{\"type\":\"equipment\",\"item\":\"helper\",\"have\":1}");
	prescribe(&b, SESSION);
	assert_int_equal(start(&b, SESSION), KEEL_ERR_OK);
	command(&b, "{\"do\":\"start\",\"pain\":3,\"place\":\"back\"}");
	const keel_player_item *item = keel_player_item_now(b.player);
	assert_true(item->dose.work_s > 0);
	int done = 0;
	for (int i = 0; i < 2000 && done < 4; i++) {
		pass(&b, 250);
		done = b.player->items[0].bouts_done;
	}
	assert_int_equal(done, 4);
	assert_non_null(
		strstr(today(&b), "\"open_session\":{\"session\":\"" SESSION "\",\"pain\":3"));
	assert_non_null(strstr(b.out, "\"sets_done\":2"));
	int first_pain = b.player->first_pain, before = b.player->before;
	assert_int_equal(start(&b, SESSION), KEEL_ERR_OK);
	assert_int_equal(b.player->mode, KEEL_PLAYER_RUN);
	assert_int_equal(b.player->at.kind, KEEL_TIMELINE_SET_UP);
	assert_int_equal(b.player->at.set, 2);
	assert_int_equal(b.player->first_pain, first_pain);
	assert_int_equal(b.player->before, before);
	drop(&b);
}

static void before_is_the_same_live_and_in_the_record(void **state)
{
	(void)state;
	static const char *const answers[] = {
		"{\"do\":\"answer\",\"change\":\"same-or-less\"}",
		"{\"do\":\"answer\",\"change\":\"a-bit-more\",\"settled\":0,\"further\":0}",
		"{\"do\":\"answer\",\"change\":\"a-bit-more\",\"settled\":1}",
		"{\"do\":\"answer\",\"change\":\"clearly-more\",\"pain\":5,\"settled\":0}",
		"{\"do\":\"answer\",\"change\":\"clearly-more\",\"pain\":5,\"settled\":1}",
		"{\"do\":\"answer\",\"change\":\"same-or-less\",\"pain\":2}",
	};
	for (int a = 0; a < 6; a++) {
		bench b = ready("five-best");
		assert_int_equal(start(&b, SESSION), KEEL_ERR_OK);
		command(&b, "{\"do\":\"start\",\"pain\":3}");
		for (int i = 0; i < 400 && b.player->mode != KEEL_PLAYER_ASK; i++)
			pass(&b, 1000);
		command(&b, answers[a]);
		const keel_open_session *open =
			keel_state_open(keel_coach_state(b.core), SESSION, (int)strlen(SESSION));
		assert_non_null(open);
		assert_int_equal(b.player->mode, KEEL_PLAYER_RUN);
		assert_int_equal(b.player->before, open->before);
		assert_int_equal(b.player->first_pain, open->first_pain);
		drop(&b);
	}
}

/* The same, when pain was told in the middle and the movement went on or was finished for today. */
static void before_is_the_same_after_pain_in_the_middle(void **state)
{
	(void)state;
	static const char *const reports[][3] = {
		{"{\"do\":\"pain\",\"pain\":4}", "{\"do\":\"pain\",\"settled\":1}",
		 "{\"do\":\"answer\",\"change\":\"same-or-less\"}"},
		{"{\"do\":\"pain\",\"pain\":4}", "{\"do\":\"pain\",\"settled\":1}",
		 "{\"do\":\"answer\",\"change\":\"a-bit-more\",\"settled\":0,\"further\":0}"},
		{"{\"do\":\"pain\",\"pain\":4}", "{\"do\":\"pain\",\"settled\":0}", NULL},
		{"{\"do\":\"pain\",\"pain\":5}", "{\"do\":\"pain\",\"settled\":1}", NULL},
		{"{\"do\":\"pain\",\"pain\":5}", "{\"do\":\"pain\",\"settled\":0}", NULL},
		{"{\"do\":\"pain\",\"pain\":2}", NULL,
		 "{\"do\":\"answer\",\"change\":\"same-or-less\"}"},
	};
	for (int r = 0; r < 6; r++) {
		bench b = ready("five-best");
		assert_int_equal(start(&b, SESSION), KEEL_ERR_OK);
		command(&b, "{\"do\":\"start\",\"pain\":3}");
		pass(&b, 20000);
		command(&b, reports[r][0]);
		if (reports[r][1] != NULL)
			command(&b, reports[r][1]);
		if (b.player->mode == KEEL_PLAYER_NOTICE)
			command(&b, "{\"do\":\"continue\"}");
		for (int i = 0;
		     reports[r][2] != NULL && i < 400 && b.player->mode != KEEL_PLAYER_ASK; i++)
			pass(&b, 1000);
		if (reports[r][2] != NULL)
			command(&b, reports[r][2]);
		const keel_open_session *open =
			keel_state_open(keel_coach_state(b.core), SESSION, (int)strlen(SESSION));
		assert_non_null(open);
		assert_int_equal(b.player->mode, KEEL_PLAYER_RUN);
		assert_int_equal(b.player->play_at, 1);
		assert_int_equal(b.player->before, open->before);
		drop(&b);
	}
}

static void a_prescription_that_no_longer_holds_does_not_begin(void **state)
{
	(void)state;
	bench b = ready("five-best");
	assert_int_equal(start(&b, "00000000000000000000000000000bad"), KEEL_ERR_NOT_FOUND);
	assert_int_equal(start(&b, "no id"), KEEL_ERR_NOT_FOUND);
	b.now.utc_ms += DAY_MS;
	assert_int_equal(start(&b, SESSION), KEEL_ERR_NOT_NOW);
	b.now.utc_ms -= DAY_MS;
	assert_int_equal(start(&b, SESSION), KEEL_ERR_OK);
	/* kneeling is no longer possible: hands and knees are withheld */
	say(&b, "{\"type\":\"ability\",\"ability\":\"kneel\",\"can\":0}");
	assert_int_equal(start(&b, SESSION), KEEL_ERR_NOT_NOW);
	/* an emergency answer locks */
	say(&b, "{\"type\":\"screening-answer\",\"question\":\"saddle\",\"tier\":\"emergency\","
		"\"answer\":\"yes\",\"round\":1}");
	assert_int_equal(start(&b, SESSION), KEEL_ERR_LOCKED);
	drop(&b);
}

static void an_ended_session_does_not_begin_again(void **state)
{
	(void)state;
	bench b = ready("five-best");
	assert_int_equal(start(&b, SESSION), KEEL_ERR_OK);
	command(&b, "{\"do\":\"start\",\"pain\":3}");
	command(&b, "{\"do\":\"end\"}");
	assert_int_equal(start(&b, SESSION), KEEL_ERR_NOT_NOW);
	assert_non_null(strstr(today(&b), "\"sessions_today\":1"));
	drop(&b);
}

static void much_pain_at_the_start_replaces_the_session(void **state)
{
	(void)state;
	bench b = ready("five-best");
	assert_int_equal(start(&b, SESSION), KEEL_ERR_OK);
	command(&b, "{\"do\":\"start\",\"pain\":9}");
	assert_int_equal(b.player->mode, KEEL_PLAYER_RUN);
	for (int i = 0; i < b.player->play_count; i++)
		assert_int_equal(
			b.core->catalogue->movements[b.player->items[b.player->play[i]].movement]
				.stage,
			KEEL_STAGE_CALM);
	drop(&b);
}

static void small_outputs_are_refused_not_cut(void **state)
{
	(void)state;
	bench b = ready("five-best");
	size_t n = 0;
	assert_int_equal(keel_core_today_json(b.core, &b.now, b.out, OUT_BYTES, &n), KEEL_ERR_OK);
	assert_int_equal(n, strlen(b.out));
	assert_int_equal(keel_core_today_json(b.core, &b.now, b.out, n, NULL), KEEL_ERR_TOO_LARGE);
	assert_int_equal(keel_core_today_json(b.core, &b.now, b.out, n + 1, NULL), KEEL_ERR_OK);
	assert_int_equal(keel_core_why_json(b.core, &b.now, "moonwalk", b.out, OUT_BYTES, NULL),
			 KEEL_ERR_NOT_FOUND);
	drop(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_unanswered_screening_locks_and_asks),
		cmocka_unit_test(what_is_kept_between_calls_never_shows),
		cmocka_unit_test(the_second_pass_changes_nothing),
		cmocka_unit_test(a_session_goes_on_after_the_sets_that_are_done),
		cmocka_unit_test(before_is_the_same_live_and_in_the_record),
		cmocka_unit_test(before_is_the_same_after_pain_in_the_middle),
		cmocka_unit_test(a_prescription_that_no_longer_holds_does_not_begin),
		cmocka_unit_test(an_ended_session_does_not_begin_again),
		cmocka_unit_test(much_pain_at_the_start_replaces_the_session),
		cmocka_unit_test(small_outputs_are_refused_not_cut),
	};
	return cmocka_run_group_tests_name("coach", tests, NULL, NULL);
}
