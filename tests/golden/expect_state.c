/* Expectations on the state of the plan: locks, questions, advice, stage, and `why` with its
 * history. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/facts.h"
#include "tests/golden/story.h"

static void fail_with(story *s, const value *got, const value *today)
{
	char list[4096];
	char *text = value_dump(got);
	today_list(today, list, sizeof list);
	story_fail(s, "expected: %s\n  got: %.600s\n%s", s->text.lines[s->line_now].text,
		   text ? text : "nothing", list);
	free(text);
}

static bool ways_are(const char *expected, const value *ways)
{
	char text[128] = "";
	for (int i = 0; i < value_count(ways); i++) {
		size_t used = strlen(text);
		snprintf(text + used, sizeof text - used, "%s%s", i ? "," : "",
			 value_text(value_at(ways, i)));
	}
	return !strcmp(text, expected);
}

static bool lock_fits(story *s, const words *w, const value *lock)
{
	const char *question = words_get(w, "question"), *not_before = words_get(w, "not_before");
	const char *ways = words_get(w, "ways");
	if (value_is_null(lock) || !one_of(w->word[2], value_text(value_in(lock, "rule"))))
		return false;
	if (question && !one_of(question, value_text(value_in(lock, "question"))))
		return false;
	if (not_before &&
	    value_int(value_in(lock, "not_before_date"), -1) != story_date_of(s, not_before))
		return false;
	return !ways || ways_are(ways, value_in(lock, "ways_back"));
}

/* kind (and question) among what the app should ask; `review`, `screening question=saddle`. */
static bool asks_what(const value *one, const words *w)
{
	const char *measure = words_get(w, "measure"), *usual = words_get(w, "usual");
	int64_t known = value_int(value_in(one, "usual"), -1);
	return (!measure || !strcmp(value_text(value_in(one, "measure")), measure)) &&
	       (!usual || known == (strcmp(usual, "none") ? words_number(usual) : -1));
}

static bool asks(const value *today, const words *w, const char *kind)
{
	const char *question = words_get(w, "question");
	const value *ask = value_in(today, "ask");
	for (int i = 0; i < value_count(ask); i++) {
		const value *one = value_at(ask, i), *questions = value_in(one, "questions");
		if (strcmp(value_text(value_in(one, "kind")), kind) ||
		    !asks_what(one, w))
			continue;
		if (!question)
			return true;
		for (int k = 0; k < value_count(questions); k++)
			if (!strcmp(value_text(value_at(questions, k)), question))
				return true;
	}
	return false;
}

static bool advises(const value *today, const char *rule)
{
	const value *advice = value_in(today, "advice");
	for (int i = 0; i < value_count(advice); i++)
		if (one_of(rule, value_text(value_in(value_at(advice, i), "rule"))))
			return true;
	return false;
}

/* ---- why ---- */

static int rung_of(const char *movement, const value *dose)
{
	const keel_movement *m = facts_movement(movement);
	keel_dose d = {
		.sets = (int16_t)value_int(value_in(dose, "sets"), 0),
		.reps = (int16_t)value_int(value_in(dose, "reps"), 0),
		.hold_s = (int16_t)value_int(value_in(dose, "hold_s"), 0),
		.work_s = (int16_t)value_int(value_in(dose, "work_s"), 0),
		.rest_s = (int16_t)value_int(value_in(dose, "rest_s"), 0),
		.load_hg = (int16_t)value_int(value_in(dose, "load_hg"), 0),
		.lever = (int16_t)value_int(value_in(dose, "lever"), 0),
	};
	return m && !value_is_null(dose) ? facts_rung(m, &d) : 0;
}

static void expect_why(story *s, const words *w, const value *today)
{
	value *why = story_why(s, w->word[2]);
	const char *in = words_get(w, "in"), *rule = words_get(w, "rule");
	const char *not_rule = words_get(w, "not-rule"), *rung = words_get(w, "rung");
	const char *got = value_text(value_in(why, "rule"));
	const char *mornings = words_get(w, "mornings");
	const char *said = value_text(value_in(value_in(why, "mornings"), "verdict"));
	bool fits = why && (!mornings || one_of(mornings, said)) &&
		    (!in || value_true(value_in(why, "in")) == !strcmp(in, "yes")) &&
		    (!rule || one_of(rule, got)) && (!not_rule || !one_of(not_rule, got)) &&
		    (!rung || compare_count(rung, rung_of(w->word[2], value_in(why, "dose"))));
	if (why && !fits)
		fail_with(s, why, today);
	value_free(why);
}

static void expect_history(story *s, const words *w, const value *today)
{
	value *why = story_why(s, w->word[2]);
	const value *history = value_in(why, "history");
	const value *last = NULL;
	for (int i = 0; i < value_count(history); i++)
		if (value_int(value_in(value_at(history, i), "date"), 0) >=
		    value_int(value_in(last, "date"), 0))
			last = value_at(history, i);
	const char *rise = words_get(w, "rise"), *rung = words_get(w, "rung");
	const char *counted = words_get(w, "counted"), *outcome = words_get(w, "outcome");
	bool fits =
		last && (!rise || value_int(value_in(last, "rise"), -99) == words_number(rise)) &&
		(!rung || value_int(value_in(last, "rung"), -99) == words_number(rung)) &&
		(!counted || value_true(value_in(last, "counted")) == !strcmp(counted, "yes")) &&
		(!outcome || one_of(outcome, value_text(value_in(last, "outcome_rule"))));
	if (why && !fits)
		fail_with(s, last, today);
	value_free(why);
}

static void expect_prescribe(story *s, const words *w)
{
	keel_err err;
	char id[33];
	story_new_id(s, "probe", id);
	value_free(story_prescribe(s, id, &err));
	if ((err == KEEL_ERR_LOCKED) != !strcmp(w->word[2], "locked"))
		story_fail(s, "expected: %s\n  got: %s", w->rest, keel_err_name(err));
}

static void expect_stage(story *s, const words *w, const value *today)
{
	const char *rule = words_get(w, "rule");
	if (!one_of(w->word[2], value_text(value_in(today, "stage"))) ||
	    (rule && !one_of(rule, value_text(value_in(today, "stage_rule")))))
		fail_with(s, value_in(today, "stage"), today);
}

static void expect_progress(story *s, const words *w)
{
	keel_now now = story_now(s);
	const char *wanted = w->word[w->count - 1];
	keel_err err = keel_core_progress_json(story_device_now(s)->core, &now, s->out,
					       STORY_OUT_BYTES, &s->out_used_bytes);
	if (err != KEEL_ERR_OK || !strstr(s->out, wanted))
		story_fail(s, "expected: %s\n  got: %.600s", w->rest,
			   err == KEEL_ERR_OK ? s->out : keel_err_name(err));
}

/* ---- measures ---- */

static bool number_is(const words *w, const char *word, const value *object)
{
	const char *expected = words_get(w, word);
	return !expected || (!strcmp(expected, "none")
				     ? value_is_null(value_in(object, word))
				     : value_int(value_in(object, word), INT32_MIN) ==
					       words_number(expected));
}

static bool word_is(const words *w, const char *word, const value *object)
{
	const char *expected = words_get(w, word);
	return !expected || (!strcmp(expected, "none")
				     ? value_is_null(value_in(object, word))
				     : one_of(expected, value_text(value_in(object, word))));
}

/* `expect series psfs verdict=better change=15 size=small`, of an activity with item="…". */
static void expect_series(story *s, const words *w)
{
	keel_now now = story_now(s);
	const char *item = words_get(w, "item");
	keel_err err = keel_core_progress_json(story_device_now(s)->core, &now, s->out,
					       STORY_OUT_BYTES, &s->out_used_bytes);
	value *progress = err == KEEL_ERR_OK ? value_parse(s->out, s->out_used_bytes) : NULL;
	const value *all = value_in(progress, "series"), *found = NULL;
	for (int i = 0; i < value_count(all); i++) {
		const value *one = value_at(all, i);
		if (!strcmp(value_text(value_in(one, "series")), w->word[2]) &&
		    (!item || !strcmp(value_text(value_in(one, "item")), item)))
			found = one;
	}
	const char *points = words_get(w, "points");
	bool fits = found && word_is(w, "verdict", found) && word_is(w, "size", found) &&
		    word_is(w, "note", found) && number_is(w, "first", found) &&
		    number_is(w, "latest", found) && number_is(w, "change", found) &&
		    number_is(w, "needed", found) &&
		    (!points || value_count(value_in(found, "points")) == words_number(points));
	if (!fits) {
		char *got = found ? value_dump(found) : NULL;
		story_fail(s, "expected: %s\n  got: %s", w->rest, got ? got : "no such series");
		free(got);
	}
	value_free(progress);
}

/* Some event of the record holds this text: `expect record has "…"`. */
static void expect_record(story *s, const words *w)
{
	const char *wanted = strchr(w->rest, '"');
	char text[256];
	size_t used = 0;
	for (const char *at = wanted ? wanted + 1 : ""; *at && used + 1 < sizeof text; at++) {
		if (*at == '"')
			break;
		at += *at == '\\' && at[1];
		text[used++] = *at;
	}
	text[used] = 0;
	for (int i = 0; i < s->event_count; i++)
		if (used && strstr(s->events[i].line, text))
			return;
	story_fail(s, "expected: %s\n  got: no such event", w->rest);
}

static bool expect_not(story *s, const words *w, const value *today)
{
	const char *what = w->word[2], *fourth = w->count > 3 ? w->word[3] : "";
	if (!strcmp(what, "lock")) {
		if (!value_is_null(value_in(today, "lock")))
			fail_with(s, value_in(today, "lock"), today);
	} else if (!strcmp(what, "ask")) {
		if (asks(today, w, fourth))
			fail_with(s, value_in(today, "ask"), today);
	} else if (!strcmp(what, "advice")) {
		if (advises(today, fourth))
			fail_with(s, value_in(today, "advice"), today);
	} else {
		return false;
	}
	return true;
}

bool expect_on_state(story *s, words *w, const value *today)
{
	const char *what = w->word[1];
	if (w->count < 3)
		return false;
	if (!strcmp(what, "no"))
		return expect_not(s, w, today);
	if (!strcmp(what, "lock")) {
		if (!lock_fits(s, w, value_in(today, "lock")))
			fail_with(s, value_in(today, "lock"), today);
	} else if (!strcmp(what, "ask")) {
		if (!asks(today, w, w->word[2]))
			fail_with(s, value_in(today, "ask"), today);
	} else if (!strcmp(what, "advice")) {
		if (!advises(today, w->word[2]))
			fail_with(s, value_in(today, "advice"), today);
	} else if (!strcmp(what, "stage")) {
		expect_stage(s, w, today);
	} else if (!strcmp(what, "easy-day")) {
		if (value_true(value_in(today, "easy_day")) != !strcmp(w->word[2], "yes"))
			fail_with(s, value_in(today, "easy_day"), today);
	} else if (!strcmp(what, "why")) {
		expect_why(s, w, today);
	} else if (!strcmp(what, "history")) {
		expect_history(s, w, today);
	} else if (!strcmp(what, "prescribe")) {
		expect_prescribe(s, w);
	} else if (!strcmp(what, "record")) {
		expect_record(s, w);
	} else if (!strcmp(what, "progress")) {
		expect_progress(s, w);
	} else if (!strcmp(what, "series")) {
		expect_series(s, w);
	} else {
		return false;
	}
	return true;
}
