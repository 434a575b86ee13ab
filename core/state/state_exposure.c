/* Exposures in the fold: what an item of a session leaves behind, and the rings it goes into.
 *
 * What makes an exposure: the movement was done to some end (done, eased, form, pain), or pain
 * rose, or form went. Skipped, swapped or stopped without any of these is no exposure and leaves
 * the dose alone. From a doubtful clock only exposures that count against progress are kept.
 *
 * Rings stand in order of date; what was folded later stands behind what has the same date. When a
 * ring is full the oldest goes, and what is older than all in it is not taken. An exposure that
 * goes leaves its effort with the next of its date: the harder effort of a day speaks for it,
 * however often the movement was done.
 */
#include <string.h>

#include "core/base/date.h"
#include "core/state/state_inside.h"
#include "core/state/thresholds.h"

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* ---- rings -------------------------------------------------------------------------------- */

keel_session_state *keel_state_session_of(keel_state *state, uint32_t order)
{
	for (int i = state->session_count - 1; i >= 0; i--)
		if (state->sessions[i].order == order)
			return &state->sessions[i];
	return NULL;
}

keel_session_state *keel_state_add_session(keel_state *state, const keel_session_state *session)
{
	int place = state->session_count;
	while (place > 0 && state->sessions[place - 1].date > session->date)
		place--;
	if (state->session_count == KEEL_SESSIONS_MAX) {
		if (place == 0)
			return NULL;
		place--;
		memmove(&state->sessions[0], &state->sessions[1],
			(size_t)place * sizeof(keel_session_state));
	} else {
		memmove(&state->sessions[place + 1], &state->sessions[place],
			(size_t)(state->session_count - place) * sizeof(keel_session_state));
		state->session_count++;
	}
	state->sessions[place] = *session;
	return &state->sessions[place];
}

void keel_state_add_first_answer(keel_state *state, int32_t date, uint32_t order, int32_t pain)
{
	int place = state->first_answer_count;
	while (place > 0 && state->first_answers[place - 1].date > date)
		place--;
	if (place == KEEL_FIRST_ANSWERS_MAX)
		return;
	int last = least(state->first_answer_count, KEEL_FIRST_ANSWERS_MAX - 1);
	for (int i = last; i > place; i--)
		state->first_answers[i] = state->first_answers[i - 1];
	state->first_answers[place] = (keel_first_answer){date, order, pain};
	state->first_answer_count = last + 1;
}

/* The week of a date, made when it is new; NULL when it is older than all that are kept. */
keel_week *keel_state_week_of(keel_state *state, int32_t date)
{
	int32_t monday = keel_date_week_start(date);
	int place = state->week_count;
	while (place > 0 && state->weeks[place - 1].monday > monday)
		place--;
	if (place > 0 && state->weeks[place - 1].monday == monday)
		return &state->weeks[place - 1];
	if (state->week_count == KEEL_WEEKS_MAX) {
		if (place == 0)
			return NULL;
		place--;
		memmove(&state->weeks[0], &state->weeks[1], (size_t)place * sizeof(keel_week));
	} else {
		memmove(&state->weeks[place + 1], &state->weeks[place],
			(size_t)(state->week_count - place) * sizeof(keel_week));
		state->week_count++;
	}
	memset(&state->weeks[place], 0, sizeof(keel_week));
	state->weeks[place].monday = monday;
	return &state->weeks[place];
}

void keel_state_add_work(keel_state *state, int32_t date, int movement, int32_t working_s)
{
	keel_week *week = keel_state_week_of(state, date);
	if (week == NULL)
		return;
	int32_t sum_s = week->working_s[movement] + working_s;
	week->working_s[movement] = (int16_t)least(sum_s, INT16_MAX);
}

/* ---- exposures ---------------------------------------------------------------------------- */

static bool counts_against(const keel_open_item *item)
{
	return item->rise > 0 || item->further == 1 || item->form_lost == 1;
}

bool keel_state_is_exposure(const keel_open_item *item)
{
	if (counts_against(item))
		return true;
	return item->end == KEEL_END_DONE || item->end == KEEL_END_EASED ||
	       item->end == KEEL_END_FORM || item->end == KEEL_END_PAIN;
}

bool keel_state_is_complete(const keel_open_item *item)
{
	bool to_the_end = item->end == KEEL_END_DONE || item->end == KEEL_END_EASED;
	bool all_sets = item->set_last == 0 || item->set_last >= item->dose.sets;
	return item->done == 1 && to_the_end && item->short_count == 0 && all_sets;
}

static void put_exposure(keel_movement_state *movement, const keel_exposure *exposure)
{
	for (int i = movement->exposure_count - 1; i >= 0; i--) {
		if (movement->exposures[i].order == exposure->order) {
			movement->exposures[i] = *exposure;
			return;
		}
	}
	int place = movement->exposure_count;
	while (place > 0 && movement->exposures[place - 1].date > exposure->date)
		place--;
	if (movement->exposure_count == KEEL_EXPOSURES_MAX) {
		if (place == 0)
			return;
		place--;
		int8_t challenge = movement->exposures[0].challenge;
		int32_t date = movement->exposures[0].date;
		memmove(&movement->exposures[0], &movement->exposures[1],
			(size_t)place * sizeof(keel_exposure));
		if (place > 0 && movement->exposures[0].date == date &&
		    movement->exposures[0].challenge != KEEL_UNKNOWN)
			movement->exposures[0].challenge =
				(int8_t)most(movement->exposures[0].challenge, challenge);
	} else {
		memmove(&movement->exposures[place + 1], &movement->exposures[place],
			(size_t)(movement->exposure_count - place) * sizeof(keel_exposure));
		movement->exposure_count++;
	}
	movement->exposures[place] = *exposure;
}

static void put_rise(keel_movement_state *movement, const keel_rise *rise)
{
	for (int i = movement->rise_count - 1; i >= 0; i--) {
		if (movement->rises[i].order == rise->order) {
			movement->rises[i] = *rise;
			return;
		}
	}
	int place = movement->rise_count;
	while (place > 0 && movement->rises[place - 1].date > rise->date)
		place--;
	if (movement->rise_count == KEEL_RISES_MAX) {
		if (place == 0)
			return;
		place--;
		memmove(&movement->rises[0], &movement->rises[1],
			(size_t)place * sizeof(keel_rise));
	} else {
		memmove(&movement->rises[place + 1], &movement->rises[place],
			(size_t)(movement->rise_count - place) * sizeof(keel_rise));
		movement->rise_count++;
	}
	movement->rises[place] = *rise;
}

/* Takes back what an earlier answer about the same exposure had put there. */
static void drop_rise(keel_movement_state *movement, uint32_t order)
{
	for (int i = 0; i < movement->rise_count; i++) {
		if (movement->rises[i].order != order)
			continue;
		movement->rise_count--;
		memmove(&movement->rises[i], &movement->rises[i + 1],
			(size_t)(movement->rise_count - i) * sizeof(keel_rise));
		memset(&movement->rises[movement->rise_count], 0, sizeof(keel_rise));
		return;
	}
}

/* Only what counts or spreads is kept: noise that settled must never push a counted rise out. */
static bool is_kept_rise(const keel_fold *fold, const keel_open_item *item)
{
	int32_t rise = keel_state_rise_read(fold->state, fold->date, item->rise);
	return rise >= KEEL_RISE_STOP || item->further == 1 ||
	       (item->rise >= KEEL_RISE_COUNTED && item->settled != 1);
}

static int32_t dose_volume(const keel_dose *dose)
{
	return dose->sets * (most(dose->reps, 1) * most(dose->hold_s, 1) + dose->work_s);
}

/* It eased (S0.relief): a lower number, "less" in words, or a hold ended because it eased; never
 * when anything spoke against it. */
static bool has_eased(const keel_open_item *item)
{
	bool said = item->less == 1 || item->end == KEEL_END_EASED;
	return item->rise < 0 || (item->rise == 0 && said);
}

static void tally_eased(keel_movement_state *movement, keel_open_item *item, bool eased)
{
	if (eased != (item->eased == 1))
		movement->eased_count += eased ? 1 : -1;
	item->eased = eased;
}

/* Tallies that have no window: kept exact when an item is answered a second time. */
static void tally(keel_movement_state *movement, keel_open_item *item, int32_t date, bool clean,
		  bool complete)
{
	if (clean && item->clean == 0) {
		item->clean = 1;
		if (movement->date_clean_last != date)
			movement->clean_count++;
		movement->date_clean_last = most(movement->date_clean_last, date);
		if (dose_volume(&item->dose) > dose_volume(&movement->clean_best))
			movement->clean_best = item->dose;
	} else if (!clean && item->clean == 1) {
		item->clean = 0;
		movement->clean_count--;
	}
	if (complete && item->complete == 0) {
		item->complete = 1;
		movement->done_count++;
	}
	bool finished = item->complete == 1 && !counts_against(item);
	tally_eased(movement, item, finished && has_eased(item));
}

/* Remembers that date among the last 64 and makes it the last one when it is later. */
static void mark_day(keel_movement_state *movement, int32_t date, bool counts)
{
	uint64_t days = (uint64_t)movement->days[1] << 32 | movement->days[0];
	if (date > movement->date_last) {
		int32_t ahead = date - movement->date_last;
		days = ahead < 64 ? days << ahead : 0;
		movement->date_last = date;
	}
	int32_t ago = movement->date_last - date;
	if (counts && ago < 64)
		days |= (uint64_t)1 << ago;
	movement->days[0] = (uint32_t)days;
	movement->days[1] = (uint32_t)(days >> 32);
}

void keel_state_upsert(const keel_fold *fold, keel_open_session *open, int index)
{
	keel_open_item *item = &open->items[index];
	bool doubt = open->doubt == 1 || fold->doubt;
	if (item->movement < 0 || !keel_state_is_exposure(item) || (doubt && !counts_against(item)))
		return;
	bool test = item->purpose == KEEL_PURPOSE_TEST;
	if (test && !counts_against(item))
		return; /* a test that hurt nobody leaves the ladder alone */
	keel_movement_state *movement = &fold->state->movements[item->movement];
	bool complete = keel_state_is_complete(item);
	bool clean = item->answered == 1 && complete && !doubt && !counts_against(item);
	keel_exposure exposure = {
		.date = open->date,
		.order = open->order * 16 + (uint32_t)index,
		.dose = item->dose,
		.rung = item->rung,
		.purpose = item->purpose,
		.answered = item->answered,
		.rise = item->rise,
		.during = item->during,
		.settled = item->settled == 1,
		.further = item->further,
		.directions = item->directions,
		.none_added = item->none_added,
		.challenge = item->challenge,
		.form_lost = item->form_lost,
		.complete = complete,
		.doubt = doubt,
		.stopped = item->end == KEEL_END_PAIN,
	};
	/* "One rung down" is from where the movement stood, not from the dose of the test. */
	if (test && movement->exposure_count > 0) {
		const keel_exposure *last = &movement->exposures[movement->exposure_count - 1];
		exposure.dose = last->dose;
		exposure.rung = last->rung;
	}
	put_exposure(movement, &exposure);
	if (is_kept_rise(fold, item)) {
		keel_rise rise = {
			.date = exposure.date,
			.order = exposure.order,
			.rise = exposure.rise,
			.during = exposure.during,
			.settled = exposure.settled,
			.further = exposure.further,
			.directions = exposure.directions,
		};
		put_rise(movement, &rise);
	} else {
		drop_rise(movement, exposure.order);
	}
	if (test)
		return; /* absences and tallies go by what the plan asked for */
	tally(movement, item, open->date, clean, complete);
	if (movement->date_first == KEEL_NO_DATE || open->date < movement->date_first)
		movement->date_first = open->date;
	mark_day(movement, open->date, !doubt);
	movement->aim = item->aim;
	movement->stage = item->stage;
}

void keel_state_refresh_session(const keel_fold *fold, const keel_open_session *open)
{
	keel_session_state *session = keel_state_session_of(fold->state, open->order);
	if (session == NULL)
		return;
	session->worst_rise = 0;
	session->worst_unsettled = 0;
	session->further = 0;
	session->done_count = 0;
	session->unclean_count = 0;
	session->test = keel_state_is_test(open) ? 1 : 0;
	for (int i = 0; i < open->item_count; i++) {
		const keel_open_item *item = &open->items[i];
		if (item->movement < 0 || !keel_state_is_exposure(item))
			continue;
		session->worst_rise = (int8_t)most(session->worst_rise, item->rise);
		if (item->settled != 1)
			session->worst_unsettled =
				(int8_t)most(session->worst_unsettled, item->rise);
		session->further = session->further == 1 || item->further == 1;
		if (session->test == 1)
			continue; /* no gate and no absence counts it; its rises do */
		if (keel_state_is_complete(item))
			session->done_count++;
		if (counts_against(item) || item->answered == 0)
			session->unclean_count++;
	}
}
