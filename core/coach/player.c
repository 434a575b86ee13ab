/* Walking the timeline.
 *
 * Time enters in one place (keel_player_tick) and is used up step by step: a step that ends exactly
 * at the end of a tick ends in that tick, and steps of length 0 end when they begin. So a place is
 * never at its own end, and it does not matter how time was cut. Sounds are a set of bits that the
 * view empties: they, too, only depend on the time that passed since the last view.
 *
 * Whatever ends a bout, an item or the session goes through the few close functions below, so that
 * the record is written in one order: set-done, exercise-done, what follows.
 */
#include "core/coach/player.h"

#include <stdalign.h>
#include <string.h>

#define COUNTDOWN_MS 3000 /* three ticks announce the end of a pause */
#define COUNTDOWN_STEP_MS 1000

size_t keel_player_memory_bytes(void)
{
	return sizeof(keel_player) + alignof(keel_player);
}

keel_player *keel_player_create(void *memory, size_t memory_bytes)
{
	if (memory == NULL || memory_bytes < keel_player_memory_bytes())
		return NULL;
	size_t past = (uintptr_t)memory % alignof(keel_player);
	unsigned char *aligned =
		(unsigned char *)memory + (past == 0 ? 0 : alignof(keel_player) - past);
	memset(aligned, 0, sizeof(keel_player));
	return (keel_player *)(void *)aligned;
}

bool keel_player_ended(const keel_player *player)
{
	return player->mode == KEEL_PLAYER_ENDED;
}

keel_player_item *keel_player_item_now(keel_player *player)
{
	KEEL_ASSERT(player->play_at < player->play_count);
	return &player->items[player->play[player->play_at]];
}

static const keel_player_item *item_now(const keel_player *player)
{
	KEEL_ASSERT(player->play_at < player->play_count);
	return &player->items[player->play[player->play_at]];
}

const keel_movement *keel_player_movement_now(const keel_player *player)
{
	return &player->catalogue->movements[item_now(player)->movement];
}

bool keel_player_asks_effort(const keel_movement *movement)
{
	return movement->aim >= KEEL_AIM_BRACE;
}

bool keel_player_working(const keel_player *player)
{
	bool inside =
		player->at.kind == KEEL_TIMELINE_PHASE || player->at.kind == KEEL_TIMELINE_STILL;
	return inside && (player->at.rep > 0 || player->at.work_ms + player->into_ms > 0);
}

void keel_player_sound(keel_player *player, keel_sound sound)
{
	player->sounds |= (uint16_t)(1u << sound);
}

void keel_player_say(keel_player *player, int rule, int input_0, int input_1)
{
	player->message = (keel_player_message){
		.rule = (int16_t)rule, .next = KEEL_NO_MOVEMENT, .input_count = 2};
	player->message.inputs[0] = input_0;
	player->message.inputs[1] = input_1;
}

void keel_player_clear_answers(keel_player *player)
{
	memset(&player->answers, KEEL_PLAYER_NONE, sizeof player->answers);
	player->ask = 0;
	player->wait_ms = 0;
}

/* ---- steps ---- */

static int32_t step_ms(const keel_player *player)
{
	return keel_timeline_step_ms(keel_player_movement_now(player), &item_now(player)->dose,
				     &player->at);
}

static void sound_of_step(keel_player *player)
{
	const keel_movement *movement = keel_player_movement_now(player);
	if (player->at.kind == KEEL_TIMELINE_SIDE_CHANGE)
		keel_player_sound(player, KEEL_SOUND_SIDE);
	if (player->at.kind != KEEL_TIMELINE_PHASE)
		return;
	if (player->at.rep == 0 && player->at.work_ms == 0)
		keel_player_sound(player, KEEL_SOUND_SET_START);
	uint8_t breath = movement->phases[player->at.phase].breath;
	if (breath == KEEL_BREATH_IN)
		keel_player_sound(player, KEEL_SOUND_BREATH_IN);
	if (breath == KEEL_BREATH_OUT)
		keel_player_sound(player, KEEL_SOUND_BREATH_OUT);
}

/* Ticks of a pause's last seconds, those after from_ms and up to to_ms. */
static void sound_countdown(keel_player *player, int32_t from_ms, int32_t to_ms)
{
	uint8_t kind = player->at.kind;
	if (kind != KEEL_TIMELINE_SET_UP && kind != KEEL_TIMELINE_REST &&
	    kind != KEEL_TIMELINE_SIDE_CHANGE)
		return;
	for (int32_t before_ms = COUNTDOWN_MS; before_ms > 0; before_ms -= COUNTDOWN_STEP_MS) {
		int32_t tick_ms = step_ms(player) - before_ms;
		if (tick_ms > from_ms && tick_ms <= to_ms)
			keel_player_sound(player, KEEL_SOUND_TICK);
	}
}

void keel_player_close_bout(keel_player *player, int end)
{
	if (!keel_player_working(player))
		return;
	keel_player_item *item = keel_player_item_now(player);
	const keel_movement *movement = keel_player_movement_now(player);
	int32_t work_ms = player->at.work_ms + player->into_ms;
	int32_t hold_ms = player->at.hold_ms;
	if (player->at.kind == KEEL_TIMELINE_PHASE &&
	    movement->phases[player->at.phase].dose_length)
		hold_ms += player->into_ms;
	bool alternate = movement->sides == KEEL_SIDES_ALTERNATE;
	int side = alternate ? KEEL_SIDE_BOTH : keel_timeline_side(movement, &player->at);
	if (end == KEEL_END_DONE && player->bout_eased)
		end = KEEL_END_EASED;
	int reps = player->at.rep < 200 ? player->at.rep : 200;
	int values[] = {player->at.set + 1, side, reps, hold_ms / 1000, work_ms / 1000, end};
	keel_player_draft_push(player, KEEL_EVENT_SET_DONE, player->play[player->play_at], values,
			       6);
	item->bouts_done++;
	keel_player_sound(player, KEEL_SOUND_SET_END);
}

void keel_player_leave_bout(keel_player *player)
{
	keel_timeline_leave_set(keel_player_movement_now(player), &item_now(player)->dose,
				&player->at);
	player->into_ms = 0;
	player->bout_eased = false;
	sound_of_step(player);
	if (player->at.kind == KEEL_TIMELINE_END)
		keel_player_ask_after(player,
				      item_now(player)->eased ? KEEL_END_EASED : KEEL_END_DONE);
}

void keel_player_finish_step(keel_player *player)
{
	int32_t spent_ms = player->into_ms;
	player->into_ms = 0;
	keel_timeline_crossed crossed = keel_timeline_next(
		keel_player_movement_now(player), &item_now(player)->dose, spent_ms, &player->at);
	if (crossed.set) {
		keel_player_close_bout(player, KEEL_END_DONE);
		keel_player_leave_bout(player);
	} else {
		sound_of_step(player);
	}
}

static bool runs(const keel_player *player)
{
	return player->mode == KEEL_PLAYER_RUN && !player->paused;
}

static bool waits(const keel_player *player)
{
	return player->mode == KEEL_PLAYER_PAIN_ASK || player->mode == KEEL_PLAYER_ASK;
}

void keel_player_tick(keel_player *player, int32_t elapsed_ms)
{
	int32_t left_ms = elapsed_ms > 0 ? elapsed_ms : 0;
	while (runs(player)) {
		int32_t rest_ms = step_ms(player) - player->into_ms;
		int32_t from_ms = player->into_ms;
		if (left_ms < rest_ms) {
			player->into_ms += left_ms;
			sound_countdown(player, from_ms, player->into_ms);
			return;
		}
		player->into_ms += rest_ms;
		left_ms -= rest_ms;
		sound_countdown(player, from_ms, player->into_ms);
		keel_player_finish_step(player);
	}
	if (waits(player)) {
		int32_t room_ms = KEEL_SETTLE_MS - player->wait_ms;
		player->wait_ms += left_ms < room_ms ? left_ms : room_ms;
	}
}

void keel_player_settle(keel_player *player)
{
	keel_player_tick(player, 0);
}

/* ---- items ---- */

void keel_player_begin_item(keel_player *player, int play_at)
{
	player->play_at = play_at;
	keel_player_item *item = keel_player_item_now(player);
	item->state = KEEL_ITEM_STARTED;
	player->mode = KEEL_PLAYER_RUN;
	player->paused = false;
	player->into_ms = 0;
	player->bout_eased = false;
	player->before = player->before_next;
	keel_player_clear_answers(player);
	player->at = keel_timeline_start_after(keel_player_movement_now(player), &item->dose,
					       item->bouts_done);
	if (player->at.kind == KEEL_TIMELINE_END)
		keel_player_ask_after(player, KEEL_END_DONE);
	keel_player_settle(player);
}

void keel_player_close_item(keel_player *player, int end)
{
	keel_player_item *item = keel_player_item_now(player);
	const keel_player_answers *a = &player->answers;
	int form = item->form != KEEL_PLAYER_NONE ? item->form : a->form;
	int values[] = {a->change, a->pain, a->further, a->settled, a->challenge, form, end};
	keel_player_draft_push(player, KEEL_EVENT_EXERCISE_DONE, player->play[player->play_at],
			       values, 7);
	item->state = KEEL_ITEM_OVER;
	item->end = (uint8_t)end;
	item->change = a->change;
	item->form = (int8_t)form;
	player->at.kind = KEEL_TIMELINE_END;
	player->into_ms = 0;
	keel_player_clear_answers(player);
}

/* After a movement; a calm one at the end is not asked about. */
void keel_player_ask_after(keel_player *player, int end)
{
	keel_player_item *item = keel_player_item_now(player);
	keel_player_sound(player, KEEL_SOUND_DONE);
	keel_player_clear_answers(player);
	if (item->purpose == KEEL_PURPOSE_CALM) {
		keel_player_close_item(player, end);
		keel_player_next_item(player);
		return;
	}
	item->end = (uint8_t)end;
	player->mode = KEEL_PLAYER_ASK;
	player->ask = 1u << KEEL_ASK_CHANGE;
	if (keel_player_asks_effort(keel_player_movement_now(player)))
		player->ask |= 1u << KEEL_ASK_CHALLENGE;
}

/* The next item that is not over; after a resumed session some in between may be. */
void keel_player_next_item(keel_player *player)
{
	int play_at = player->play_at + 1;
	while (play_at < player->play_count &&
	       player->items[player->play[play_at]].state == KEEL_ITEM_OVER)
		play_at++;
	if (play_at < player->play_count) {
		keel_player_begin_item(player, play_at);
		return;
	}
	bool rose = player->first_pain != KEEL_PLAYER_NONE && player->now_pain > player->first_pain;
	if (rose && player->end_pain == KEEL_PLAYER_NONE) {
		keel_player_clear_answers(player);
		player->mode = KEEL_PLAYER_END_ASK;
		player->ask = 1u << KEEL_ASK_END_PAIN;
		return;
	}
	keel_player_end_session(player, player->end, player->end_pain);
}

void keel_player_end_session(keel_player *player, int end, int pain)
{
	int values[] = {pain, end};
	if (player->started)
		keel_player_draft_push(player, KEEL_EVENT_SESSION_ENDED, KEEL_PLAYER_NONE, values,
				       2);
	keel_player_clear_answers(player);
	player->mode = KEEL_PLAYER_ENDED;
	player->end = (uint8_t)end;
	player->paused = false;
	player->at.kind = KEEL_TIMELINE_END;
	player->into_ms = 0;
	keel_player_sound(player, end == KEEL_END_DONE ? KEEL_SOUND_DONE : KEEL_SOUND_STOP);
}

/* What was planned after this is left out; a calm movement closes the session, where there is one.
 */
void keel_player_stop_with_calm(keel_player *player)
{
	int calm = keel_player_calm_movement(player);
	player->play_count = player->play_at + 1;
	keel_player_clear_answers(player);
	keel_player_sound(player, KEEL_SOUND_STOP);
	if (calm == KEEL_NO_MOVEMENT || player->stopping ||
	    player->item_count == KEEL_PLAYER_ITEMS_MAX) {
		player->stopping = true;
		keel_player_next_item(player);
		return;
	}
	player->stopping = true;
	player->message.next = (int16_t)calm;
	player->mode = KEEL_PLAYER_CALM;
}

/* ---- what the person may change to ---- */

bool keel_player_offers(const keel_player *player, int movement)
{
	if (movement < 0 || movement >= player->catalogue->movement_count ||
	    player->offers[movement].rung == 0)
		return false;
	if (player->catalogue->movements[movement].directions & player->blocked_directions)
		return false;
	for (int i = player->play_at; i < player->play_count; i++)
		if (player->items[player->play[i]].movement == movement)
			return false;
	return true;
}

bool keel_player_proposes(const keel_player *player, int movement)
{
	return keel_player_offers(player, movement) && !player->offers[movement].soft;
}

/* The easier neighbour; without one the same movement a rung lower. */
int keel_player_easier(const keel_player *player, int *rung)
{
	const keel_player_item *item = item_now(player);
	int easier = keel_player_movement_now(player)->easier;
	if (keel_player_proposes(player, easier)) {
		*rung = player->offers[easier].rung;
		return easier;
	}
	*rung = item->rung - 1;
	return item->rung > 1 ? item->movement : KEEL_NO_MOVEMENT;
}

int keel_player_harder(const keel_player *player, int *rung)
{
	int harder = keel_player_movement_now(player)->harder;
	if (!keel_player_proposes(player, harder))
		return KEEL_NO_MOVEMENT;
	*rung = player->offers[harder].rung;
	return harder;
}

/* Same aim first, then the neutral set; in the order of the catalogue. */
int keel_player_swaps(const keel_player *player, int16_t *movements, int count_max)
{
	int count = 0;
	uint8_t aim = keel_player_movement_now(player)->aim;
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < player->catalogue->movement_count && count < count_max; i++) {
			const keel_movement *movement = &player->catalogue->movements[i];
			bool fits = pass == 0 ? movement->aim == aim
					      : movement->neutral && movement->aim != aim;
			if (fits && keel_player_proposes(player, i))
				movements[count++] = (int16_t)i;
		}
	}
	return count;
}

static bool can_calm(const keel_player *player, int movement)
{
	const keel_movement *m = &player->catalogue->movements[movement];
	return player->offers[movement].rung > 0 && !player->offers[movement].soft &&
	       movement != item_now(player)->movement &&
	       (m->directions & player->blocked_directions) == 0;
}

/* What safety named when the session began, unless it is what has just hurt; then another of the
 * neutral set. */
int keel_player_calm_movement(const keel_player *player)
{
	if (player->calm != KEEL_NO_MOVEMENT && can_calm(player, player->calm))
		return player->calm;
	for (int i = 0; i < player->catalogue->movement_count; i++) {
		const keel_movement *movement = &player->catalogue->movements[i];
		if (movement->neutral && movement->stage == KEEL_STAGE_CALM && can_calm(player, i))
			return i;
	}
	return KEEL_NO_MOVEMENT;
}

int keel_player_add_item(keel_player *player, int movement, int rung, int purpose)
{
	if (player->item_count == KEEL_PLAYER_ITEMS_MAX)
		return KEEL_PLAYER_NONE;
	const keel_movement *m = &player->catalogue->movements[movement];
	KEEL_ASSERT(rung >= 1 && rung <= m->rung_count);
	int index = player->item_count++;
	keel_player_item *item = &player->items[index];
	memset(item, 0, sizeof *item);
	item->movement = (int16_t)movement;
	item->rung = (int16_t)rung;
	item->dose = m->rungs[rung - 1];
	item->rule = player->offers[movement].rule;
	item->purpose = (uint8_t)purpose;
	item->change = item->pain = item->form = item->settled = KEEL_PLAYER_NONE;
	keel_player_draft_push(player, KEEL_EVENT_SESSION_ITEM, index, NULL, 0);
	return index;
}

void keel_player_swap_to(keel_player *player, int movement, int rung, int reason)
{
	int old_index = player->play[player->play_at];
	keel_player_close_bout(player, KEEL_END_SWAPPED);
	if (player->items[old_index].bouts_done > 0 ||
	    player->items[old_index].pain != KEEL_PLAYER_NONE)
		keel_player_close_item(player, KEEL_END_SWAPPED);
	player->items[old_index].state = KEEL_ITEM_OVER;
	player->items[old_index].end = KEEL_END_SWAPPED;
	int index = keel_player_add_item(player, movement, rung, KEEL_PURPOSE_SWAP);
	KEEL_ASSERT(index != KEEL_PLAYER_NONE);
	int values[] = {index, reason};
	keel_player_draft_push(player, KEEL_EVENT_EXERCISE_SWAPPED, old_index, values, 2);
	player->play[player->play_at] = (uint8_t)index;
	keel_player_begin_item(player, player->play_at);
}
