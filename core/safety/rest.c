/* Rests: how long a movement rests after what it did, and how it comes back (C2, both tables).
 *
 * A rest of N days from date d means not offered on d+1 .. d+N; until_date is d+N+1. On d itself
 * the movement is finished too. Overlapping rests end with the later.
 *
 * Readings. "In 14 days" is a window of 14 dates, the first and the last included. The third
 * counted rise rests the movement without an end of its own; "try again" closes it only when it is
 * there to be closed, and the 3 days of a rise of 3 stand beside it. A clinician's clear-movement
 * closes counted rises and rests at any time. A rise dated after today (a clock that was wrong)
 * counts as today's.
 */
#include "core/safety/safety_inside.h"

keel_pain_outcome keel_exposure_outcome(const keel_judge *judge, const keel_exposure *exposure,
					bool neutral)
{
	keel_pain_input input = {
		.before = KEEL_UNKNOWN,
		.during = exposure->during,
		.rise = keel_state_rise_read(judge->state, judge->now->date, exposure->rise),
		.settled_known = true,
		.settled = exposure->settled == 1,
		.further = exposure->further == 1,
		.none_added = exposure->none_added == 1,
		.neutral = neutral,
	};
	return keel_pain_judge(&input);
}

static keel_pain_outcome rise_outcome(const keel_judge *judge, const keel_rise *rise)
{
	keel_pain_input input = {
		.before = KEEL_UNKNOWN,
		.during = rise->during,
		.rise = keel_state_rise_read(judge->state, judge->now->date, rise->rise),
		.settled_known = true,
		.settled = rise->settled == 1,
		.further = rise->further == 1,
	};
	return keel_pain_judge(&input);
}

keel_reason keel_pain_reason(keel_rule rule, int32_t rise, int32_t during)
{
	if (during == KEEL_UNKNOWN)
		return keel_reason_2(rule, 0, rise);
	return keel_reason_2(rule, during - rise, during);
}

typedef struct counted_rises {
	int count;
	int32_t dates[KEEL_RISES_MAX];
} counted_rises;

/* Dates with a counted rise whose order is in [from, to), at most one a date, oldest first. */
static counted_rises counted_of(const keel_judge *judge, const keel_movement_state *record,
				uint32_t from, uint32_t to)
{
	int32_t today = judge->now->date;
	counted_rises counted = {0, {0}};
	for (int i = 0; i < record->rise_count; i++) {
		const keel_rise *rise = &record->rises[i];
		if (rise->order < from || rise->order >= to || !rise_outcome(judge, rise).counted)
			continue;
		int32_t date = rise->date < today ? rise->date : today;
		if (counted.count > 0 && counted.dates[counted.count - 1] == date)
			continue;
		counted.dates[counted.count++] = date;
	}
	return counted;
}

static bool has_third(const counted_rises *counted)
{
	for (int i = 2; i < counted->count; i++)
		if (counted->dates[i] - counted->dates[i - 2] < KEEL_THIRD_RISE_DAYS)
			return true;
	return false;
}

/* Fold order before which counted rises are closed. */
static uint32_t closed_before(const keel_judge *judge, const keel_movement_state *record)
{
	uint32_t closed = record->clear_order;
	if (record->try_again_order > closed) {
		counted_rises open = counted_of(judge, record, closed, record->try_again_order);
		if (has_third(&open))
			closed = record->try_again_order;
	}
	return closed;
}

/* Not offered on date + 1 .. date + days, nor on the rest of that date. */
static void rest_days(keel_rest *rest, int32_t date, int32_t days, keel_reason why, int32_t today)
{
	int32_t until_date = date + days + 1;
	if (today >= until_date)
		return;
	if (rest->rests && (rest->until_date == KEEL_NO_DATE || rest->until_date > until_date))
		return;
	rest->rests = true;
	rest->until_date = until_date;
	rest->why = why;
}

/* The rests of 3 days that a single rise or spread makes. */
static void look_at_rises(const keel_judge *judge, const keel_movement_state *record,
			  keel_rest *rest)
{
	int32_t today = judge->now->date;
	for (int i = 0; i < record->rise_count; i++) {
		const keel_rise *rise = &record->rises[i];
		keel_pain_outcome outcome = rise_outcome(judge, rise);
		if (outcome.rest_days == 0 || rise->order < record->clear_order ||
		    (outcome.rests_directions && rise->directions != 0))
			continue;
		int32_t date = rise->date < today ? rise->date : today;
		int32_t days = outcome.rests_directions
				       ? outcome.rest_days
				       : keel_tuned(judge, KEEL_TUNABLE_REST_DAYS_STOP);
		keel_reason why = keel_pain_reason(outcome.rule, rise->rise, rise->during);
		rest_days(rest, date, days, why, today);
	}
}

static void look_at_counts(const keel_judge *judge, const keel_movement_state *record,
			   keel_rest *rest)
{
	int32_t today = judge->now->date;
	int32_t days = keel_tuned(judge, KEEL_TUNABLE_REST_DAYS_SECOND);
	uint32_t closed = closed_before(judge, record);
	counted_rises counted = counted_of(judge, record, closed, UINT32_MAX);
	const keel_exposure *last =
		record->exposure_count == 0 ? NULL : &record->exposures[record->exposure_count - 1];
	if (has_third(&counted)) {
		rest->rests = true;
		rest->until_date = KEEL_NO_DATE;
		rest->why = keel_reason_2(KEEL_RULE_AFTER_THIRD_RISE, counted.count,
					  KEEL_THIRD_RISE_DAYS);
	} else if (counted.count >= 2) {
		int32_t date = counted.dates[counted.count - 1];
		int32_t apart = date - counted.dates[counted.count - 2];
		if (apart < KEEL_SECOND_RISE_DAYS) {
			rest_days(rest, date, days,
				  keel_reason_2(KEEL_RULE_AFTER_SECOND_RISE, apart, days), today);
			rest->second_rise = last != NULL && last->date <= date;
		}
	}
	rest->third_rise = closed > 0 && last != NULL && last->order < closed;
	rest->try_again = rest->third_rise && closed == record->try_again_order;
}

static void look_at_today(const keel_judge *judge, const keel_movement_state *record, bool neutral,
			  keel_rest *rest)
{
	int32_t today = judge->now->date;
	for (int i = 0; i < record->exposure_count; i++) {
		const keel_exposure *exposure = &record->exposures[i];
		if (exposure->date != today)
			continue;
		keel_pain_outcome outcome = keel_exposure_outcome(judge, exposure, neutral);
		bool finishes = outcome.action == KEEL_PAIN_FINISH ||
				outcome.action == KEEL_PAIN_FINISH_CALM || exposure->stopped == 1;
		if (!finishes || rest->rests)
			continue;
		rest->ended_today = true;
		rest->until_date = today + 1;
		keel_rule rule = neutral ? KEEL_RULE_PLAN_NEUTRAL_DONE : outcome.rule;
		if (rule == KEEL_RULE_PAIN_CLEAN)
			rule = KEEL_RULE_PAIN_STOPPED; /* the button was pressed, no rise told */
		rest->why = keel_pain_reason(rule, exposure->rise, exposure->during);
	}
}

static bool clean_since(const keel_judge *judge, const keel_movement_state *record,
			const keel_exposure *rise)
{
	if (record->date_clean_last > rise->date)
		return true;
	for (int i = 0; i < record->exposure_count; i++) {
		const keel_exposure *exposure = &record->exposures[i];
		bool clean = exposure->answered == 1 && exposure->complete == 1 &&
			     exposure->doubt == 0 && exposure->form_lost == 0 &&
			     keel_exposure_outcome(judge, exposure, false).clean;
		if (clean && exposure->date == rise->date && exposure->order > rise->order)
			return true;
	}
	return false;
}

/* Rise of 2 not settled at rung 1: the easier neighbour, until that has been clean once. */
static void look_at_easier(const keel_judge *judge, int movement, keel_rest *rest)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	const keel_movement_state *record = keel_judge_record(judge, movement);
	if (facts->easier == KEEL_NO_MOVEMENT || record->exposure_count == 0)
		return;
	const keel_exposure *last = &record->exposures[record->exposure_count - 1];
	if (keel_exposure_outcome(judge, last, false).rule != KEEL_RULE_PAIN_RISE_2 ||
	    keel_exposure_rung(facts, last) > 1 || record->clear_order > last->order)
		return;
	const keel_movement_state *easier = keel_judge_record(judge, facts->easier);
	rest->needs_easier = easier == NULL || !clean_since(judge, easier, last);
}

keel_rest keel_rest_look(const keel_judge *judge, int movement)
{
	keel_rest rest = {.until_date = KEEL_NO_DATE};
	const keel_movement_state *record = keel_judge_record(judge, movement);
	if (record == NULL)
		return rest;
	bool neutral = judge->catalogue->movements[movement].neutral;
	if (!neutral) {
		look_at_rises(judge, record, &rest);
		look_at_counts(judge, record, &rest);
		look_at_easier(judge, movement, &rest);
	}
	look_at_today(judge, record, neutral, &rest);
	return rest;
}
