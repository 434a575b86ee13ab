/* What to show: one JSON object, written from the state and nothing else. Fields are always all
 * there, so that an app never asks whether one exists. `can` is the very set that commands are held
 * against.
 */
#include <string.h>

#include "core/coach/player.h"
#include "core/state/rules.h"

#define SWAPS_SHOWN_MAX 4
#define BRACE_CUE_MS 4000 /* the brace is said last before the work begins (S0.brace) */

static const char *const ask_names[] = {
#define ASK_NAME(NAME, text) text,
	KEEL_ASK_LIST(ASK_NAME)
#undef ASK_NAME
};

static const char *const sound_names[] = {
#define SOUND_NAME(NAME, text) text,
	KEEL_SOUND_LIST(SOUND_NAME)
#undef SOUND_NAME
};

static const char *step_name(const keel_player *player)
{
	switch ((keel_player_mode)player->mode) {
	case KEEL_PLAYER_PAIN_ASK:
	case KEEL_PLAYER_NOTICE:
		return "pain-ask";
	case KEEL_PLAYER_ASK:
	case KEEL_PLAYER_END_ASK:
		return "ask";
	case KEEL_PLAYER_CALM:
		return "calm";
	case KEEL_PLAYER_ENDED:
		return "ended";
	case KEEL_PLAYER_RUN:
		break;
	default:
		return "before";
	}
	switch ((keel_timeline_kind)player->at.kind) {
	case KEEL_TIMELINE_SET_UP:
		return "set-up";
	case KEEL_TIMELINE_SIDE_CHANGE:
		return "side-change";
	case KEEL_TIMELINE_REST:
		return "rest";
	case KEEL_TIMELINE_PHASE:
		break;
	default:
		return "hold";
	}
	return keel_player_movement_now(player)->phases[player->at.phase].hold ? "hold" : "move";
}

static bool in_phase(const keel_player *player)
{
	return player->at.kind == KEEL_TIMELINE_PHASE;
}

static void put_id_or_null(keel_json *json, const char *key, const keel_player *player,
			   int movement)
{
	keel_json_key(json, key);
	if (movement == KEEL_NO_MOVEMENT)
		keel_json_null(json);
	else
		keel_json_text(json, player->catalogue->movements[movement].id);
}

static void put_names(keel_json *json, const char *key, uint32_t bits, const char *const *names,
		      int name_count)
{
	keel_json_key(json, key);
	keel_json_open(json, '[');
	for (int i = 0; i < name_count; i++)
		if (bits & (1u << i))
			keel_json_text(json, names[i]);
	keel_json_close(json, ']');
}

/* The text key of the one sentence to say now; "" for none. */
static void put_cue(keel_json *json, const keel_player *player, int32_t step_ms)
{
	const keel_movement *movement = keel_player_movement_now(player);
	char key[80];
	size_t id_bytes = strlen(movement->id);
	bool last_seconds = step_ms - player->into_ms <= BRACE_CUE_MS && step_ms > BRACE_CUE_MS;
	bool braces = movement->aim >= KEEL_AIM_CONTROL && movement->aim != KEEL_AIM_CONDITIONING;
	keel_json_key(json, "cue");
	if (player->mode == KEEL_PLAYER_RUN && in_phase(player)) {
		keel_json_text(json, movement->phases[player->at.phase].cue);
	} else if (player->mode == KEEL_PLAYER_RUN &&
		   player->at.kind == KEEL_TIMELINE_SIDE_CHANGE) {
		keel_json_text(json, "cue.other-side");
	} else if (player->mode == KEEL_PLAYER_RUN && player->at.kind == KEEL_TIMELINE_SET_UP) {
		if (braces && last_seconds) {
			keel_json_text(json, "cue.brace");
		} else {
			KEEL_ASSERT(id_bytes + sizeof ".setup" <= sizeof key);
			memcpy(key, movement->id, id_bytes);
			memcpy(key + id_bytes, ".setup", sizeof ".setup");
			keel_json_text(json, key);
		}
	} else {
		keel_json_text(json, "");
	}
}

/* The clock of a pause, of a timed set, or of the minute in which pain may settle. */
static void put_clock(keel_json *json, const keel_player *player, int32_t step_ms)
{
	const keel_player_item *item = &player->items[player->play[player->play_at]];
	int32_t clock_ms = 0, length_ms = 0;
	bool settling = player->ask & (1u << KEEL_ASK_SETTLED);
	if (settling) {
		clock_ms = player->wait_ms;
		length_ms = KEEL_SETTLE_MS;
	} else if (player->mode == KEEL_PLAYER_RUN) {
		bool working = in_phase(player) || player->at.kind == KEEL_TIMELINE_STILL;
		if (!working) {
			clock_ms = player->into_ms;
			length_ms = step_ms;
		} else if (item->dose.work_s > 0) {
			bool both = keel_player_movement_now(player)->sides == KEEL_SIDES_ALTERNATE;
			clock_ms = player->at.work_ms + player->into_ms;
			length_ms = item->dose.work_s * (both ? 2000 : 1000);
		}
	}
	keel_json_put_int(json, "clock_ms", clock_ms);
	keel_json_put_int(json, "clock_length_ms", length_ms);
}

static void put_place(keel_json *json, const keel_player *player)
{
	const keel_player_item *item = &player->items[player->play[player->play_at]];
	const keel_movement *movement = keel_player_movement_now(player);
	const keel_phase *phase =
		movement->phase_count > 0 ? &movement->phases[player->at.phase] : NULL;
	int32_t step_ms = keel_timeline_step_ms(movement, &item->dose, &player->at);
	int side = keel_timeline_side(movement, &player->at);
	bool moving = in_phase(player);
	int set = player->at.kind == KEEL_TIMELINE_END ? item->dose.sets : player->at.set + 1;
	keel_json_put_text(json, "movement", movement->id);
	keel_json_put_int(json, "index", player->play[player->play_at]);
	keel_json_put_text(json, "purpose", keel_purpose_names[item->purpose]);
	keel_json_put_int(json, "set", set);
	keel_json_put_int(json, "set_count", item->dose.sets);
	keel_json_put_text(json, "side", keel_side_names[side]);
	keel_json_put_int(json, "rep", moving ? player->at.rep + 1 : player->at.rep);
	keel_json_put_int(json, "rep_count", keel_timeline_rep_count(&item->dose));
	keel_json_put_int(json, "phase", player->at.phase);
	keel_json_put_int(json, "track_phase", phase == NULL ? 0 : phase->track);
	keel_json_put_bool(json, "mirrored", side == KEEL_SIDE_RIGHT);
	keel_json_put_int(json, "phase_ms", moving ? player->into_ms : 0);
	keel_json_put_int(json, "phase_length_ms", moving ? step_ms : 0);
	keel_json_put_text(json, "breath",
			   keel_breath_names[moving ? phase->breath : KEEL_BREATH_EASY]);
	put_cue(json, player, step_ms);
	put_clock(json, player, step_ms);
}

static void put_choices(keel_json *json, const keel_player *player)
{
	uint16_t can = keel_player_can(player);
	int rung = 0;
	int16_t swaps[SWAPS_SHOWN_MAX];
	int easier = KEEL_NO_MOVEMENT, harder = KEEL_NO_MOVEMENT, swap_count = 0;
	if (can & (1u << KEEL_DO_EASIER))
		easier = keel_player_easier(player, &rung);
	if (can & (1u << KEEL_DO_HARDER))
		harder = keel_player_harder(player, &rung);
	if (can & (1u << KEEL_DO_SWAP))
		swap_count = keel_player_swaps(player, swaps, SWAPS_SHOWN_MAX);
	keel_json_key(json, "choices");
	keel_json_open(json, '{');
	put_id_or_null(json, "easier", player, easier);
	put_id_or_null(json, "harder", player, harder);
	keel_json_key(json, "swaps");
	keel_json_open(json, '[');
	for (int i = 0; i < swap_count; i++)
		keel_json_text(json, player->catalogue->movements[swaps[i]].id);
	keel_json_close(json, ']');
	keel_json_close(json, '}');
}

static void put_message(keel_json *json, const keel_player *player)
{
	const keel_player_message *message = &player->message;
	keel_json_key(json, "message");
	if (message->rule == KEEL_PLAYER_NONE) {
		keel_json_null(json);
		return;
	}
	keel_json_open(json, '{');
	keel_json_put_text(json, "rule", keel_rule_id((keel_rule)message->rule));
	keel_json_key(json, "inputs");
	keel_json_open(json, '[');
	for (int i = 0; i < message->input_count; i++)
		keel_json_int(json, message->inputs[i]);
	keel_json_close(json, ']');
	put_id_or_null(json, "next", player, message->next);
	keel_json_put_bool(json, "emergency", message->emergency != 0);
	keel_json_close(json, '}');
}

static void put_done(keel_json *json, const keel_player *player)
{
	keel_json_key(json, "done_items");
	keel_json_open(json, '[');
	for (int i = 0; i < player->item_count; i++) {
		const keel_player_item *item = &player->items[i];
		if (item->state != KEEL_ITEM_OVER)
			continue;
		keel_json_open(json, '{');
		keel_json_put_int(json, "index", i);
		keel_json_put_text(json, "movement",
				   player->catalogue->movements[item->movement].id);
		keel_json_put_text(json, "end", keel_end_names[item->end]);
		keel_json_key(json, "change");
		if (item->change == KEEL_PLAYER_NONE)
			keel_json_null(json);
		else
			keel_json_text(json, keel_change_names[item->change]);
		keel_json_put_int(json, "sets_done", item->bouts_done);
		keel_json_close(json, '}');
	}
	keel_json_close(json, ']');
}

static void put_known(keel_json *json, const char *key, int value)
{
	keel_json_key(json, key);
	if (value == KEEL_PLAYER_NONE)
		keel_json_null(json);
	else
		keel_json_int(json, value);
}

keel_err keel_player_view_json(keel_player *player, char *out, size_t out_bytes,
			       size_t *written_bytes)
{
	keel_json json;
	if (player->mode == KEEL_PLAYER_EMPTY)
		return KEEL_ERR_NOT_NOW;
	keel_json_init(&json, out, out_bytes);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "session", player->session);
	keel_json_put_text(&json, "step", step_name(player));
	keel_json_put_bool(&json, "paused", player->paused);
	keel_json_put_int(&json, "item", player->play_at);
	keel_json_put_int(&json, "item_count", player->play_count);
	if (player->play_count > 0)
		put_place(&json, player);
	put_names(&json, "sounds", player->sounds, sound_names, KEEL_SOUND_COUNT);
	put_names(&json, "can", keel_player_can(player), keel_do_names, KEEL_DO_COUNT);
	put_choices(&json, player);
	put_names(&json, "ask", player->ask, ask_names, KEEL_ASK_COUNT);
	put_known(&json, "pain_before", player->before);
	put_known(&json, "pain_now", player->now_pain);
	put_message(&json, player);
	put_done(&json, player);
	keel_json_key(&json, "end");
	if (player->mode == KEEL_PLAYER_ENDED)
		keel_json_text(&json, keel_end_names[player->end]);
	else
		keel_json_null(&json);
	keel_json_close(&json, '}');
	keel_err err = keel_json_end(&json, written_bytes);
	if (err == KEEL_ERR_OK)
		player->sounds = 0;
	return err;
}
