/* Sessions in the fold: prescriptions that wait, the one that runs, what each movement did.
 *
 * A prescription changes nothing until it is started. From then on every answer is written through
 * to the movement's record at once (upsert), not at the end: a tab that is killed after "it hurts
 * more" must not lose that. The exposure of an item is found again by its order number.
 *
 * *before* (C2 words) is kept here because it is a chain of answers within one session: the last
 * answer before this movement that has not settled since, at most 1 above the session's first.
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

static bool is_no_more(int32_t change)
{
	return change == KEEL_CHANGE_SAME_OR_LESS || change == KEEL_CHANGE_LESS;
}

keel_rise_now keel_state_rise(const keel_answer_after *answer)
{
	keel_rise_now now = {0, 0, KEEL_UNKNOWN, answer->before};
	bool number = answer->pain != KEEL_UNKNOWN;
	bool before_known = answer->before != KEEL_UNKNOWN;
	bool more = answer->change == KEEL_CHANGE_A_BIT_MORE ||
		    answer->change == KEEL_CHANGE_CLEARLY_MORE;
	if (!number && answer->change == KEEL_UNKNOWN)
		return now;
	now.answered = 1;
	if (number && before_known)
		now.rise = most(answer->pain - answer->before, more ? KEEL_CHANGE_A_BIT : -10);
	else if (answer->change == KEEL_CHANGE_A_BIT_MORE)
		now.rise = KEEL_CHANGE_A_BIT;
	else if (!is_no_more(answer->change))
		now.rise = KEEL_CHANGE_CLEARLY;
	if (number)
		now.during = answer->pain;
	else if (before_known)
		now.during = least(answer->before + now.rise, 10);
	if (now.during == KEEL_UNKNOWN || (now.rise > 0 && answer->settled == 1))
		return now;
	if (!number && now.rise == 0)
		return now;
	int32_t first = answer->first == KEEL_UNKNOWN ? now.during : answer->first;
	now.before_next = least(now.during, first + KEEL_BEFORE_ABOVE_FIRST_MAX);
	return now;
}

/* ---- open sessions ------------------------------------------------------------------------ */

static keel_open_session *open_find(keel_state *state, keel_text id)
{
	for (int i = 0; i < KEEL_OPEN_MAX; i++) {
		keel_open_session *open = &state->open[i];
		if (open->id_bytes == id.byte_count && open->id_bytes > 0 &&
		    memcmp(open->id, id.bytes, (size_t)id.byte_count) == 0)
			return open;
	}
	return NULL;
}

/* Which slot to give up: a free one, then an ended one, then one never started, then the oldest. */
static int slot_rank(const keel_open_session *open)
{
	if (open->id_bytes == 0)
		return 0;
	if (open->ended == 1)
		return 1;
	return open->started == 1 ? 3 : 2;
}

static keel_open_session *open_make(const keel_fold *fold, keel_text id)
{
	keel_state *state = fold->state;
	keel_open_session *open = &state->open[0];
	for (int i = 1; i < KEEL_OPEN_MAX; i++) {
		keel_open_session *other = &state->open[i];
		int rank = slot_rank(other);
		if (rank < slot_rank(open) ||
		    (rank == slot_rank(open) && other->order < open->order))
			open = other;
	}
	memset(open, 0, sizeof *open);
	open->id_bytes = least(id.byte_count, KEEL_SESSION_ID_BYTES);
	memcpy(open->id, id.bytes, (size_t)open->id_bytes);
	open->date = fold->date;
	open->order = fold->order;
	open->stage = KEEL_UNKNOWN;
	open->first_pain = KEEL_UNKNOWN;
	open->before = KEEL_UNKNOWN;
	open->last_index = -1;
	for (int i = 0; i < KEEL_OPEN_ITEMS_MAX; i++)
		open->items[i].movement = -1;
	return open;
}

static keel_open_session *open_get(const keel_fold *fold, keel_text id)
{
	keel_open_session *open = open_find(fold->state, id);
	return open != NULL ? open : open_make(fold, id);
}

const keel_open_session *keel_state_open(const keel_state *state, const char *id, int id_bytes)
{
	for (int i = 0; i < KEEL_OPEN_MAX; i++) {
		const keel_open_session *open = &state->open[i];
		if (open->id_bytes == id_bytes && id_bytes > 0 &&
		    memcmp(open->id, id, (size_t)id_bytes) == 0)
			return open;
	}
	return NULL;
}

const keel_open_session *keel_state_running(const keel_state *state, int32_t date)
{
	const keel_open_session *running = NULL;
	for (int i = 0; i < KEEL_OPEN_MAX; i++) {
		const keel_open_session *open = &state->open[i];
		if (open->started == 1 && open->ended == 0 && open->date == date &&
		    (running == NULL || open->order > running->order))
			running = open;
	}
	return running;
}

/* ---- answers ------------------------------------------------------------------------------ */

/* The item that an event speaks of, its *before* fixed; NULL when there is none. */
static keel_open_item *item_begin(keel_open_session *open, int32_t index)
{
	keel_open_item *item = &open->items[index];
	if (open->started == 0 || item->movement < 0)
		return NULL;
	open->last_index = (int16_t)index;
	if (item->begun == 0) {
		item->begun = 1;
		item->before = open->before;
	}
	return item;
}

typedef struct pain_answer {
	int32_t change;	 /* keel_change, KEEL_UNKNOWN */
	int32_t pain;	 /* KEEL_UNKNOWN */
	int32_t settled; /* 0, 1, KEEL_UNKNOWN */
	int32_t further; /* 0, 1, KEEL_UNKNOWN */
} pain_answer;

/* Takes an answer into the item: the worst rise stands; of equal ones, the last word on settling.
 */
static void take_answer(const keel_fold *fold, keel_open_session *open, keel_open_item *item,
			const pain_answer *answer)
{
	keel_answer_after after = {open->first_pain, item->before, answer->change, answer->pain,
				   answer->settled == 1};
	keel_rise_now now = keel_state_rise(&after);
	if (now.answered == 1) {
		if (item->answered == 0 || now.rise > item->rise) {
			item->rise = (int8_t)now.rise;
			item->during = (int8_t)now.during;
			item->settled = (int8_t)answer->settled;
		} else if (answer->settled != KEEL_UNKNOWN && now.rise == item->rise) {
			item->settled = (int8_t)answer->settled;
		}
		item->answered = 1;
		if (open->first_pain == KEEL_UNKNOWN)
			open->first_pain = (int8_t)now.during;
		if (now.rise != 0 || answer->pain != KEEL_UNKNOWN)
			open->before = (int8_t)now.before_next;
	}
	if (item->rise > 0 && item->settled == 1 && now.rise >= 0)
		open->before = item->before; /* it settled: the answer before it stands again */
	if (answer->change != KEEL_UNKNOWN)
		item->less = answer->change == KEEL_CHANGE_LESS;
	if (answer->further != KEEL_UNKNOWN)
		item->further_known = 1;
	if (answer->further == 1) {
		item->further = 1;
		keel_state_spread(fold, (uint32_t)item->directions);
	}
}

static int32_t known(int32_t value)
{
	return value == KEEL_ABSENT ? KEEL_UNKNOWN : value;
}

static void fold_pain_report(const keel_fold *fold)
{
	const keel_event_pain_report *report = &fold->event->u.pain_report;
	keel_open_session *open = open_find(fold->state, report->session);
	keel_open_item *item = open == NULL ? NULL : item_begin(open, report->index);
	if (item == NULL)
		return;
	pain_answer answer = {KEEL_UNKNOWN, report->pain, known(report->settled), report->further};
	take_answer(fold, open, item, &answer);
	keel_state_upsert(fold, open, report->index);
	keel_state_refresh_session(fold, open);
}

/* The way back (C4): done to its end and leg pain no further out opens the direction again. */
static void take_way_back(const keel_fold *fold, const keel_open_session *open,
			  const keel_open_item *item, int32_t change)
{
	bool asked = item->further_known == 1 || is_no_more(change);
	if (item->purpose != KEEL_PURPOSE_WAY_BACK || !keel_state_is_complete(item) || !asked)
		return;
	if (item->further == 1 || fold->doubt || open->doubt == 1)
		return;
	for (int i = 0; i < KEEL_DIRECTION_COUNT; i++) {
		keel_direction_state *direction = &fold->state->directions[i];
		bool declared = ((uint32_t)item->directions >> i & 1) == 1;
		if (declared && open->date - direction->spread_date >= KEEL_WAY_BACK_DAYS) {
			direction->open_order = fold->order;
			direction->open_date = open->date;
		}
	}
}

static void fold_exercise_done(const keel_fold *fold)
{
	const keel_event_exercise_done *done = &fold->event->u.exercise_done;
	keel_open_session *open = open_find(fold->state, done->session);
	keel_open_item *item = open == NULL ? NULL : item_begin(open, done->index);
	if (item == NULL)
		return;
	item->done = 1;
	item->end = (int8_t)done->end;
	if (done->challenge != KEEL_ABSENT)
		item->challenge = (int8_t)done->challenge;
	/* A test is held until form goes: that is its end, not a fault. */
	bool test = item->purpose == KEEL_PURPOSE_TEST;
	if (!test && (done->form == KEEL_FORM_LOST || done->end == KEEL_END_FORM))
		item->form_lost = 1;
	/* "Has it settled?" may be answered at the end for pain reported in the middle. */
	if (item->answered == 1 && item->settled == KEEL_UNKNOWN)
		item->settled = (int8_t)known(done->settled);
	pain_answer answer = {known(done->change), known(done->pain), known(done->settled),
			      known(done->further)};
	/* Stopped for pain and no word about it: as if it were clearly more. */
	if (done->end == KEEL_END_PAIN && item->answered == 0 && answer.pain == KEEL_UNKNOWN &&
	    answer.change == KEEL_UNKNOWN)
		answer.change = KEEL_CHANGE_CLEARLY_MORE;
	take_answer(fold, open, item, &answer);
	keel_state_upsert(fold, open, done->index);
	take_way_back(fold, open, item, answer.change);
	if (item->counted_work == 0 && keel_state_is_exposure(item)) {
		item->counted_work = 1;
		if (test)
			keel_state_tested(fold->state, open->date, item->movement, item->working_s);
		keel_state_add_work(fold->state, open->date, item->movement, item->working_s);
	}
	keel_state_refresh_session(fold, open);
}

static void fold_set_done(const keel_fold *fold)
{
	const keel_event_set_done *set = &fold->event->u.set_done;
	keel_open_session *open = open_find(fold->state, set->session);
	keel_open_item *item = open == NULL ? NULL : item_begin(open, set->index);
	if (item == NULL)
		return;
	item->set_last = (int8_t)most(item->set_last, set->set);
	bool to_the_end = set->end == KEEL_END_DONE || set->end == KEEL_END_EASED;
	bool counted_reps = item->dose.reps > 0 && item->dose.work_s == 0 && item->dose.hold_s == 0;
	bool few = counted_reps && set->end != KEEL_END_EASED && set->reps < item->dose.reps;
	if (!to_the_end || few)
		item->short_count = (int8_t)least(item->short_count + 1, INT8_MAX);
	if (set->end == KEEL_END_FORM && item->purpose != KEEL_PURPOSE_TEST) {
		item->form_lost = 1;
		keel_state_upsert(fold, open, set->index);
		keel_state_refresh_session(fold, open);
	}
}

static void fold_swapped(const keel_fold *fold)
{
	const keel_event_exercise_swapped *swap = &fold->event->u.exercise_swapped;
	keel_open_session *open = open_find(fold->state, swap->session);
	if (open == NULL || open->items[swap->index].movement < 0)
		return;
	keel_open_item *item = &open->items[swap->index];
	item->swapped_by = (int8_t)swap->by_index;
	item->end = KEEL_END_SWAPPED;
}

/* ---- prescription, start, end ------------------------------------------------------------- */

static void fold_prescribed(const keel_fold *fold)
{
	const keel_event_session_prescribed *prescribed = &fold->event->u.session_prescribed;
	keel_open_session *open = open_find(fold->state, prescribed->session);
	if (open != NULL && open->started == 1)
		return;
	if (open == NULL)
		open = open_make(fold, prescribed->session);
	for (int i = 0; i < KEEL_OPEN_ITEMS_MAX; i++)
		open->items[i].movement = -1;
	open->item_count = 0;
	open->prescribed = 1;
	open->date = prescribed->date;
	open->stage = (int8_t)prescribed->stage;
	open->easy_day = (int8_t)prescribed->easy_day;
}

static void fold_item(const keel_fold *fold)
{
	const keel_event_session_item *event = &fold->event->u.session_item;
	keel_open_session *open = open_get(fold, event->session);
	keel_open_item *item = &open->items[event->index];
	if (open->started == 1 && item->movement >= 0)
		return; /* a running item is not rewritten */
	int movement =
		keel_state_intern(fold->state, event->movement.bytes, event->movement.byte_count);
	if (movement < 0)
		return;
	memset(item, 0, sizeof *item);
	item->movement = (int16_t)movement;
	item->dose = (keel_dose){(int16_t)event->sets,	      (int16_t)event->reps,
				 (int16_t)event->hold_s,      (int16_t)event->work_s,
				 (int16_t)event->rest_s,      (int16_t)event->load_hg,
				 (int16_t)known(event->lever)};
	item->working_s = event->working_s;
	item->aim = (int8_t)event->aim;
	item->stage = (int8_t)event->stage;
	item->purpose = (int8_t)event->purpose;
	item->rung = (int8_t)event->rung;
	item->none_added = (int8_t)event->none_added;
	item->directions = (int8_t)event->directions;
	item->end = KEEL_UNKNOWN;
	item->swapped_by = KEEL_UNKNOWN;
	item->before = KEEL_UNKNOWN;
	item->during = KEEL_UNKNOWN;
	item->settled = KEEL_UNKNOWN;
	item->challenge = KEEL_UNKNOWN;
	open->item_count = most(open->item_count, event->index + 1);
}

static void start_pain(const keel_fold *fold, keel_open_session *open, int32_t pain)
{
	keel_session_state *session = keel_state_session_of(fold->state, open->order);
	if (pain == KEEL_ABSENT || (session != NULL && session->first_pain != KEEL_UNKNOWN))
		return;
	open->first_pain = (int8_t)pain;
	open->before = (int8_t)pain;
	if (session != NULL)
		session->first_pain = (int8_t)pain;
	keel_state_pain_at_rest(fold, pain);
	if (!fold->doubt)
		keel_state_add_first_answer(fold->state, open->date, open->order, pain);
}

static void fold_started(const keel_fold *fold)
{
	const keel_event_session_started *started = &fold->event->u.session_started;
	keel_state *state = fold->state;
	keel_open_session *open = open_get(fold, started->session);
	if (open->started == 0) {
		open->started = 1;
		open->date = fold->date;
		open->order = fold->order;
		open->doubt = fold->doubt;
		keel_session_state session = {
			.id_hash = keel_state_id_hash(open->id, open->id_bytes),
			.date = fold->date,
			.order = fold->order,
			.after_date = KEEL_NO_DATE,
			.stage = open->stage,
			.easy_day = open->easy_day,
			.first_pain = KEEL_UNKNOWN,
			.end_pain = KEEL_UNKNOWN,
			.after = KEEL_UNKNOWN,
			.doubt = fold->doubt,
			.place = (int8_t)known(started->place),
			.test = keel_state_is_test(open) ? 1 : 0,
		};
		keel_state_add_session(state, &session);
		state->session_total++;
		keel_week *week = fold->doubt ? NULL : keel_state_week_of(state, fold->date);
		if (week != NULL && session.test == 0)
			week->session_count++;
		/* No answer at the start: the latest one at rest serves as *before*. */
		if (fold->date - state->pain_last_date <= KEEL_PAIN_LATEST_DAYS) {
			open->first_pain = (int8_t)state->pain_last;
			open->before = (int8_t)state->pain_last;
		}
	}
	start_pain(fold, open, started->pain);
}

static void fold_ended(const keel_fold *fold)
{
	const keel_event_session_ended *ended = &fold->event->u.session_ended;
	keel_open_session *open = open_find(fold->state, ended->session);
	if (open == NULL || open->started == 0)
		return;
	open->ended = 1;
	keel_session_state *session = keel_state_session_of(fold->state, open->order);
	if (session == NULL)
		return;
	session->ended = 1;
	if (ended->pain != KEEL_ABSENT) {
		session->end_pain = (int8_t)ended->pain;
		keel_state_pain_at_rest(fold, ended->pain);
	}
}

static void fold_unwell(const keel_fold *fold)
{
	const keel_event_unwell *unwell = &fold->event->u.unwell;
	keel_state *state = fold->state;
	state->unwell_date[unwell->sign] = most(state->unwell_date[unwell->sign], fold->date);
	state->unwell_order[unwell->sign] = fold->order;
	if (unwell->session.byte_count == 0)
		return;
	keel_open_session *open = open_find(state, unwell->session);
	if (open == NULL || open->started == 0)
		return;
	open->ended = 1;
	keel_session_state *session = keel_state_session_of(state, open->order);
	if (session != NULL) {
		session->ended = 1;
		session->unwell = 1;
	}
}

static void fold_after_effect(const keel_fold *fold)
{
	const keel_event_after_effect *after = &fold->event->u.after_effect;
	if (fold->doubt && after->answer == KEEL_AFTER_SETTLED)
		return;
	uint64_t hash = keel_state_id_hash(after->session.bytes, after->session.byte_count);
	for (int i = fold->state->session_count - 1; i >= 0; i--) {
		keel_session_state *session = &fold->state->sessions[i];
		if (session->id_hash == hash) {
			session->after = (int8_t)after->answer;
			session->after_date = fold->date;
			return;
		}
	}
}

void keel_state_fold_session(const keel_fold *fold)
{
	switch (fold->event->type) {
	case KEEL_EVENT_SESSION_PRESCRIBED:
		fold_prescribed(fold);
		break;
	case KEEL_EVENT_SESSION_ITEM:
		fold_item(fold);
		break;
	case KEEL_EVENT_SESSION_STARTED:
		fold_started(fold);
		break;
	case KEEL_EVENT_SET_DONE:
		fold_set_done(fold);
		break;
	case KEEL_EVENT_PAIN_REPORT:
		fold_pain_report(fold);
		break;
	case KEEL_EVENT_EXERCISE_DONE:
		fold_exercise_done(fold);
		break;
	case KEEL_EVENT_EXERCISE_SWAPPED:
		fold_swapped(fold);
		break;
	case KEEL_EVENT_UNWELL:
		fold_unwell(fold);
		break;
	case KEEL_EVENT_SESSION_ENDED:
		fold_ended(fold);
		break;
	case KEEL_EVENT_AFTER_EFFECT:
		fold_after_effect(fold);
		break;
	default:
		KEEL_ASSERT(false); /* a type was added to the list and not to the fold */
		break;
	}
}
