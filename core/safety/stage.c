/* Stages, absence and S2's order (C3b).
 *
 * The person's stage is the one recorded with the last session that was no easy day, moved at most
 * one step by what happened since: back when that session's week ended 2 points up, forward when
 * the gate is open. Nothing is stored by this room: the next session that is started records the
 * new stage, and the sessions that carry it count from there.
 *
 * The cap is another thing: what today holds at most, whatever the stage. A day that is capped to
 * calm although the stage is higher is an easy day and counts for no gate.
 *
 * A session that ended by a stop sign (C1b) leaves calm for the rest of that day.
 *
 * Readings. A session counts when at least one exercise was completed in it. "Two sessions without
 * a counted rise" are the last two. "One control and one brace movement clean" is once each, ever.
 * The short way for those already training belongs to the very first stage run only. A gate does
 * not open on a sore morning, in a flare, after "worse for a day" or "still worse" today, in the
 * week after a week that went up, or with events this program does not know; not knowing about last
 * time does not close it, since a gate adds movements at their first rung and raises no dose.
 * S2's order: a step that the body, the equipment or a hard gate keeps away is passed. Behind a
 * soft gate without an end (wrist trouble and the bear hold) the nearest easier form that can be
 * had stands for the step, by the same measure; where there is none, the step is passed: a swap is
 * what a soft gate asks for, and an order that waits for ever would leave a person without the rest
 * of it. On a seed programme that holds no control or no brace the stage stays restore: nothing of
 * its list waits for a stage, its doses still rise by comfort and by effort under 40, and a
 * personal plan chosen later must not begin in strengthen without the two having been clean.
 */
#include <string.h>

#include "core/base/date.h"
#include "core/safety/safety_inside.h"

#define NEIGHBOURS_MAX 4 /* easier forms looked at, as for a substitute */

bool keel_session_counted_rise(const keel_judge *judge, const keel_session_state *session)
{
	return session->worst_rise >= keel_tuned(judge, KEEL_TUNABLE_RISE_STOP) ||
	       session->worst_unsettled >= KEEL_RISE_COUNTED;
}

/* ---- absence ------------------------------------------------------------------------------ */

static bool was_held(const keel_session_state *session, int32_t today)
{
	return session->doubt == 0 && session->date <= today &&
	       (session->done_count > 0 || session->unclean_count > 0);
}

int32_t keel_absence_days(const keel_state *state, int32_t today)
{
	for (int i = state->session_count - 1; i >= 0; i--)
		if (was_held(&state->sessions[i], today))
			return today - state->sessions[i].date;
	return 0;
}

static int32_t rungs_of_gap(int32_t days)
{
	if (days >= KEEL_ABSENCE_TWO_DAYS)
		return 2;
	return days >= KEEL_ABSENCE_ONE_DAYS ? 1 : 0;
}

/* A movement last done before the oldest session that is kept has been away for longer than any
 * absence: two rungs. */
int32_t keel_absence_rungs(const keel_state *state, int32_t since_date, int32_t today)
{
	int32_t rungs = 0;
	int32_t later_date = today;
	bool full = state->session_count == KEEL_SESSIONS_MAX;
	for (int i = state->session_count - 1; i >= 0; i--) {
		const keel_session_state *session = &state->sessions[i];
		if (!was_held(session, today))
			continue;
		if (later_date <= since_date)
			return rungs;
		rungs += rungs_of_gap(later_date - session->date);
		later_date = session->date;
	}
	return full && later_date > since_date ? rungs + 2 : rungs;
}

int32_t keel_absence_screen_since(const keel_state *state, int32_t today)
{
	int32_t later_date = today;
	for (int i = state->session_count - 1; i >= 0; i--) {
		const keel_session_state *session = &state->sessions[i];
		if (!was_held(session, today))
			continue;
		if (later_date - session->date >= KEEL_ABSENCE_TWO_DAYS)
			return session->date + KEEL_ABSENCE_TWO_DAYS;
		later_date = session->date;
	}
	return KEEL_NO_DATE;
}

/* ---- the sessions of the present stage ---------------------------------------------------- */

typedef struct stage_run {
	keel_stage stage;
	bool recorded;	       /* some session carries it; else it is the start */
	bool from_start;       /* the run holds every session of the record that was no easy day */
	bool came_down;	       /* the run before it was of a higher stage */
	int count;	       /* sessions that count */
	int last_without_rise; /* of the last ones, running */
	int clean_count;       /* sessions without any rise or lost form */
	int32_t first_date;
	int32_t last_date;
	int32_t recorded_date; /* last session of the run, counting or not */
} stage_run;

static bool belongs(const keel_judge *judge, const keel_session_state *session)
{
	return session->doubt == 0 && session->easy_day == 0 && session->stage != KEEL_UNKNOWN &&
	       session->date <= judge->now->date && session->order > judge->state->restart_order;
}

static void add_to_run(const keel_judge *judge, stage_run *run, const keel_session_state *session,
		       bool *running)
{
	if (!run->recorded) {
		run->recorded = true;
		run->recorded_date = session->date;
		run->stage = (keel_stage)session->stage;
	}
	if (session->done_count == 0 && !keel_session_counted_rise(judge, session))
		return;
	if (keel_session_counted_rise(judge, session))
		*running = false;
	if (session->done_count == 0)
		return;
	if (run->count == 0)
		run->last_date = session->date;
	run->first_date = session->date;
	run->count++;
	if (*running)
		run->last_without_rise++;
	if (session->unclean_count == 0)
		run->clean_count++;
}

static stage_run run_of(const keel_judge *judge)
{
	const keel_state *state = judge->state;
	stage_run run = {.stage = KEEL_STAGE_RESTORE, .from_start = true};
	bool running = true;
	run.from_start = state->session_total <= state->session_count && state->restart_order == 0;
	for (int i = state->session_count - 1; i >= 0; i--) {
		const keel_session_state *session = &state->sessions[i];
		if (!belongs(judge, session))
			continue;
		if (run.recorded && session->stage != (int8_t)run.stage) {
			run.from_start = false;
			run.came_down = session->stage > (int8_t)run.stage;
			break;
		}
		add_to_run(judge, &run, session, &running);
	}
	return run;
}

/* ---- gates -------------------------------------------------------------------------------- */

static bool is_training(const keel_judge *judge)
{
	const keel_state *state = judge->state;
	if (state->training != KEEL_TRAINING_YES)
		return false;
	int32_t pain = state->first_answer_count > 0 ? state->first_answers[0].pain
						     : judge->allowed->pain_now;
	return pain != KEEL_UNKNOWN && pain <= KEEL_START_TRAINING_PAIN_MAX;
}

static bool aim_was_clean(const keel_judge *judge, keel_aim aim)
{
	for (int i = 0; i < judge->state->movement_count; i++) {
		const keel_movement_state *record = &judge->state->movements[i];
		if (record->aim == (int8_t)aim && record->clean_count > 0)
			return true;
	}
	return false;
}

static int find(const keel_judge *judge, const char *id)
{
	return keel_movement_find(judge->catalogue, id, strlen(id));
}

/* Rung on which the movement stands after its last exposure; 0 when never done or when that
 * exposure sent it down. */
static int32_t rung_of(const keel_judge *judge, int movement)
{
	if (movement == KEEL_NO_MOVEMENT)
		return 0;
	const keel_movement_state *record = keel_judge_record(judge, movement);
	if (record == NULL || record->exposure_count == 0)
		return 0;
	const keel_exposure *last = &record->exposures[record->exposure_count - 1];
	const keel_movement *facts = &judge->catalogue->movements[movement];
	int32_t down = keel_exposure_outcome(judge, last, facts->neutral).rungs_down;
	return keel_exposure_rung(facts, last) - down;
}

static bool brace_at(const keel_judge *judge, int32_t rung)
{
	for (int i = 0; i < judge->catalogue->movement_count; i++)
		if (judge->catalogue->movements[i].aim == KEEL_AIM_BRACE &&
		    rung_of(judge, i) >= rung)
			return true;
	return false;
}

static bool flare_within(const keel_judge *judge, int32_t days)
{
	const keel_aftermath *after = &judge->after;
	for (int i = 0; i < after->flare_count; i++) {
		int32_t close_date = after->flares[i].close_date;
		if (close_date == KEEL_NO_DATE || judge->now->date - (close_date - 1) <= days)
			return true;
	}
	return false;
}

static bool restore_gate_open(const keel_judge *judge, const stage_run *run)
{
	if (run->from_start && is_training(judge) &&
	    run->clean_count >= KEEL_START_TRAINING_SESSIONS)
		return true;
	return run->count >= KEEL_RESTORE_SESSIONS &&
	       run->last_date - run->first_date >= KEEL_RESTORE_DATES_APART &&
	       run->last_without_rise >= KEEL_RESTORE_LAST_CLEAN &&
	       aim_was_clean(judge, KEEL_AIM_CONTROL) && aim_was_clean(judge, KEEL_AIM_BRACE);
}

static bool strengthen_gate_open(const keel_judge *judge, const stage_run *run)
{
	return run->count >= KEEL_STRENGTHEN_SESSIONS &&
	       run->last_date - run->first_date >= KEEL_STRENGTHEN_DATES_APART &&
	       rung_of(judge, find(judge, KEEL_ID_BRIDGE)) >= KEEL_STRENGTHEN_RUNG &&
	       rung_of(judge, find(judge, KEEL_ID_HINGE)) >= KEEL_STRENGTHEN_RUNG &&
	       brace_at(judge, KEEL_STRENGTHEN_RUNG) &&
	       !flare_within(judge, KEEL_STRENGTHEN_FLARE_DAYS);
}

static bool gates_wait(const keel_judge *judge)
{
	const keel_aftermath *after = &judge->after;
	return after->flare_open || after->sore_today || after->worse_a_day || after->still_worse ||
	       after->week_up || judge->state->unknown_count > 0 ||
	       judge->state->overflow_count > 0;
}

static bool gate_open(const keel_judge *judge, const stage_run *run)
{
	if (!run->recorded || gates_wait(judge))
		return false;
	switch (run->stage) {
	case KEEL_STAGE_CALM:
		return run->last_without_rise >= KEEL_CALM_SESSIONS;
	case KEEL_STAGE_RESTORE:
		return restore_gate_open(judge, run);
	case KEEL_STAGE_STRENGTHEN:
		return strengthen_gate_open(judge, run);
	default:
		return false;
	}
}

static bool leg_worsening(const keel_state *state)
{
	return state->leg_symptom == KEEL_SYMPTOM_LEG_NEW ||
	       state->leg_symptom == KEEL_SYMPTOM_LEG_WORSE;
}

static void set_stage(keel_judge *judge, keel_stage stage, keel_rule rule, const stage_run *run)
{
	judge->allowed->stage = stage;
	judge->allowed->stage_why = keel_reason_2(
		rule, run->count, run->count > 0 ? run->last_date - run->first_date : 0);
}

static keel_rule rule_of_stage(const stage_run *run)
{
	if (run->came_down)
		return KEEL_RULE_STAGE_BACK;
	switch (run->stage) {
	case KEEL_STAGE_CALM:
		return KEEL_RULE_STAGE_START_CALM;
	case KEEL_STAGE_RESTORE:
		return run->from_start ? KEEL_RULE_STAGE_START_RESTORE : KEEL_RULE_STAGE_RESTORE;
	case KEEL_STAGE_STRENGTHEN:
		return KEEL_RULE_STAGE_STRENGTHEN;
	default:
		return KEEL_RULE_STAGE_FITNESS;
	}
}

/* Weeks that ended 2 points up and that no recorded stage has answered yet: from the week of the
 * last session that was no easy day. Easy days in between count in the mean and record nothing. */
static int32_t weeks_up_since(const keel_judge *judge, int32_t recorded_date)
{
	int32_t this_monday = keel_date_week_start(judge->now->date);
	int32_t monday = keel_date_week_start(recorded_date);
	int32_t count = 0;
	if (this_monday - monday > 7 * KEEL_SESSIONS_MAX)
		monday = this_monday - 7 * KEEL_SESSIONS_MAX;
	for (; monday < this_monday; monday += 7)
		count += keel_after_week_up(judge->state, monday, judge->now->date) ? 1 : 0;
	return count;
}

static void look_at_stage(keel_judge *judge)
{
	static const keel_rule opened[] = {KEEL_RULE_STAGE_RESTORE, KEEL_RULE_STAGE_STRENGTHEN,
					   KEEL_RULE_STAGE_FITNESS};
	stage_run run = run_of(judge);
	if (!run.recorded) {
		bool calm = judge->allowed->pain_now >= KEEL_PAIN_HIGH ||
			    leg_worsening(judge->state) || judge->state->restart_order > 0;
		set_stage(judge, calm ? KEEL_STAGE_CALM : KEEL_STAGE_RESTORE,
			  calm ? KEEL_RULE_STAGE_START_CALM : KEEL_RULE_STAGE_START_RESTORE, &run);
		return;
	}
	int32_t back = weeks_up_since(judge, run.recorded_date);
	if (back > (int32_t)run.stage)
		back = (int32_t)run.stage; /* calm is the lowest */
	if (back > 0)
		set_stage(judge, (keel_stage)((int32_t)run.stage - back), KEEL_RULE_STAGE_BACK,
			  &run);
	else if (gate_open(judge, &run))
		set_stage(judge, (keel_stage)(run.stage + 1), opened[run.stage], &run);
	else
		set_stage(judge, run.stage, rule_of_stage(&run), &run);
}

/* ---- what today holds --------------------------------------------------------------------- */

static void cap_at(keel_judge *judge, keel_stage stage, keel_reason why)
{
	if (stage >= judge->cap)
		return;
	judge->cap = stage;
	judge->cap_why = why;
}

/* A session of that date ended by a stop sign. */
static bool unwell_on(const keel_state *state, int32_t date)
{
	/*@ loop invariant 0 <= i <= state->session_count;
	    loop invariant \forall integer k; 0 <= k < i ==>
	      !(state->sessions[k].unwell == 1 && state->sessions[k].date == date);
	    loop assigns i; */
	for (int i = 0; i < state->session_count; i++)
		if (state->sessions[i].unwell == 1 && state->sessions[i].date == date)
			return true;
	return false;
}

static void look_at_caps(keel_judge *judge)
{
	const keel_screening *screening = &judge->screening;
	const keel_aftermath *after = &judge->after;
	int32_t open_days = screening->review_days - KEEL_REVIEW_DAYS;
	bool unwell = unwell_on(judge->state, judge->now->date);
	judge->cap = KEEL_STAGE_FITNESS;
	if (!screening->complete)
		cap_at(judge, KEEL_STAGE_CALM, keel_reason_none(KEEL_RULE_SCREEN_INCOMPLETE));
	if (screening->again_pending)
		cap_at(judge, KEEL_STAGE_CALM, keel_reason_none(KEEL_RULE_SCREEN_AGAIN));
	if (open_days >= KEEL_REVIEW_OPEN_DAYS_MAX)
		cap_at(judge, KEEL_STAGE_CALM,
		       keel_reason_1(KEEL_RULE_SCREEN_REVIEW_DUE, open_days));
	if (judge->absence_unscreened)
		cap_at(judge, KEEL_STAGE_CALM,
		       keel_reason_1(KEEL_RULE_DOSE_ABSENCE_28, judge->absence_days));
	if (after->flare_open)
		cap_at(judge, KEEL_STAGE_CALM,
		       keel_reason_2(KEEL_RULE_AFTER_FLARE, after->morning_today, after->usual));
	if (judge->allowed->pain_now >= KEEL_PAIN_HIGH)
		cap_at(judge, KEEL_STAGE_CALM,
		       keel_reason_1(KEEL_RULE_PAIN_HIGH, judge->allowed->pain_now));
	if (unwell)
		cap_at(judge, KEEL_STAGE_CALM, keel_reason_none(KEEL_RULE_STOP_UNWELL));
	if (judge->state->wish_date == judge->now->date && judge->state->wish_calm == 1)
		cap_at(judge, KEEL_STAGE_CALM, keel_reason_none(KEEL_RULE_STAGE_WISH));
	if (screening->soon)
		cap_at(judge, KEEL_STAGE_RESTORE,
		       keel_reason_none(KEEL_RULE_SCREEN_CLINICIAN_SOON));
}

void keel_stage_look(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	look_at_stage(judge);
	look_at_caps(judge);
	bool capped = judge->cap < allowed->stage;
	keel_stage stage_today = capped ? judge->cap : allowed->stage;
	allowed->cap_why = capped ? judge->cap_why : allowed->stage_why;
	allowed->easy_day = capped && stage_today == KEEL_STAGE_CALM;
	allowed->stage_today = stage_today;
}

/* ---- S2's order --------------------------------------------------------------------------- */

typedef struct sequence_step {
	const char *ids[2]; /* either will do */
	int32_t clean;	    /* clean exposures asked for */
	bool hold;	    /* asked for: 3 x 10 s clean */
	bool last;	    /* the hinge: the order holds until its rung */
} sequence_step;

static const sequence_step steps[] = {
	{{KEEL_ID_SEGMENTAL_ROLL, NULL}, KEEL_SEQUENCE_ROLL_CLEAN, false, false},
	{{KEEL_ID_BEAR_HOLD, KEEL_ID_PLANK}, 0, true, false},
	{{KEEL_ID_PRONE_EXTENSION, NULL}, KEEL_SEQUENCE_EXTENSION_CLEAN, false, false},
	{{KEEL_ID_QUADRUPED_EXTENSION, NULL}, KEEL_SEQUENCE_EXTENSION_CLEAN, false, false},
	{{KEEL_ID_STANDING_EXTENSION, NULL}, KEEL_SEQUENCE_EXTENSION_CLEAN, false, false},
	{{KEEL_ID_HINGE, NULL}, 0, false, true},
};

/* 3 x 10 s: three holds of ten seconds, as sets or as repetitions. */
static bool held_long(const keel_dose *dose)
{
	int32_t holds = dose->sets * (dose->reps > 1 ? dose->reps : 1);
	int32_t hold_s = dose->hold_s > dose->work_s ? dose->hold_s : dose->work_s;
	return holds >= KEEL_SEQUENCE_BRACE_SETS && hold_s >= KEEL_SEQUENCE_BRACE_HOLD_S;
}

static bool movement_passed(const keel_judge *judge, const sequence_step *step, int movement)
{
	if (step->last)
		return rung_of(judge, movement) >= KEEL_SEQUENCE_HINGE_RUNG;
	const keel_movement_state *record = keel_judge_record(judge, movement);
	if (record == NULL)
		return false;
	return step->hold ? held_long(&record->clean_best) : record->clean_count >= step->clean;
}

/* Can be done, and no soft gate without an end of its own stands before it. */
static bool to_be_had(const keel_judge *judge, int movement)
{
	if (!judge->allowed->movements[movement].at_hand)
		return false;
	keel_gate_finding soft = keel_gate_condition(judge, movement, true);
	return judge->catalogue->movements[movement].neutral || !soft.closed ||
	       soft.until_date != KEEL_NO_DATE;
}

/* A hold step asks for a dose that the ladder must hold. */
static bool can_pass(const keel_judge *judge, const sequence_step *step, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	return !step->hold || held_long(&facts->rungs[facts->rung_count - 1]);
}

/* Where a soft gate that does not end keeps the whole step away, the nearest easier form that can
 * be had stands for it; KEEL_NO_MOVEMENT: none, or none is wanted. */
static int stands_for(const keel_judge *judge, const sequence_step *step)
{
	int found = KEEL_NO_MOVEMENT;
	for (int i = 0; i < 2 && step->ids[i] != NULL; i++) {
		int movement = find(judge, step->ids[i]);
		if (movement == KEEL_NO_MOVEMENT || !judge->allowed->movements[movement].at_hand)
			continue;
		if (to_be_had(judge, movement))
			return KEEL_NO_MOVEMENT;
		int easier = judge->catalogue->movements[movement].easier;
		for (int k = 0;
		     k < NEIGHBOURS_MAX && easier != KEEL_NO_MOVEMENT && found == KEEL_NO_MOVEMENT;
		     k++) {
			if (to_be_had(judge, easier) && can_pass(judge, step, easier))
				found = easier;
			easier = judge->catalogue->movements[easier].easier;
		}
	}
	return found;
}

/* Done, or not to be had: not in the catalogue, or body, equipment or gates keep it away and
 * nothing stands for it. */
static bool step_passed(const keel_judge *judge, const sequence_step *step)
{
	bool had = false;
	for (int i = 0; i < 2 && step->ids[i] != NULL; i++) {
		int movement = find(judge, step->ids[i]);
		if (movement == KEEL_NO_MOVEMENT)
			continue;
		if (movement_passed(judge, step, movement))
			return true;
		had = had || to_be_had(judge, movement);
	}
	if (had)
		return false;
	int other = stands_for(judge, step);
	return other == KEEL_NO_MOVEMENT || movement_passed(judge, step, other);
}

void keel_sequence_look(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	bool open = true;
	for (int i = 0; i < allowed->movement_count; i++)
		allowed->movements[i].sequence_open = true;
	for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
		for (int i = 0; i < 2 && steps[k].ids[i] != NULL; i++) {
			int movement = find(judge, steps[k].ids[i]);
			if (movement != KEEL_NO_MOVEMENT)
				allowed->movements[movement].sequence_open = open;
		}
		open = open && step_passed(judge, &steps[k]);
	}
}

/* The first open step that is not passed, when one of its movements is allowed today. */
static int16_t next_of(const keel_judge *judge)
{
	for (size_t k = 0; k < sizeof steps / sizeof steps[0]; k++) {
		if (step_passed(judge, &steps[k]))
			continue;
		for (int i = 0; i < 2 && steps[k].ids[i] != NULL; i++) {
			int movement = find(judge, steps[k].ids[i]);
			if (movement != KEEL_NO_MOVEMENT &&
			    judge->allowed->movements[movement].standing == KEEL_STANDING_ALLOWED)
				return (int16_t)movement;
		}
		int other = stands_for(judge, &steps[k]);
		if (other != KEEL_NO_MOVEMENT &&
		    judge->allowed->movements[other].standing == KEEL_STANDING_ALLOWED)
			return (int16_t)other;
		return KEEL_NO_MOVEMENT;
	}
	return KEEL_NO_MOVEMENT;
}

/* What the gate of the next stage still asks for, among the allowed: what it names, and of the
 * braces the one that has come furthest. */
static bool gate_names(const keel_judge *judge, int movement)
{
	const keel_movement *facts = &judge->catalogue->movements[movement];
	if (judge->allowed->stage == KEEL_STAGE_RESTORE)
		return (facts->aim == KEEL_AIM_CONTROL || facts->aim == KEEL_AIM_BRACE) &&
		       !aim_was_clean(judge, (keel_aim)facts->aim);
	if (judge->allowed->stage != KEEL_STAGE_STRENGTHEN)
		return false;
	bool named =
		movement == find(judge, KEEL_ID_BRIDGE) || movement == find(judge, KEEL_ID_HINGE);
	return named && rung_of(judge, movement) < KEEL_STRENGTHEN_RUNG;
}

static void look_at_wants(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	int best = KEEL_NO_MOVEMENT;
	for (int i = 0; i < allowed->movement_count; i++) {
		if (allowed->movements[i].standing != KEEL_STANDING_ALLOWED)
			continue;
		allowed->movements[i].gate_wants = gate_names(judge, i);
		if (judge->catalogue->movements[i].aim != KEEL_AIM_BRACE)
			continue;
		if (best == KEEL_NO_MOVEMENT || rung_of(judge, i) > rung_of(judge, best))
			best = i;
	}
	bool brace = allowed->stage == KEEL_STAGE_STRENGTHEN && best != KEEL_NO_MOVEMENT;
	if (brace && !brace_at(judge, KEEL_STRENGTHEN_RUNG))
		allowed->movements[best].gate_wants = true;
}

void keel_sequence_pick(keel_judge *judge)
{
	look_at_wants(judge);
	judge->allowed->sequence_next = next_of(judge);
}
