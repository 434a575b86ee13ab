/* Expectations on the self-tests: the one that is offered, how each stands and what it found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/story.h"

static bool text_fits(const words *w, const char *key, const value *got)
{
	const char *wanted = words_get(w, key);
	return !wanted || one_of(wanted, value_text(value_in(got, key)));
}

static bool offer_fits(const words *w, const value *offer)
{
	return !value_is_null(offer) && one_of(w->word[2], value_text(value_in(offer, "test"))) &&
	       text_fits(w, "movement", offer) && text_fits(w, "rule", offer);
}

static const value *test_of(const value *today, const char *name)
{
	const value *tests = value_in(today, "tests");
	for (int i = 0; i < value_count(tests); i++)
		if (!strcmp(value_text(value_in(value_at(tests, i), "test")), name))
			return value_at(tests, i);
	return NULL;
}

static bool test_fits(story *s, const words *w, const value *test)
{
	const char *due = words_get(w, "due"), *found = words_get(w, "found");
	if (!test || !text_fits(w, "state", test) || !text_fits(w, "rule", test))
		return false;
	if (due && value_int(value_in(test, "due_date"), -1) != story_date_of(s, due))
		return false;
	const value *last = value_in(test, "found");
	if (found && !strcmp(found, "none"))
		return value_is_null(last);
	return !found || one_of(found, value_text(value_in(last, "rule")));
}

static void fail_with(story *s, const value *got)
{
	char *text = value_dump(got);
	story_fail(s, "expected: %s\n  got: %.600s", s->text.lines[s->line_now].text,
		   text ? text : "nothing");
	free(text);
}

bool expect_on_tests(story *s, const words *w, const value *today)
{
	const char *what = w->word[1];
	const value *offer = value_in(today, "test");
	if (w->count < 3)
		return false;
	if (!strcmp(what, "no") && !strcmp(w->word[2], "test")) {
		if (!value_is_null(offer))
			fail_with(s, offer);
	} else if (!strcmp(what, "test")) {
		if (!offer_fits(w, offer))
			fail_with(s, value_is_null(offer) ? value_in(today, "tests") : offer);
	} else if (!strcmp(what, "selftest")) {
		const value *test = test_of(today, w->word[2]);
		if (!test_fits(s, w, test))
			fail_with(s, test);
	} else {
		return false;
	}
	return true;
}
