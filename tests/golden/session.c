/* One session by the plan: prescribe, start, go through the items as the story answers, end.
 *
 * The events are those that the app keeps: session-prescribed and session-item (drafted by the
 * core), session-started, then for each item set-done, perhaps pain-report, exercise-done, and
 * session-ended. A story that says `player` leads the session through the real player instead
 * (session_player.c).
 */
#include "tests/golden/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/facts.h"

static void item_of_draft(session_item *item, const value *draft)
{
	int aim = keel_name_find(keel_aim_names, keel_aim_name_count,
				 value_text(value_in(draft, "aim")),
				 strlen(value_text(value_in(draft, "aim"))));
	*item = (session_item){
		.index = (int)value_int(value_in(draft, "index"), 0),
		.rung = (int)value_int(value_in(draft, "rung"), 0),
		.sets = (int)value_int(value_in(draft, "sets"), 0),
		.reps = (int)value_int(value_in(draft, "reps"), 0),
		.hold_s = (int)value_int(value_in(draft, "hold_s"), 0),
		.work_s = (int)value_int(value_in(draft, "work_s"), 0),
		.directions = (unsigned)value_int(value_in(draft, "directions"), 0),
		.asks_effort = aim >= KEEL_AIM_BRACE,
	};
	snprintf(item->movement, sizeof item->movement, "%s",
		 value_text(value_in(draft, "movement")));
	snprintf(item->purpose, sizeof item->purpose, "%s", value_text(value_in(draft, "purpose")));
}

void session_keep_item(session *se, const value *draft)
{
	if (!strcmp(value_text(value_in(draft, "type")), "session-item") &&
	    se->item_count < SESSION_ITEMS_MAX)
		item_of_draft(&se->items[se->item_count++], draft);
}

/* Prescribes and keeps the drafts as events; false when there is nothing to do. */
static bool prescribe(story *s, session *se, bool test)
{
	keel_err err;
	story_new_id(s, "session", se->id);
	value *drafts =
		test ? story_prescribe_test(s, se->id, &err) : story_prescribe(s, se->id, &err);
	if (!drafts) {
		story_fail(s, "a session is wanted, but the core answers %s", keel_err_name(err));
		return false;
	}
	for (int i = 0; i < value_count(drafts); i++) {
		char *text = value_dump(value_at(drafts, i));
		session_keep_item(se, value_at(drafts, i));
		story_tell(s, text);
		free(text);
	}
	value_free(drafts);
	snprintf(s->session_last, sizeof s->session_last, "%s", se->id);
	return se->item_count > 0;
}

static void start(story *s, const session *se, const words *w)
{
	story_draft draft;
	draft_begin(&draft, "session-started");
	draft_text(&draft, "session", se->id);
	if (se->pain >= 0)
		draft_int(&draft, "pain", se->pain);
	if (se->place[0])
		draft_text(&draft, "place", se->place);
	if (words_get(w, "up"))
		draft_int(&draft, "up_min", words_int(w, "up", 0));
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* ---- answers ---- */

static bool selects(const char *selector, const session *se, const session_item *item)
{
	if (!strcmp(selector, item->movement))
		return true;
	if (!strncmp(selector, "purpose:", 8))
		return !strcmp(selector + 8, item->purpose);
	if (!strcmp(selector, "first"))
		return item == &se->items[0];
	if (!strcmp(selector, "last"))
		return se->item_count > 0 && item == &se->items[se->item_count - 1];
	return !strcmp(selector, "*");
}

static void selector_of(const words *w, char selector[64], bool *optional)
{
	*optional = w->word[0][0] == '?';
	snprintf(selector, 64, "%s", w->word[0] + *optional);
	size_t length = strlen(selector);
	if (length > 0 && selector[length - 1] == ':')
		selector[length - 1] = 0;
}

static void put(session_answer *a, const char *word)
{
	if (!strcmp(word, "same"))
		a->change = "same-or-less";
	else if (!strcmp(word, "less"))
		a->change = "less";
	else if (!strcmp(word, "bit-more"))
		a->change = "a-bit-more";
	else if (!strcmp(word, "clearly-more"))
		a->change = "clearly-more";
	else if (!strcmp(word, "unanswered"))
		a->change = NULL;
	else if (!strcmp(word, "further"))
		a->further = true;
	else if (!strcmp(word, "skip"))
		a->skip = true;
	else if (!strcmp(word, "easier") || !strcmp(word, "harder"))
		a->swap_reason = word;
	else
		a->odd = word;
}

static int percent_of(const char *text)
{
	return !strcmp(text, "easy")	? 20
	       : !strcmp(text, "right") ? 55
	       : !strcmp(text, "hard")	? 85
					: words_number(text);
}

static void put_pair(session_answer *a, const char *key, const char *text)
{
	if (!strcmp(key, "pain"))
		a->pain = words_number(text);
	else if (!strcmp(key, "settled"))
		a->settled = text;
	else if (!strcmp(key, "challenge"))
		a->challenge = percent_of(text);
	else if (!strcmp(key, "form"))
		a->form = text;
	else if (!strcmp(key, "eased"))
		a->eased_s = words_number(text);
	else if (!strcmp(key, "reps"))
		a->reps = words_number(text);
	else if (!strcmp(key, "left"))
		a->left_reps = words_number(text);
	else if (!strcmp(key, "right"))
		a->right_reps = words_number(text);
	else if (!strcmp(key, "sets"))
		a->sets = words_number(text);
	else if (!strcmp(key, "swap"))
		a->swap = text;
	else if (!strcmp(key, "reason"))
		a->swap_reason = text;
	else if (!strcmp(key, "unwell"))
		a->unwell = text;
	else
		a->odd = key;
}

static const session_answer no_answer = {.change = "same-or-less",
					 .pain = -1,
					 .challenge = -1,
					 .reps = -1,
					 .sets = -1,
					 .left_reps = -1,
					 .right_reps = -1,
					 .mid_pain = -1};

/* `mid pain=5 settled=no then clearly-more pain=6`: what stands before `then` is a report in
 * mid-movement. */
static void answer_of_words(story *s, session_answer *a, words *w, int first)
{
	bool mid = false;
	for (int i = first; i < w->count; i++) {
		char key[64];
		const char *text = words_pair(w, i, key);
		if (!strcmp(w->word[i], "mid")) {
			mid = true;
			a->mid = true;
			a->change = NULL;
		} else if (!strcmp(w->word[i], "then")) {
			mid = false;
		} else if (mid && text && !strcmp(key, "pain")) {
			a->mid_pain = words_number(text);
		} else if (mid && text && !strcmp(key, "settled")) {
			a->mid_settled = text;
		} else if (mid && !strcmp(w->word[i], "further")) {
			a->mid_further = true;
		} else if (text) {
			put_pair(a, key, text);
		} else {
			put(a, w->word[i]);
		}
	}
	if (a->odd)
		story_fail(s, "no such answer: %s", a->odd);
}

/* The line of the block that answers for the item: a named one before `*`. */
static int line_for(story *s, int line, const session *se, const session_item *item)
{
	int star = -1;
	for (int i = line + 1; i < story_block_end(s, line); i++) {
		words w;
		char selector[64];
		bool optional;
		if (!words_split(&w, s->text.lines[i].text))
			continue;
		selector_of(&w, selector, &optional);
		if (!strcmp(selector, "*"))
			star = i;
		else if (selects(selector, se, item))
			return i;
	}
	return star;
}

/* Every named line must have found its item. */
static void check_named(story *s, int line, const session *se)
{
	for (int i = line + 1; i < story_block_end(s, line); i++) {
		words w;
		char selector[64];
		bool optional, found = false;
		if (!words_split(&w, s->text.lines[i].text))
			continue;
		selector_of(&w, selector, &optional);
		for (int k = 0; k < se->item_count; k++)
			found |= selects(selector, se, &se->items[k]);
		if (!found && !optional) {
			s->line_now = i;
			story_fail(s, "%s is not in this session", selector);
		}
	}
}

void session_answer_for(story *s, int line, const words *w, session *se, session_item *item,
			session_answer *a, words *held)
{
	int answer_line = line_for(s, line, se, item);
	*a = no_answer;
	if (words_has(w, "truth")) {
		session_truth_answer(s, se, item, a);
		return;
	}
	if (answer_line < 0) {
		/* keys of the session line that are answers */
		const char *challenge = words_get(w, "challenge"), *form = words_get(w, "form");
		if (challenge)
			a->challenge = percent_of(challenge);
		a->form = form;
		return;
	}
	s->line_now = answer_line;
	if (words_split(held, s->text.lines[answer_line].text))
		answer_of_words(s, a, held, 1);
}

int story_session(story *s, int line, words *w)
{
	session se = {.pain = -1};
	int next = story_block_end(s, line);
	const char *pain = words_get(w, "pain"), *place = words_get(w, "place");
	bool by_truth = words_has(w, "truth");
	if (by_truth)
		session_truth_begin(s, &se);
	if (pain)
		se.pain = words_number(pain);
	if (place)
		snprintf(se.place, sizeof se.place, "%s", place);
	story_always_check(s, NULL);
	story_diary_today(s);
	bool going = prescribe(s, &se, words_has(w, "test"));
	if (going) {
		session_watch(s, &se);
		check_named(s, line, &se);
	}
	if (going && words_has(w, "player")) {
		session_by_player(s, line, w, &se);
		return next;
	}
	if (going)
		start(s, &se, w);
	int planned = se.item_count;
	for (int i = 0; going && i < planned; i++) {
		session_answer a;
		words held;
		session_answer_for(s, line, w, &se, &se.items[i], &a, &held);
		going = session_item_do(s, &se, i, &a);
		s->line_now = line;
	}
	/* `end …` on the next line of the same depth belongs to the session */
	words end_words = {0};
	bool has_end = next < s->text.line_count &&
		       s->text.lines[next].depth == s->text.lines[line].depth &&
		       words_split(&end_words, s->text.lines[next].text) &&
		       !strcmp(end_words.word[0], "end");
	if (going)
		session_end(s, &se, has_end ? &end_words : NULL);
	return has_end ? next + 1 : next;
}
