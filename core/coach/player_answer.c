/* Pain answers, during a movement and after it. What an answer means is said by state
 * (keel_state_rise) and safety (keel_pain_judge), the same functions that judge the record later;
 * this file only asks for what they need and carries out what they say, at that tick.
 *
 * During a movement time stands still from the first word of pain to the decision. "Has it settled
 * within a minute?" is asked when, and only when, the answer decides between two rows of the table.
 * Where both rows stop, the movement has stopped before the question is put.
 */
#include "core/coach/player.h"
#include "core/safety/safety.h"
#include "core/state/state.h"

static uint8_t asks(keel_ask ask)
{
	return (uint8_t)(1u << ask);
}

static void take(int8_t *answer, int16_t given)
{
	if (given != KEEL_COMMAND_ABSENT)
		*answer = (int8_t)given;
}

static void take_answers(keel_player *player, const keel_command *command)
{
	keel_player_answers *a = &player->answers;
	take(&a->change, command->change);
	take(&a->pain, command->pain);
	take(&a->further, command->further);
	take(&a->settled, command->settled);
	take(&a->challenge, command->challenge);
	take(&a->form, command->form);
}

static keel_rise_now rise_of(const keel_player *player)
{
	const keel_player_answers *a = &player->answers;
	const keel_answer_after answer = {.first = player->first_pain,
					  .before = player->before,
					  .change = a->change,
					  .pain = a->pain,
					  .settled = a->settled == KEEL_SETTLED_YES};
	return keel_state_rise(&answer);
}

static keel_pain_outcome judge(const keel_player *player, const keel_rise_now *rise)
{
	const keel_movement *movement = keel_player_movement_now(player);
	const keel_player_answers *a = &player->answers;
	const keel_pain_input input = {.before = player->before,
				       .during = rise->during,
				       .rise = keel_rise_read(player->rise_stop, rise->rise),
				       .settled_known = a->settled != KEEL_PLAYER_NONE,
				       .settled = a->settled == KEEL_SETTLED_YES,
				       .further = a->further == 1,
				       .none_added =
					       movement->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED,
				       .neutral = movement->neutral};
	return keel_pain_judge(&input);
}

/* What is known of the pain from here on. Keeps the same notes as the fold does (state_session.c),
 * so that *before* is the same live and in the record. */
static void remember(keel_player *player, const keel_rise_now *rise)
{
	keel_player_item *item = keel_player_item_now(player);
	const keel_player_answers *a = &player->answers;
	if (a->pain > item->pain)
		item->pain = a->pain;
	if (item->answered && item->settled == KEEL_PLAYER_NONE)
		item->settled = a->settled;
	if (rise->answered) {
		if (!item->answered || rise->rise > item->rise) {
			item->rise = (int8_t)rise->rise;
			item->settled = a->settled;
		} else if (a->settled != KEEL_PLAYER_NONE && rise->rise == item->rise) {
			item->settled = a->settled;
		}
		item->answered = true;
		if (player->first_pain == KEEL_PLAYER_NONE)
			player->first_pain = (int8_t)rise->during;
		if (rise->rise != 0 || a->pain != KEEL_PLAYER_NONE)
			player->before_next = (int8_t)rise->before_next;
		if (rise->during != KEEL_UNKNOWN)
			player->now_pain = (int8_t)rise->during;
	}
	if (item->rise > 0 && item->settled == KEEL_SETTLED_YES && rise->rise >= 0)
		player->before_next = player->now_pain = player->before;
}

/* A movement that is over because of pain is not offered again today, nor is a direction that sent
 * pain outwards. */
static void narrow(keel_player *player, const keel_pain_outcome *outcome)
{
	const keel_movement *movement = keel_player_movement_now(player);
	if (outcome->action == KEEL_PAIN_FINISH || outcome->action == KEEL_PAIN_FINISH_CALM)
		player->offers[keel_player_item_now(player)->movement].rung = 0;
	if (outcome->rests_directions)
		player->blocked_directions |= (uint8_t)movement->directions;
}

/* Next movement that the message can name, or none. */
static int next_movement(const keel_player *player)
{
	for (int i = player->play_at + 1; i < player->play_count; i++)
		if (player->items[player->play[i]].state == KEEL_ITEM_WAITING)
			return player->items[player->play[i]].movement;
	return KEEL_NO_MOVEMENT;
}

static void notice(keel_player *player, bool resumes)
{
	player->mode = KEEL_PLAYER_NOTICE;
	player->resumes = resumes;
	player->ask = 0;
	player->message.next = (int16_t)(resumes ? KEEL_NO_MOVEMENT : next_movement(player));
}

/* Movements still to come that go in a direction which rests from now on. */
static void drop_blocked(keel_player *player)
{
	int kept = player->play_at + 1;
	for (int i = player->play_at + 1; i < player->play_count; i++) {
		const keel_player_item *item = &player->items[player->play[i]];
		if ((player->catalogue->movements[item->movement].directions &
		     player->blocked_directions) == 0)
			player->play[kept++] = player->play[i];
	}
	player->play_count = kept;
}

/* A movement that has been stopped stays stopped, whatever number is said after that. */
static keel_pain_action action_of(const keel_player *player, const keel_pain_outcome *outcome)
{
	bool stops =
		outcome->action == KEEL_PAIN_FINISH || outcome->action == KEEL_PAIN_FINISH_CALM;
	return player->at.kind == KEEL_TIMELINE_END && !stops ? KEEL_PAIN_FINISH : outcome->action;
}

static void act_live(keel_player *player, const keel_pain_outcome *outcome)
{
	switch (action_of(player, outcome)) {
	case KEEL_PAIN_GO_ON:
	case KEEL_PAIN_SMALLER:
		keel_player_clear_answers(player);
		if (outcome->clean)
			player->mode = KEEL_PLAYER_RUN;
		else
			notice(player, true);
		break;
	case KEEL_PAIN_FINISH:
		keel_player_close_item(player, KEEL_END_PAIN);
		drop_blocked(player);
		notice(player, false);
		break;
	case KEEL_PAIN_FINISH_CALM:
		keel_player_close_item(player, KEEL_END_PAIN);
		player->end = KEEL_END_PAIN;
		keel_player_stop_with_calm(player);
		break;
	}
}

/* The report is kept at once, and once more when it is known whether it settled: a tab that dies
 * while the minute runs has told of the pain. */
static void report(keel_player *player)
{
	const keel_player_answers *a = &player->answers;
	int values[] = {a->pain, a->further == 1, a->settled};
	keel_player_draft_push(player, KEEL_EVENT_PAIN_REPORT, player->play[player->play_at],
			       values, 3);
}

void keel_player_answer_pain(keel_player *player, const keel_command *command)
{
	if (player->mode == KEEL_PLAYER_RUN) {
		keel_player_clear_answers(player);
		player->mode = KEEL_PLAYER_PAIN_ASK;
		player->paused = false;
	}
	take(&player->answers.pain, command->pain);
	take(&player->answers.further, command->further);
	take(&player->answers.settled, command->settled);
	if (player->answers.pain == KEEL_PLAYER_NONE) {
		player->ask = asks(KEEL_ASK_PAIN) | asks(KEEL_ASK_FURTHER);
		return;
	}
	keel_rise_now rise = rise_of(player);
	keel_pain_outcome outcome = judge(player, &rise);
	keel_player_say(player, outcome.rule, player->before, rise.during);
	report(player);
	remember(player, &rise);
	narrow(player, &outcome);
	if (outcome.action == KEEL_PAIN_FINISH || outcome.action == KEEL_PAIN_FINISH_CALM) {
		keel_player_close_bout(player, KEEL_END_PAIN);
		player->at.kind = KEEL_TIMELINE_END;
		player->into_ms = 0;
	}
	if (outcome.ask_settled)
		player->ask = asks(KEEL_ASK_SETTLED);
	else
		act_live(player, &outcome);
}

static void answer_end(keel_player *player, int pain)
{
	player->end_pain = (int8_t)pain;
	if (pain != KEEL_PLAYER_NONE)
		player->now_pain = (int8_t)pain;
	if (pain != KEEL_PLAYER_NONE && !player->stopping &&
	    keel_pain_session_up(player->first_pain, pain)) {
		keel_player_say(player, KEEL_RULE_AFTER_SESSION_UP, player->first_pain, pain);
		keel_player_stop_with_calm(player);
		return;
	}
	keel_player_end_session(player, player->end, pain);
}

/* The movement is over and all is said: on to the next, or to the end. */
static void finish_after(keel_player *player, const keel_rise_now *rise)
{
	keel_pain_outcome outcome = judge(player, rise);
	remember(player, rise);
	narrow(player, &outcome);
	if (!outcome.clean)
		keel_player_say(player, outcome.rule, player->before, rise->during);
	keel_player_close_item(player, keel_player_item_now(player)->end);
	if (outcome.action == KEEL_PAIN_FINISH_CALM) {
		player->end = KEEL_END_PAIN;
		keel_player_stop_with_calm(player);
		return;
	}
	drop_blocked(player);
	keel_player_next_item(player);
}

void keel_player_answer_after(keel_player *player, const keel_command *command)
{
	if (player->mode == KEEL_PLAYER_END_ASK) {
		answer_end(player, command->pain);
		return;
	}
	bool asked_pain = player->ask & asks(KEEL_ASK_PAIN);
	bool asked_settled = player->ask & asks(KEEL_ASK_SETTLED);
	take_answers(player, command);
	const keel_player_answers *a = &player->answers;
	if (a->change == KEEL_CHANGE_CLEARLY_MORE && a->pain == KEEL_PLAYER_NONE && !asked_pain &&
	    !asked_settled) {
		player->ask = asks(KEEL_ASK_PAIN) | asks(KEEL_ASK_FURTHER);
		return;
	}
	keel_rise_now rise = rise_of(player);
	if (rise.answered && judge(player, &rise).ask_settled && !asked_settled) {
		player->wait_ms = 0;
		player->ask = asks(KEEL_ASK_SETTLED);
		if (a->further == KEEL_PLAYER_NONE)
			player->ask |= asks(KEEL_ASK_FURTHER);
		return;
	}
	finish_after(player, &rise);
}
