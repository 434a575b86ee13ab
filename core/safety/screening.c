/* Screening: what locks, what limits, what is asked again (C1).
 *
 * An answer counts when nothing made it void since: a mis-tap undone voids all (the screening is
 * given again in full), a stop sign that leads to the emergency screen voids the emergency and
 * same-day ones. A flag stands until an event names it. A later "no" lifts nothing.
 *
 * Readings. The more urgent of the tier in the record and the tier in today's catalogue counts.
 * "Not before the next day" is the day after the flag, and the word must be given on that day or
 * later: a clearance on the day of the flag itself lifts nothing, a clinician's neither. An
 * assessment from before the flag, or from the future, lifts nothing. "I have had advice" lifts no
 * more than a clinician-soon flag. Weekly question: due 7 days after the last weekly answer or full
 * screening; open for 14 days more, calm only. New leg symptoms and "show me" hold the plan in calm
 * until the screening was given again; flare, week and spread only ask. Advice counts as said once
 * a session was started after it was due.
 */
#include <string.h>

#include "core/base/date.h"
#include "core/safety/safety_inside.h"

int keel_screen_tier(int tier, int answer, int round)
{
	if (answer == KEEL_ANSWER_YES)
		return tier;
	if (answer != KEEL_ANSWER_UNSURE || round < 2)
		return KEEL_TIER_COUNT;
	/* One tier lower; unsure about advice or about the inflammatory pattern is nothing. */
	return tier <= KEEL_TIER_CLINICIAN_SOON ? tier + 1 : KEEL_TIER_COUNT;
}

static const keel_screen_state *screen_of(const keel_state *state, const char *id)
{
	int id_bytes = (int)strlen(id);
	for (int i = 0; i < state->screen_count; i++) {
		const keel_screen_state *screen = &state->screen[i];
		if (screen->id_bytes == id_bytes && memcmp(screen->id, id, (size_t)id_bytes) == 0)
			return screen;
	}
	return NULL;
}

static bool is_urgent(const keel_question *question)
{
	return question->tier <= KEEL_TIER_SAME_DAY;
}

static bool is_first_run(const keel_question *question)
{
	return question->first_run || is_urgent(question);
}

/* The last stop sign that leads to the emergency screen, as a fold number. */
static uint32_t stop_order(const keel_state *state)
{
	uint32_t order = 0;
	for (int sign = 0; sign < KEEL_SIGN_COUNT; sign++)
		if (keel_stop_is_emergency((keel_sign)sign) && state->unwell_order[sign] > order)
			order = state->unwell_order[sign];
	return order;
}

static bool answered(const keel_state *state, const keel_question *question,
		     const keel_screen_state *screen)
{
	if (screen == NULL || screen->order == 0 || screen->order <= state->void_order)
		return false;
	if (is_urgent(question) && screen->order <= stop_order(state))
		return false;
	return screen->answer != KEEL_ANSWER_UNSURE || screen->round >= 2;
}

/* "I am not sure" is asked once more, with examples. */
static bool is_unsure_once(const keel_state *state, const keel_screen_state *screen)
{
	return screen != NULL && screen->order > state->void_order &&
	       screen->answer == KEEL_ANSWER_UNSURE && screen->round < 2;
}

/* Somebody has looked at this back (S1.physician). */
static bool was_assessed(const keel_state *state)
{
	const keel_screen_state *never = screen_of(state, KEEL_ID_NEVER_ASSESSED);
	return state->assessed_date != KEEL_NO_DATE ||
	       (never != NULL && never->answer == KEEL_ANSWER_NO);
}

/* ---- flags -------------------------------------------------------------------------------- */

static int flag_tier(const keel_catalogue *catalogue, const keel_screen_state *screen)
{
	int tier = screen->flag_tier;
	const keel_question *question =
		keel_question_find(catalogue, screen->id, (size_t)screen->id_bytes);
	if (question != NULL && question->tier < tier)
		tier = question->tier;
	int answer = screen->flag_unsure == 1 ? KEEL_ANSWER_UNSURE : KEEL_ANSWER_YES;
	return keel_screen_tier(tier, answer, 2);
}

static int16_t question_index(const keel_catalogue *catalogue, const keel_screen_state *screen)
{
	const keel_question *question =
		keel_question_find(catalogue, screen->id, (size_t)screen->id_bytes);
	return question == NULL ? -1 : (int16_t)(question - catalogue->questions);
}

static keel_lock lock_of(const keel_catalogue *catalogue, const keel_screen_state *screen, int tier)
{
	static const keel_rule rules[] = {KEEL_RULE_SCREEN_EMERGENCY, KEEL_RULE_SCREEN_SAME_DAY,
					  KEEL_RULE_SCREEN_CLINICIAN_SOON};
	keel_lock lock = {0};
	lock.question = question_index(catalogue, screen);
	lock.why = keel_reason_1(rules[tier], screen->flag_unsure);
	memcpy(lock.event, screen->flag_event, sizeof lock.event);
	lock.since_date = screen->flag_date;
	lock.not_before_date = KEEL_NO_DATE;
	if (tier == KEEL_TIER_EMERGENCY)
		lock.not_before_date = screen->flag_date + KEEL_EMERGENCY_RESTART_DAYS;
	lock.way_mistake = true;
	lock.way_assessed = true;
	lock.way_advice = tier == KEEL_TIER_CLINICIAN_SOON;
	return lock;
}

static void add_lock(keel_allowed *allowed, keel_lock lock)
{
	allowed->locked = true;
	if (allowed->lock_count < KEEL_LOCKS_MAX)
		allowed->locks[allowed->lock_count++] = lock;
}

static void add_flags(const keel_catalogue *catalogue, const keel_state *state, int wanted,
		      keel_screening *screening, keel_allowed *allowed)
{
	for (int i = 0; i < state->screen_count; i++) {
		const keel_screen_state *screen = &state->screen[i];
		if (screen->flagged == 0)
			continue;
		int tier = flag_tier(catalogue, screen);
		if (tier != wanted || keel_state_is_lifted(screen, tier))
			continue;
		if (tier <= KEEL_TIER_SAME_DAY) {
			add_lock(allowed, lock_of(catalogue, screen, tier));
		} else {
			screening->soon = true;
			if (allowed->limit_count < KEEL_LOCKS_MAX)
				allowed->limits[allowed->limit_count++] =
					lock_of(catalogue, screen, tier);
		}
	}
}

static keel_lock plain_lock(keel_reason why)
{
	keel_lock lock = {0};
	lock.why = why;
	lock.question = -1;
	lock.since_date = KEEL_NO_DATE;
	lock.not_before_date = KEEL_NO_DATE;
	return lock;
}

/* Only the year of birth is known: the year in which somebody turns 18 counts as 18. */
static void add_age_lock(const keel_state *state, int32_t today, keel_allowed *allowed)
{
	if (state->birth_year == KEEL_UNKNOWN)
		return;
	int32_t years = keel_date_to_civil(today).year - state->birth_year;
	if (years < KEEL_AGE_MIN)
		add_lock(allowed, plain_lock(keel_reason_2(KEEL_RULE_SCREEN_UNDER_AGE, KEEL_AGE_MIN,
							   years)));
}

/* ---- what is asked ------------------------------------------------------------------------ */

static void ask(keel_allowed *allowed, int question, int round, keel_reason why)
{
	if (!allowed->ask_screening)
		allowed->ask_why = why;
	allowed->ask_screening = true;
	allowed->ask_question[question] = true;
	if (allowed->ask_round[question] == 0)
		allowed->ask_round[question] = (int8_t)round;
}

typedef struct question_round {
	const keel_catalogue *catalogue;
	const keel_state *state;
	int32_t since_date;
	keel_screening *screening;
	keel_allowed *allowed;
	int unanswered_urgent;
	int unanswered;
} question_round;

static void look_at_question(question_round *asking, int index)
{
	const keel_question *question = &asking->catalogue->questions[index];
	const keel_state *state = asking->state;
	const keel_screen_state *screen = screen_of(state, question->id);
	if (!is_first_run(question))
		return;
	if (!answered(state, question, screen)) {
		asking->unanswered++;
		asking->unanswered_urgent += is_urgent(question) ? 1 : 0;
		ask(asking->allowed, index, is_unsure_once(state, screen) ? 2 : 1,
		    keel_reason_none(is_urgent(question) ? KEEL_RULE_SCREEN_UNANSWERED
							 : KEEL_RULE_SCREEN_INCOMPLETE));
		return;
	}
	keel_screening *screening = asking->screening;
	if (screening->full_date == KEEL_NO_DATE || screen->date < screening->full_date)
		screening->full_date = screen->date;
	if (screen->order <= state->again_order) {
		screening->again_pending = true;
		ask(asking->allowed, index, 1, keel_reason_none(KEEL_RULE_SCREEN_AGAIN));
	} else if (screen->date < asking->since_date) {
		ask(asking->allowed, index, 1, keel_reason_none(KEEL_RULE_SCREEN_AGAIN));
	} else if (question->leg && screen->order <= state->spread_order) {
		ask(asking->allowed, index, 1, keel_reason_none(KEEL_RULE_PAIN_SPREAD));
	}
}

/* What waits until somebody knows the app a little: the inflammatory pattern once, two weeks on;
 * "no better?" at six weeks, for those whom nobody has looked at. Nothing depends on the answer but
 * advice. */
static void look_later(const keel_catalogue *catalogue, const keel_state *state, int32_t today,
		       keel_allowed *allowed)
{
	if (state->first_answer_count == 0)
		return;
	int32_t days = today - state->first_answers[0].date;
	for (int i = 0; i < catalogue->question_count; i++) {
		const keel_question *question = &catalogue->questions[i];
		bool pattern = question->tier == KEEL_TIER_INFLAMMATORY;
		bool advice = question->tier == KEEL_TIER_ADVICE && !was_assessed(state);
		const keel_screen_state *screen = screen_of(state, question->id);
		if (is_first_run(question) || answered(state, question, screen) ||
		    !((pattern && days >= KEEL_INFLAMMATORY_ASK_DAYS) ||
		      (advice && days >= KEEL_ADVICE_AGAIN_DAYS)))
			continue;
		allowed->ask_later = true;
		allowed->later_round[i] = is_unsure_once(state, screen) ? 2 : 1;
	}
}

void keel_screening_look(const keel_catalogue *catalogue, const keel_state *state, int32_t today,
			 int32_t since_date, keel_screening *screening, keel_allowed *allowed)
{
	*screening = (keel_screening){.full_date = KEEL_NO_DATE};
	question_round asking = {catalogue, state, since_date, screening, allowed, 0, 0};
	for (int i = 0; i < catalogue->question_count; i++)
		look_at_question(&asking, i);
	screening->complete = asking.unanswered == 0;
	if (!screening->complete)
		screening->full_date = KEEL_NO_DATE;
	add_flags(catalogue, state, KEEL_TIER_EMERGENCY, screening, allowed);
	add_flags(catalogue, state, KEEL_TIER_SAME_DAY, screening, allowed);
	add_flags(catalogue, state, KEEL_TIER_CLINICIAN_SOON, screening, allowed);
	add_age_lock(state, today, allowed);
	if (state->unknown_safety_count > 0)
		add_lock(allowed, plain_lock(keel_reason_1(KEEL_RULE_LOG_UPDATE,
							   state->unknown_safety_count)));
	if (asking.unanswered_urgent > 0)
		add_lock(allowed, plain_lock(keel_reason_1(KEEL_RULE_SCREEN_UNANSWERED,
							   asking.unanswered_urgent)));
	int32_t last_date = screening->full_date > state->review_date ? screening->full_date
								      : state->review_date;
	screening->review_days = screening->complete ? today - last_date : 0;
	if (screening->complete && !allowed->locked)
		look_later(catalogue, state, today, allowed);
	allowed->ask_review = screening->complete && screening->review_days >= KEEL_REVIEW_DAYS;
}

/* ---- advice ------------------------------------------------------------------------------- */

/* Said once: until the first session that was started on or after the date, and before today. */
static bool was_said(const keel_state *state, int32_t due_date, int32_t today)
{
	for (int i = state->session_count - 1; i >= 0; i--) {
		int32_t date = state->sessions[i].date;
		if (date >= due_date && date < today)
			return true;
	}
	return false;
}

static bool due(const keel_state *state, int32_t due_date, int32_t today)
{
	return today >= due_date && !was_said(state, due_date, today);
}

/* Mean of the sessions' first answers of the last 7 days against the first 7: neither 2 points nor
 * 30 % better. */
static bool not_improved(const keel_state *state, int32_t today)
{
	int32_t sum_first = 0, count_first = 0, sum_last = 0, count_last = 0;
	if (state->first_answer_count == 0)
		return false;
	int32_t start = state->first_answers[0].date;
	for (int i = 0; i < state->first_answer_count; i++) {
		if (state->first_answers[i].date - start < KEEL_IMPROVED_WINDOW_DAYS) {
			sum_first += state->first_answers[i].pain;
			count_first++;
		}
	}
	for (int i = 0; i < state->session_count; i++) {
		const keel_session_state *session = &state->sessions[i];
		int32_t ago = today - session->date;
		if (ago < 0 || ago >= KEEL_IMPROVED_WINDOW_DAYS || session->doubt == 1 ||
		    session->first_pain == KEEL_UNKNOWN)
			continue;
		sum_last += session->first_pain;
		count_last++;
	}
	if (count_last == 0)
		return false;
	int32_t first = sum_first * count_last; /* both means times both counts */
	int32_t last = sum_last * count_first;
	int32_t counts = count_first * count_last;
	bool by_points = first - last >= KEEL_IMPROVED_POINTS * counts;
	bool by_percent = 100 * last <= (100 - KEEL_IMPROVED_PERCENT) * first;
	return !by_points && !by_percent;
}

static void advise_assessment(const keel_catalogue *catalogue, const keel_state *state,
			      int32_t today, keel_allowed *allowed)
{
	for (int i = 0; i < state->screen_count; i++) {
		const keel_screen_state *screen = &state->screen[i];
		if (screen->flagged == 0)
			continue;
		int tier = flag_tier(catalogue, screen);
		if (tier != KEEL_TIER_ADVICE || keel_state_is_lifted(screen, tier))
			continue;
		int32_t again = screen->flag_date + KEEL_ADVICE_AGAIN_DAYS;
		if (due(state, screen->flag_date, today) || due(state, again, today)) {
			keel_advise(allowed, keel_reason_1(KEEL_RULE_SCREEN_ADVICE,
							   today - screen->flag_date));
			return;
		}
	}
	if (was_assessed(state) || state->first_answer_count == 0)
		return;
	int32_t from = state->first_answers[0].date + KEEL_ADVICE_AGAIN_DAYS;
	if (due(state, from, today) && not_improved(state, today))
		keel_advise(allowed, keel_reason_1(KEEL_RULE_SCREEN_ADVICE,
						   today - state->first_answers[0].date));
}

void keel_screening_advice(const keel_catalogue *catalogue, const keel_state *state, int32_t today,
			   keel_allowed *allowed)
{
	for (int i = 0; i < allowed->limit_count; i++)
		keel_advise(allowed, allowed->limits[i].why);
	advise_assessment(catalogue, state, today, allowed);
	int32_t yes_count = 0;
	int32_t date = KEEL_NO_DATE;
	for (int i = 0; i < catalogue->question_count; i++) {
		const keel_question *question = &catalogue->questions[i];
		const keel_screen_state *screen = screen_of(state, question->id);
		if (question->tier != KEEL_TIER_INFLAMMATORY || screen == NULL ||
		    screen->answer != KEEL_ANSWER_YES || screen->order <= state->void_order)
			continue;
		yes_count++;
		date = screen->date > date ? screen->date : date;
	}
	if (yes_count >= KEEL_INFLAMMATORY_YES_MIN && due(state, date, today))
		keel_advise(allowed, keel_reason_1(KEEL_RULE_SCREEN_INFLAMMATORY, yes_count));
}
