/* Keeping a session in a few hundred bytes, so that a killed tab goes on at the same breath.
 *
 * One function visits every field, in both directions: what is written is what is read. Form,
 * little end first: "KPLY", version u8, facts hash u64, the fields, and the 64-bit hash of all
 * that. The hash finds damage, not intent: whatever comes back is checked field by field against
 * the catalogue before it becomes a player, so that no blob, however made, can reach an assertion.
 * A struct image was rejected: padding, compilers and versions differ.
 */
#include <string.h>

#include "core/base/hash.h"
#include "core/coach/player.h"
#include "core/state/rules.h"

#define SAVE_VERSION 2
#define HASH_BYTES 8
#define WORK_MS_MAX                                                                                \
	7200000 /* session-item.work_s is at most an hour, alternating sides have two              \
		 */
#define REPS_MAX 1000000

typedef struct io {
	unsigned char *bytes;
	size_t byte_count;
	size_t at;
	bool reads;
	bool failed;
} io;

static void visit_bytes(io *f, void *value, size_t byte_count)
{
	if (f->failed || byte_count > f->byte_count - f->at) {
		f->failed = true;
		return;
	}
	if (f->reads)
		memcpy(value, f->bytes + f->at, byte_count);
	else
		memcpy(f->bytes + f->at, value, byte_count);
	f->at += byte_count;
}

/* An integer of byte_count bytes, sign extended. */
static int64_t visit_int(io *f, int64_t value, size_t byte_count)
{
	unsigned char bytes[8] = {0};
	uint64_t bits = (uint64_t)value;
	for (size_t i = 0; i < byte_count; i++)
		bytes[i] = (unsigned char)(bits >> (8 * i));
	visit_bytes(f, bytes, byte_count);
	bits = (bytes[byte_count - 1] & 0x80) && byte_count < 8 ? UINT64_MAX << (8 * byte_count)
								: 0;
	for (size_t i = 0; i < byte_count; i++)
		bits |= (uint64_t)bytes[i] << (8 * i);
	return (int64_t)bits;
}

/* The type of the field says how many bytes it has. */
#define VISIT(f, field)                                                                            \
	((field) = (__typeof__(field))visit_int((f), (int64_t)(field), sizeof(field)))
#define VISIT_BOOL(f, field) ((field) = visit_int((f), (field) ? 1 : 0, 1) != 0)

static void visit_item(io *f, keel_player_item *item)
{
	VISIT(f, item->movement);
	VISIT(f, item->rung);
	VISIT(f, item->dose.sets);
	VISIT(f, item->dose.reps);
	VISIT(f, item->dose.hold_s);
	VISIT(f, item->dose.work_s);
	VISIT(f, item->dose.rest_s);
	VISIT(f, item->dose.load_hg);
	VISIT(f, item->dose.lever);
	VISIT(f, item->rule);
	VISIT(f, item->purpose);
	VISIT(f, item->state);
	VISIT(f, item->end);
	VISIT(f, item->bouts_done);
	VISIT(f, item->change);
	VISIT(f, item->pain);
	VISIT(f, item->form);
	VISIT_BOOL(f, item->answered);
	VISIT(f, item->rise);
	VISIT(f, item->settled);
	VISIT_BOOL(f, item->eased);
}

static void visit_now(io *f, keel_player *p)
{
	VISIT(f, p->at.kind);
	VISIT(f, p->at.phase);
	VISIT(f, p->at.set);
	VISIT(f, p->at.side);
	VISIT(f, p->at.rep);
	VISIT(f, p->at.work_ms);
	VISIT(f, p->at.hold_ms);
	VISIT(f, p->into_ms);
	VISIT(f, p->wait_ms);
	VISIT(f, p->answers.change);
	VISIT(f, p->answers.pain);
	VISIT(f, p->answers.further);
	VISIT(f, p->answers.settled);
	VISIT(f, p->answers.challenge);
	VISIT(f, p->answers.form);
	VISIT(f, p->message.rule);
	VISIT(f, p->message.next);
	VISIT(f, p->message.emergency);
	VISIT(f, p->message.input_count);
	for (int i = 0; i < KEEL_PLAYER_INPUTS_MAX; i++)
		VISIT(f, p->message.inputs[i]);
}

static void visit_session(io *f, keel_player *p)
{
	visit_bytes(f, p->session, 32);
	VISIT(f, p->mode);
	VISIT_BOOL(f, p->paused);
	VISIT_BOOL(f, p->started);
	VISIT_BOOL(f, p->stopping);
	VISIT_BOOL(f, p->resumes);
	VISIT(f, p->ask);
	VISIT(f, p->end);
	VISIT_BOOL(f, p->bout_eased);
	VISIT(f, p->end_pain);
	VISIT(f, p->sounds);
	VISIT(f, p->place);
	VISIT(f, p->first_pain);
	VISIT(f, p->before);
	VISIT(f, p->before_next);
	VISIT(f, p->rise_stop);
	VISIT(f, p->now_pain);
	VISIT(f, p->calm);
	VISIT(f, p->up_min);
	VISIT(f, p->blocked_directions);
}

/* A count of a list: refused when it is more than there is room for. */
static int visit_count(io *f, int count, int count_max)
{
	count = (int)visit_int(f, count, 2);
	if (count < 0 || count > count_max)
		f->failed = true;
	return f->failed ? 0 : count;
}

static void visit_player(io *f, keel_player *p)
{
	visit_session(f, p);
	visit_now(f, p);
	p->play_at = (int)visit_int(f, p->play_at, 1);
	p->play_count = visit_count(f, p->play_count, KEEL_PLAYER_PLAY_MAX);
	for (int i = 0; i < p->play_count; i++)
		VISIT(f, p->play[i]);
	p->item_count = visit_count(f, p->item_count, KEEL_PLAYER_ITEMS_MAX);
	for (int i = 0; i < p->item_count; i++)
		visit_item(f, &p->items[i]);
	p->draft_count = visit_count(f, p->draft_count, KEEL_PLAYER_DRAFTS_MAX);
	for (int i = 0; i < p->draft_count; i++) {
		VISIT(f, p->drafts[i].type);
		VISIT(f, p->drafts[i].index);
		for (int k = 0; k < 7; k++)
			VISIT(f, p->drafts[i].value[k]);
	}
	for (int i = 0; i < p->catalogue->movement_count; i++) {
		VISIT(f, p->offers[i].rung);
		VISIT(f, p->offers[i].rule);
		VISIT_BOOL(f, p->offers[i].soft);
	}
}

/* False when the head is not ours; *version_only tells that it is ours but of another version or
 * catalogue. */
static bool visit_head(io *f, uint64_t facts_hash, bool *version_only)
{
	char magic[4] = {'K', 'P', 'L', 'Y'};
	visit_bytes(f, magic, 4);
	if (f->failed || memcmp(magic, "KPLY", 4) != 0)
		return false;
	int version = (int)visit_int(f, SAVE_VERSION, 1);
	uint64_t facts = (uint64_t)visit_int(f, (int64_t)facts_hash, 8);
	*version_only = version != SAVE_VERSION || facts != facts_hash;
	return !f->failed && !*version_only;
}

static uint64_t hash_of(const unsigned char *bytes, size_t byte_count)
{
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), bytes, byte_count));
}

keel_err keel_player_save(const keel_player *player, unsigned char *bytes, size_t byte_capacity,
			  size_t *written_bytes)
{
	if (player->mode == KEEL_PLAYER_EMPTY)
		return KEEL_ERR_NOT_NOW;
	keel_player copy = *player;
	bool version_only;
	io f = {.bytes = bytes, .byte_count = byte_capacity};
	visit_head(&f, player->catalogue->facts_hash, &version_only);
	visit_player(&f, &copy);
	if (f.failed)
		return KEEL_ERR_TOO_LARGE;
	visit_int(&f, (int64_t)hash_of(bytes, f.at), HASH_BYTES);
	*written_bytes = f.at;
	return f.failed ? KEEL_ERR_TOO_LARGE : KEEL_ERR_OK;
}

/* ---- checks: nothing that comes back may reach an assertion or a place outside its array ---- */

static bool within(int64_t value, int64_t min, int64_t max)
{
	return value >= min && value <= max;
}

/* NONE or a name of a list. */
static bool is_name(int value, int name_count)
{
	return within(value, KEEL_PLAYER_NONE, name_count - 1);
}

static bool item_is_sound(const keel_player *p, const keel_player_item *item)
{
	const keel_dose *dose = &item->dose;
	if (!within(item->movement, 0, p->catalogue->movement_count - 1))
		return false;
	return within(item->rung, 1, p->catalogue->movements[item->movement].rung_count) &&
	       within(dose->sets, 1, 10) && within(dose->reps, 0, 60) &&
	       within(dose->hold_s, 0, 300) && within(dose->work_s, 0, 3600) &&
	       within(dose->rest_s, 0, 300) && within(dose->load_hg, 0, 2000) &&
	       within(dose->lever, 0, 100) && within(item->rule, 0, KEEL_RULE_COUNT - 1) &&
	       item->purpose < KEEL_PURPOSE_COUNT && item->state < KEEL_ITEM_STATE_COUNT &&
	       item->end < KEEL_END_COUNT && item->bouts_done <= 20 &&
	       is_name(item->change, KEEL_CHANGE_COUNT) &&
	       within(item->pain, KEEL_PLAYER_NONE, 10) && is_name(item->form, KEEL_FORM_COUNT) &&
	       within(item->rise, -10, 10) && is_name(item->settled, KEEL_SETTLED_COUNT);
}

/* The largest value of each field of a draft, by type; fields it does not have are not read. */
static bool draft_is_sound(const keel_player *p, const keel_player_draft *draft)
{
	static const struct {
		uint8_t type;
		bool at_item;
		int16_t max[7];
		uint8_t required; /* bit set of values that may not be NONE */
	} kinds[] = {
		{KEEL_EVENT_SESSION_STARTED, false, {10, KEEL_PLACE_COUNT - 1, 1439}, 0},
		{KEEL_EVENT_SET_DONE,
		 true,
		 {10, KEEL_SIDE_COUNT - 1, 200, 600, 7200, KEEL_END_COUNT - 1},
		 63},
		{KEEL_EVENT_PAIN_REPORT, true, {10, 1, KEEL_SETTLED_COUNT - 1}, 3},
		{KEEL_EVENT_EXERCISE_DONE,
		 true,
		 {KEEL_CHANGE_COUNT - 1, 10, 1, KEEL_SETTLED_COUNT - 1, 100, KEEL_FORM_COUNT - 1,
		  KEEL_END_COUNT - 1},
		 64},
		{KEEL_EVENT_EXERCISE_SWAPPED,
		 true,
		 {KEEL_PLAYER_ITEMS_MAX - 1, KEEL_SWAP_COUNT - 1},
		 3},
		{KEEL_EVENT_SESSION_ITEM, true, {0}, 0},
		{KEEL_EVENT_UNWELL, false, {KEEL_SIGN_COUNT - 1}, 1},
		{KEEL_EVENT_SESSION_ENDED, false, {10, KEEL_END_COUNT - 1}, 2},
	};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (kinds[i].type != draft->type)
			continue;
		if (kinds[i].at_item && !within(draft->index, 0, p->item_count - 1))
			return false;
		for (int k = 0; k < 7; k++) {
			int min = kinds[i].required & (1u << k) ? 0 : KEEL_PLAYER_NONE;
			if (!within(draft->value[k], min, kinds[i].max[k]))
				return false;
		}
		return true;
	}
	return false;
}

static bool lists_are_sound(const keel_player *p)
{
	for (int i = 0; i < p->item_count; i++)
		if (!item_is_sound(p, &p->items[i]))
			return false;
	for (int i = 0; i < p->play_count; i++)
		if (p->play[i] >= p->item_count)
			return false;
	for (int i = 0; i < p->draft_count; i++)
		if (!draft_is_sound(p, &p->drafts[i]))
			return false;
	for (int i = 0; i < p->catalogue->movement_count; i++)
		if (p->offers[i].rung > p->catalogue->movements[i].rung_count ||
		    p->offers[i].rule >= KEEL_RULE_COUNT)
			return false;
	return true;
}

static bool session_is_sound(const keel_player *p)
{
	const keel_player_answers *a = &p->answers;
	for (int i = 0; i < 32; i++)
		if (strchr("0123456789abcdef", p->session[i]) == NULL || p->session[i] == '\0')
			return false;
	return within(p->mode, KEEL_PLAYER_BEFORE, KEEL_PLAYER_ENDED) &&
	       p->ask < 1u << KEEL_ASK_COUNT && p->end < KEEL_END_COUNT &&
	       p->sounds < 1u << KEEL_SOUND_COUNT && is_name(p->place, KEEL_PLACE_COUNT) &&
	       within(p->first_pain, KEEL_PLAYER_NONE, 10) &&
	       within(p->before, KEEL_PLAYER_NONE, 10) &&
	       within(p->before_next, KEEL_PLAYER_NONE, 10) && within(p->rise_stop, 1, 10) &&
	       within(p->calm, KEEL_NO_MOVEMENT, p->catalogue->movement_count - 1) &&
	       within(p->now_pain, KEEL_PLAYER_NONE, 10) &&
	       within(p->end_pain, KEEL_PLAYER_NONE, 10) &&
	       within(p->up_min, KEEL_PLAYER_NONE, 1439) && within(p->wait_ms, 0, KEEL_SETTLE_MS) &&
	       is_name(a->change, KEEL_CHANGE_COUNT) && within(a->pain, KEEL_PLAYER_NONE, 10) &&
	       within(a->further, KEEL_PLAYER_NONE, 1) && is_name(a->settled, KEEL_SETTLED_COUNT) &&
	       within(a->challenge, KEEL_PLAYER_NONE, 100) && is_name(a->form, KEEL_FORM_COUNT) &&
	       within(p->message.rule, KEEL_PLAYER_NONE, KEEL_RULE_COUNT - 1) &&
	       within(p->message.next, KEEL_NO_MOVEMENT, p->catalogue->movement_count - 1) &&
	       p->message.input_count <= KEEL_PLAYER_INPUTS_MAX;
}

/* The present step: it exists, it has not ended, and the mode fits it. */
static bool place_is_sound(const keel_player *p)
{
	const keel_timeline_place *at = &p->at;
	if (p->play_count == 0)
		return p->mode == KEEL_PLAYER_ENDED && p->play_at == 0 &&
		       at->kind == KEEL_TIMELINE_END;
	if (!within(p->play_at, 0, p->play_count - 1))
		return false;
	const keel_player_item *item = &p->items[p->play[p->play_at]];
	const keel_movement *movement = &p->catalogue->movements[item->movement];
	if (at->kind >= KEEL_TIMELINE_KIND_COUNT || !within(at->set, 0, item->dose.sets - 1) ||
	    !within(at->side, 0, 1) || !within(at->rep, 0, REPS_MAX) ||
	    !within(at->work_ms, 0, WORK_MS_MAX) || !within(at->hold_ms, 0, at->work_ms) ||
	    p->into_ms < 0)
		return false;
	if (movement->phase_count > 0 ? at->phase >= movement->phase_count : at->phase > 0)
		return false;
	if (at->kind == KEEL_TIMELINE_PHASE && movement->phase_count == 0)
		return false;
	int32_t step_ms = keel_timeline_step_ms(movement, &item->dose, at);
	if (step_ms < 0 || p->into_ms > step_ms)
		return false;
	bool inside = p->mode == KEEL_PLAYER_RUN || p->mode == KEEL_PLAYER_PAIN_ASK ||
		      (p->mode == KEEL_PLAYER_NOTICE && p->resumes);
	if (p->mode == KEEL_PLAYER_PAIN_ASK && p->answers.pain != KEEL_PLAYER_NONE)
		return item->state == KEEL_ITEM_STARTED;
	if (inside)
		return at->kind != KEEL_TIMELINE_END && item->state == KEEL_ITEM_STARTED;
	if (p->mode == KEEL_PLAYER_CALM)
		return p->message.next != KEEL_NO_MOVEMENT && p->offers[p->message.next].rung > 0 &&
		       p->item_count < KEEL_PLAYER_ITEMS_MAX &&
		       p->play_count < KEEL_PLAYER_PLAY_MAX;
	if (p->mode == KEEL_PLAYER_ASK)
		return at->kind == KEEL_TIMELINE_END && item->state == KEEL_ITEM_STARTED;
	return p->mode == KEEL_PLAYER_BEFORE || at->kind == KEEL_TIMELINE_END;
}

keel_err keel_player_restore(keel_player *player, const keel_catalogue *catalogue,
			     const unsigned char *bytes, size_t byte_count)
{
	unsigned char copy[KEEL_PLAYER_SAVE_BYTES_MAX];
	memset(player, 0, sizeof *player);
	if (byte_count > sizeof copy || byte_count < HASH_BYTES)
		return KEEL_ERR_CORRUPT;
	memcpy(copy, bytes, byte_count);
	io f = {.bytes = copy, .byte_count = byte_count, .reads = true};
	io tail = {.bytes = copy,
		   .byte_count = byte_count,
		   .at = byte_count - HASH_BYTES,
		   .reads = true};
	if ((uint64_t)visit_int(&tail, 0, HASH_BYTES) != hash_of(copy, byte_count - HASH_BYTES))
		return KEEL_ERR_CORRUPT;
	bool version_only = false;
	if (!visit_head(&f, catalogue->facts_hash, &version_only))
		return version_only ? KEEL_ERR_VERSION : KEEL_ERR_CORRUPT;
	player->catalogue = catalogue;
	visit_player(&f, player);
	if (!f.failed && f.at == byte_count - HASH_BYTES && session_is_sound(player) &&
	    lists_are_sound(player) && place_is_sound(player))
		return KEEL_ERR_OK;
	memset(player, 0, sizeof *player);
	return KEEL_ERR_CORRUPT;
}
