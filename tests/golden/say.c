/* What the person says, statement by statement: each becomes one or more event drafts (README.md,
 * "What the person says"). Nothing is checked here that the core checks: an odd value is for the
 * core to refuse.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/facts.h"
#include "tests/golden/story.h"

/* Integer fields among key=value words; the rest are names and texts, dates are in dates. */
static bool listed(const char *list, const char *key)
{
	char padded[72];
	snprintf(padded, sizeof padded, " %s ", key);
	return strstr(list, padded);
}

static void put_pairs(story *s, story_draft *draft, const words *w, const char *skip)
{
	static const char integers[] =
		" birth_year confidence minutes days_a_week exercises_max wake_min "
		"soreness value sets reps hold_s work_s rest_s load_hg calm ";
	static const char dates[] = " until ";
	for (int i = 1; i < w->count; i++) {
		char key[64];
		const char *text = words_pair(w, i, key);
		if (!text || listed(skip, key))
			continue;
		if (listed(dates, key))
			draft_int(draft, "until_date", story_date_of(s, text));
		else if (listed(integers, key) ||
			 (!strcmp(key, "pain") && text[0] >= '0' && text[0] <= '9'))
			draft_int(draft, key, words_number(text));
		else
			draft_text(draft, key, text);
	}
}

/* wish minutes=8 calm=1: for today */
static void tell_wish(story *s, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "day-wish");
	draft_int(&draft, "date", story_date_of(s, "+0"));
	put_pairs(s, &draft, w, "");
	draft_end(&draft);
	story_tell(s, draft.text);
}

static void tell_pairs(story *s, const words *w, const char *type)
{
	story_draft draft;
	draft_begin(&draft, type);
	if (!strcmp(type, "goal") && w->count > 1)
		draft_text(&draft, "text", w->word[1]);
	put_pairs(s, &draft, w, "");
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* equipment bag=yes post=no: one event a word; value words become 1 and 0, `since` goes with each.
 */
static void tell_each(story *s, const words *w, const char *type, const char *name_key,
		      const char *value_key)
{
	const char *since = words_get(w, "since");
	for (int i = 1; i < w->count; i++) {
		char key[64];
		const char *text = words_pair(w, i, key);
		if (!text || !strcmp(key, "since"))
			continue;
		story_draft draft;
		draft_begin(&draft, type);
		draft_text(&draft, name_key, key);
		if (!strcmp(type, "preference"))
			draft_text(&draft, value_key, text);
		else
			draft_int(&draft, value_key, !strcmp(text, "yes"));
		if (since)
			draft_int(&draft, "since_date", story_date_of(s, since));
		draft_end(&draft);
		story_tell(s, draft.text);
	}
}

/* ---- screening ---- */

static void answer(story *s, const keel_question *question, const char *text, int round)
{
	story_draft draft;
	draft_begin(&draft, "screening-answer");
	draft_text(&draft, "question", question->id);
	draft_text(&draft, "tier", keel_tier_names[question->tier]);
	draft_text(&draft, "answer", text);
	draft_int(&draft, "round", round);
	draft_end(&draft);
	story_tell(s, draft.text);
	/* a lock is named by the answer that made it, not by a later no */
	if (strcmp(text, "no"))
		story_label_last(s, question->id);
}

static const char *named_answer(const words *w, const keel_question *question)
{
	for (int i = 1; i < w->count; i++) {
		char key[64];
		const char *text = words_pair(w, i, key);
		if (text && facts_question(key) == question)
			return text;
	}
	return NULL;
}

static void tell_screening(story *s, const words *w)
{
	bool clear = words_has(w, "clear"), urgent = words_has(w, "urgent");
	bool first_run = words_has(w, "first-run");
	int round = words_int(w, "round", 1);
	for (int i = 1; i < w->count; i++) {
		char key[64];
		if (words_pair(w, i, key) && strcmp(key, "round") && !facts_question(key))
			story_fail(s, "no screening question %s", key);
	}
	for (int i = 0; i < facts()->question_count; i++) {
		const keel_question *question = &facts()->questions[i];
		const char *text = named_answer(w, question);
		bool asked = clear || (urgent && question->tier <= KEEL_TIER_SAME_DAY) ||
			     (first_run && question->first_run);
		if (text || asked)
			answer(s, question, text ? text : "no", round);
	}
}

static void tell_clearance(story *s, const words *w)
{
	char id[33] = "";
	const char *lock = words_get(w, "lock");
	const keel_question *question = lock ? facts_question(lock) : NULL;
	const story_label *label =
		lock ? story_label_find(s, question ? question->id : lock) : NULL;
	if (label)
		snprintf(id, sizeof id, "%s", label->id);
	if (!lock) {
		value *today = story_today(s);
		const value *event = value_in(value_in(today, "lock"), "event");
		snprintf(id, sizeof id, "%s", value_text(event));
		value_free(today);
	}
	if (!id[0]) {
		story_fail(s, "no lock to clear%s%s", lock ? ": " : "", lock ? lock : "");
		return;
	}
	story_draft draft;
	draft_begin(&draft, "clearance");
	draft_text(&draft, "lock", id);
	draft_text(&draft, "kind", w->count > 1 ? w->word[1] : "");
	if (words_get(w, "role"))
		draft_text(&draft, "role", words_get(w, "role"));
	if (words_get(w, "date"))
		draft_int(&draft, "assessed_date", story_date_of(s, words_get(w, "date")));
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* ---- pain, direction, the clinician ---- */

static void tell_morning(story *s, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "morning-check");
	if (words_has(w, "truth"))
		draft_int(&draft, "pain", truth_clamp(truth_pain(s) + truth_noise(s)));
	put_pairs(s, &draft, w, "");
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* `4/5` into two texts. */
static void put_before_after(story_draft *draft, const char *text, const char *before,
			     const char *after, bool number)
{
	char first[32] = "";
	const char *slash = text ? strchr(text, '/') : NULL;
	if (!slash || (size_t)(slash - text) >= sizeof first)
		return;
	memcpy(first, text, (size_t)(slash - text));
	if (number) {
		draft_int(draft, before, words_number(first));
		draft_int(draft, after, words_number(slash + 1));
	} else {
		draft_text(draft, before, first);
		draft_text(draft, after, slash + 1);
	}
}

static void tell_direction(story *s, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "direction-test");
	draft_text(&draft, "direction", w->word[1]);
	put_before_after(&draft, words_get(w, "pain"), "pain_before", "pain_after", true);
	put_before_after(&draft, words_get(w, "place"), "place_before", "place_after", false);
	draft_int(&draft, "reps", words_int(w, "reps", 5));
	if (words_get(w, "settled"))
		draft_text(&draft, "settled", words_get(w, "settled"));
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* `baseline psoas-length side=left value=1`: a self-test that is no direction. */
static void tell_baseline(story *s, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "baseline");
	draft_text(&draft, "test", w->word[1]);
	if (!words_get(w, "side"))
		draft_text(&draft, "side", "both");
	put_pairs(s, &draft, w, "");
	draft_end(&draft);
	story_tell(s, draft.text);
}

static void tell_clinician(story *s, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "clinician-edit");
	draft_text(&draft, "edit", w->word[1]);
	put_pairs(s, &draft, w, "");
	if (!words_get(w, "role"))
		draft_text(&draft, "role", "physiotherapist");
	if (!words_get(w, "name"))
		draft_text(&draft, "name", "A. Example");
	if (!words_get(w, "reason"))
		draft_text(&draft, "reason", "examined");
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* One event of one word: `review none`, `programme five-best`. */
static bool tell_single(story *s, const words *w)
{
	static const char *const table[][3] = {
		{"programme", "programme-chosen", "programme"},
		{"review", "screening-review", "answer"},
		{"symptom", "symptom", "symptom"},
		{"try-again", "try-again", "movement"},
		{"note", "note", "text"},
		{"unwell", "unwell", "sign"},
		{"put-off", "test-skipped", "test"},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		if (strcmp(w->word[0], table[i][0]) || w->count < 2)
			continue;
		story_draft draft;
		draft_begin(&draft, table[i][1]);
		draft_text(&draft, table[i][2], w->word[1]);
		put_pairs(s, &draft, w, "");
		draft_end(&draft);
		story_tell(s, draft.text);
		return true;
	}
	return false;
}

static void tell_after(story *s, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "after-effect");
	draft_text(&draft, "session", s->session_last);
	draft_text(&draft, "answer", w->word[1]);
	draft_end(&draft);
	story_tell(s, draft.text);
}

static void tell_measure(story *s, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "measure");
	draft_text(&draft, "measure", w->word[1]);
	if (w->count > 2 && !strchr(w->word[2], '='))
		draft_int(&draft, "value", words_number(w->word[2]));
	put_pairs(s, &draft, w, " yes ");
	if (words_get(w, "yes"))
		draft_numbers(&draft, "yes", words_get(w, "yes"));
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* ---- raw, refused, retract, correct ---- */

static void tell_refused(story *s, const words *w)
{
	const char *draft = strchr(w->rest, '{');
	keel_spot spot = {0};
	if (!draft || w->count < 4) {
		story_fail(s, "refused ERROR FIELD {…}");
		return;
	}
	s->expect_count++;
	keel_err err = story_emit(s, draft, &spot);
	if (strcmp(keel_err_name(err), w->word[1]) || strcmp(spot.field, w->word[2]))
		story_fail(s, "expected %s at field %s\n  got %s at field \"%s\"", w->word[1],
			   w->word[2], keel_err_name(err), spot.field);
}

static void tell_retract(story *s, const words *w)
{
	const story_label *label = story_label_find(s, w->word[1]);
	story_draft draft;
	if (!label) {
		story_fail(s, "no event is called %s", w->word[1]);
		return;
	}
	draft_begin(&draft, "retraction");
	draft_text(&draft, "event", label->id);
	draft_end(&draft);
	story_tell(s, draft.text);
}

static void tell_correct(story *s, int line, const words *w)
{
	char name[64];
	snprintf(name, sizeof name, "%s", w->word[1]);
	name[strcspn(name, ":")] = 0;
	const story_label *label = story_label_find(s, name);
	const char *statement = strchr(w->rest, ':');
	words inner;
	if (!label || !statement || !words_split(&inner, statement + 1) || inner.count == 0) {
		story_fail(s, "correct LABEL: statement");
		return;
	}
	snprintf(s->replaces, sizeof s->replaces, "%s", label->id);
	if (!story_say(s, line, &inner))
		story_fail(s, "not understood: %s", statement + 1);
}

static bool say_set_up(story *s, const words *w)
{
	const char *word = w->word[0];
	if (!strcmp(word, "person"))
		tell_pairs(s, w, "profile");
	else if (!strcmp(word, "goal"))
		tell_pairs(s, w, "goal");
	else if (!strcmp(word, "schedule"))
		tell_pairs(s, w, "schedule");
	else if (!strcmp(word, "equipment"))
		tell_each(s, w, "equipment", "item", "have");
	else if (!strcmp(word, "ability"))
		tell_each(s, w, "ability", "ability", "can");
	else if (!strcmp(word, "condition"))
		tell_each(s, w, "condition", "condition", "has");
	else if (!strcmp(word, "prefer"))
		tell_each(s, w, "preference", "movement", "liking");
	else
		return tell_single(s, w);
	return true;
}

static bool say_once(story *s, int line, const words *w)
{
	const char *word = w->word[0];
	if (w->count < 2)
		return false;
	if (!strcmp(word, "screening"))
		tell_screening(s, w);
	else if (!strcmp(word, "clearance"))
		tell_clearance(s, w);
	else if (!strcmp(word, "morning"))
		tell_morning(s, w);
	else if (!strcmp(word, "after"))
		tell_after(s, w);
	else if (!strcmp(word, "wish"))
		tell_wish(s, w);
	else if (!strcmp(word, "direction"))
		tell_direction(s, w);
	else if (!strcmp(word, "baseline"))
		tell_baseline(s, w);
	else if (!strcmp(word, "measure"))
		tell_measure(s, w);
	else if (!strcmp(word, "clinician"))
		tell_clinician(s, w);
	else if (!strcmp(word, "raw"))
		story_tell(s, strchr(w->rest, '{') ? strchr(w->rest, '{') : "");
	else if (!strcmp(word, "refused"))
		tell_refused(s, w);
	else if (!strcmp(word, "retract"))
		tell_retract(s, w);
	else if (!strcmp(word, "correct"))
		tell_correct(s, line, w);
	else
		return say_set_up(s, w);
	return true;
}

bool story_say(story *s, int line, words *w)
{
	/* `… as slip` names the event */
	const char *label = NULL;
	if (w->count > 3 && !strcmp(w->word[w->count - 2], "as")) {
		label = w->word[w->count - 1];
		w->count -= 2;
	}
	if (!say_once(s, line, w))
		return false;
	if (label)
		story_label_last(s, label);
	return true;
}
