/* What follows from the ledger on a date: mornings and flares, weeks, absences, screening. */
#include <string.h>

#include "core/base/date.h"
#include "sim/ledger.h"

/* ---- screening ----------------------------------------------------------------------------------
 */

static bool is_first_run(const keel_question *question)
{
	return question->first_run || question->tier <= KEEL_TIER_SAME_DAY;
}

static bool has_answer(const sim_ledger *ledger, int index)
{
	const sim_question *question = &ledger->questions[index];
	bool urgent = ledger->catalogue->questions[index].tier <= KEEL_TIER_SAME_DAY;
	if (question->answer == SIM_NONE || question->tick <= ledger->void_tick)
		return false;
	if (urgent && question->tick <= ledger->stop_tick)
		return false;
	return question->answer != KEEL_ANSWER_UNSURE || question->round >= 2;
}

int sim_ledger_unanswered(const sim_ledger *ledger, bool urgent_only)
{
	int count = 0;
	for (int i = 0; i < ledger->catalogue->question_count; i++) {
		const keel_question *question = &ledger->catalogue->questions[i];
		bool asked =
			urgent_only ? question->tier <= KEEL_TIER_SAME_DAY : is_first_run(question);
		count += asked && !has_answer(ledger, i);
	}
	return count;
}

bool sim_ledger_again_pending(const sim_ledger *ledger)
{
	for (int i = 0; i < ledger->catalogue->question_count; i++)
		if (is_first_run(&ledger->catalogue->questions[i]) && has_answer(ledger, i) &&
		    ledger->questions[i].tick <= ledger->again_tick)
			return true;
	return false;
}

int32_t sim_ledger_screened_date(const sim_ledger *ledger)
{
	int32_t oldest = INT32_MAX;
	if (sim_ledger_unanswered(ledger, false) > 0)
		return SIM_NEVER;
	for (int i = 0; i < ledger->catalogue->question_count; i++)
		if (is_first_run(&ledger->catalogue->questions[i]) &&
		    ledger->questions[i].date < oldest)
			oldest = ledger->questions[i].date;
	return oldest;
}

/* ---- sessions -----------------------------------------------------------------------------------
 */

typedef bool deed_test(const sim_deed *deed);

static bool is_complete(const sim_deed *deed)
{
	return deed->complete;
}

static bool is_unclean(const sim_deed *deed)
{
	return deed->rise > 0 || deed->further || deed->form_lost || !deed->answered;
}

static bool any(const sim_ledger *ledger, int session, deed_test *test)
{
	const sim_held *held = &ledger->held[session];
	for (int i = 0; i < held->item_count; i++)
		if (held->items[i].deed != SIM_NONE && test(&ledger->deeds[held->items[i].deed]))
			return true;
	return false;
}

bool sim_held_complete(const sim_ledger *ledger, int session)
{
	return any(ledger, session, is_complete);
}

bool sim_held_counts(const sim_ledger *ledger, int session)
{
	return any(ledger, session, is_complete) || any(ledger, session, is_unclean);
}

bool sim_held_rise(const sim_ledger *ledger, int session)
{
	return any(ledger, session, sim_deed_counted);
}

bool sim_held_clean(const sim_ledger *ledger, int session)
{
	return any(ledger, session, is_complete) && !any(ledger, session, is_unclean);
}

/* ---- absence ------------------------------------------------------------------------------------
 */

static int last_held(const sim_ledger *ledger, int before)
{
	for (int i = before - 1; i >= 0; i--)
		if (ledger->held[i].started && sim_held_counts(ledger, i))
			return i;
	return SIM_NONE;
}

int32_t sim_ledger_away_days(const sim_ledger *ledger, int32_t date)
{
	int last = last_held(ledger, ledger->held_count);
	return last == SIM_NONE ? 0 : date - ledger->held[last].date;
}

static int32_t rungs_of(int32_t days)
{
	return days >= 28 ? 2 : days >= 14 ? 1 : 0;
}

int32_t sim_ledger_away_rungs(const sim_ledger *ledger, int32_t since, int32_t date)
{
	int32_t rungs = 0;
	int32_t later = date;
	for (int at = last_held(ledger, ledger->held_count); at != SIM_NONE;
	     at = last_held(ledger, at)) {
		if (later <= since)
			break;
		rungs += rungs_of(later - ledger->held[at].date);
		later = ledger->held[at].date;
	}
	return rungs;
}

int32_t sim_ledger_away_screen(const sim_ledger *ledger, int32_t date)
{
	int32_t later = date;
	for (int at = last_held(ledger, ledger->held_count); at != SIM_NONE;
	     at = last_held(ledger, at)) {
		if (later - ledger->held[at].date >= 28)
			return ledger->held[at].date + 28;
		later = ledger->held[at].date;
	}
	return SIM_NEVER;
}

/* ---- weeks --------------------------------------------------------------------------------------
 */

bool sim_ledger_week_up(const sim_ledger *ledger, int32_t monday, int32_t date)
{
	int32_t sum[2] = {0, 0}, count[2] = {0, 0};
	for (int i = ledger->held_count - 1; i >= 0; i--) {
		const sim_held *held = &ledger->held[i];
		int32_t into = held->date - (monday - 7);
		if (into < -30)
			break;
		if (!held->started || into < 0 || into >= 14 || held->first_pain == SIM_NONE ||
		    held->date > date)
			continue;
		sum[into / 7] += held->first_pain;
		count[into / 7]++;
	}
	if (count[0] < 3 || count[1] < 3)
		return false;
	return sum[1] * count[0] - sum[0] * count[1] >= 2 * count[0] * count[1];
}

/* ---- mornings -----------------------------------------------------------------------------------
 */

static int32_t pain_on(const sim_ledger *ledger, int32_t date)
{
	int32_t day = date - ledger->first_date;
	return day < 0 || day >= SIM_DAYS_MAX ? SIM_NONE : ledger->morning[day];
}

static bool left_out(const sim_ledger *ledger, const sim_mornings *walk, int32_t date)
{
	int32_t day = date - ledger->first_date;
	bool noted = day >= 0 && day < SIM_DAYS_MAX && ledger->left_out[day];
	return noted || (date >= walk->left_from && date < walk->left_to);
}

static int32_t median_between(const sim_ledger *ledger, const sim_mornings *walk, int32_t from,
			      int32_t date)
{
	int counts[11] = {0};
	int count = 0;
	for (int32_t at = date - 1; at >= from && at >= ledger->first_date && count < 7; at--) {
		int32_t pain = pain_on(ledger, at);
		if (pain == SIM_NONE || left_out(ledger, walk, at))
			continue;
		counts[pain]++;
		count++;
	}
	if (count < 3)
		return SIM_NONE;
	int below = 0;
	for (int pain = 0; pain <= 10; pain++) {
		below += counts[pain];
		if (below > count / 2)
			return pain;
	}
	return SIM_NONE;
}

static int32_t usual_on(const sim_ledger *ledger, const sim_mornings *walk, int32_t date)
{
	if (walk->reset_date > date - 28) {
		int32_t usual = median_between(ledger, walk, walk->reset_date, date);
		if (usual != SIM_NONE)
			return usual;
	}
	return median_between(ledger, walk, date - 28, date);
}

/* Points above usual that count: 0, 2 or 3. */
static int sore_on(const sim_ledger *ledger, int32_t date, int32_t usual)
{
	int32_t pain = pain_on(ledger, date);
	int32_t day = date - ledger->first_date;
	bool said = day >= 0 && day < SIM_DAYS_MAX && ledger->still_worse[day];
	if (pain != SIM_NONE && pain - usual >= 2)
		return pain - usual >= 3 ? 3 : 2;
	return said ? 2 : 0;
}

/* One date further. Returns 1 when a flare opened, 2 closed by a morning, 3 closed by days. */
static int step(const sim_ledger *ledger, sim_mornings *walk, int32_t date)
{
	int32_t pain = pain_on(ledger, date);
	if (walk->flare) {
		if (date - walk->open_date >= 7) {
			walk->flare = false;
			walk->reset_date = walk->open_date;
			return 3;
		}
		if (pain != SIM_NONE && pain <= walk->usual + 1) {
			walk->flare = false;
			walk->left_from = walk->sore_date;
			walk->left_to = date;
			return 2;
		}
		return 0;
	}
	int32_t usual = usual_on(ledger, walk, date - 1);
	if (usual == SIM_NONE)
		return 0;
	int before = sore_on(ledger, date - 1, usual);
	int now = sore_on(ledger, date, usual);
	if (before == 0 || now == 0 || (before < 3 && now < 3))
		return 0;
	walk->flare = true;
	walk->sore_date = date - 1;
	walk->open_date = date;
	walk->usual = usual;
	return 1;
}

static int32_t session_before(const sim_ledger *ledger, int32_t date)
{
	for (int i = ledger->held_count - 1; i >= 0; i--)
		if (ledger->held[i].started && ledger->held[i].date < date)
			return ledger->held[i].date;
	return SIM_NEVER;
}

static void note(sim_ledger *ledger, int what, int32_t date)
{
	if (what == 1 && ledger->flare_count < 64)
		ledger->flares[ledger->flare_count++] =
			(sim_flare){date, SIM_NEVER, session_before(ledger, date), false};
	if (what < 2 || ledger->flare_count == 0)
		return;
	ledger->flares[ledger->flare_count - 1].close_date = date;
	ledger->flares[ledger->flare_count - 1].by_days = what == 3;
	for (int32_t at = ledger->mornings.left_from; what == 2 && at < date; at++)
		if (at >= ledger->first_date)
			ledger->left_out[at - ledger->first_date] = true;
}

static void look_back(const sim_ledger *ledger, int32_t date, sim_today *today)
{
	int last = SIM_NONE;
	for (int i = ledger->held_count - 1; i >= 0; i--) {
		const sim_held *held = &ledger->held[i];
		if (held->after_date == date && held->after == KEEL_AFTER_WORSE_A_DAY)
			today->worse_a_day = true;
		if (held->after_date == date && held->after == KEEL_AFTER_STILL_WORSE)
			today->still_worse = true;
		if (last == SIM_NONE && held->started && sim_held_counts(ledger, i))
			last = i;
		if (held->date < date - 60)
			break;
	}
	if (last == SIM_NONE || ledger->held[last].after != SIM_NONE)
		return;
	for (int32_t at = ledger->held[last].date + 1; at <= date; at++)
		if (pain_on(ledger, at) != SIM_NONE)
			return;
	today->unknown = true;
}

sim_today sim_ledger_today(sim_ledger *ledger, int32_t date)
{
	for (; ledger->walked_date < date; ledger->walked_date++)
		note(ledger, step(ledger, &ledger->mornings, ledger->walked_date),
		     ledger->walked_date);
	sim_mornings walk = ledger->mornings;
	int what = step(ledger, &walk, date);
	sim_today today = {.usual = SIM_NONE, .morning = pain_on(ledger, date)};
	today.flare = walk.flare;
	today.flare_open_date = walk.flare ? walk.open_date : SIM_NEVER;
	today.flare_closed_by_days_today = what == 3;
	today.usual = walk.flare ? walk.usual : usual_on(ledger, &walk, date);
	today.sore = today.morning != SIM_NONE && today.usual != SIM_NONE &&
		     today.morning - today.usual >= 2;
	look_back(ledger, date, &today);
	today.week_up = sim_ledger_week_up(ledger, keel_date_week_start(date) - 7, date);
	return today;
}
