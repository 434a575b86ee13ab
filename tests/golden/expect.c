/* The hand-written expectations: the pieces they share, and `always`. Which lines there are:
 * README.md.
 *
 * A failed line says what was expected, what was there, and today's list with its rules, so that a
 * physiotherapist can judge it without a debugger.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/facts.h"
#include "tests/golden/story.h"

/* `a|b` accepts a or b. */
bool one_of(const char *alternatives, const char *got)
{
	size_t length = strlen(got);
	for (const char *at = alternatives; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
		if (!strncmp(at, got, length) && (at[length] == 0 || at[length] == '|'))
			return true;
	return false;
}

/* `>=2`, `<=4`, `=3`, `1|2`. */
bool compare_count(const char *condition, int got)
{
	char text[16];
	if (!strncmp(condition, ">=", 2))
		return got >= words_number(condition + 2);
	if (!strncmp(condition, "<=", 2))
		return got <= words_number(condition + 2);
	snprintf(text, sizeof text, "%d", got);
	return one_of(condition + (condition[0] == '='), text);
}

const value *today_item(const value *today, const char *movement)
{
	const value *items = value_in(today, "items");
	for (int i = 0; i < value_count(items); i++) {
		const value *item = value_at(items, i);
		bool by_purpose = !strncmp(movement, "purpose:", 8);
		const char *got = value_text(value_in(item, by_purpose ? "purpose" : "movement"));
		if (one_of(by_purpose ? movement + 8 : movement, got))
			return item;
	}
	return NULL;
}

void today_list(const value *today, char *text, size_t text_bytes)
{
	const value *items = value_in(today, "items");
	size_t used = (size_t)snprintf(
		text, text_bytes,
		"  %s, stage %s (%s)%s, lock %s:", value_text(value_in(today, "date_text")),
		value_text(value_in(today, "stage")), value_text(value_in(today, "stage_rule")),
		value_true(value_in(today, "easy_day")) ? ", easy day" : "",
		value_is_null(value_in(today, "lock"))
			? "none"
			: value_text(value_in(value_in(today, "lock"), "rule")));
	for (int i = 0; i < value_count(items) && used < text_bytes; i++) {
		const value *item = value_at(items, i);
		used += (size_t)snprintf(text + used, text_bytes - used,
					 "\n    %s rung %lld %s (%s)",
					 value_text(value_in(item, "movement")),
					 (long long)value_int(value_in(item, "rung"), 0),
					 value_text(value_in(item, "rule")),
					 value_text(value_in(item, "choice_rule")));
	}
	if (value_count(items) == 0 && used < text_bytes)
		snprintf(text + used, text_bytes - used, " nothing");
}

void story_expect(story *s, words *w)
{
	s->expect_count++;
	if (w->count < 2) {
		story_fail(s, "expect what?");
		return;
	}
	if (expect_on_words(s, w))
		return;
	value *today = story_today(s);
	if (today && !expect_on_tests(s, w, today) && !expect_on_items(s, w, today) &&
	    !expect_on_state(s, w, today))
		story_fail(s, "not understood: %s", w->rest);
	value_free(today);
}

/* ---- always ---- */

void story_always_set(story *s, words *w)
{
	const char *what = w->count > 1 ? w->word[1] : "";
	if (!strcmp(what, "some"))
		s->always.some = true;
	else if (!strcmp(what, "not-lowered"))
		s->always.not_lowered = true;
	else if (!strcmp(what, "no-easy-day"))
		s->always.no_easy_day = true;
	else if (!strcmp(what, "no-flare"))
		s->always.no_flare = true;
	else if (!strcmp(what, "no-lock"))
		s->always.no_lock = true;
	else if (!strcmp(what, "rests") && w->count > 2)
		s->always.rests_percent_max = words_number(w->word[2] + strspn(w->word[2], "<="));
	else
		story_fail(s, "not understood: %s", w->rest);
}

/* Every story, whatever it says: no lock means something to do; a lock means nothing is offered. */
static void check_liveness(story *s, const value *today)
{
	bool locked = !value_is_null(value_in(today, "lock"));
	int count = value_count(value_in(today, "items"));
	if (!locked && count == 0)
		story_fail(s, "no lock and nothing to do on %s",
			   value_text(value_in(today, "date_text")));
	if (locked && count > 0)
		story_fail(s, "locked, yet %d items", count);
	if (s->always.no_lock && locked)
		story_fail(s, "always no-lock: locked by %s",
			   value_text(value_in(value_in(today, "lock"), "rule")));
}

/* A flare withholds by stage.easy-day; a day of pain 8 and more by pain.high. */
static bool in_flare(const value *today)
{
	const value *withheld = value_in(today, "withheld");
	for (int i = 0; i < value_count(withheld); i++)
		if (!strcmp(value_text(value_in(value_at(withheld, i), "rule")), "stage.easy-day"))
			return true;
	return false;
}

void story_always_check(story *s, const value *today)
{
	value *asked = today ? NULL : story_today(s);
	if (!today)
		today = asked;
	if (today) {
		check_liveness(s, today);
		if (s->always.no_easy_day && value_true(value_in(today, "easy_day")))
			story_fail(s, "always no-easy-day: %s is one",
				   value_text(value_in(today, "date_text")));
		if (s->always.no_flare && in_flare(today))
			story_fail(s, "always no-flare: %s is in one",
				   value_text(value_in(today, "date_text")));
		int rests = value_count(value_in(today, "rests"));
		int movements = facts()->movement_count;
		if (s->always.rests_percent_max >= 0 &&
		    rests * 100 > s->always.rests_percent_max * movements)
			story_fail(s, "always rests: %d of %d movements rest", rests, movements);
	}
	value_free(asked);
}
