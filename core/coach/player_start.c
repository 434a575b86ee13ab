/* A session begins from its recorded prescription, and goes on from what the record says of it
 * already: sets that are done are not done again, a movement that was swapped out stays out. What
 * may be swapped to is asked from safety once, at the beginning, and kept in the player: pain can
 * only narrow it from there.
 */
#include <string.h>

#include "core/coach/coach.h"
#include "core/coach/player.h"
#include "core/safety/safety.h"
#include "core/state/thresholds.h"

#define SESSION_DIGITS 32

static bool is_session_id(const char *session)
{
	return strlen(session) == SESSION_DIGITS &&
	       strspn(session, "0123456789abcdef") == SESSION_DIGITS;
}

/* What safety allows today, in the plain way: a movement on its way back is not for swapping. What
 * a soft gate withholds is kept for those who name it: "do it anyway" is one tap. */
static void take_offers(keel_player *player, const keel_core *core)
{
	const keel_allowed *allowed = &core->allowed;
	for (int i = 0; i < core->catalogue->movement_count; i++) {
		const keel_movement_verdict *verdict = &allowed->movements[i];
		bool offered = verdict->standing != KEEL_STANDING_WITHHELD &&
			       verdict->purpose == KEEL_PURPOSE_PLAN;
		const keel_reason *why = verdict->hold_rung < verdict->rung ? &verdict->hold_why
									    : &verdict->dose_why;
		player->offers[i] = (keel_player_offer){
			.rung = offered ? (uint8_t)verdict->hold_rung : 0,
			.rule = (uint8_t)why->rule,
			.soft = verdict->standing == KEEL_STANDING_SOFT,
		};
	}
	player->calm = allowed->calm_finish;
}

/* An item of the prescription at its index. VERSION: a movement that this catalogue does not have.
 */
static keel_err take_item(keel_player *player, const keel_event_session_item *from)
{
	int movement = keel_movement_find(player->catalogue, from->movement.bytes,
					  (size_t)from->movement.byte_count);
	if (movement == KEEL_NO_MOVEMENT || from->index >= KEEL_PLAYER_ITEMS_MAX)
		return KEEL_ERR_VERSION;
	const keel_movement *m = &player->catalogue->movements[movement];
	keel_player_item *item = &player->items[from->index];
	memset(item, 0, sizeof *item);
	item->movement = (int16_t)movement;
	item->rung = (int16_t)(from->rung <= m->rung_count ? from->rung : m->rung_count);
	item->dose = (keel_dose){.sets = (int16_t)from->sets,
				 .reps = (int16_t)from->reps,
				 .hold_s = (int16_t)from->hold_s,
				 .work_s = (int16_t)from->work_s,
				 .rest_s = (int16_t)from->rest_s,
				 .load_hg = (int16_t)from->load_hg};
	item->dose.lever =
		from->lever == KEEL_ABSENT ? m->rungs[item->rung - 1].lever : (int16_t)from->lever;
	item->purpose = (uint8_t)from->purpose;
	item->change = item->pain = item->form = item->settled = KEEL_PLAYER_NONE;
	if (player->item_count <= from->index)
		player->item_count = from->index + 1;
	return KEEL_ERR_OK;
}

static void take_started(keel_player *player, const keel_event_session_started *from)
{
	player->started = true;
	if (from->place != KEEL_ABSENT)
		player->place = (int8_t)from->place;
}

static void take_swap(keel_player *player, const keel_event_exercise_swapped *from)
{
	if (from->index >= player->item_count || from->by_index >= player->item_count)
		return;
	player->items[from->index].state = KEEL_ITEM_OVER;
	player->items[from->index].end = KEEL_END_SWAPPED;
	for (int i = 0; i < player->play_count; i++)
		if (player->play[i] == from->index)
			player->play[i] = (uint8_t)from->by_index;
}

static void take_done(keel_player *player, const keel_event_exercise_done *from)
{
	if (from->index >= player->item_count)
		return;
	keel_player_item *item = &player->items[from->index];
	item->state = KEEL_ITEM_OVER;
	item->end = (uint8_t)from->end;
	item->change = from->change == KEEL_ABSENT ? KEEL_PLAYER_NONE : (int8_t)from->change;
	item->form = from->form == KEEL_ABSENT ? KEEL_PLAYER_NONE : (int8_t)from->form;
}

/* An item of this session: of the prescription, or added by a swap or a calm finish. */
static keel_err take_added_item(keel_player *player, const keel_event_session_item *from,
				int prescribed_count)
{
	keel_err err = take_item(player, from);
	if (err != KEEL_ERR_OK)
		return err;
	bool plays = from->index < prescribed_count || from->purpose == KEEL_PURPOSE_CALM;
	if (plays && player->play_count < KEEL_PLAYER_PLAY_MAX)
		player->play[player->play_count++] = (uint8_t)from->index;
	return KEEL_ERR_OK;
}

static keel_err take_event(keel_player *player, const keel_event *event, int prescribed_count,
			   bool *ended)
{
	const char *session = player->session;
	switch (event->type) {
	case KEEL_EVENT_SESSION_ITEM:
		if (keel_text_equals(event->u.session_item.session, session, SESSION_DIGITS))
			return take_added_item(player, &event->u.session_item, prescribed_count);
		break;
	case KEEL_EVENT_SESSION_STARTED:
		if (keel_text_equals(event->u.session_started.session, session, SESSION_DIGITS))
			take_started(player, &event->u.session_started);
		break;
	case KEEL_EVENT_SET_DONE:
		if (keel_text_equals(event->u.set_done.session, session, SESSION_DIGITS) &&
		    event->u.set_done.index < player->item_count)
			player->items[event->u.set_done.index].bouts_done++;
		break;
	case KEEL_EVENT_EXERCISE_DONE:
		if (keel_text_equals(event->u.exercise_done.session, session, SESSION_DIGITS))
			take_done(player, &event->u.exercise_done);
		break;
	case KEEL_EVENT_EXERCISE_SWAPPED:
		if (keel_text_equals(event->u.exercise_swapped.session, session, SESSION_DIGITS))
			take_swap(player, &event->u.exercise_swapped);
		break;
	case KEEL_EVENT_SESSION_ENDED:
		*ended |= keel_text_equals(event->u.session_ended.session, session, SESSION_DIGITS);
		break;
	default:
		break;
	}
	return KEEL_ERR_OK;
}

static void clear(keel_player *player, const keel_core *core, const char *session)
{
	memset(player, 0, sizeof *player);
	player->catalogue = core->catalogue;
	memcpy(player->session, session, SESSION_DIGITS);
	player->mode = KEEL_PLAYER_BEFORE;
	player->end = KEEL_END_DONE;
	player->place = player->first_pain = player->before = player->before_next =
		KEEL_PLAYER_NONE;
	player->now_pain = player->end_pain = KEEL_PLAYER_NONE;
	player->up_min = KEEL_PLAYER_NONE;
	player->rise_stop = KEEL_RISE_STOP;
	player->message = (keel_player_message){.rule = KEEL_PLAYER_NONE, .next = KEEL_NO_MOVEMENT};
	keel_player_clear_answers(player);
}

/* What safety withholds by now is not begun: since the prescription something may have been
 * answered. False when a session that has not begun would lose an item: it is then prescribed anew.
 */
static bool drop_withheld(keel_player *player, const keel_core *core)
{
	for (int i = 0; i < player->item_count; i++) {
		keel_player_item *item = &player->items[i];
		bool withheld =
			core->allowed.movements[item->movement].standing == KEEL_STANDING_WITHHELD;
		if (!withheld || item->state != KEEL_ITEM_WAITING || item->bouts_done > 0)
			continue;
		if (!player->started)
			return false;
		item->state = KEEL_ITEM_OVER;
		item->end = KEEL_END_SKIPPED;
	}
	return true;
}

/* First item that is not over; the session's own *before* is what state says. */
static void place_player(keel_player *player, const keel_open_session *open)
{
	while (player->play_at + 1 < player->play_count &&
	       player->items[player->play[player->play_at]].state == KEEL_ITEM_OVER)
		player->play_at++;
	const keel_player_item *item = &player->items[player->play[player->play_at]];
	player->at =
		keel_timeline_start(&player->catalogue->movements[item->movement], &item->dose);
	if (player->started && open != NULL) {
		player->first_pain = open->first_pain;
		player->before_next = open->before;
		player->now_pain = open->before;
	}
	if (player->started && item->state == KEEL_ITEM_OVER)
		keel_player_end_session(player, KEEL_END_DONE, KEEL_PLAYER_NONE);
	else if (player->started)
		keel_player_begin_item(player, player->play_at);
}

/* Every index of the play order has its item: a record may lack one that is still on another
 * device. */
static bool is_whole(const keel_player *player, int prescribed_count)
{
	for (int i = 0; i < player->item_count; i++)
		if (player->items[i].dose.sets < 1)
			return false;
	return player->item_count >= prescribed_count && player->play_count >= 1;
}

keel_err keel_player_start(keel_player *player, keel_core *core, const keel_now *now,
			   const char *session)
{
	memset(player, 0, sizeof *player);
	if (!is_session_id(session))
		return KEEL_ERR_NOT_FOUND;
	keel_coach_day(core, now);
	const keel_event *prescribed = keel_coach_find_session(core, KEEL_EVENT_SESSION_PRESCRIBED,
							       session, SESSION_DIGITS);
	if (prescribed == NULL)
		return KEEL_ERR_NOT_FOUND;
	if (core->allowed.locked)
		return KEEL_ERR_LOCKED;
	clear(player, core, session);
	if (now->up_min >= 0)
		player->up_min = (int16_t)(now->up_min < 1440 ? now->up_min : 1439);
	int prescribed_count = prescribed->u.session_prescribed.item_count;
	bool ended = false;
	keel_err err = KEEL_ERR_OK;
	for (int i = 0; i < keel_log_count(core->log) && err == KEEL_ERR_OK; i++) {
		const keel_log_entry *entry = keel_log_get(core->log, i);
		if (!entry->retracted)
			err = take_event(player, entry->event, prescribed_count, &ended);
	}
	if (err == KEEL_ERR_OK && ended)
		err = KEEL_ERR_NOT_NOW;
	if (err == KEEL_ERR_OK && !is_whole(player, prescribed_count))
		err = KEEL_ERR_NOT_FOUND;
	if (err != KEEL_ERR_OK) {
		memset(player, 0, sizeof *player);
		return err;
	}
	take_offers(player, core);
	player->rise_stop = (int8_t)keel_state_tuned(&core->state, KEEL_TUNABLE_RISE_STOP,
						     core->moment.date);
	if (core->moment.date - core->state.pain_last_date <= KEEL_PAIN_LATEST_DAYS)
		player->first_pain = player->before_next = (int8_t)core->state.pain_last;
	bool stale = !player->started && prescribed->u.session_prescribed.date != core->moment.date;
	if (stale || !drop_withheld(player, core)) {
		memset(player, 0, sizeof *player);
		return KEEL_ERR_NOT_NOW;
	}
	place_player(player, keel_state_open(&core->state, session, SESSION_DIGITS));
	return KEEL_ERR_OK;
}

keel_err keel_player_load(keel_player *player, keel_core *core, const unsigned char *bytes,
			  size_t byte_count)
{
	return keel_player_restore(player, core->catalogue, bytes, byte_count);
}
