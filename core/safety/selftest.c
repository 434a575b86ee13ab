/* Self-tests: which one is offered today (C4).
 *
 * Ten small tests, one a day, spread over the first two weeks, each in a movement that is allowed
 * today; none is needed for a plan, each may be put off. A test is led as a session of its own with
 * this one movement, before the session of the day: so the player's stop rules hold in it as in any
 * exercise. It counts for no gate and no absence, leaves the ladder alone, and takes its movement
 * out of the rest of the day: it was today's exercise of it. A test as an item of the session was
 * rejected: the plan would have needed it, and a hold until form goes would have read as lost form.
 *
 * Readings. "Days 2-4, one direction a day" is one from the second day on, in the order of the
 * table. "Not with leg weakness" is also: not while leg symptoms are new or worse, while a leg
 * question waits for its answer or stands as a flag. Pain of 7 and more, and an easy day, put every
 * test off, not only the directions. Osteoporosis and a vertebral fracture rule flexion out for
 * good. Holds and counts ask for effort: only when nothing holds the day, and not with conditions
 * that forbid a long hold; a hold on the floor only in a movement that was done cleanly before.
 */
#include <string.h>

#include "core/safety/safety_inside.h"

keel_test_may keel_test_judge(const keel_test_input *input)
{
	const keel_test_standing waits = KEEL_TEST_STANDING_NOT_YET;
	if (input->condition >= 0)
		return (keel_test_may){KEEL_TEST_STANDING_NOT_FOR_YOU, KEEL_RULE_TEST_CONDITION,
				       KEEL_UNKNOWN};
	if (input->since_first == KEEL_UNKNOWN)
		return (keel_test_may){waits, KEEL_RULE_TEST_FIRST_SESSION, KEEL_UNKNOWN};
	bool done = input->since_done != KEEL_UNKNOWN;
	int32_t again = input->went_further ? KEEL_TEST_AGAIN_DAYS : KEEL_TEST_RETEST_DAYS;
	if (done && input->since_done < again)
		return (keel_test_may){KEEL_TEST_STANDING_DONE,
				       input->went_further ? KEEL_RULE_TEST_THREE_DAYS
							   : KEEL_RULE_TEST_DONE,
				       again - input->since_done};
	int32_t off = input->skip_count >= KEEL_TEST_SKIPS_MAX ? KEEL_TEST_RETEST_DAYS
							       : KEEL_TEST_SKIP_DAYS;
	if (input->skip_count > 0 && input->since_skip < off)
		return (keel_test_may){KEEL_TEST_STANDING_SKIPPED, KEEL_RULE_TEST_SKIPPED,
				       off - input->since_skip};
	if (input->since_first < input->first_day)
		return (keel_test_may){waits, KEEL_RULE_TEST_NOT_YET,
				       input->first_day - input->since_first};
	if (input->tested_today)
		return (keel_test_may){waits, KEEL_RULE_TEST_ONE_A_DAY, 1};
	if (input->session_today)
		return (keel_test_may){waits, KEEL_RULE_TEST_AFTER_SESSION, 1};
	if (input->pain >= KEEL_TEST_PAIN_FROM)
		return (keel_test_may){waits, KEEL_RULE_TEST_PAIN, KEEL_UNKNOWN};
	if (input->direction && input->leg)
		return (keel_test_may){waits, KEEL_RULE_TEST_LEG, KEEL_UNKNOWN};
	if (input->easy_day || (input->effort && input->holds))
		return (keel_test_may){waits, KEEL_RULE_TEST_EASY_DAY, KEEL_UNKNOWN};
	if (input->direction && input->just_up)
		return (keel_test_may){waits, KEEL_RULE_TEST_MORNING, 0};
	if (!input->movement)
		return (keel_test_may){waits, KEEL_RULE_TEST_MOVEMENT, KEEL_UNKNOWN};
	return (keel_test_may){KEEL_TEST_STANDING_DUE,
			       done ? KEEL_RULE_TEST_AGAIN : KEEL_RULE_TEST_DUE, 0};
}

/* ---- the tests ---------------------------------------------------------------------------- */

#define CANDIDATES_MAX 4
#define NOT_WITH(condition) (1u << KEEL_CONDITION_##condition)
#define NO_LONG_HOLD                                                                               \
	(NOT_WITH(BLOOD_PRESSURE) | NOT_WITH(GLAUCOMA) | NOT_WITH(ABDOMINAL) | NOT_WITH(PREGNANCY))

typedef struct test_row {
	int32_t first_day;
	bool effort;
	uint32_t conditions;			 /* that rule it out, as a bit set */
	const char *candidates[CANDIDATES_MAX]; /* the first that is allowed leads it */
	int practised; /* so many of them only when done cleanly before */
} test_row;

/* Most telling first, then what serves who cannot do that one. */
static const test_row rows[KEEL_TEST_COUNT] = {
	[KEEL_TEST_FLEXION] = {KEEL_TEST_DAY_FLEXION,
			       false,
			       NOT_WITH(OSTEOPOROSIS) | NOT_WITH(VERTEBRAL_FRACTURE),
			       {"double-knee-to-chest", "single-knee-to-chest",
				"seated-forward-fold"},
			       0},
	[KEEL_TEST_EXTENSION] = {KEEL_TEST_DAY_EXTENSION,
				 false,
				 0,
				 {"prone-press-up", "standing-back-extension", "prone-on-elbows"},
				 0},
	[KEEL_TEST_SIDE] = {KEEL_TEST_DAY_SIDE,
			    false,
			    0,
			    {"standing-side-glide", "hands-on-hips-side-bend", "seated-side-bend"},
			    0},
	[KEEL_TEST_ROTATION] = {KEEL_TEST_DAY_ROTATION,
				false,
				0,
				{"supine-knee-rolls", "chair-twist", "seated-twist"},
				0},
	[KEEL_TEST_KNEES] = {KEEL_TEST_DAY_KNEES,
			     false,
			     0,
			     {"abdominal-draw-in", "breathing-90-90"},
			     0},
	[KEEL_TEST_PSOAS_LENGTH] = {KEEL_TEST_DAY_PSOAS,
				    false,
				    NOT_WITH(HIP_REPLACEMENT),
				    {"thomas-stretch", "single-knee-to-chest"},
				    0},
	[KEEL_TEST_BRIDGE_OVERRIDE] = {KEEL_TEST_DAY_BRIDGE, false, 0, {KEEL_ID_BRIDGE}, 0},
	[KEEL_TEST_FRONT_HOLD] = {KEEL_TEST_DAY_FRONT,
				  true,
				  NO_LONG_HOLD,
				  {KEEL_ID_PLANK, "plank-knees", "plank-counter", "plank-wall"},
				  3},
	[KEEL_TEST_SIDE_HOLD] = {KEEL_TEST_DAY_SIDE_HOLD,
				 true,
				 NO_LONG_HOLD,
				 {"side-plank", "side-plank-knees", "side-plank-wall"},
				 2},
	[KEEL_TEST_SIT_TO_STAND] = {KEEL_TEST_DAY_SIT,
				    true,
				    NOT_WITH(FALLS) | NOT_WITH(BLOOD_PRESSURE),
				    {"sit-to-stand"},
				    0},
};

static bool is_direction(keel_test test)
{
	return test <= KEEL_TEST_ROTATION;
}

/* The movement that leads the test today, or KEEL_NO_MOVEMENT. */
static int movement_of(const keel_judge *judge, const test_row *row)
{
	for (int i = 0; i < CANDIDATES_MAX && row->candidates[i] != NULL; i++) {
		const char *id = row->candidates[i];
		int movement = keel_movement_find(judge->catalogue, id, strlen(id));
		if (movement == KEEL_NO_MOVEMENT)
			continue;
		const keel_movement_verdict *verdict = &judge->allowed->movements[movement];
		const keel_movement_state *record = keel_judge_record(judge, movement);
		bool clean = record != NULL && record->clean_count > 0;
		int rung_count = judge->catalogue->movements[movement].rung_count;
		if (row->effort && keel_edit_rung_most(judge, movement) < rung_count)
			continue; /* a clinician's dose is not to be passed, in a test neither */
		if (verdict->standing == KEEL_STANDING_ALLOWED &&
		    verdict->purpose == KEEL_PURPOSE_PLAN && (i >= row->practised || clean))
			return movement;
	}
	return KEEL_NO_MOVEMENT;
}

static bool holds_by_dose(const keel_movement *facts)
{
	for (int i = 0; i < facts->phase_count; i++)
		if (facts->phases[i].dose_length)
			return true;
	return false;
}

/* The plainest form of the movement, in the test's own measure. */
static keel_dose dose_of(const keel_movement *facts, keel_test test)
{
	keel_dose dose = {.sets = 1, .lever = facts->rungs[0].lever};
	bool counted = facts->rungs[0].reps > 0;
	switch (test) {
	case KEEL_TEST_PSOAS_LENGTH:
		dose.reps = counted ? 1 : 0;
		dose.hold_s = KEEL_TEST_LENGTH_HOLD_S;
		break;
	case KEEL_TEST_FRONT_HOLD:
	case KEEL_TEST_SIDE_HOLD:
		dose.reps = counted ? 1 : 0;
		dose.hold_s = KEEL_TEST_HOLD_MAX_S;
		break;
	case KEEL_TEST_SIT_TO_STAND:
		dose.work_s = KEEL_TEST_COUNT_S;
		break;
	default:
		dose.reps = KEEL_TEST_REPS;
		dose.hold_s = holds_by_dose(facts) ? KEEL_TEST_END_HOLD_S : 0;
		break;
	}
	return dose;
}

/* ---- the day ------------------------------------------------------------------------------ */

static int32_t since_first_session(const keel_judge *judge)
{
	const keel_state *state = judge->state;
	for (int i = 0; i < state->session_count; i++) {
		const keel_session_state *session = &state->sessions[i];
		if (session->test == 0 && session->doubt == 0 && session->done_count > 0 &&
		    session->date <= judge->now->date)
			return judge->now->date - session->date;
	}
	return KEEL_UNKNOWN;
}

static bool session_today(const keel_judge *judge)
{
	for (int i = 0; i < judge->state->session_count; i++) {
		const keel_session_state *session = &judge->state->sessions[i];
		if (session->date == judge->now->date && session->test == 0)
			return true;
	}
	return false;
}

static bool tested_today(const keel_judge *judge)
{
	int32_t today = judge->now->date;
	bool tested = judge->state->tested_date == today;
	for (int i = 0; i < KEEL_TEST_COUNT; i++)
		tested = tested || judge->state->tests[i].date == today ||
			 judge->state->tests[i].skip_date == today;
	return tested;
}

/* Leg weakness or leg symptoms that worsen, as far as anything is known of them. */
static bool leg_worsens(const keel_judge *judge)
{
	const keel_allowed *allowed = judge->allowed;
	int32_t symptom = judge->state->leg_symptom;
	if (symptom == KEEL_SYMPTOM_LEG_NEW || symptom == KEEL_SYMPTOM_LEG_WORSE)
		return true;
	for (int i = 0; i < judge->catalogue->question_count; i++)
		if (allowed->ask_question[i] && judge->catalogue->questions[i].leg)
			return true;
	for (int i = 0; i < allowed->limit_count; i++) {
		int question = allowed->limits[i].question;
		if (question >= 0 && judge->catalogue->questions[question].leg)
			return true;
	}
	return false;
}

static int32_t condition_of(const keel_judge *judge, const test_row *row)
{
	for (int i = 0; i < KEEL_CONDITION_COUNT; i++)
		if ((row->conditions >> i & 1) == 1 && judge->state->condition[i].has == 1)
			return i;
	return -1;
}

static int32_t days_since(const keel_judge *judge, int32_t date)
{
	return date == KEEL_NO_DATE || date > judge->now->date ? KEEL_UNKNOWN
							       : judge->now->date - date;
}

static keel_test_input input_of(const keel_judge *judge, keel_test test, const keel_test_input *day)
{
	const test_row *row = &rows[test];
	const keel_test_state *state = &judge->state->tests[test];
	keel_test_input input = *day;
	input.first_day = row->first_day;
	input.direction = is_direction(test);
	input.effort = row->effort;
	input.condition = condition_of(judge, row);
	input.since_done = days_since(judge, state->date);
	input.since_skip = days_since(judge, state->skip_date);
	input.skip_count = input.since_skip == KEEL_UNKNOWN ? 0 : state->skip_count;
	if (is_direction(test)) {
		const keel_direction_state *direction = &judge->state->directions[test];
		input.went_further = direction->test_place_after > direction->test_place_before;
	}
	input.movement = judge->allowed->tests[test].movement != KEEL_NO_MOVEMENT;
	return input;
}

/* The numbers that each rule's words need. */
static keel_reason reason_of(const keel_test_input *input, const keel_test_may *may, int32_t up_min)
{
	switch (may->rule) {
	case KEEL_RULE_TEST_CONDITION:
		return keel_reason_1(may->rule, input->condition);
	case KEEL_RULE_TEST_PAIN:
		return keel_reason_2(may->rule, input->pain, KEEL_TEST_PAIN_FROM);
	case KEEL_RULE_TEST_MORNING:
		return keel_reason_2(may->rule, up_min, KEEL_MORNING_GATE_MIN);
	case KEEL_RULE_TEST_SKIPPED:
		return keel_reason_2(may->rule, input->skip_count, may->in_days);
	case KEEL_RULE_TEST_DONE:
	case KEEL_RULE_TEST_THREE_DAYS:
	case KEEL_RULE_TEST_AGAIN:
		return keel_reason_2(may->rule, input->since_done, may->in_days);
	case KEEL_RULE_TEST_NOT_YET:
		return keel_reason_1(may->rule, may->in_days);
	default:
		return keel_reason_none(may->rule);
	}
}

static void judge_test(keel_judge *judge, keel_test test, const keel_test_input *day)
{
	keel_allowed *allowed = judge->allowed;
	keel_test_verdict *verdict = &allowed->tests[test];
	verdict->movement = (int16_t)movement_of(judge, &rows[test]);
	keel_test_input input = input_of(judge, test, day);
	keel_test_may may = keel_test_judge(&input);
	verdict->standing = may.standing;
	verdict->why = reason_of(&input, &may, judge->up_min);
	verdict->due_date =
		may.in_days == KEEL_UNKNOWN ? KEEL_NO_DATE : judge->now->date + may.in_days;
	if (allowed->locked && may.standing == KEEL_TEST_STANDING_DUE) {
		verdict->standing = KEEL_TEST_STANDING_NOT_YET;
		verdict->why = allowed->locks[0].why;
		verdict->due_date = KEEL_NO_DATE;
	}
	verdict->found_date = judge->state->tests[test].date;
	verdict->found = keel_finding_reason(judge->state, test);
	verdict->twice = is_direction(test);
	if (verdict->movement != KEEL_NO_MOVEMENT)
		verdict->dose = dose_of(&judge->catalogue->movements[verdict->movement], test);
}

/* Of those that are due: what was never done before what is measured again, then the table. */
static int first_due(const keel_allowed *allowed)
{
	int first = -1;
	for (int i = KEEL_TEST_COUNT - 1; i >= 0; i--) {
		if (allowed->tests[i].standing != KEEL_TEST_STANDING_DUE)
			continue;
		bool first_is_new =
			first >= 0 && allowed->tests[first].found_date == KEEL_NO_DATE;
		if (first < 0 || allowed->tests[i].found_date == KEEL_NO_DATE || !first_is_new)
			first = i;
	}
	return first;
}

void keel_selftest_look(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	const keel_state *state = judge->state;
	const keel_test_input day = {
		.since_first = since_first_session(judge),
		.tested_today = tested_today(judge),
		.session_today = session_today(judge),
		.pain = allowed->pain_now,
		.leg = leg_worsens(judge),
		.easy_day = allowed->easy_day,
		.holds = allowed->holds,
		.just_up = state->condition[KEEL_CONDITION_MORNINGS_WORSE].has == 1 &&
			   judge->up_min != KEEL_UNKNOWN && judge->up_min < KEEL_MORNING_GATE_MIN,
	};
	for (int i = 0; i < KEEL_TEST_COUNT; i++)
		judge_test(judge, (keel_test)i, &day);
	allowed->test = (int16_t)first_due(allowed);
	for (int i = 0; i < KEEL_TEST_COUNT; i++) {
		keel_test_verdict *verdict = &allowed->tests[i];
		if (i == allowed->test || verdict->standing != KEEL_TEST_STANDING_DUE)
			continue;
		verdict->standing = KEEL_TEST_STANDING_NOT_YET;
		verdict->why = keel_reason_none(KEEL_RULE_TEST_WAITS);
		verdict->due_date = judge->now->date + 1;
	}
}

void keel_selftest_withhold(keel_judge *judge)
{
	keel_allowed *allowed = judge->allowed;
	const keel_state *state = judge->state;
	allowed->tested_movement = KEEL_NO_MOVEMENT;
	if (state->tested_date != judge->now->date)
		return;
	allowed->tested_s = state->tested_s;
	for (int i = 0; i < allowed->movement_count; i++) {
		if (judge->record[i] < 0 || judge->record[i] != state->tested_movement)
			continue;
		keel_movement_verdict *verdict = &allowed->movements[i];
		allowed->tested_movement = (int16_t)i;
		if (judge->catalogue->movements[i].neutral ||
		    verdict->standing != KEEL_STANDING_ALLOWED ||
		    verdict->purpose != KEEL_PURPOSE_PLAN)
			continue;
		verdict->standing = KEEL_STANDING_WITHHELD;
		verdict->why = keel_reason_none(KEEL_RULE_TEST_WAS_TODAY);
		verdict->until_date = judge->now->date + 1;
	}
}
