/* The player's drafts: kept small until they are fetched, then written as event drafts.
 *
 * Room: a tick ends at the questions after a movement, so it drafts at most the bouts of one item
 * (10 sets, two sides) and what closes it; a command drafts at most 8. Commands are refused while
 * more than 64 drafts wait to be fetched: 64 + 8 + 22 stays under KEEL_PLAYER_DRAFTS_MAX, so a push
 * cannot fail.
 */
#include <string.h>

#include "core/coach/draft.h"
#include "core/coach/player.h"
#include "core/state/rules.h"

void keel_player_draft_push(keel_player *player, keel_event_type type, int index, const int *values,
			    int value_count)
{
	KEEL_ASSERT(player->draft_count < KEEL_PLAYER_DRAFTS_MAX);
	keel_player_draft *draft = &player->drafts[player->draft_count++];
	KEEL_ASSERT(value_count <= (int)(sizeof draft->value / sizeof draft->value[0]));
	draft->type = (uint8_t)type;
	draft->index = (int8_t)index;
	memset(draft->value, KEEL_PLAYER_NONE, sizeof draft->value);
	for (int i = 0; i < value_count; i++)
		draft->value[i] = (int16_t)values[i];
}

static int32_t maybe(int16_t value)
{
	return value == KEEL_PLAYER_NONE ? KEEL_ABSENT : value;
}

static void fill_item(const keel_player *player, int index, keel_event_session_item *item)
{
	const keel_player_item *from = &player->items[index];
	const keel_movement *movement = &player->catalogue->movements[from->movement];
	item->index = index;
	item->movement = keel_draft_text(movement->id);
	item->aim = movement->aim;
	item->stage = movement->stage;
	item->purpose = from->purpose;
	item->rung = from->rung;
	item->sets = from->dose.sets;
	item->reps = from->dose.reps;
	item->hold_s = from->dose.hold_s;
	item->work_s = from->dose.work_s;
	item->rest_s = from->dose.rest_s;
	item->load_hg = from->dose.load_hg;
	item->lever = from->dose.lever;
	item->none_added = movement->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED;
	item->working_s = keel_movement_working_s(movement, &from->dose);
	item->directions = (int32_t)movement->directions;
	item->rule = keel_draft_text(keel_rule_id((keel_rule)from->rule));
}

/* Text lives in the player or the catalogue. */
static keel_event event_of(const keel_player *player, const keel_player_draft *draft)
{
	keel_event event = keel_draft_of((keel_event_type)draft->type);
	const int16_t *v = draft->value;
	keel_text session = keel_draft_text(player->session);
	switch (event.type) {
	case KEEL_EVENT_SESSION_STARTED:
		event.u.session_started = (keel_event_session_started){session, maybe(v[0]),
								       maybe(v[1]), maybe(v[2])};
		break;
	case KEEL_EVENT_SET_DONE:
		event.u.set_done = (keel_event_set_done){session, draft->index, v[0], v[1],
							 v[2],	  v[3],		v[4], v[5]};
		break;
	case KEEL_EVENT_PAIN_REPORT:
		event.u.pain_report =
			(keel_event_pain_report){session, draft->index, v[0], v[1], maybe(v[2])};
		break;
	case KEEL_EVENT_EXERCISE_DONE:
		event.u.exercise_done = (keel_event_exercise_done){
			session,     draft->index, maybe(v[0]), maybe(v[1]), maybe(v[2]),
			maybe(v[3]), maybe(v[4]),  maybe(v[5]), v[6]};
		break;
	case KEEL_EVENT_EXERCISE_SWAPPED:
		event.u.exercise_swapped =
			(keel_event_exercise_swapped){session, draft->index, v[0], v[1]};
		break;
	case KEEL_EVENT_SESSION_ITEM:
		event.u.session_item.session = session;
		fill_item(player, draft->index, &event.u.session_item);
		break;
	case KEEL_EVENT_UNWELL:
		event.u.unwell.sign = v[0];
		if (player->started)
			event.u.unwell.session = session;
		break;
	case KEEL_EVENT_SESSION_ENDED:
		event.u.session_ended = (keel_event_session_ended){session, maybe(v[0]), v[1]};
		break;
	default:
		KEEL_ASSERT(!"the player drafts no other type");
	}
	return event;
}

keel_err keel_player_drafts_json(keel_player *player, char *out, size_t out_bytes,
				 size_t *written_bytes)
{
	keel_json json;
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '[');
	for (int i = 0; i < player->draft_count; i++) {
		keel_event event = event_of(player, &player->drafts[i]);
		keel_draft_write(&json, &event);
	}
	keel_json_close(&json, ']');
	keel_err err = keel_json_end(&json, written_bytes);
	if (err == KEEL_ERR_OK)
		player->draft_count = 0;
	return err;
}
