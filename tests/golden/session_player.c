/* A session led through the real player, second by second: the same story lines, but every event
 * comes from the player's own drafts. A person who answers what is asked, presses "it eased" when
 * the story says so, and reports pain in the middle of the second repetition or hold.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/golden/session.h"

#define STEP_MS 1000
#define STEPS_MAX 20000 /* five and a half hours */
#define MID_STEPS 4	/* seconds into a movement before it hurts, eases or is lost */

typedef struct playing {
	keel_player *player;
	session *se;
	char movement[49]; /* of the item whose answers are at hand */
	session_answer answer;
	words held;
	int steps;  /* of this movement */
	bool acted; /* the pain, ease, swap … of the story has been pressed */
} playing;

static bool command(story *s, playing *p, const char *json)
{
	keel_spot spot = {0};
	keel_err err = keel_player_command(p->player, json, strlen(json), &spot);
	if (err != KEEL_ERR_OK)
		story_fail(s, "the player refuses %s: %s %s", json, keel_err_name(err),
			   spot.message ? spot.message : "");
	return err == KEEL_ERR_OK;
}

static void keep_drafts(story *s, playing *p)
{
	keel_err err =
		keel_player_drafts_json(p->player, s->out, STORY_OUT_BYTES, &s->out_used_bytes);
	value *drafts = err == KEEL_ERR_OK ? value_parse(s->out, s->out_used_bytes) : NULL;
	for (int i = 0; i < value_count(drafts); i++) {
		char *text = value_dump(value_at(drafts, i));
		story_tell(s, text);
		free(text);
	}
	value_free(drafts);
}

static bool lists(const value *view, const char *list, const char *name)
{
	const value *names = value_in(view, list);
	for (int i = 0; i < value_count(names); i++)
		if (!strcmp(value_text(value_at(names, i)), name))
			return true;
	return false;
}

static void draft_command(story_draft *draft, const char *what)
{
	draft->used = (size_t)snprintf(draft->text, sizeof draft->text, "{\"do\":\"%s\"", what);
}

static bool do_start(story *s, playing *p)
{
	story_draft d;
	draft_command(&d, "start");
	if (p->se->pain >= 0)
		draft_int(&d, "pain", p->se->pain);
	if (p->se->place[0])
		draft_text(&d, "place", p->se->place);
	draft_end(&d);
	return command(s, p, d.text);
}

static bool do_answer(story *s, playing *p, const value *view)
{
	const session_answer *a = &p->answer;
	story_draft d;
	draft_command(&d, "answer");
	if (lists(view, "ask", "end-pain")) {
		if (p->se->pain >= 0)
			draft_int(&d, "pain", p->se->pain);
		draft_end(&d);
		return command(s, p, d.text);
	}
	if (a->change)
		draft_text(&d, "change", a->change);
	if (a->pain >= 0)
		draft_int(&d, "pain", a->pain);
	if (a->further)
		draft_int(&d, "further", 1);
	if (a->settled)
		draft_text(&d, "settled", a->settled);
	if (a->challenge >= 0 && lists(view, "ask", "challenge"))
		draft_int(&d, "challenge", a->challenge);
	if (a->form)
		draft_text(&d, "form", a->form);
	draft_end(&d);
	return command(s, p, d.text);
}

static bool do_pain(story *s, playing *p)
{
	const session_answer *a = &p->answer;
	story_draft d;
	draft_command(&d, "pain");
	draft_int(&d, "pain", a->mid_pain);
	draft_int(&d, "further", a->mid_further);
	if (a->mid_settled)
		draft_text(&d, "settled", a->mid_settled);
	draft_end(&d);
	return command(s, p, d.text);
}

static bool do_swap(story *s, playing *p)
{
	const session_answer *a = &p->answer;
	story_draft d;
	draft_command(&d, a->swap ? "swap" : a->swap_reason);
	if (a->swap) {
		draft_text(&d, "movement", a->swap);
		draft_text(&d, "reason", a->swap_reason ? a->swap_reason : "other");
	}
	draft_end(&d);
	return command(s, p, d.text);
}

/* What the story's person presses in the middle of this movement; true when something was pressed.
 */
static bool act(story *s, playing *p, const value *view)
{
	const session_answer *a = &p->answer;
	story_draft d;
	if (p->acted || p->steps < MID_STEPS)
		return false;
	if (a->skip || (a->form && !strcmp(a->form, "lost"))) {
		const char *what = a->skip ? "skip" : "form-lost";
		if (!lists(view, "can", what))
			return false;
		draft_command(&d, what);
		draft_end(&d);
		p->acted = command(s, p, d.text);
	} else if (a->unwell) {
		draft_command(&d, "unwell");
		draft_text(&d, "sign", a->unwell);
		draft_end(&d);
		p->acted = command(s, p, d.text);
	} else if (a->mid) {
		p->acted = do_pain(s, p);
	} else if (a->swap || a->swap_reason) {
		p->acted = do_swap(s, p);
	} else if (a->eased_s && lists(view, "can", "eased") &&
		   value_int(value_in(view, "phase_ms"), 0) >= a->eased_s * 1000) {
		p->acted = command(s, p, "{\"do\":\"eased\"}");
		p->acted = false; /* the other side eases too */
	} else {
		return false;
	}
	return true;
}

static void meet_movement(story *s, int line, const words *w, playing *p, const value *view)
{
	const char *movement = value_text(value_in(view, "movement"));
	if (!strcmp(movement, p->movement) || !movement[0])
		return;
	bool swapped = p->acted && (p->answer.swap || p->answer.swap_reason);
	session_item item = {0};
	snprintf(item.movement, sizeof item.movement, "%s", movement);
	snprintf(p->movement, sizeof p->movement, "%s", movement);
	p->steps = 0;
	if (swapped)
		return; /* the answer after a swap stands on the line of what was swapped out */
	p->acted = false;
	for (int i = 0; i < p->se->item_count; i++)
		if (!strcmp(p->se->items[i].movement, movement))
			item = p->se->items[i];
	session_answer_for(s, line, w, p->se, &item, &p->answer, &p->held);
}

/* One look at the view and what a person does then; false when the session is over. */
static bool step(story *s, int line, const words *w, playing *p)
{
	keep_drafts(s, p);
	if (keel_player_ended(p->player))
		return false;
	keel_err err =
		keel_player_view_json(p->player, s->out, STORY_OUT_BYTES, &s->out_used_bytes);
	value *view = err == KEEL_ERR_OK ? value_parse(s->out, s->out_used_bytes) : NULL;
	bool going = view != NULL;
	if (!view)
		story_fail(s, "no view: %s", keel_err_name(err));
	else if (lists(view, "can", "start"))
		going = do_start(s, p);
	else {
		meet_movement(s, line, w, p, view);
		if (lists(view, "can", "answer"))
			going = do_answer(s, p, view);
		else if (lists(view, "can", "continue"))
			going = command(s, p, "{\"do\":\"continue\"}");
		else if (!act(s, p, view)) {
			keel_player_tick(p->player, STEP_MS);
			p->steps++;
			s->tick_s++;
		}
	}
	value_free(view);
	return going && s->failure_count < 12;
}

void session_by_player(story *s, int line, const words *w, session *se)
{
	playing p = {.se = se};
	void *memory = malloc(keel_player_memory_bytes());
	keel_now now = story_now(s);
	p.player = memory ? keel_player_create(memory, keel_player_memory_bytes()) : NULL;
	keel_err err =
		p.player ? keel_player_start(p.player, story_device_now(s)->core, &now, se->id)
			 : KEEL_ERR_NO_MEMORY;
	if (err != KEEL_ERR_OK)
		story_fail(s, "the player does not start: %s", keel_err_name(err));
	int steps = 0;
	while (err == KEEL_ERR_OK && steps < STEPS_MAX && step(s, line, w, &p))
		steps++;
	if (steps == STEPS_MAX)
		story_fail(s, "the player does not come to an end");
	free(memory);
}
