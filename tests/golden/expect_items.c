/* Expectations on today's items and on single movements. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/facts.h"
#include "tests/golden/story.h"

static void fail_with_list(story *s, const value *today, const char *got)
{
	char list[4096];
	today_list(today, list, sizeof list);
	story_fail(s, "expected: %s\n  got: %s\n%s", s->text.lines[s->line_now].text, got, list);
}

/* ---- doses: 3x20s/20s, 1x5, 3xhold10/15s, 2x8xhold5 ---- */

static keel_dose dose_of(const value *dose)
{
	return (keel_dose){
		.sets = (int16_t)value_int(value_in(dose, "sets"), 0),
		.reps = (int16_t)value_int(value_in(dose, "reps"), 0),
		.hold_s = (int16_t)value_int(value_in(dose, "hold_s"), 0),
		.work_s = (int16_t)value_int(value_in(dose, "work_s"), 0),
		.rest_s = (int16_t)value_int(value_in(dose, "rest_s"), 0),
		.load_hg = (int16_t)value_int(value_in(dose, "load_hg"), 0),
		.lever = (int16_t)value_int(value_in(dose, "lever"), 0),
	};
}

static void dose_say(const keel_dose *dose, char *text, size_t text_bytes)
{
	int used = snprintf(text, text_bytes, "%dx", dose->sets);
	if (dose->work_s)
		used += snprintf(text + used, text_bytes - (size_t)used, "%ds", dose->work_s);
	if (dose->reps)
		used += snprintf(text + used, text_bytes - (size_t)used, "%d", dose->reps);
	if (dose->hold_s)
		used += snprintf(text + used, text_bytes - (size_t)used, "%shold%d",
				 dose->reps ? "x" : "", dose->hold_s);
	snprintf(text + used, text_bytes - (size_t)used, "/%ds", dose->rest_s);
}

void dose_text(const value *dose, char *text, size_t text_bytes)
{
	keel_dose d = dose_of(dose);
	dose_say(&d, text, text_bytes);
}

/* A part that the story leaves out (the rest) is not compared. */
static bool dose_is(const char *expected, const keel_dose *dose)
{
	char got[64];
	dose_say(dose, got, sizeof got);
	if (!strchr(expected, '/'))
		*strchr(got, '/') = 0;
	return !strcmp(expected, got);
}

/* ---- in ---- */

static bool has_caution(const value *item, const char *rule)
{
	const value *cautions = value_in(item, "cautions");
	if (!strcmp(rule, "none"))
		return value_count(cautions) == 0;
	for (int i = 0; i < value_count(cautions); i++)
		if (one_of(rule, value_text(value_in(value_at(cautions, i), "rule"))))
			return true;
	return false;
}

static bool text_field_is(const words *w, const char *word, const value *object, const char *field)
{
	const char *expected = words_get(w, word);
	return !expected || one_of(expected, value_text(value_in(object, field)));
}

/* The numbers a rule saw, as `2,3`. */
static bool inputs_are(const words *w, const char *word, const value *inputs)
{
	const char *expected = words_get(w, word);
	char wanted[64];
	if (!expected)
		return true;
	snprintf(wanted, sizeof wanted, "[%s]", expected);
	char *got = value_dump(inputs);
	bool same = got && !strcmp(got, wanted);
	free(got);
	return same;
}

static bool item_fits(const words *w, const value *item)
{
	keel_dose dose = dose_of(value_in(item, "dose"));
	const char *dose_text = words_get(w, "dose"), *rung = words_get(w, "rung");
	const char *caution = words_get(w, "caution");
	return (!dose_text || dose_is(dose_text, &dose)) &&
	       (!rung || compare_count(rung, (int)value_int(value_in(item, "rung"), 0))) &&
	       text_field_is(w, "rule", item, "rule") &&
	       text_field_is(w, "choice", item, "choice_rule") &&
	       inputs_are(w, "choice-inputs", value_in(item, "choice_inputs")) &&
	       text_field_is(w, "purpose", item, "purpose") &&
	       text_field_is(w, "sides", item, "sides") && (!caution || has_caution(item, caution));
}

static void expect_in(story *s, const words *w, const value *today)
{
	const value *item = today_item(today, w->word[2]);
	char got[512] = "it is not there";
	if (item && item_fits(w, item))
		return;
	if (item) {
		char dose[64];
		keel_dose d = dose_of(value_in(item, "dose"));
		char *inputs = value_dump(value_in(item, "inputs"));
		char *choice = value_dump(value_in(item, "choice_inputs"));
		dose_say(&d, dose, sizeof dose);
		snprintf(got, sizeof got, "dose %s rung %lld rule %s %s choice %s %s purpose %s",
			 dose, (long long)value_int(value_in(item, "rung"), 0),
			 value_text(value_in(item, "rule")), inputs ? inputs : "",
			 value_text(value_in(item, "choice_rule")), choice ? choice : "",
			 value_text(value_in(item, "purpose")));
		free(inputs);
		free(choice);
	} else {
		value *why = story_why(s, w->word[2]);
		snprintf(got, sizeof got, "it is not there: %s", value_text(value_in(why, "rule")));
		value_free(why);
	}
	fail_with_list(s, today, got);
}

/* ---- out, soft ---- */

static const value *entry_of(const value *list, const char *movement)
{
	for (int i = 0; i < value_count(list); i++)
		if (one_of(movement, value_text(value_in(value_at(list, i), "movement"))))
			return value_at(list, i);
	return NULL;
}

static bool until_is(story *s, const words *w, const value *entry)
{
	const char *until = words_get(w, "until");
	return !until || value_int(value_in(entry, "until_date"), -1) == story_date_of(s, until);
}

static void expect_out(story *s, const words *w, const value *today)
{
	const value *entry = entry_of(value_in(today, "withheld"), w->word[2]);
	char *got = entry ? value_dump(entry) : NULL;
	if (today_item(today, w->word[2]))
		fail_with_list(s, today, "it is in");
	else if (!entry &&
		 (words_get(w, "rule") || words_get(w, "until") || words_get(w, "instead")))
		fail_with_list(s, today, "it is out, but withheld does not name it");
	else if (entry && !(text_field_is(w, "rule", entry, "rule") &&
			    text_field_is(w, "instead", entry, "instead") && until_is(s, w, entry)))
		fail_with_list(s, today, got ? got : "");
	free(got);
}

static void expect_soft(story *s, const words *w, const value *today)
{
	const char *rule = words_get(w, "rule");
	const value *item = today_item(today, w->word[2]);
	const value *entry = entry_of(value_in(today, "withheld"), w->word[2]);
	bool fits = item ? has_caution(item, rule ? rule : "")
			 : entry && one_of(rule ? rule : "", value_text(value_in(entry, "rule")));
	if (!fits)
		fail_with_list(s, today,
			       item    ? "it is in without that caution"
			       : entry ? value_text(value_in(entry, "rule"))
				       : "it is out without a reason");
}

static void expect_rests(story *s, const words *w, const value *today, bool wanted)
{
	const value *entry = entry_of(value_in(today, "rests"), w->word[2]);
	char *got = entry ? value_dump(entry) : NULL;
	bool fits =
		wanted ? entry && until_is(s, w, entry) && text_field_is(w, "rule", entry, "rule")
		       : !entry;
	if (!fits)
		fail_with_list(s, today, got ? got : "it does not rest");
	free(got);
}

/* ---- counts over the items ---- */

typedef bool item_test(story *s, const value *item, const char *argument);

static bool has_purpose(story *s, const value *item, const char *purpose)
{
	(void)s;
	return one_of(purpose, value_text(value_in(item, "purpose")));
}

static bool has_aim(story *s, const value *item, const char *aims)
{
	char list[128];
	(void)s;
	snprintf(list, sizeof list, "%s", aims);
	for (char *at = list; *at; at++)
		if (*at == ',')
			*at = '|';
	return one_of(list, value_text(value_in(item, "aim")));
}

static bool has_direction(story *s, const value *item, const char *name)
{
	const keel_movement *movement = facts_movement(value_text(value_in(item, "movement")));
	int direction =
		keel_name_find(keel_direction_names, keel_direction_name_count, name, strlen(name));
	(void)s;
	return movement && direction >= 0 && (movement->directions >> direction & 1) &&
	       strcmp(value_text(value_in(item, "purpose")), "way-back");
}

static bool is_raised(story *s, const value *item, const char *unused)
{
	const story_moved *moved =
		story_moved_find(s, value_text(value_in(item, "movement")), false);
	(void)unused;
	return moved && value_int(value_in(item, "rung"), 0) > moved->rung_last;
}

static bool above_stage(story *s, const value *item, const char *stage)
{
	const keel_movement *movement = facts_movement(value_text(value_in(item, "movement")));
	const char *name = stage + strspn(stage, "<=");
	int top = keel_name_find(keel_stage_names, keel_stage_name_count, name, strlen(name));
	(void)s;
	return movement && !movement->neutral && movement->stage > top;
}

static bool is_ordinary(story *s, const value *item, const char *unused)
{
	const keel_movement *movement = facts_movement(value_text(value_in(item, "movement")));
	(void)s;
	(void)unused;
	return movement && !movement->neutral;
}

static int items_counted(story *s, const value *today, item_test *test, const char *argument)
{
	const value *items = value_in(today, "items");
	int count = 0;
	for (int i = 0; i < value_count(items); i++)
		count += test(s, value_at(items, i), argument);
	return count;
}

static void expect_count(story *s, const value *today, const char *condition, int got)
{
	char text[32];
	snprintf(text, sizeof text, "%d", got);
	if (!compare_count(condition, got))
		fail_with_list(s, today, text);
}

static void expect_order(story *s, const words *w, const value *today)
{
	const value *items = value_in(today, "items");
	bool same = value_count(items) == w->count - 2;
	for (int i = 0; same && i < w->count - 2; i++)
		same = one_of(w->word[i + 2], value_text(value_in(value_at(items, i), "movement")));
	if (!same)
		fail_with_list(s, today, "another list");
}

static int climbed_count(const story *s)
{
	int count = 0;
	for (int i = 0; i < s->moved_count; i++)
		count += s->moved[i].rung_top > s->moved[i].rung_first;
	return count;
}

/* besides=plan.sequence: items chosen by that rule are not counted. */
static int direction_count(story *s, const words *w, const value *today, const char *direction)
{
	const value *items = value_in(today, "items");
	const char *besides = words_get(w, "besides");
	int count = 0;
	for (int i = 0; i < value_count(items); i++) {
		const char *choice = value_text(value_in(value_at(items, i), "choice_rule"));
		bool left_out = besides && one_of(besides, choice);
		count += !left_out && has_direction(s, value_at(items, i), direction);
	}
	return count;
}

static bool expect_counts(story *s, const words *w, const value *today)
{
	const char *what = w->word[1];
	const char *third = w->count > 2 ? w->word[2] : "",
		   *fourth = w->count > 3 ? w->word[3] : "";
	if (!strcmp(what, "items"))
		expect_count(s, today, third, value_count(value_in(today, "items")));
	else if (!strcmp(what, "minutes"))
		expect_count(s, today, third, (int)value_int(value_in(today, "minutes"), -1));
	else if (!strcmp(what, "raised"))
		expect_count(s, today, third, items_counted(s, today, is_raised, ""));
	else if (!strcmp(what, "climbed"))
		expect_count(s, today, third, climbed_count(s));
	else if (!strcmp(what, "purpose"))
		expect_count(s, today, fourth, items_counted(s, today, has_purpose, third));
	else if (!strcmp(what, "aims"))
		expect_count(s, today, fourth, items_counted(s, today, has_aim, third));
	else if (!strcmp(what, "direction"))
		expect_count(s, today, fourth, direction_count(s, w, today, third));
	else if (!strcmp(what, "items-stage"))
		expect_count(s, today, "=0", items_counted(s, today, above_stage, third));
	else if (!strcmp(what, "not-all-resting"))
		expect_count(s, today, ">=1", items_counted(s, today, is_ordinary, ""));
	else if (!strcmp(what, "some"))
		expect_count(s, today, ">=1", value_count(value_in(today, "items")));
	else
		return false;
	return true;
}

bool expect_on_items(story *s, words *w, const value *today)
{
	const char *what = w->word[1];
	if (expect_counts(s, w, today))
		return true;
	if (w->count < 3)
		return false;
	if (!strcmp(what, "in"))
		expect_in(s, w, today);
	else if (!strcmp(what, "out"))
		expect_out(s, w, today);
	else if (!strcmp(what, "soft"))
		expect_soft(s, w, today);
	else if (!strcmp(what, "order"))
		expect_order(s, w, today);
	else if (!strcmp(what, "rests"))
		expect_rests(s, w, today, true);
	else if (!strcmp(what, "no") && !strcmp(w->word[2], "rests") && w->count > 3) {
		words shifted = *w;
		for (int i = 1; i + 1 < w->count; i++)
			shifted.word[i] = w->word[i + 1];
		shifted.count--;
		expect_rests(s, &shifted, today, false);
	} else
		return false;
	return true;
}
