/* What the player obeys. One function says what fits the present step (keel_player_can); the view
 * prints it and commands are held against it, so that a button that shows always works and one that
 * does not show never does. A command is checked whole before anything changes.
 */
#include <string.h>

#include "core/coach/player.h"
#include "core/safety/safety.h"
#include "core/state/rules.h"
#include "core/state/thresholds.h"

#define DRAFTS_WAITING_MAX 64 /* see player_draft.c */

static uint16_t bit(keel_do what)
{
	return (uint16_t)(1u << what);
}

static uint16_t can_swap(const keel_player *player)
{
	int rung = 0;
	uint16_t can = 0;
	if (player->item_count == KEEL_PLAYER_ITEMS_MAX || player->stopping)
		return 0;
	if (keel_player_easier(player, &rung) != KEEL_NO_MOVEMENT)
		can |= bit(KEEL_DO_EASIER);
	if (keel_player_harder(player, &rung) != KEEL_NO_MOVEMENT)
		can |= bit(KEEL_DO_HARDER);
	for (int i = 0; i < player->catalogue->movement_count; i++)
		if (keel_player_offers(player, i))
			can |= bit(KEEL_DO_SWAP);
	return can;
}

static uint16_t can_run(const keel_player *player)
{
	const keel_movement *movement = keel_player_movement_now(player);
	uint16_t can = bit(KEEL_DO_PAIN) | bit(KEEL_DO_SKIP) | can_swap(player);
	can |= bit(player->paused ? KEEL_DO_RESUME : KEEL_DO_PAUSE);
	if (player->at.kind == KEEL_TIMELINE_SET_UP ||
	    player->at.kind == KEEL_TIMELINE_SIDE_CHANGE || player->at.kind == KEEL_TIMELINE_REST)
		can |= bit(KEEL_DO_READY);
	else
		can |= bit(KEEL_DO_FORM_LOST);
	if (player->at.kind == KEEL_TIMELINE_PHASE &&
	    movement->phases[player->at.phase].until_eased)
		can |= bit(KEEL_DO_EASED);
	return can;
}

uint16_t keel_player_can(const keel_player *player)
{
	const uint16_t always = bit(KEEL_DO_UNWELL) | bit(KEEL_DO_END);
	switch ((keel_player_mode)player->mode) {
	case KEEL_PLAYER_BEFORE:
		return always | bit(KEEL_DO_START);
	case KEEL_PLAYER_RUN:
		return always | can_run(player);
	case KEEL_PLAYER_PAIN_ASK: {
		bool unsaid = player->answers.pain == KEEL_PLAYER_NONE;
		uint16_t back = unsaid ? bit(KEEL_DO_RESUME) | bit(KEEL_DO_SKIP) : 0;
		return always | back | bit(KEEL_DO_PAIN);
	}
	case KEEL_PLAYER_NOTICE: {
		uint16_t smaller = can_swap(player) & bit(KEEL_DO_EASIER);
		return always | bit(KEEL_DO_CONTINUE) |
		       (player->resumes ? smaller | bit(KEEL_DO_SKIP) : 0);
	}
	case KEEL_PLAYER_ASK:
		return always | bit(KEEL_DO_ANSWER) | bit(KEEL_DO_SKIP);
	case KEEL_PLAYER_CALM:
		return always | bit(KEEL_DO_READY) | bit(KEEL_DO_CONTINUE) | bit(KEEL_DO_SKIP);
	case KEEL_PLAYER_END_ASK:
		return always | bit(KEEL_DO_ANSWER) | bit(KEEL_DO_SKIP);
	case KEEL_PLAYER_EMPTY:
	case KEEL_PLAYER_ENDED:
	case KEEL_PLAYER_MODE_COUNT:
		break;
	}
	return 0;
}

/* At 8 and more the day is for calm movements (CLINICAL 1): what is not calm leaves the session
 * before it begins. */
static void keep_calm_only(keel_player *player)
{
	int kept = 0;
	int calm = keel_player_calm_movement(player);
	for (int i = 0; i < player->play_count; i++) {
		keel_player_item *item = &player->items[player->play[i]];
		if (player->catalogue->movements[item->movement].stage == KEEL_STAGE_CALM)
			player->play[kept++] = player->play[i];
	}
	for (int i = 0; i < player->catalogue->movement_count; i++)
		if (player->catalogue->movements[i].stage != KEEL_STAGE_CALM)
			player->offers[i].rung = 0;
	keel_player_say(player, KEEL_RULE_PAIN_HIGH, player->before_next, KEEL_PAIN_HIGH);
	if (kept > 0) {
		player->play_count = kept;
		return;
	}
	player->play_count = 0;
	if (calm != KEEL_NO_MOVEMENT)
		player->play[player->play_count++] = (uint8_t)keel_player_add_item(
			player, calm, player->offers[calm].rung, KEEL_PURPOSE_PLAN);
}

static void start(keel_player *player, const keel_command *command)
{
	int values[] = {command->pain, command->place, player->up_min};
	keel_player_draft_push(player, KEEL_EVENT_SESSION_STARTED, KEEL_PLAYER_NONE, values, 3);
	player->started = true;
	player->place = (int8_t)command->place;
	if (command->pain != KEEL_COMMAND_ABSENT) {
		player->first_pain = (int8_t)command->pain;
		player->before_next = player->first_pain;
	}
	player->now_pain = player->before_next;
	if (player->before_next >= KEEL_PAIN_HIGH)
		keep_calm_only(player);
	if (player->play_count == 0)
		keel_player_end_session(player, KEEL_END_PAIN, player->first_pain);
	else
		keel_player_begin_item(player, 0);
}

static void skip(keel_player *player)
{
	if (player->mode == KEEL_PLAYER_END_ASK || player->mode == KEEL_PLAYER_CALM) {
		keel_player_end_session(player, player->end, KEEL_PLAYER_NONE);
		return;
	}
	if (player->mode == KEEL_PLAYER_ASK) {
		keel_player_close_item(player, keel_player_item_now(player)->end);
	} else {
		keel_player_close_bout(player, KEEL_END_SKIPPED);
		keel_player_close_item(player, KEEL_END_SKIPPED);
	}
	keel_player_next_item(player);
}

/* Ends whatever is under way, now. */
static void stop_all(keel_player *player, int end)
{
	bool at_item = player->mode != KEEL_PLAYER_BEFORE && player->mode != KEEL_PLAYER_CALM &&
		       player->mode != KEEL_PLAYER_END_ASK;
	if (!at_item || keel_player_item_now(player)->state != KEEL_ITEM_STARTED)
		return;
	keel_player_close_bout(player, end);
	bool over = player->mode == KEEL_PLAYER_ASK && end == KEEL_END_STOPPED;
	keel_player_close_item(player, over ? keel_player_item_now(player)->end : end);
}

static void unwell(keel_player *player, int sign)
{
	int values[] = {sign};
	stop_all(player, KEEL_END_UNWELL);
	keel_player_draft_push(player, KEEL_EVENT_UNWELL, KEEL_PLAYER_NONE, values, 1);
	keel_player_end_session(player, KEEL_END_UNWELL, KEEL_PLAYER_NONE);
	keel_player_say(player, KEEL_RULE_STOP_UNWELL, sign, 0);
	player->message.input_count = 1;
	player->message.emergency = keel_stop_is_emergency((keel_sign)sign);
}

static void end(keel_player *player, int pain)
{
	bool all_done =
		player->mode == KEEL_PLAYER_END_ASK || player->mode == KEEL_PLAYER_CALM ||
		(player->mode == KEEL_PLAYER_ASK && player->play_at + 1 == player->play_count);
	stop_all(player, KEEL_END_STOPPED);
	keel_player_end_session(player, all_done ? player->end : KEEL_END_STOPPED, pain);
}

static void eased(keel_player *player)
{
	keel_player_item *item = keel_player_item_now(player);
	item->eased = true;
	player->bout_eased = true;
	player->paused = false;
	if (item->dose.work_s > 0) {
		keel_player_close_bout(player, KEEL_END_EASED);
		keel_player_leave_bout(player);
	} else {
		keel_player_finish_step(player);
	}
}

static void form_lost(keel_player *player)
{
	keel_player_item_now(player)->form = KEEL_FORM_LOST;
	player->paused = false;
	keel_player_say(player, KEEL_RULE_FORM_LOST, 0, 0);
	player->message.input_count = 0;
	keel_player_close_bout(player, KEEL_END_FORM);
	keel_player_leave_bout(player);
}

static void begin_calm(keel_player *player)
{
	int calm = player->message.next;
	int index =
		keel_player_add_item(player, calm, player->offers[calm].rung, KEEL_PURPOSE_CALM);
	KEEL_ASSERT(index != KEEL_PLAYER_NONE && player->play_count < KEEL_PLAYER_PLAY_MAX);
	player->play[player->play_count++] = (uint8_t)index;
	keel_player_begin_item(player, player->play_count - 1);
}

static void go_on(keel_player *player)
{
	if (player->mode == KEEL_PLAYER_CALM) {
		begin_calm(player);
	} else if (player->resumes) {
		keel_player_clear_answers(player);
		player->mode = KEEL_PLAYER_RUN;
	} else {
		keel_player_next_item(player);
	}
}

/* Movement and rung that a swap command asks for; KEEL_NO_MOVEMENT when it may not be had. */
static int swap_target(const keel_player *player, const keel_command *command, int *rung)
{
	if (command->what == KEEL_DO_EASIER)
		return keel_player_easier(player, rung);
	if (command->what == KEEL_DO_HARDER)
		return keel_player_harder(player, rung);
	int target =
		keel_movement_find(player->catalogue, command->movement, strlen(command->movement));
	if (!keel_player_offers(player, target))
		return KEEL_NO_MOVEMENT;
	*rung = player->offers[target].rung;
	return target;
}

static keel_err swap(keel_player *player, const keel_command *command, keel_spot *spot)
{
	int rung = 0;
	int target = swap_target(player, command, &rung);
	if (target == KEEL_NO_MOVEMENT) {
		if (spot != NULL)
			*spot = (keel_spot){.message = "this movement is not offered today",
					    .field = "movement"};
		return KEEL_ERR_NOT_FOUND;
	}
	int reason = command->reason;
	if (command->what == KEEL_DO_EASIER)
		reason = player->mode == KEEL_PLAYER_NOTICE ? KEEL_SWAP_PAIN : KEEL_SWAP_EASIER;
	else if (command->what == KEEL_DO_HARDER)
		reason = KEEL_SWAP_HARDER;
	else if (reason == KEEL_COMMAND_ABSENT)
		reason = KEEL_SWAP_OTHER;
	keel_player_swap_to(player, target, rung, reason);
	return KEEL_ERR_OK;
}

static keel_err not_now(keel_spot *spot, const char *message)
{
	if (spot != NULL)
		*spot = (keel_spot){.message = message, .field = "do"};
	return KEEL_ERR_NOT_NOW;
}

static keel_err check(const keel_player *player, const keel_command *command, keel_spot *spot)
{
	if ((keel_player_can(player) & (1u << command->what)) == 0)
		return not_now(spot, "this does not fit the present step");
	if (player->draft_count > DRAFTS_WAITING_MAX)
		return not_now(spot, "drafts wait to be fetched");
	const char *missing = NULL;
	if (command->what == KEEL_DO_UNWELL && command->sign == KEEL_COMMAND_ABSENT)
		missing = "sign";
	if (command->what == KEEL_DO_SWAP && command->movement[0] == '\0')
		missing = "movement";
	if (missing == NULL)
		return KEEL_ERR_OK;
	if (spot != NULL) {
		*spot = (keel_spot){.message = "a required field is missing"};
		memcpy(spot->field, missing, strlen(missing) + 1);
	}
	return KEEL_ERR_MISSING_FIELD;
}

static keel_err obey(keel_player *player, const keel_command *command, keel_spot *spot)
{
	switch ((keel_do)command->what) {
	case KEEL_DO_START:
		start(player, command);
		break;
	case KEEL_DO_READY:
		if (player->mode == KEEL_PLAYER_CALM) {
			go_on(player);
		} else {
			player->paused = false;
			keel_player_finish_step(player);
		}
		break;
	case KEEL_DO_CONTINUE:
		go_on(player);
		break;
	case KEEL_DO_PAUSE:
		player->paused = true;
		break;
	case KEEL_DO_RESUME:
		keel_player_clear_answers(player);
		player->mode = KEEL_PLAYER_RUN;
		player->paused = false;
		break;
	case KEEL_DO_EASED:
		eased(player);
		break;
	case KEEL_DO_FORM_LOST:
		form_lost(player);
		break;
	case KEEL_DO_PAIN:
		keel_player_answer_pain(player, command);
		break;
	case KEEL_DO_ANSWER:
		keel_player_answer_after(player, command);
		break;
	case KEEL_DO_EASIER:
	case KEEL_DO_HARDER:
	case KEEL_DO_SWAP:
		return swap(player, command, spot);
	case KEEL_DO_SKIP:
		skip(player);
		break;
	case KEEL_DO_UNWELL:
		unwell(player, command->sign);
		break;
	case KEEL_DO_END:
		end(player, command->pain);
		break;
	case KEEL_DO_COUNT:
		break;
	}
	return KEEL_ERR_OK;
}

keel_err keel_player_command(keel_player *player, const char *json, size_t json_bytes,
			     keel_spot *spot)
{
	keel_command command;
	keel_err err = keel_command_parse(json, json_bytes, &command, spot);
	if (err == KEEL_ERR_OK)
		err = check(player, &command, spot);
	if (err != KEEL_ERR_OK)
		return err;
	int16_t said = player->message.rule;
	if (command.what != KEEL_DO_PAUSE && command.what != KEEL_DO_RESUME)
		player->message.rule = KEEL_PLAYER_NONE;
	err = obey(player, &command, spot);
	if (err == KEEL_ERR_OK)
		keel_player_settle(player);
	else
		player->message.rule = said;
	return err;
}
