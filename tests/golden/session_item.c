/* One item of a session as events: sets, a pain report, the answer after it, a swap; and the end of
 * the session. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/facts.h"
#include "tests/golden/session.h"

#define OPEN_REPS                                                                                  \
	10 /* repetitions told for a set whose count is open, when the story names none            \
	    */

/* What one set ended as. */
static const char *end_of(const session_answer *a)
{
	if (a->unwell)
		return "unwell";
	if (a->mid)
		return "pain";
	if (a->eased_s)
		return "eased";
	if (a->form && !strcmp(a->form, "lost"))
		return "form";
	return "done";
}

static void tell_set(story *s, const session *se, const session_item *item, int set,
		     const char *side, const session_answer *a, bool last)
{
	int reps = a->reps >= 0 ? a->reps : item->reps ? item->reps : item->work_s ? OPEN_REPS : 1;
	if (!strcmp(side, "left") && a->left_reps >= 0)
		reps = a->left_reps;
	if (!strcmp(side, "right") && a->right_reps >= 0)
		reps = a->right_reps;
	int hold_s = a->eased_s ? a->eased_s : item->hold_s * (item->reps ? item->reps : 1);
	story_draft draft;
	draft_begin(&draft, "set-done");
	draft_text(&draft, "session", se->id);
	draft_int(&draft, "index", item->index);
	draft_int(&draft, "set", set);
	draft_text(&draft, "side", side);
	draft_int(&draft, "reps", reps);
	draft_int(&draft, "hold_s", hold_s);
	draft_int(&draft, "work_s", item->work_s);
	draft_text(&draft, "end", last ? end_of(a) : "done");
	draft_end(&draft);
	story_tell(s, draft.text);
}

static void tell_sets(story *s, const session *se, const session_item *item,
		      const session_answer *a)
{
	const keel_movement *movement = facts_movement(item->movement);
	bool sided = movement && movement->sides != KEEL_SIDES_NONE;
	int sets = a->sets >= 0 ? a->sets : item->sets;
	for (int set = 1; set <= sets; set++) {
		bool last = set == sets;
		if (sided) {
			tell_set(s, se, item, set, "left", a, false);
			tell_set(s, se, item, set, "right", a, last);
		} else {
			tell_set(s, se, item, set, "both", a, last);
		}
	}
}

static void tell_report(story *s, const session *se, const session_item *item,
			const session_answer *a)
{
	story_draft draft;
	draft_begin(&draft, "pain-report");
	draft_text(&draft, "session", se->id);
	draft_int(&draft, "index", item->index);
	draft_int(&draft, "pain", a->mid_pain);
	draft_int(&draft, "further", a->mid_further);
	if (a->mid_settled)
		draft_text(&draft, "settled", a->mid_settled);
	draft_end(&draft);
	story_tell(s, draft.text);
}

static void tell_done(story *s, const session *se, const session_item *item,
		      const session_answer *a)
{
	story_draft draft;
	draft_begin(&draft, "exercise-done");
	draft_text(&draft, "session", se->id);
	draft_int(&draft, "index", item->index);
	if (a->change && !a->skip && !a->unwell) {
		draft_text(&draft, "change", a->change);
		if (a->pain >= 0)
			draft_int(&draft, "pain", a->pain);
		if (a->further)
			draft_int(&draft, "further", 1);
		if (a->settled)
			draft_text(&draft, "settled", a->settled);
		if (a->challenge >= 0 && item->asks_effort)
			draft_int(&draft, "challenge", a->challenge);
		if (a->form)
			draft_text(&draft, "form", a->form);
	}
	draft_text(&draft, "end", a->skip ? "skipped" : end_of(a));
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* The movement that takes over stands at its own dose as `why` tells it, as the player drafts it.
 */
static bool swap_in(story *s, session *se, const session_item *out, const session_answer *a,
		    session_item **in)
{
	const keel_movement *from = facts_movement(out->movement);
	const char *id = a->swap;
	if (!id && from && a->swap_reason) {
		int to = !strcmp(a->swap_reason, "easier") ? from->easier : from->harder;
		id = to == KEEL_NO_MOVEMENT ? NULL : facts()->movements[to].id;
	}
	const keel_movement *movement = id ? facts_movement(id) : NULL;
	if (!movement || se->item_count == SESSION_ITEMS_MAX) {
		story_fail(s, "nothing to swap %s for", out->movement);
		return false;
	}
	const keel_dose *dose = &movement->rungs[0];
	story_draft draft;
	draft_begin(&draft, "session-item");
	draft_text(&draft, "session", se->id);
	draft_int(&draft, "index", se->item_count);
	draft_text(&draft, "movement", movement->id);
	draft_text(&draft, "aim", keel_aim_names[movement->aim]);
	draft_text(&draft, "stage", keel_stage_names[movement->stage]);
	draft_text(&draft, "purpose", "swap");
	draft_int(&draft, "rung", 1);
	draft_int(&draft, "sets", dose->sets);
	draft_int(&draft, "reps", dose->reps);
	draft_int(&draft, "hold_s", dose->hold_s);
	draft_int(&draft, "work_s", dose->work_s);
	draft_int(&draft, "rest_s", dose->rest_s);
	draft_int(&draft, "load_hg", dose->load_hg);
	draft_int(&draft, "none_added", movement->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED);
	draft_int(&draft, "working_s", keel_movement_working_s(movement, dose));
	draft_int(&draft, "directions", movement->directions);
	draft_text(&draft, "rule", "dose.first");
	draft_end(&draft);
	value *kept = value_parse(draft.text, strlen(draft.text));
	session_keep_item(se, kept);
	value_free(kept);
	story_tell(s, draft.text);
	*in = &se->items[se->item_count - 1];
	return true;
}

static void tell_swapped(story *s, const session *se, const session_item *out,
			 const session_item *in, const char *reason)
{
	story_draft draft;
	draft_begin(&draft, "exercise-swapped");
	draft_text(&draft, "session", se->id);
	draft_int(&draft, "index", out->index);
	draft_int(&draft, "by_index", in->index);
	draft_text(&draft, "reason", reason ? reason : "other");
	draft_end(&draft);
	story_tell(s, draft.text);
}

static void end_unwell(story *s, const session *se, const char *sign)
{
	story_draft draft;
	draft_begin(&draft, "unwell");
	draft_text(&draft, "session", se->id);
	draft_text(&draft, "sign", sign);
	draft_end(&draft);
	story_tell(s, draft.text);
	story_label_last(s, "unwell");
	draft_begin(&draft, "session-ended");
	draft_text(&draft, "session", se->id);
	draft_text(&draft, "end", "unwell");
	draft_end(&draft);
	story_tell(s, draft.text);
}

bool session_item_do(story *s, session *se, int item_index, const session_answer *a)
{
	session_item *item = &se->items[item_index];
	s->tick_s += 60;
	if (a->swap || a->swap_reason) {
		session_item *in = NULL;
		if (!swap_in(s, se, item, a, &in))
			return true;
		tell_swapped(s, se, item, in, a->swap_reason);
		item = in;
	}
	if (!a->skip)
		tell_sets(s, se, item, a);
	if (a->mid)
		tell_report(s, se, item, a);
	tell_done(s, se, item, a);
	if (a->unwell)
		end_unwell(s, se, a->unwell);
	return !a->unwell;
}

void session_end(story *s, const session *se, const words *w)
{
	story_draft draft;
	if (w && words_has(w, "never"))
		return;
	draft_begin(&draft, "session-ended");
	draft_text(&draft, "session", se->id);
	if (w && words_get(w, "pain"))
		draft_int(&draft, "pain", words_int(w, "pain", 0));
	else if (!w && se->pain >= 0)
		draft_int(&draft, "pain", se->pain);
	draft_text(&draft, "end", w && words_has(w, "stopped") ? "stopped" : "done");
	draft_end(&draft);
	story_tell(s, draft.text);
}

/* ---- what was prescribed so far ---- */

story_moved *story_moved_find(story *s, const char *movement, bool make)
{
	for (int i = 0; i < s->moved_count; i++)
		if (!strcmp(s->moved[i].movement, movement))
			return &s->moved[i];
	if (!make || s->moved_count == STORY_MOVED_MAX)
		return NULL;
	story_moved *moved = &s->moved[s->moved_count++];
	snprintf(moved->movement, sizeof moved->movement, "%s", movement);
	return moved;
}

void session_watch(story *s, const session *se)
{
	for (int i = 0; i < se->item_count; i++) {
		const session_item *item = &se->items[i];
		const keel_movement *movement = facts_movement(item->movement);
		bool ladder = !strcmp(item->purpose, "plan") || !strcmp(item->purpose, "try-again");
		if (!ladder)
			continue;
		story_moved *moved = story_moved_find(s, item->movement, true);
		if (!moved)
			continue;
		/* the neutral set is offered shorter after a rise (CLINICAL 5): a rule of its own
		 */
		if (s->always.not_lowered && item->rung < moved->rung_last && movement &&
		    !movement->neutral)
			story_fail(s, "always not-lowered: %s fell from rung %d to rung %d",
				   item->movement, moved->rung_last, item->rung);
		if (!moved->rung_first)
			moved->rung_first = item->rung;
		moved->rung_last = item->rung;
		if (item->rung > moved->rung_top)
			moved->rung_top = item->rung;
	}
}
