/* The whole of today: every rule of this room, asked once for each movement.
 *
 * Order of the questions, first answer wins: is it replaced; does a clinician forbid it; can this
 * body do it; does a hard gate close it; is the equipment there; does a direction rest; does the
 * movement rest; was it finished today; is it a day between; what does today hold at most; has its
 * stage opened; are its needs met; does a soft gate close it. So the reason a person reads is the
 * one that would still stand if the later ones fell.
 *
 * The neutral set passes gates and rests (C5), not the body's own limits and not its own rise
 * today. If nothing at all is allowed and nothing locks, one neutral movement is: the last line of
 * "never empty-handed".
 *
 * In a seed programme as it stands (DESIGN inv. 8) its list is free of stages, but not of what
 * limits the day: a cap, and the calm stage itself, which is always entered for pain or after a
 * lock. The stage gates of deadlift and swing hold everywhere.
 */
#include <string.h>

#include "core/base/date.h"
#include "core/safety/safety_inside.h"

void keel_advise(keel_allowed *allowed, keel_reason reason)
{
	for (int i = 0; i < allowed->advice_count; i++)
		if (allowed->advice[i].rule == reason.rule)
			return;
	if (allowed->advice_count < KEEL_ADVICE_MAX)
		allowed->advice[allowed->advice_count++] = reason;
}

/* ---- facts of the day --------------------------------------------------------------------- */

static void look_at_records(keel_judge *judge)
{
	const keel_catalogue *catalogue = judge->catalogue;
	const keel_state *state = judge->state;
	for (int i = 0; i < catalogue->movement_count; i++) {
		const char *id = catalogue->movements[i].id;
		const keel_movement_state *record = keel_state_movement(state, id, (int)strlen(id));
		judge->record[i] = record == NULL ? -1 : (int16_t)(record - state->movements);
	}
}

static void look_at_programme(keel_judge *judge)
{
	const keel_state *state = judge->state;
	judge->allowed->programme = KEEL_PROGRAMME_NONE;
	if (keel_edit_look_at_list(judge) || state->programme_bytes == 0)
		return;
	const keel_programme *programme = keel_programme_find(judge->catalogue, state->programme,
							      (size_t)state->programme_bytes);
	if (programme == NULL)
		return;
	judge->allowed->programme = (int16_t)(programme - judge->catalogue->programmes);
	for (int i = 0; i < programme->item_count; i++) {
		judge->in_programme[programme->items[i].movement] = true;
		judge->programme_rung[programme->items[i].movement] = programme->items[i].rung;
	}
}

static void look_at_pain(keel_judge *judge)
{
	const keel_state *state = judge->state;
	judge->allowed->pain_now = KEEL_UNKNOWN;
	if (judge->now->date - state->pain_last_date <= KEEL_PAIN_LATEST_DAYS)
		judge->allowed->pain_now = state->pain_last;
}

/* Minutes since getting up. Before three in the morning it is still the evening before. */
static void look_at_getting_up(keel_judge *judge)
{
	judge->up_min = judge->now->up_min;
	int32_t wake_min = judge->state->wake_min;
	if (judge->up_min >= 0 || wake_min == KEEL_UNKNOWN)
		return;
	int32_t minute = judge->now->minute;
	if (minute < KEEL_DAY_START_MIN)
		minute += 24 * 60;
	judge->up_min = minute > wake_min ? minute - wake_min : 0;
}

static void look_at_sessions(keel_judge *judge)
{
	const keel_state *state = judge->state;
	for (int i = 0; i < state->session_count; i++) {
		const keel_session_state *session = &state->sessions[i];
		if (keel_pain_session_up(session->first_pain, session->end_pain))
			judge->up_dates[judge->up_date_count++] = session->date;
	}
	int32_t today = judge->now->date;
	judge->absence_days = keel_absence_days(judge->state, today);
	judge->screen_since = keel_absence_screen_since(judge->state, today);
}

/* Dates since which screening is asked again in full: absence, flare, a week that went up. */
static int32_t screen_again_since(const keel_judge *judge)
{
	int32_t since_date = judge->screen_since;
	const keel_aftermath *after = &judge->after;
	if (after->flare_count > 0 && after->flares[after->flare_count - 1].open_date > since_date)
		since_date = after->flares[after->flare_count - 1].open_date;
	int32_t monday = keel_date_week_start(judge->now->date);
	if (after->week_up && monday > since_date)
		since_date = monday;
	return since_date;
}

static void hold(keel_allowed *allowed, bool holds, keel_reason why)
{
	if (!holds || allowed->holds)
		return;
	allowed->holds = true;
	allowed->hold_why = why;
}

static void look_at_holds(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	const keel_state *state = judge->state;
	const keel_aftermath *after = &judge->after;
	int32_t unknown = state->unknown_count + state->overflow_count;
	hold(allowed, unknown > 0, keel_reason_1(KEEL_RULE_LOG_INCOMPLETE, unknown));
	hold(allowed, state->date_trusted > judge->now->date + 1,
	     keel_reason_1(KEEL_RULE_CLOCK_DOUBT, state->date_trusted - judge->now->date));
	hold(allowed, after->flare_open,
	     keel_reason_2(KEEL_RULE_AFTER_FLARE, after->morning_today, after->usual));
	hold(allowed, after->sore_today,
	     keel_reason_2(KEEL_RULE_AFTER_SORE_MORNING, after->morning_today, after->usual));
	hold(allowed, after->still_worse, keel_reason_none(KEEL_RULE_AFTER_STILL_WORSE));
	hold(allowed, after->worse_a_day, keel_reason_none(KEEL_RULE_AFTER_WORSE_A_DAY));
	hold(allowed, after->week_up, keel_reason_none(KEEL_RULE_AFTER_WEEK_UP));
	hold(allowed, after->unknown, keel_reason_none(KEEL_RULE_AFTER_UNKNOWN));
}

/* ---- advice ------------------------------------------------------------------------------- */

/* The first date of the answers of 8 and more that have not been interrupted since. */
static int32_t high_since(const keel_state *state)
{
	int32_t low_date = KEEL_NO_DATE;
	int32_t high_date = KEEL_NO_DATE;
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < state->morning_count + state->session_count; i++) {
			bool morning = i < state->morning_count;
			const keel_session_state *session =
				&state->sessions[morning ? 0 : i - state->morning_count];
			int32_t date = morning ? state->mornings[i].date : session->date;
			int32_t pain = morning ? state->mornings[i].pain : session->first_pain;
			if (pain == KEEL_UNKNOWN)
				continue;
			if (pass == 0 && pain < KEEL_PAIN_HIGH && date > low_date)
				low_date = date;
			if (pass == 1 && pain >= KEEL_PAIN_HIGH && date > low_date &&
			    (high_date == KEEL_NO_DATE || date < high_date))
				high_date = date;
		}
	}
	return high_date;
}

/* Pain 0-1 in every answer of four weeks, with an answer in each of them; the record is that old.
 */
static bool is_maintained(const keel_state *state, int32_t today)
{
	bool week[KEEL_MAINTENANCE_DAYS / 7] = {false};
	bool old_enough = false;
	for (int i = 0; i < state->morning_count + state->session_count; i++) {
		bool morning = i < state->morning_count;
		const keel_session_state *session =
			&state->sessions[morning ? 0 : i - state->morning_count];
		int32_t date = morning ? state->mornings[i].date : session->date;
		int32_t pain = morning ? state->mornings[i].pain : session->first_pain;
		int32_t ago = today - date;
		old_enough = old_enough || ago >= KEEL_MAINTENANCE_DAYS - 1;
		if (pain == KEEL_UNKNOWN || ago < 0 || ago >= KEEL_MAINTENANCE_DAYS)
			continue;
		if (pain > KEEL_MAINTENANCE_PAIN_MAX)
			return false;
		week[ago / 7] = true;
	}
	for (int i = 0; i < KEEL_MAINTENANCE_DAYS / 7; i++)
		if (!week[i])
			return false;
	return old_enough;
}

static void look_at_advice(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	const keel_state *state = judge->state;
	int32_t today = judge->now->date;
	keel_screening_advice(judge->catalogue, state, today, allowed);
	if (allowed->pain_now >= KEEL_PAIN_HIGH) {
		int32_t since_date = high_since(state);
		if (since_date != KEEL_NO_DATE && today - since_date >= KEEL_PAIN_HIGH_ADVICE_DAYS)
			keel_advise(allowed, keel_reason_2(KEEL_RULE_PAIN_HIGH, allowed->pain_now,
							   today - since_date));
	}
	for (int i = 0; i < judge->after.flare_count; i++) {
		const keel_flare *flare = &judge->after.flares[i];
		if (flare->by_days && today - flare->close_date < KEEL_FLARE_DAYS_MAX)
			keel_advise(allowed,
				    keel_reason_1(KEEL_RULE_AFTER_FLARE_7, KEEL_FLARE_DAYS_MAX));
		if (!flare->by_days && flare->close_date == today)
			keel_advise(allowed,
				    keel_reason_2(KEEL_RULE_AFTER_FLARE_CLOSED,
						  judge->after.morning_today, flare->usual));
	}
	allowed->maintenance = is_maintained(state, today);
	if (allowed->maintenance)
		keel_advise(allowed,
			    keel_reason_1(KEEL_RULE_PLAN_MAINTENANCE, KEEL_MAINTENANCE_DAYS));
}

/* ---- one movement ------------------------------------------------------------------------- */

static void withhold(keel_movement_verdict *verdict, keel_reason why, int32_t until_date)
{
	verdict->standing = KEEL_STANDING_WITHHELD;
	verdict->why = why;
	verdict->until_date = until_date;
}

static bool is_forbidden(const keel_judge *judge, const keel_movement_state *record)
{
	return record != NULL && record->forbidden == 1 &&
	       keel_state_holds_on(record->forbid_until, judge->now->date);
}

/* Body, equipment, gates: may it be done at all? Fills the verdict when not. */
static bool look_at_hand(keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	keel_movement_verdict *verdict = &judge->allowed->movements[movement];
	const keel_movement_state *record = keel_judge_record(judge, movement);
	if (facts->replaced_by != KEEL_NO_MOVEMENT) {
		withhold(verdict, keel_reason_1(KEEL_RULE_PLAN_REPLACED, facts->replaced_by),
			 KEEL_NO_DATE);
		return false;
	}
	if (is_forbidden(judge, record)) {
		int32_t until_date = record->forbid_until == KEEL_NO_DATE
					     ? KEEL_NO_DATE
					     : record->forbid_until + 1;
		withhold(verdict, keel_reason_none(KEEL_RULE_CLINICIAN_FORBIDS), until_date);
		return false;
	}
	keel_gate_finding finding = keel_gate_ability(judge, facts);
	if (!finding.closed && !facts->neutral)
		finding = keel_gate_condition(judge, movement, false);
	if (!finding.closed)
		finding = keel_gate_equipment(judge, facts);
	if (finding.closed)
		withhold(verdict, finding.why, finding.until_date);
	return !finding.closed;
}

static keel_stage stage_limit(const keel_judge *judge, int movement)
{
	const char *id = judge->catalogue->movements[movement].id;
	bool lifting = strcmp(id, KEEL_ID_DEADLIFT) == 0 || strcmp(id, KEEL_ID_SWING) == 0;
	if (!judge->in_programme[movement] || lifting || judge->allowed->stage == KEEL_STAGE_CALM)
		return judge->allowed->stage_today;
	return judge->cap;
}

static keel_reason stage_reason(const keel_judge *judge, keel_stage stage)
{
	if (judge->cap >= stage)
		return keel_reason_2(KEEL_RULE_STAGE_NOT_OPEN, (int32_t)stage,
				     (int32_t)judge->allowed->stage);
	if (judge->cap_why.rule == KEEL_RULE_AFTER_FLARE)
		return keel_reason_2(KEEL_RULE_STAGE_EASY_DAY, (int32_t)stage, (int32_t)judge->cap);
	return judge->cap_why;
}

static int32_t clean_count_of(const keel_judge *judge, int movement)
{
	const keel_movement_state *record = keel_judge_record(judge, movement);
	return record == NULL ? 0 : record->clean_count;
}

static int32_t last_rung_of(const keel_judge *judge, int movement)
{
	const keel_movement_state *record = keel_judge_record(judge, movement);
	if (record == NULL || record->exposure_count == 0)
		return 0;
	const keel_exposure *last = &record->exposures[record->exposure_count - 1];
	return keel_exposure_rung(&judge->catalogue->movements[movement], last);
}

/* Prerequisites: those a file declares, S2's order, and the two stage gates that hold everywhere.
 */
static bool needs_are_met(const keel_judge *judge, int movement, keel_reason *why)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	bool is_deadlift = strcmp(facts->id, KEEL_ID_DEADLIFT) == 0;
	bool is_swing = strcmp(facts->id, KEEL_ID_SWING) == 0;
	if (is_deadlift) {
		int hinge =
			keel_movement_find(judge->catalogue, KEEL_ID_HINGE, strlen(KEEL_ID_HINGE));
		int32_t count = hinge == KEEL_NO_MOVEMENT ? 0 : clean_count_of(judge, hinge);
		*why = keel_reason_2(KEEL_RULE_STAGE_NEEDS, hinge, KEEL_DEADLIFT_HINGE_CLEAN);
		if (count < KEEL_DEADLIFT_HINGE_CLEAN)
			return false;
	}
	if (is_swing) {
		int deadlift = keel_movement_find(judge->catalogue, KEEL_ID_DEADLIFT,
						  strlen(KEEL_ID_DEADLIFT));
		int32_t rung = deadlift == KEEL_NO_MOVEMENT ? 0 : last_rung_of(judge, deadlift);
		*why = keel_reason_2(KEEL_RULE_STAGE_NEEDS, deadlift, KEEL_SWING_DEADLIFT_RUNG);
		if (rung < KEEL_SWING_DEADLIFT_RUNG)
			return false;
	}
	int16_t programme = judge->allowed->programme;
	bool staged = programme >= 0 &&
		      judge->catalogue->programmes[programme].kind == KEEL_PROGRAMME_KIND_STAGED;
	if (judge->in_programme[movement] && !is_deadlift && !is_swing && !staged)
		return true;
	for (int i = 0; i < facts->need_count; i++) {
		*why = keel_reason_2(KEEL_RULE_STAGE_NEEDS, facts->needs[i].movement,
				     facts->needs[i].clean_count);
		if (clean_count_of(judge, facts->needs[i].movement) < facts->needs[i].clean_count)
			return false;
	}
	*why = keel_reason_none(KEEL_RULE_STAGE_NEEDS);
	return judge->allowed->movements[movement].sequence_open;
}

/* Loaded fitness movements are not done on consecutive days, whichever of them it was. */
static bool loaded_lately(const keel_judge *judge, int movement, int32_t *last_date)
{
	*last_date = KEEL_NO_DATE;
	if (!judge->catalogue->movements[movement].loaded)
		return false;
	for (int i = 0; i < judge->catalogue->movement_count; i++) {
		const keel_movement_state *record = keel_judge_record(judge, i);
		if (judge->catalogue->movements[i].loaded && record != NULL &&
		    record->date_last < judge->now->date && record->date_last > *last_date)
			*last_date = record->date_last;
	}
	return judge->now->date - *last_date < KEEL_LOADED_DAYS_MIN;
}

/* What comes after body and rests: days between, stage, needs, soft gates. */
static bool look_at_time(keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	keel_movement_verdict *verdict = &judge->allowed->movements[movement];
	int32_t last_date;
	if (loaded_lately(judge, movement, &last_date)) {
		withhold(verdict, keel_reason_1(KEEL_RULE_DOSE_DAY_BETWEEN, KEEL_LOADED_DAYS_MIN),
			 last_date + KEEL_LOADED_DAYS_MIN);
		return false;
	}
	if (facts->stage > stage_limit(judge, movement)) {
		withhold(verdict, stage_reason(judge, (keel_stage)facts->stage), KEEL_NO_DATE);
		return false;
	}
	keel_reason why;
	if (!needs_are_met(judge, movement, &why)) {
		withhold(verdict, why, KEEL_NO_DATE);
		return false;
	}
	keel_gate_finding finding = {.until_date = KEEL_NO_DATE};
	if (!facts->neutral)
		finding = keel_gate_condition(judge, movement, true);
	if (finding.closed) {
		withhold(verdict, finding.why, finding.until_date);
		verdict->standing = KEEL_STANDING_SOFT;
	}
	return !finding.closed;
}

static void lower_to(keel_movement_verdict *verdict, int16_t rung)
{
	verdict->rung = rung;
	verdict->steps_up = false;
	verdict->hold_rung = rung;
}

/* What a clinician has said of the dose and the gates of a movement. */
static void look_at_edits(const keel_judge *judge, int movement, const keel_dose_input *input)
{
	keel_movement_verdict *verdict = &judge->allowed->movements[movement];
	int16_t most = (int16_t)keel_edit_rung_most(judge, movement);
	bool begins = input->rung == 0 && judge->programme_rung[movement] > 0 &&
		      judge->allowed->programme == KEEL_PROGRAMME_CLINICIAN;
	if (verdict->rung > most || begins) {
		verdict->dose_why = keel_reason_2(KEEL_RULE_CLINICIAN_DOSE, verdict->rung, most);
		verdict->hold_why = verdict->dose_why;
	}
	if (verdict->rung > most)
		lower_to(verdict, most);
	if (!judge->catalogue->movements[movement].neutral &&
	    keel_gate_is_overridden(judge, movement, &verdict->cautions[verdict->caution_count]))
		verdict->caution_count++;
}

/* Rules of a dose whose sentence tells the pain before and then. */
static bool tells_pain(keel_rule rule)
{
	return rule == KEEL_RULE_PAIN_RISE_3 || rule == KEEL_RULE_PAIN_HIGH_RISE_2 ||
	       rule == KEEL_RULE_PAIN_RISE_2 || rule == KEEL_RULE_PAIN_RISE_2_SETTLED;
}

static void look_at_dose(keel_judge *judge, int movement, const keel_rest *rest)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	keel_movement_verdict *verdict = &judge->allowed->movements[movement];
	keel_dose_input input;
	keel_reason hold_why;
	keel_evidence_look(judge, movement, rest, &input, &hold_why);
	keel_dose_verdict step = keel_dose_step(&input);
	keel_reason why = {step.rule,
			   4,
			   {input.rung, input.clean_count, input.effort_last, input.effort_before}};
	if (input.holds && step.rule == hold_why.rule)
		why = hold_why;
	if (step.rule == KEEL_RULE_DOSE_HOLD && keel_evidence_ladder_moved(judge, movement))
		why.rule = KEEL_RULE_DOSE_CATALOGUE;
	if (tells_pain(step.rule)) {
		const keel_movement_state *record = keel_judge_record(judge, movement);
		const keel_exposure *last = &record->exposures[record->exposure_count - 1];
		why = keel_pain_reason(step.rule, last->rise, last->during);
	}
	verdict->rung = (int16_t)step.rung;
	verdict->clean_count = (int16_t)input.clean_count;
	verdict->steps_up = step.step > 0;
	verdict->hold_rung = (int16_t)(step.step > 0 ? step.rung - 1 : step.rung);
	verdict->dose_why = why;
	verdict->hold_why = why;
	verdict->hold_why.rule = step.hold_rule;
	look_at_edits(judge, movement, &input);
	if (keel_gate_supine_short(judge, movement) && !facts->neutral) {
		verdict->cautions[verdict->caution_count++] =
			keel_reason_1(KEEL_RULE_GATE_SUPINE_SHORT, KEEL_SUPINE_MAX_S);
		while (verdict->rung > 1 &&
		       keel_movement_total_s(facts, &facts->rungs[verdict->rung - 1]) >
			       KEEL_SUPINE_MAX_S)
			lower_to(verdict, (int16_t)(verdict->rung - 1));
	}
	keel_finding_limit(judge, movement);
	verdict->dose = facts->rungs[verdict->rung - 1];
	verdict->capped = keel_movement_capped(facts);
	verdict->purpose = rest->try_again ? KEEL_PURPOSE_TRY_AGAIN : KEEL_PURPOSE_PLAN;
}

static void look_at_movement(keel_judge *judge, int movement, keel_rest *rest)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	keel_movement_verdict *verdict = &judge->allowed->movements[movement];
	*rest = keel_rest_look(judge, movement);
	look_at_dose(judge, movement, rest);
	if (!verdict->at_hand)
		return;
	int32_t resting = (int32_t)facts->directions & judge->resting;
	if (facts->neutral)
		resting = 0;
	bool pain = rest->rests || rest->ended_today;
	bool in_time = look_at_time(judge, movement);
	if (resting != 0) {
		judge->only_direction[movement] =
			!pain && in_time && (resting & ~judge->way_back_due) == 0;
		int direction = 0;
		while ((resting >> direction & 1) == 0)
			direction++;
		int32_t spread_date = judge->state->directions[direction].spread_date;
		withhold(verdict,
			 keel_reason_2(KEEL_RULE_DIRECTION_RESTS, direction,
				       judge->now->date - spread_date),
			 spread_date + KEEL_WAY_BACK_DAYS > judge->now->date
				 ? spread_date + KEEL_WAY_BACK_DAYS
				 : KEEL_NO_DATE);
		verdict->rests = true;
	} else if (pain) {
		withhold(verdict, rest->why, rest->until_date);
		verdict->rests = rest->rests;
	}
}

/* ---- joining ------------------------------------------------------------------------------ */

/* Rise of 2 at rung 1: the easier neighbour first, as long as it is there or rests itself. */
static void send_to_easier(keel_judge *judge, const bool needs_easier[])
{
	keel_allowed *allowed = judge->allowed;
	for (int i = 0; i < allowed->movement_count; i++) {
		keel_movement_verdict *verdict = &allowed->movements[i];
		if (!needs_easier[i] || verdict->standing != KEEL_STANDING_ALLOWED)
			continue;
		int16_t easier = judge->catalogue->movements[i].easier;
		const keel_movement_verdict *other = &allowed->movements[easier];
		bool ended = other->standing != KEEL_STANDING_ALLOWED && other->at_hand &&
			     other->until_date == judge->now->date + 1;
		bool waits = other->why.rule == KEEL_RULE_PAIN_RISE_2_EASIER;
		if (other->standing != KEEL_STANDING_ALLOWED && !other->rests && !ended && !waits)
			continue;
		withhold(verdict, keel_reason_1(KEEL_RULE_PAIN_RISE_2_EASIER, easier),
			 KEEL_NO_DATE);
	}
}

/* Muscles that both work, and that both lengthen. */
static int common(const keel_movement *a, const keel_movement *b)
{
	uint64_t shared = (uint64_t)(a->works & b->works) << 32 | (a->lengthens & b->lengthens);
	int count = 0;
	for (; shared != 0; shared &= shared - 1)
		count++;
	return count;
}

/* What can stand in: the easier neighbours, else the allowed movement most like it. */
static int16_t substitute_of(const keel_judge *judge, int movement)
{
	const keel_catalogue *catalogue = judge->catalogue;
	const keel_allowed *allowed = judge->allowed;
	const keel_movement *facts = &catalogue->movements[movement];
	if (allowed->movements[movement].why.rule == KEEL_RULE_TEST_WAS_TODAY)
		return KEEL_NO_MOVEMENT; /* it was done: nothing need stand in */
	int16_t easier =
		facts->replaced_by != KEEL_NO_MOVEMENT ? facts->replaced_by : facts->easier;
	for (int i = 0; i < 4 && easier != KEEL_NO_MOVEMENT; i++) {
		if (allowed->movements[easier].standing == KEEL_STANDING_ALLOWED)
			return easier;
		easier = catalogue->movements[easier].easier;
	}
	int best = KEEL_NO_MOVEMENT;
	int best_score = 0;
	for (int i = 0; i < catalogue->movement_count; i++) {
		const keel_movement *other = &catalogue->movements[i];
		const keel_movement_verdict *verdict = &allowed->movements[i];
		if (verdict->standing != KEEL_STANDING_ALLOWED ||
		    verdict->purpose != KEEL_PURPOSE_PLAN || i == movement)
			continue;
		int score = 2 * common(facts, other);
		score += facts->aim == other->aim ? 10 : 0;
		score += facts->positions == other->positions ? 1 : 0;
		if (score > best_score) {
			best_score = score;
			best = i;
		}
	}
	return (int16_t)best;
}

/* A calm movement to finish with: breathing before anything else. */
static int16_t calm_finish_of(const keel_judge *judge)
{
	int best = KEEL_NO_MOVEMENT;
	int best_score = 0;
	for (int i = 0; i < judge->catalogue->movement_count; i++) {
		const keel_movement *facts = &judge->catalogue->movements[i];
		if (facts->stage != KEEL_STAGE_CALM ||
		    judge->allowed->movements[i].standing != KEEL_STANDING_ALLOWED)
			continue;
		int score =
			1 + (facts->aim == KEEL_AIM_BREATHING ? 4 : 0) + (facts->neutral ? 2 : 0);
		if (score > best_score) {
			best_score = score;
			best = i;
		}
	}
	return (int16_t)best;
}

/* The last line of "never empty-handed": one neutral movement, the gentlest that this body can do.
 */
static void never_empty(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	int best = KEEL_NO_MOVEMENT;
	int best_score = -1;
	for (int i = 0; i < allowed->movement_count; i++) {
		const keel_movement *facts = &judge->catalogue->movements[i];
		if (allowed->movements[i].standing == KEEL_STANDING_ALLOWED)
			return;
		if (!facts->neutral || facts->replaced_by != KEEL_NO_MOVEMENT)
			continue;
		bool forbidden = is_forbidden(judge, keel_judge_record(judge, i));
		int score = (allowed->movements[i].at_hand ? 4 : 0) +
			    (facts->aim == KEEL_AIM_BREATHING ? 2 : 0) + (forbidden ? 0 : 1);
		if (score > best_score) {
			best_score = score;
			best = i;
		}
	}
	if (best == KEEL_NO_MOVEMENT)
		return;
	keel_movement_verdict *verdict = &allowed->movements[best];
	verdict->standing = KEEL_STANDING_ALLOWED;
	verdict->steps_up = false;
	verdict->rung = 1;
	verdict->hold_rung = 1;
	verdict->dose = judge->catalogue->movements[best].rungs[0];
	verdict->dose_why = keel_reason_none(KEEL_RULE_PLAN_NEUTRAL);
	verdict->hold_why = verdict->dose_why;
}

static void look_at_movements(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	bool needs_easier[KEEL_MOVEMENTS_MAX];
	bool third = false;
	for (int i = 0; i < allowed->movement_count; i++) {
		allowed->movements[i] = (keel_movement_verdict){.until_date = KEEL_NO_DATE,
								.instead = KEEL_NO_MOVEMENT};
		allowed->movements[i].at_hand = look_at_hand(judge, i);
	}
	keel_sequence_look(judge);
	for (int i = 0; i < allowed->movement_count; i++) {
		keel_rest rest;
		look_at_movement(judge, i, &rest);
		needs_easier[i] = rest.needs_easier;
		third = third || (rest.rests && rest.why.rule == KEEL_RULE_AFTER_THIRD_RISE);
	}
	if (third)
		keel_advise(allowed,
			    keel_reason_1(KEEL_RULE_AFTER_THIRD_RISE, KEEL_THIRD_RISE_DAYS));
	send_to_easier(judge, needs_easier);
	keel_direction_offer_way_back(judge);
	keel_selftest_look(judge);
	keel_selftest_withhold(judge);
	never_empty(judge);
	for (int i = 0; i < allowed->movement_count; i++)
		if (allowed->movements[i].standing != KEEL_STANDING_ALLOWED)
			allowed->movements[i].instead = substitute_of(judge, i);
	keel_sequence_pick(judge);
	allowed->calm_finish = calm_finish_of(judge);
}

void keel_safety_allowed(const keel_catalogue *catalogue, const keel_state *state,
			 const keel_moment *now, keel_allowed *allowed)
{
	memset(allowed, 0, sizeof *allowed);
	allowed->date = now->date;
	allowed->movement_count = catalogue->movement_count;
	allowed->sequence_next = KEEL_NO_MOVEMENT;
	allowed->calm_finish = KEEL_NO_MOVEMENT;
	allowed->ask_after_date = KEEL_NO_DATE;
	keel_judge judge;
	memset(&judge, 0, sizeof judge);
	judge.catalogue = catalogue;
	judge.state = state;
	judge.now = now;
	judge.allowed = allowed;
	look_at_records(&judge);
	look_at_programme(&judge);
	look_at_pain(&judge);
	look_at_getting_up(&judge);
	keel_gate_look(&judge);
	keel_after_look(state, now->date, &judge.after);
	allowed->usual_morning = judge.after.usual;
	look_at_sessions(&judge);
	keel_screening_look(catalogue, state, now->date, screen_again_since(&judge),
			    &judge.screening, allowed);
	judge.absence_unscreened = judge.screen_since != KEEL_NO_DATE &&
				   judge.screening.full_date < judge.screen_since;
	allowed->ask_morning = judge.after.morning_today == KEEL_UNKNOWN;
	if (judge.after.ask != NULL) {
		allowed->ask_after = true;
		allowed->ask_after_session = judge.after.ask->id_hash;
		allowed->ask_after_date = judge.after.ask->date;
	}
	keel_stage_look(&judge);
	look_at_holds(&judge);
	keel_week_look(&judge);
	keel_direction_look(&judge);
	keel_finding_look(&judge);
	look_at_movements(&judge);
	look_at_advice(&judge);
}
