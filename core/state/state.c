/* The fold: one switch, one small function a type of event.
 *
 * Nothing here is a decision. Where the clinical rules need a sequence of facts (exposures,
 * mornings, sessions) the facts are kept in order of date, and safety walks over them when it
 * plans. A machine of "rung", "stage" and "flare" stepped event by event was rejected: devices meet
 * late, and then a streak would depend on who synchronised first. Two things are remembered as they
 * were recorded, because they cannot be had from a bounded window: the dose of the last exposures
 * and the stage of the last sessions.
 *
 * Speed: 10,000 events fold in well under a millisecond. Ids of movements are met only where an
 * event names one (items, likes, edits); sessions are found among at most four open ones.
 */
#include "core/state/state.h"

#include <string.h>

#include "core/base/date.h"
#include "core/base/hash.h"
#include "core/state/state_inside.h"
#include "core/state/thresholds.h"

/* The state is hashed as bytes: a struct with padding would hash what nobody wrote. */
_Static_assert(sizeof(keel_exposure) == 36, "no padding");
_Static_assert(sizeof(keel_rise) == 16, "no padding");
_Static_assert(sizeof(keel_open_item) == 48, "no padding");
_Static_assert(sizeof(keel_session_state) == 40, "no padding");
_Static_assert(sizeof(keel_screen_state) == 48 + 4 + 4 + 4 + 8 + 16 + 20, "no padding");
_Static_assert(sizeof(keel_movement_state) == 596, "no padding");
_Static_assert(sizeof(keel_direction_state) == 48, "no padding");
_Static_assert(sizeof(keel_test_state) == 20, "no padding");

static void init_screening(keel_state *state)
{
	state->review_date = KEEL_NO_DATE;
	state->again_date = KEEL_NO_DATE;
	state->void_date = KEEL_NO_DATE;
	state->restart_date = KEEL_NO_DATE;
	state->assessed_date = KEEL_NO_DATE;
	state->leg_symptom = KEEL_UNKNOWN;
	state->leg_date = KEEL_NO_DATE;
	state->spread_date = KEEL_NO_DATE;
	for (int i = 0; i < KEEL_SIGN_COUNT; i++)
		state->unwell_date[i] = KEEL_NO_DATE;
}

void keel_state_init(keel_state *state)
{
	memset(state, 0, sizeof *state);
	state->version = KEEL_STATE_VERSION;
	state->date_trusted = KEEL_NO_DATE;
	state->birth_year = KEEL_UNKNOWN;
	state->training = KEEL_UNKNOWN;
	state->confidence = KEEL_UNKNOWN;
	state->minutes = KEEL_UNKNOWN;
	state->days_a_week = KEEL_UNKNOWN;
	state->exercises_max = KEEL_UNKNOWN;
	state->wake_min = KEEL_UNKNOWN;
	state->wish_date = KEEL_NO_DATE;
	state->wish_minutes = KEEL_UNKNOWN;
	state->programme_date = KEEL_NO_DATE;
	state->pain_last = KEEL_UNKNOWN;
	state->pain_last_date = KEEL_NO_DATE;
	memset(state->equipment, KEEL_UNKNOWN, sizeof state->equipment);
	memset(state->ability, KEEL_UNKNOWN, sizeof state->ability);
	for (int i = 0; i < KEEL_CONDITION_COUNT; i++)
		state->condition[i].since_date = KEEL_NO_DATE;
	init_screening(state);
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		keel_direction_state *direction = &state->directions[i];
		direction->spread_date = KEEL_NO_DATE;
		direction->open_date = KEEL_NO_DATE;
		direction->test_date = KEEL_NO_DATE;
		direction->test_pain_before = KEEL_UNKNOWN;
		direction->test_pain_after = KEEL_UNKNOWN;
		direction->test_place_before = KEEL_UNKNOWN;
		direction->test_place_after = KEEL_UNKNOWN;
		direction->test_settled = KEEL_UNKNOWN;
	}
	keel_state_init_tests(state);
}

/* ---- movements by name -------------------------------------------------------------------- */

uint64_t keel_state_id_hash(const char *id, int id_bytes)
{
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), id, (size_t)id_bytes));
}

static bool same_id(const char *a, int a_bytes, const char *b, int b_bytes)
{
	return a_bytes == b_bytes && memcmp(a, b, (size_t)a_bytes) == 0;
}

/* The slot that holds the id, or the free one where it would stand. */
static int slot_of(const keel_state *state, const char *id, int id_bytes)
{
	unsigned slot = (unsigned)keel_state_id_hash(id, id_bytes) % KEEL_MOVEMENT_SLOTS;
	while (state->slots[slot] != 0) {
		const keel_movement_state *movement = &state->movements[state->slots[slot] - 1];
		if (same_id(movement->id, movement->id_bytes, id, id_bytes))
			break;
		slot = (slot + 1) % KEEL_MOVEMENT_SLOTS;
	}
	return (int)slot;
}

int keel_state_intern(keel_state *state, const char *id, int id_bytes)
{
	if (id_bytes < 1 || id_bytes > KEEL_ID_BYTES)
		return -1;
	int slot = slot_of(state, id, id_bytes);
	if (state->slots[slot] != 0)
		return state->slots[slot] - 1;
	if (state->movement_count == KEEL_MOVEMENTS_MAX) {
		state->overflow_count++;
		return -1;
	}
	int index = state->movement_count++;
	keel_movement_state *movement = &state->movements[index];
	memcpy(movement->id, id, (size_t)id_bytes);
	movement->id_bytes = id_bytes;
	movement->date_first = KEEL_NO_DATE;
	movement->date_last = KEEL_NO_DATE;
	movement->date_clean_last = KEEL_NO_DATE;
	movement->forbid_until = KEEL_NO_DATE;
	movement->pin_until = KEEL_NO_DATE;
	movement->prescribe_until = KEEL_NO_DATE;
	movement->dose_until = KEEL_NO_DATE;
	movement->try_again_date = KEEL_NO_DATE;
	movement->clear_date = KEEL_NO_DATE;
	movement->aim = KEEL_UNKNOWN;
	movement->stage = KEEL_UNKNOWN;
	state->slots[slot] = (int16_t)(index + 1);
	return index;
}

bool keel_state_place_movements(keel_state *state)
{
	memset(state->slots, 0, sizeof state->slots);
	for (int i = 0; i < state->movement_count; i++) {
		const keel_movement_state *movement = &state->movements[i];
		int slot = slot_of(state, movement->id, movement->id_bytes);
		if (state->slots[slot] != 0)
			return false;
		state->slots[slot] = (int16_t)(i + 1);
	}
	return true;
}

const keel_movement_state *keel_state_movement(const keel_state *state, const char *id,
					       int id_bytes)
{
	if (id_bytes < 1 || id_bytes > KEEL_ID_BYTES)
		return NULL;
	int slot = slot_of(state, id, id_bytes);
	return state->slots[slot] == 0 ? NULL : &state->movements[state->slots[slot] - 1];
}

static keel_movement_state *movement_named(const keel_fold *fold, keel_text id)
{
	int index = keel_state_intern(fold->state, id.bytes, id.byte_count);
	return index < 0 ? NULL : &fold->state->movements[index];
}

/* ---- the person --------------------------------------------------------------------------- */

static void set_if(int32_t *to, int32_t value)
{
	if (value != KEEL_ABSENT)
		*to = value;
}

static int32_t copy_text(char *to, int to_bytes, keel_text text)
{
	int bytes = text.byte_count < to_bytes ? text.byte_count : to_bytes;
	memset(to, 0, (size_t)to_bytes);
	if (bytes > 0)
		memcpy(to, text.bytes, (size_t)bytes);
	return bytes;
}

static void fold_profile(const keel_fold *fold)
{
	const keel_event_profile *profile = &fold->event->u.profile;
	keel_state *state = fold->state;
	/* A doubtful clock may make a person younger or less trained, never the reverse. */
	bool younger = state->birth_year == KEEL_UNKNOWN || profile->birth_year > state->birth_year;
	if (!fold->doubt || younger)
		set_if(&state->birth_year, profile->birth_year);
	if (!fold->doubt || profile->training != KEEL_TRAINING_YES)
		set_if(&state->training, profile->training);
}

static void fold_goal(const keel_fold *fold)
{
	const keel_event_goal *goal = &fold->event->u.goal;
	fold->state->goal_bytes =
		copy_text(fold->state->goal, sizeof fold->state->goal, goal->text);
	set_if(&fold->state->confidence, goal->confidence);
}

static void fold_schedule(const keel_fold *fold)
{
	const keel_event_schedule *schedule = &fold->event->u.schedule;
	set_if(&fold->state->minutes, schedule->minutes);
	set_if(&fold->state->days_a_week, schedule->days_a_week);
	set_if(&fold->state->exercises_max, schedule->exercises_max);
	set_if(&fold->state->wake_min, schedule->wake_min);
}

static void fold_has(const keel_fold *fold)
{
	keel_state *state = fold->state;
	const keel_event *event = fold->event;
	switch (event->type) {
	case KEEL_EVENT_EQUIPMENT:
		if (!fold->doubt || event->u.equipment.have == 0)
			state->equipment[event->u.equipment.item] = (int8_t)event->u.equipment.have;
		break;
	case KEEL_EVENT_ABILITY:
		if (!fold->doubt || event->u.ability.can == 0)
			state->ability[event->u.ability.ability] = (int8_t)event->u.ability.can;
		break;
	default: {
		const keel_event_condition *condition = &event->u.condition;
		keel_condition_state *known = &state->condition[condition->condition];
		if (fold->doubt && condition->has == 0)
			break;
		known->has = condition->has;
		known->since_date = KEEL_NO_DATE;
		set_if(&known->since_date, condition->since_date);
		break;
	}
	}
}

static void fold_preference(const keel_fold *fold)
{
	keel_movement_state *movement = movement_named(fold, fold->event->u.preference.movement);
	if (movement != NULL)
		movement->liking = (int8_t)fold->event->u.preference.liking;
}

static void fold_programme(const keel_fold *fold)
{
	keel_state *state = fold->state;
	keel_text id = fold->event->u.programme_chosen.programme;
	state->programme_bytes = copy_text(state->programme, sizeof state->programme, id);
	state->programme_date = fold->date;
}

/* ---- screening ---------------------------------------------------------------------------- */

static keel_screen_state *question_of(keel_state *state, keel_text id)
{
	for (int i = 0; i < state->screen_count; i++) {
		keel_screen_state *screen = &state->screen[i];
		if (same_id(screen->id, screen->id_bytes, id.bytes, id.byte_count))
			return screen;
	}
	if (state->screen_count == KEEL_QUESTIONS_MAX) {
		state->overflow_count++;
		return NULL;
	}
	keel_screen_state *screen = &state->screen[state->screen_count++];
	screen->id_bytes = copy_text(screen->id, sizeof screen->id, id);
	screen->date = KEEL_NO_DATE;
	screen->clear_kind = KEEL_UNKNOWN;
	screen->flag_date = KEEL_NO_DATE;
	screen->clear_date = KEEL_NO_DATE;
	screen->assessed_date = KEEL_NO_DATE;
	return screen;
}

static void fold_answer(const keel_fold *fold)
{
	const keel_event_screening_answer *answer = &fold->event->u.screening_answer;
	if (fold->doubt && answer->answer == KEEL_ANSWER_NO)
		return;
	keel_screen_state *screen = question_of(fold->state, answer->question);
	if (screen == NULL)
		return;
	screen->date = fold->date;
	screen->order = fold->order;
	screen->answer = (int8_t)answer->answer;
	screen->tier = (int8_t)answer->tier;
	screen->round = (int8_t)answer->round;
	bool unsure = answer->answer == KEEL_ANSWER_UNSURE;
	if (answer->answer == KEEL_ANSWER_NO || (unsure && answer->round < 2))
		return; /* "no" lifts nothing: a lock is lifted by an event that names it */
	bool stands = screen->flagged == 1 && screen->clear_kind == KEEL_UNKNOWN;
	screen->flag_unsure = stands ? screen->flag_unsure == 1 && unsure : unsure;
	screen->flag_tier = stands && screen->flag_tier < answer->tier ? screen->flag_tier
								       : (int8_t)answer->tier;
	screen->flagged = 1;
	screen->clear_kind = KEEL_UNKNOWN;
	memcpy(screen->flag_event, fold->event->id, sizeof screen->flag_event);
	screen->flag_date = fold->date;
	screen->flag_order = fold->order;
	screen->clear_date = KEEL_NO_DATE;
}

static bool names_event(keel_text text, const uint8_t id[16])
{
	uint8_t named[16];
	return keel_event_id_read(text.bytes, (size_t)text.byte_count, named) &&
	       memcmp(named, id, sizeof named) == 0;
}

bool keel_state_is_lifted(const keel_screen_state *screen, int tier)
{
	switch (screen->clear_kind) {
	case KEEL_CLEARANCE_MISTAKE:
		return true;
	case KEEL_CLEARANCE_ADVICE:
		return tier >= KEEL_TIER_CLINICIAN_SOON;
	case KEEL_CLEARANCE_ASSESSED:
	case KEEL_CLEARANCE_CLINICIAN:
		if (screen->assessed_date < screen->flag_date ||
		    screen->assessed_date > screen->clear_date)
			return false;
		return tier != KEEL_TIER_EMERGENCY ||
		       screen->clear_date >= screen->flag_date + KEEL_EMERGENCY_RESTART_DAYS;
	default:
		return false;
	}
}

static void clear_flag(const keel_fold *fold, keel_screen_state *screen)
{
	const keel_event_clearance *clearance = &fold->event->u.clearance;
	keel_state *state = fold->state;
	int tier = screen->flag_tier + screen->flag_unsure;
	if (clearance->kind == KEEL_CLEARANCE_ADVICE && keel_state_is_lifted(screen, tier))
		return; /* the weaker word adds nothing to one that lifted it before */
	screen->clear_kind = (int8_t)clearance->kind;
	screen->clear_order = fold->order;
	screen->clear_date = fold->date;
	screen->assessed_date = fold->date;
	set_if(&screen->assessed_date, clearance->assessed_date);
	if (clearance->kind == KEEL_CLEARANCE_MISTAKE) {
		state->void_order = fold->order;
		state->void_date = fold->date;
		return;
	}
	state->assessed_date = fold->date;
	if (tier <= KEEL_TIER_SAME_DAY && keel_state_is_lifted(screen, tier)) {
		state->restart_order = fold->order;
		state->restart_date = fold->date;
	}
}

static void fold_clearance(const keel_fold *fold)
{
	if (fold->doubt)
		return;
	for (int i = 0; i < fold->state->screen_count; i++) {
		keel_screen_state *screen = &fold->state->screen[i];
		if (screen->flagged == 1 &&
		    names_event(fold->event->u.clearance.lock, screen->flag_event))
			clear_flag(fold, screen);
	}
}

static void fold_review(const keel_fold *fold)
{
	keel_state *state = fold->state;
	if (fold->event->u.screening_review.answer == KEEL_REVIEW_SOME) {
		state->again_order = fold->order;
		state->again_date = fold->date;
	} else if (!fold->doubt && fold->date > state->review_date) {
		state->review_date = fold->date;
	}
}

/* Leg symptoms told on the day of the first screening, before any session, belong to that
 * screening; later ones ask for it again in full. */
static void fold_symptom(const keel_fold *fold)
{
	keel_state *state = fold->state;
	int32_t symptom = fold->event->u.symptom.symptom;
	if (symptom == KEEL_SYMPTOM_LEG_BETTER) {
		if (!fold->doubt)
			state->leg_symptom = symptom;
		return;
	}
	state->leg_symptom = symptom;
	state->leg_date = fold->date;
	state->leg_order = fold->order;
	bool first_day = state->session_total == 0;
	for (int i = 0; i < state->screen_count; i++)
		first_day = first_day && state->screen[i].date == fold->date;
	if (first_day)
		return;
	state->again_order = fold->order;
	state->again_date = fold->date;
}

/* ---- directions, mornings ---------------------------------------------------------- */

void keel_state_spread(const keel_fold *fold, uint32_t directions)
{
	keel_state *state = fold->state;
	state->spread_order = fold->order;
	state->spread_date = fold->date;
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		if ((directions >> i & 1) == 0)
			continue;
		state->directions[i].spread_order = fold->order;
		if (fold->date > state->directions[i].spread_date)
			state->directions[i].spread_date = fold->date;
	}
}

void keel_state_pain_at_rest(const keel_fold *fold, int32_t pain)
{
	if (fold->date < fold->state->pain_last_date)
		return;
	/* In doubt, an answer may only make today gentler. */
	if (fold->doubt && pain < fold->state->pain_last)
		return;
	fold->state->pain_last = pain;
	fold->state->pain_last_date = fold->date;
}

static void fold_morning(const keel_fold *fold)
{
	const keel_event_morning_check *check = &fold->event->u.morning_check;
	keel_state *state = fold->state;
	keel_state_pain_at_rest(fold, check->pain);
	int place = state->morning_count;
	while (place > 0 && state->mornings[place - 1].date > fold->date)
		place--;
	if (place > 0 && state->mornings[place - 1].date == fold->date) {
		keel_morning *known = &state->mornings[place - 1];
		if (check->pain > known->pain)
			known->pain = (int8_t)check->pain;
		known->doubt = known->doubt == 1 && fold->doubt;
		return;
	}
	if (state->morning_count == KEEL_MORNINGS_MAX) {
		if (place == 0)
			return;
		place--;
		memmove(&state->mornings[0], &state->mornings[1],
			(size_t)place * sizeof(keel_morning));
	} else {
		memmove(&state->mornings[place + 1], &state->mornings[place],
			(size_t)(state->morning_count - place) * sizeof(keel_morning));
		state->morning_count++;
	}
	int8_t soreness = check->soreness == KEEL_ABSENT ? KEEL_UNKNOWN : (int8_t)check->soreness;
	state->mornings[place] =
		(keel_morning){fold->date, (int8_t)check->pain, soreness, fold->doubt ? 1 : 0, 0};
}

/* Less for one date: minutes, only what calms, or both. Wishes of the same date add up; the later
 * word counts, but under a doubtful clock "only what calms" is all that is heard. */
static void fold_wish(const keel_fold *fold)
{
	const keel_event_day_wish *wish = &fold->event->u.day_wish;
	keel_state *state = fold->state;
	if (state->wish_date != wish->date) {
		state->wish_date = wish->date;
		state->wish_minutes = KEEL_UNKNOWN;
		state->wish_calm = 0;
	}
	if (!fold->doubt)
		set_if(&state->wish_minutes, wish->minutes);
	if (!fold->doubt || wish->calm == 1)
		set_if(&state->wish_calm, wish->calm);
}

static void fold_try_again(const keel_fold *fold)
{
	keel_movement_state *movement = movement_named(fold, fold->event->u.try_again.movement);
	if (movement == NULL || fold->doubt)
		return;
	movement->try_again_order = fold->order * 16;
	movement->try_again_date = fold->date;
}

static void fold_measure(const keel_fold *fold)
{
	const keel_event_measure *measure = &fold->event->u.measure;
	if (measure->measure == KEEL_MEASURE_CONFIDENCE && measure->value >= 0 &&
	    measure->value <= 10)
		fold->state->confidence = measure->value;
}

/* ---- the fold ----------------------------------------------------------------------------- */

static void fold_event(const keel_fold *fold)
{
	switch (fold->event->type) {
	case KEEL_EVENT_PROFILE:
		fold_profile(fold);
		break;
	case KEEL_EVENT_GOAL:
		fold_goal(fold);
		break;
	case KEEL_EVENT_SCHEDULE:
		fold_schedule(fold);
		break;
	case KEEL_EVENT_EQUIPMENT:
	case KEEL_EVENT_ABILITY:
	case KEEL_EVENT_CONDITION:
		fold_has(fold);
		break;
	case KEEL_EVENT_PREFERENCE:
		fold_preference(fold);
		break;
	case KEEL_EVENT_PROGRAMME_CHOSEN:
		fold_programme(fold);
		break;
	case KEEL_EVENT_SCREENING_ANSWER:
		fold_answer(fold);
		break;
	case KEEL_EVENT_SCREENING_REVIEW:
		fold_review(fold);
		break;
	case KEEL_EVENT_CLEARANCE:
		fold_clearance(fold);
		break;
	case KEEL_EVENT_DIRECTION_TEST:
	case KEEL_EVENT_BASELINE:
	case KEEL_EVENT_TEST_SKIPPED:
		keel_state_fold_test(fold);
		break;
	case KEEL_EVENT_MEASURE:
		fold_measure(fold);
		break;
	case KEEL_EVENT_MORNING_CHECK:
		fold_morning(fold);
		break;
	case KEEL_EVENT_SYMPTOM:
		fold_symptom(fold);
		break;
	case KEEL_EVENT_TRY_AGAIN:
		fold_try_again(fold);
		break;
	case KEEL_EVENT_DAY_WISH:
		fold_wish(fold);
		break;
	case KEEL_EVENT_CLINICIAN_EDIT:
		keel_state_fold_edit(fold);
		break;
	case KEEL_EVENT_MOTION_SUMMARY:
	case KEEL_EVENT_NOTE:
	case KEEL_EVENT_RETRACTION:
		break; /* the log resolved retractions; the others are never read by a rule */
	case KEEL_EVENT_UNKNOWN:
		fold->state->unknown_count++;
		if (fold->event->safety)
			fold->state->unknown_safety_count++;
		break;
	default:
		keel_state_fold_session(fold);
		break;
	}
}

/* A yes or "not sure" that was taken back leaves its question open until it is answered again: the
 * "no" of before must not come back by itself. A correction stands behind it and answers at once.
 */
static void fold_taken_back(const keel_fold *fold)
{
	const keel_event_screening_answer *answer = &fold->event->u.screening_answer;
	if (fold->event->type != KEEL_EVENT_SCREENING_ANSWER || answer->answer == KEEL_ANSWER_NO)
		return;
	keel_screen_state *screen = question_of(fold->state, answer->question);
	if (screen == NULL)
		return;
	screen->date = fold->date;
	screen->order = fold->order;
	screen->answer = KEEL_ANSWER_UNSURE;
	screen->tier = (int8_t)answer->tier;
	screen->round = 1;
}

void keel_state_fold(keel_state *state, const keel_log_entry *entry)
{
	keel_fold fold = {state, entry->event, keel_event_date(entry->event), ++state->order,
			  entry->doubt};
	if (entry->doubt) {
		state->doubt_count++;
		if (state->date_trusted != KEEL_NO_DATE)
			fold.date = state->date_trusted;
	} else if (fold.date > state->date_trusted) {
		state->date_trusted = fold.date;
	}
	if (entry->retracted)
		fold_taken_back(&fold);
	else
		fold_event(&fold);
}

void keel_state_fold_log(keel_state *state, const keel_log *log)
{
	keel_state_init(state);
	int count = keel_log_count(log);
	for (int i = 0; i < count; i++)
		keel_state_fold(state, keel_log_get(log, i));
}

/* FNV-1a by words instead of bytes, turned after each so that high bits reach low ones: a state is
 * 100 KB, and today's plan is asked for after every event. */
static keel_hash hash_words(keel_hash hash, const void *bytes, size_t byte_count)
{
	const unsigned char *at = bytes;
	for (; byte_count >= 8; byte_count -= 8, at += 8) {
		uint64_t word;
		memcpy(&word, at, sizeof word);
		hash.value = (hash.value ^ word) * 0x100000001b3u;
		hash.value = hash.value << 29 | hash.value >> 35;
	}
	return keel_hash_bytes(hash, at, byte_count);
}

uint64_t keel_state_hash(const keel_state *state)
{
	/* All but the records that were never made; those are zero in every state. */
	size_t head = offsetof(keel_state, slots);
	size_t records = (size_t)state->movement_count * sizeof(keel_movement_state);
	keel_hash hash = keel_hash_start();
	hash = hash_words(hash, state, head);
	hash = hash_words(hash, state->movements, records);
	return keel_hash_end(hash);
}

const keel_session_state *keel_state_session_last(const keel_state *state)
{
	return state->session_count == 0 ? NULL : &state->sessions[state->session_count - 1];
}
