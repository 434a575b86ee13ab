/* Afterwards: mornings, flares, the word about last time, weekly means (C2, second table).
 *
 * The mornings of the last KEEL_DAYS_BACK days are walked once, date by date, with one open flare
 * at most. Everything older has died out: a flare lasts 7 days at most and *usual* looks 28 back.
 *
 * Readings. "The same usual" is that of the first of the two mornings. The flare's mornings, left
 * out of later usuals, are those two and the ones up to the day it closes. After the 7-day row
 * usual is taken from the mornings since the flare opened; when fewer than 3 were answered, the
 * ordinary window serves. "Still worse" counts as one sore morning on the date of the answer, never
 * as one 3 above. A morning from a doubtful clock may be sore; it is never part of a usual and
 * closes nothing. Something is known of last time when any morning since was answered, or the
 * question was.
 */
#include "core/base/date.h"
#include "core/safety/safety_inside.h"

typedef struct walk_day {
	int8_t pain; /* KEEL_UNKNOWN: not answered */
	bool doubt;
	bool still_worse;
	bool left_out; /* a morning of a flare that did not end by the 7-day row */
} walk_day;

typedef struct morning_walk {
	const keel_state *state;
	keel_aftermath *after;
	int32_t first_date; /* of days[0] */
	int32_t reset_date; /* usual looks no further back, after the 7-day row; KEEL_NO_DATE */
	walk_day days[KEEL_DAYS_BACK];
} morning_walk;

static const walk_day *day_at(const morning_walk *walk, int32_t date)
{
	int32_t index = date - walk->first_date;
	return index < 0 || index >= KEEL_DAYS_BACK ? NULL : &walk->days[index];
}

static void fill_days(morning_walk *walk, int32_t today)
{
	walk->first_date = today - (KEEL_DAYS_BACK - 1);
	for (int i = 0; i < KEEL_DAYS_BACK; i++)
		walk->days[i] = (walk_day){KEEL_UNKNOWN, false, false, false};
	const keel_state *state = walk->state;
	for (int i = 0; i < state->morning_count; i++) {
		const keel_morning *morning = &state->mornings[i];
		int32_t index = morning->date - walk->first_date;
		if (index < 0 || index >= KEEL_DAYS_BACK)
			continue;
		walk->days[index].pain = morning->pain;
		walk->days[index].doubt = morning->doubt == 1;
	}
	for (int i = 0; i < state->session_count; i++) {
		const keel_session_state *session = &state->sessions[i];
		int32_t index = session->after_date - walk->first_date;
		if (session->after == KEEL_AFTER_STILL_WORSE && index >= 0 &&
		    index < KEEL_DAYS_BACK)
			walk->days[index].still_worse = true;
	}
}

/* Upper middle of the answers, sorted in place; count is 1 at least. */
static int32_t median(int8_t *pains, int count)
{
	for (int i = 1; i < count; i++) {
		int8_t pain = pains[i];
		int place = i;
		for (; place > 0 && pains[place - 1] > pain; place--)
			pains[place] = pains[place - 1];
		pains[place] = pain;
	}
	return pains[count / 2];
}

/* Median of the last 7 answers from `from` to the day before; KEEL_UNKNOWN when there are under 3.
 */
static int32_t usual_from(const morning_walk *walk, int32_t from, int32_t date)
{
	int8_t pains[KEEL_USUAL_MORNINGS];
	int count = 0;
	for (int32_t at = date - 1; at >= from && count < KEEL_USUAL_MORNINGS; at--) {
		const walk_day *day = day_at(walk, at);
		if (day == NULL)
			break;
		if (day->pain != KEEL_UNKNOWN && !day->doubt && !day->left_out)
			pains[count++] = day->pain;
	}
	return count < KEEL_USUAL_MORNINGS_MIN ? KEEL_UNKNOWN : median(pains, count);
}

static int32_t usual_of(const morning_walk *walk, int32_t date)
{
	int32_t from = date - KEEL_USUAL_DAYS;
	if (walk->reset_date > from) {
		int32_t usual = usual_from(walk, walk->reset_date, date);
		if (usual != KEEL_UNKNOWN)
			return usual;
	}
	return usual_from(walk, from, date);
}

/* How far above usual that date was: 0 not sore, 2 sore, 3 sore enough to make a flare of two. */
static int32_t soreness_of(const morning_walk *walk, int32_t date, int32_t usual)
{
	const walk_day *day = day_at(walk, date);
	if (day == NULL)
		return 0;
	if (day->pain != KEEL_UNKNOWN && day->pain >= usual + KEEL_FLARE_MORNING)
		return KEEL_FLARE_MORNING;
	if (day->pain != KEEL_UNKNOWN && day->pain >= usual + KEEL_SORE_MORNING)
		return KEEL_SORE_MORNING;
	return day->still_worse ? KEEL_SORE_MORNING : 0;
}

/* A self-test is no session whose movements could go down. */
static int32_t last_session_before(const keel_state *state, int32_t date)
{
	for (int i = state->session_count - 1; i >= 0; i--)
		if (state->sessions[i].date < date && state->sessions[i].doubt == 0 &&
		    state->sessions[i].test == 0)
			return state->sessions[i].date;
	return KEEL_NO_DATE;
}

static void open_flare(morning_walk *walk, int32_t date, int32_t usual)
{
	keel_aftermath *after = walk->after;
	if (after->flare_count == KEEL_FLARES_MAX) {
		for (int i = 1; i < KEEL_FLARES_MAX; i++)
			after->flares[i - 1] = after->flares[i];
		after->flare_count--;
	}
	after->flares[after->flare_count++] = (keel_flare){
		date - 1, date, KEEL_NO_DATE, usual, false, last_session_before(walk->state, date)};
	after->flare_open = true;
}

static void close_flare(morning_walk *walk, int32_t date, bool by_days)
{
	keel_flare *flare = &walk->after->flares[walk->after->flare_count - 1];
	flare->close_date = date;
	flare->by_days = by_days;
	walk->after->flare_open = false;
	if (by_days) {
		walk->reset_date = flare->open_date;
		return;
	}
	for (int32_t at = flare->sore_date; at < date; at++) {
		int32_t index = at - walk->first_date;
		if (index >= 0 && index < KEEL_DAYS_BACK)
			walk->days[index].left_out = true;
	}
}

static void walk_date(morning_walk *walk, int32_t date)
{
	const walk_day *day = day_at(walk, date);
	if (walk->after->flare_open) {
		const keel_flare *flare = &walk->after->flares[walk->after->flare_count - 1];
		bool within = day->pain != KEEL_UNKNOWN && !day->doubt &&
			      day->pain <= flare->usual + KEEL_FLARE_CLOSED_WITHIN;
		if (date - flare->open_date >= KEEL_FLARE_DAYS_MAX)
			close_flare(walk, date, true);
		else if (within)
			close_flare(walk, date, false);
		return;
	}
	bool evidence = day->pain != KEEL_UNKNOWN || day->still_worse;
	if (!evidence || date == walk->first_date)
		return;
	int32_t usual = usual_of(walk, date - 1);
	if (usual == KEEL_UNKNOWN)
		return;
	int32_t before = soreness_of(walk, date - 1, usual);
	int32_t now = soreness_of(walk, date, usual);
	if (before > 0 && now > 0 && (before == KEEL_FLARE_MORNING || now == KEEL_FLARE_MORNING))
		open_flare(walk, date, usual);
}

/* ---- the word about last time ------------------------------------------------------------- */

static void look_at_last_time(const keel_state *state, int32_t today, keel_aftermath *after)
{
	const keel_session_state *last = NULL;
	for (int i = state->session_count - 1; i >= 0; i--) {
		const keel_session_state *session = &state->sessions[i];
		if (session->after_date == today && session->after == KEEL_AFTER_WORSE_A_DAY)
			after->worse_a_day = true;
		if (session->after_date == today && session->after == KEEL_AFTER_STILL_WORSE)
			after->still_worse = true;
		bool something = session->done_count > 0 || session->unclean_count > 0;
		if (last == NULL && something && session->date <= today)
			last = session;
	}
	if (last == NULL || last->after != KEEL_UNKNOWN)
		return;
	for (int i = state->morning_count - 1; i >= 0; i--) {
		const keel_morning *morning = &state->mornings[i];
		if (morning->date > last->date && morning->date <= today && morning->doubt == 0)
			return;
	}
	after->unknown = true;
	if (last->date < today)
		after->ask = last;
}

/* ---- weekly means ------------------------------------------------------------------------- */

static int32_t week_sum(const keel_state *state, int32_t monday, int32_t today, int32_t *count)
{
	int32_t sum = 0;
	*count = 0;
	for (int i = 0; i < state->session_count; i++) {
		const keel_session_state *session = &state->sessions[i];
		if (session->date < monday || session->date >= monday + 7 || session->date > today)
			continue;
		if (session->first_pain == KEEL_UNKNOWN || session->doubt == 1)
			continue;
		sum += session->first_pain;
		*count += 1;
	}
	return sum;
}

bool keel_after_week_up(const keel_state *state, int32_t monday, int32_t today)
{
	int32_t count, count_before;
	int32_t sum = week_sum(state, monday, today, &count);
	int32_t sum_before = week_sum(state, monday - 7, today, &count_before);
	if (count < KEEL_WEEK_ANSWERS_MIN || count_before < KEEL_WEEK_ANSWERS_MIN)
		return false;
	/* The means as fractions: no rounding decides. */
	return sum * count_before - sum_before * count >= KEEL_WEEK_UP * count * count_before;
}

void keel_after_look(const keel_state *state, int32_t today, keel_aftermath *after)
{
	*after = (keel_aftermath){.usual = KEEL_UNKNOWN, .morning_today = KEEL_UNKNOWN};
	morning_walk walk = {.state = state, .after = after, .reset_date = KEEL_NO_DATE};
	fill_days(&walk, today);
	for (int32_t date = walk.first_date; date <= today; date++)
		walk_date(&walk, date);
	after->morning_today = day_at(&walk, today)->pain;
	after->usual = after->flare_open ? after->flares[after->flare_count - 1].usual
					 : usual_of(&walk, today);
	if (after->morning_today != KEEL_UNKNOWN && after->usual != KEEL_UNKNOWN)
		after->sore_today = after->morning_today >= after->usual + KEEL_SORE_MORNING;
	look_at_last_time(state, today, after);
	after->week_up = keel_after_week_up(state, keel_date_week_start(today) - 7, today);
}
