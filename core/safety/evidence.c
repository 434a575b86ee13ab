/* Evidence: from the exposures of one movement to the small input of keel_dose_step (C3).
 *
 * The run is the exposures at the present dose, back to its last change. Within it, clean exposures
 * on different days count; a rise of 1, a lost form, an unanswered or unfinished one neither counts
 * nor clears; a counted rise clears. The later of two on one day speaks for the day, with the
 * harder effort of the two.
 *
 * Readings. "Nothing done today progresses" (end of session 2 up): those exposures never count, and
 * the movement holds next time. After a change of the ladder nothing was done "at this rung" yet:
 * what was clean at a step that is no more does not count. Nor does what was clean more than eight
 * weeks ago: a flare of that time may be out of sight by now, so the movement is held where it was,
 * and two clean times raise it as ever. The start at rung 2 of who trains already goes by the first
 * answer of the first session.
 */
#include "core/base/date.h"
#include "core/safety/safety_inside.h"

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static bool same_dose(const keel_dose *a, const keel_dose *b)
{
	bool lever = a->lever == b->lever || a->lever < 0 || b->lever < 0;
	return a->sets == b->sets && a->reps == b->reps && a->hold_s == b->hold_s &&
	       a->work_s == b->work_s && a->load_hg == b->load_hg && lever;
}

/* A way back is the first rung, whatever its five repetitions would be on the ladder: it was done
 * to open a direction and has earned no step. */
int keel_exposure_rung(const keel_movement *movement, const keel_exposure *exposure)
{
	if (exposure->purpose == KEEL_PURPOSE_WAY_BACK)
		return 1;
	return keel_dose_rung(movement, &exposure->dose, exposure->rung);
}

static bool session_went_up(const keel_judge *judge, int32_t date)
{
	for (int i = 0; i < judge->up_date_count; i++)
		if (judge->up_dates[i] == date)
			return true;
	return false;
}

static int run_start(const keel_movement_state *record)
{
	int start = record->exposure_count - 1;
	while (start > 0 &&
	       same_dose(&record->exposures[start - 1].dose, &record->exposures[start].dose))
		start--;
	return start;
}

/* Clean days of the run and the efforts of its last two that were answered. */
typedef struct clean_days {
	int32_t count;
	int32_t last_date;
	int32_t effort_count;
	int32_t effort_date;
	int32_t effort_last;
	int32_t effort_before;
} clean_days;

static void add_effort(clean_days *days, const keel_exposure *exposure)
{
	if (exposure->challenge == KEEL_UNKNOWN)
		return;
	if (days->effort_count > 0 && days->effort_date == exposure->date) {
		days->effort_last = most(days->effort_last, exposure->challenge);
		return;
	}
	days->effort_before = days->effort_last;
	days->effort_last = exposure->challenge;
	days->effort_date = exposure->date;
	days->effort_count = least(days->effort_count + 1, 2);
}

static clean_days clean_of(const keel_judge *judge, const keel_movement_state *record, int start,
			   bool neutral)
{
	clean_days days = {.last_date = KEEL_NO_DATE, .effort_date = KEEL_NO_DATE};
	for (int i = start; i < record->exposure_count; i++) {
		const keel_exposure *exposure = &record->exposures[i];
		keel_pain_outcome outcome = keel_exposure_outcome(judge, exposure, neutral);
		if (outcome.counted)
			days = (clean_days){.last_date = KEEL_NO_DATE, .effort_date = KEEL_NO_DATE};
		bool counts = outcome.clean && exposure->answered == 1 && exposure->complete == 1 &&
			      exposure->doubt == 0 && exposure->form_lost == 0 &&
			      exposure->date <= judge->now->date;
		if (!counts || session_went_up(judge, exposure->date))
			continue;
		if (exposure->date != days.last_date)
			days.count++;
		days.last_date = exposure->date;
		add_effort(&days, exposure);
	}
	return days;
}

static void look_at_last(const keel_judge *judge, const keel_movement_state *record, bool neutral,
			 keel_dose_input *input)
{
	const keel_exposure *last = &record->exposures[record->exposure_count - 1];
	keel_pain_outcome outcome = keel_exposure_outcome(judge, last, neutral);
	bool finished = last->answered == 1 && last->complete == 1 && last->doubt == 0;
	input->pain_rule = outcome.rule;
	input->pain_down = outcome.rungs_down;
	if (outcome.clean && !finished)
		input->pain_rule = KEEL_RULE_DOSE_HOLD;
	else if (outcome.clean && session_went_up(judge, last->date))
		input->pain_rule = KEEL_RULE_AFTER_SESSION_UP;
}

/* The last exposures of the run that were too hard or lost their form, running. */
static void look_at_running(const keel_movement_state *record, int start, keel_dose_input *input)
{
	bool form_runs = true;
	for (int i = record->exposure_count - 1; i >= start; i--) {
		const keel_exposure *exposure = &record->exposures[i];
		bool lost = exposure->form_lost == 1;
		if (!lost && exposure->challenge < KEEL_EFFORT_TOO_HIGH)
			break;
		form_runs = form_runs && lost;
		input->too_hard_running = least(input->too_hard_running + 1, 2);
		if (form_runs)
			input->form_lost_running = least(input->form_lost_running + 1, 2);
	}
}

static int32_t first_rung(const keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	const keel_state *state = judge->state;
	if (judge->programme_rung[movement] > 0)
		return judge->programme_rung[movement];
	bool skilled = facts->aim == KEEL_AIM_CONTROL || facts->aim == KEEL_AIM_BRACE ||
		       facts->aim == KEEL_AIM_ACTIVATE;
	int32_t pain = state->first_answer_count > 0 ? state->first_answers[0].pain
						     : judge->allowed->pain_now;
	if (skilled && state->training == KEEL_TRAINING_YES && pain != KEEL_UNKNOWN &&
	    pain <= KEEL_START_TRAINING_PAIN_MAX)
		return KEEL_START_TRAINING_RUNG;
	return 1;
}

static bool flare_lowers(const keel_judge *judge, const keel_movement_state *record)
{
	for (int i = 0; i < judge->after.flare_count; i++)
		if (judge->after.flares[i].session_date == record->date_last)
			return true;
	return false;
}

/* The last dose was a step of a ladder that is no more. Doses that were never steps (a way back, a
 * calm finish, what somebody chose by hand) tell nothing of that. */
bool keel_evidence_ladder_moved(const keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	const keel_movement_state *record = keel_judge_record(judge, movement);
	if (record == NULL || record->exposure_count == 0)
		return false;
	const keel_exposure *last = &record->exposures[record->exposure_count - 1];
	if (last->purpose != KEEL_PURPOSE_PLAN)
		return false;
	for (int i = 0; i < facts->rung_count; i++)
		if (same_dose(&last->dose, &facts->rungs[i]))
			return false;
	return true;
}

/* Where a clinician wants more clean exposures or more days before a step than C3 does, the step
 * that C3 would allow waits: a hold like any other, with that number as its reason. */
static void look_at_tuned(const keel_judge *judge, keel_dose_input *input, keel_reason *hold_why)
{
	int32_t clean = keel_tuned(judge, KEEL_TUNABLE_CLEAN_TO_RISE);
	int32_t days = keel_tuned(judge, KEEL_TUNABLE_RUNG_DAYS_MIN);
	bool early = !input->strengthening && input->has_changed &&
		     input->days_since_change >= KEEL_RUNG_DAYS_MIN &&
		     input->days_since_change < days;
	if (input->holds || (input->clean_count >= clean && !early))
		return;
	if (input->clean_count < clean)
		*hold_why = keel_reason_2(KEEL_RULE_CLINICIAN_THRESHOLD, KEEL_TUNABLE_CLEAN_TO_RISE,
					  clean);
	else
		*hold_why = keel_reason_2(KEEL_RULE_CLINICIAN_THRESHOLD, KEEL_TUNABLE_RUNG_DAYS_MIN,
					  days);
	input->holds = true;
	input->hold_rule = KEEL_RULE_CLINICIAN_THRESHOLD;
}

void keel_evidence_look(const keel_judge *judge, int movement, const keel_rest *rest,
			keel_dose_input *input, keel_reason *hold_why)
{
	*hold_why = judge->allowed->hold_why;
	const keel_movement *facts = &judge->catalogue->movements[movement];
	const keel_movement_state *record = keel_judge_record(judge, movement);
	*input = (keel_dose_input){
		.rung_count = facts->rung_count,
		.rung_first = first_rung(judge, movement),
		.rung_seed = facts->seed_rung,
		.kind = facts->aim <= KEEL_AIM_CONTROL ? KEEL_DOSE_KIND_COMFORT
						       : KEEL_DOSE_KIND_EFFORT,
		.strengthening = judge->allowed->stage_today >= KEEL_STAGE_STRENGTHEN,
		.pain_rule = KEEL_RULE_PAIN_CLEAN,
		.absence_holds = judge->absence_days >= KEEL_ABSENCE_HOLD_DAYS,
		.holds = judge->allowed->holds,
		.hold_rule = judge->allowed->hold_why.rule,
	};
	if (record == NULL || record->exposure_count == 0)
		return;
	const keel_exposure *last = &record->exposures[record->exposure_count - 1];
	int start = run_start(record);
	clean_days days = clean_of(judge, record, start, facts->neutral);
	input->rung = keel_exposure_rung(facts, last);
	bool counts = !keel_evidence_ladder_moved(judge, movement) &&
		      judge->now->date - last->date <= KEEL_EVIDENCE_DAYS_MAX;
	input->clean_count = counts ? days.count : 0;
	input->effort_count = days.effort_count;
	input->effort_last = days.effort_last;
	input->effort_before = days.effort_before;
	look_at_last(judge, record, facts->neutral, input);
	look_at_running(record, start, input);
	input->second_rise = rest->second_rise;
	input->third_rise = rest->third_rise;
	input->flare_down = flare_lowers(judge, record);
	input->absence_down = keel_absence_rungs(judge->state, record->date_last, judge->now->date);
	input->has_changed = start > 0 || record->exposure_count == KEEL_EXPOSURES_MAX;
	input->days_since_change = judge->now->date - record->exposures[start].date;
	look_at_tuned(judge, input, hold_why);
}

/* ---- weekly cap --------------------------------------------------------------------------- */

bool keel_movement_capped(const keel_movement *movement)
{
	bool walking = (movement->positions >> KEEL_POSITION_WALKING & 1) == 1;
	return movement->aim != KEEL_AIM_BREATHING && movement->aim != KEEL_AIM_STRETCH &&
	       movement->aim != KEEL_AIM_MOBILITY && !walking;
}

static int32_t week_work_s(const keel_judge *judge, const keel_week *week)
{
	int32_t sum_s = 0;
	for (int i = 0; i < judge->catalogue->movement_count; i++) {
		int record = judge->record[i];
		if (record >= 0 && keel_movement_capped(&judge->catalogue->movements[i]))
			sum_s += week->working_s[record];
	}
	return sum_s;
}

void keel_week_look(const keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	int32_t monday = keel_date_week_start(judge->now->date);
	int weeks = 0;
	for (int i = judge->state->week_count - 1; i >= 0; i--) {
		const keel_week *week = &judge->state->weeks[i];
		if (week->monday == monday)
			allowed->week_done_s = week_work_s(judge, week);
		if (week->monday >= monday || week->session_count == 0 ||
		    weeks == KEEL_WEEK_CAP_WEEKS)
			continue;
		weeks++;
		allowed->week_best_s = most(allowed->week_best_s, week_work_s(judge, week));
	}
	allowed->week_capped = weeks > 0 && allowed->stage_today >= KEEL_STAGE_STRENGTHEN;
	int32_t percent = keel_tuned(judge, KEEL_TUNABLE_WEEK_CAP_PERCENT);
	allowed->week_cap_s = allowed->week_best_s * percent / 100;
}
