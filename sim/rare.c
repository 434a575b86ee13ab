/* Rare people: those who do what hardly anybody of the crowd does, so that every rule fires often
 * enough to be seen. They stand behind the crowd, are in no comparison of policies and in no figure
 * of the report but the counts of rules and violations. The ledger knows nothing of an old ladder,
 * a clinician's numbers or a self-test, so they are checked for locks, reasons and never being left
 * empty-handed.
 */
#include "sim/rare.h"

#include <stdlib.h>
#include <string.h>

enum { OLD_LADDER_DAYS = 21, OLD_LADDER_EVERY = 7 };

/* What is done again on schedule comes late. */
int sim_rare_days(sim_rare kind)
{
	return kind == SIM_RARE_TESTED ? 56 : 0;
}

static bool chance(sim_life *life, double probability)
{
	return sim_chance(&life->rng, probability);
}

/* ---- who they are ------------------------------------------------------------------------------
 */

void sim_rare_make(sim_person *person, sim_rare kind)
{
	person->programme = -1;
	person->faulty_clock = false;
	if (kind == SIM_RARE_WELL) {
		person->pain_start = person->pain_floor = 0;
		person->noise_none = true;
		person->leg_direction = -1;
		memset(person->sensitive, 0, sizeof person->sensitive);
		person->trait[SIM_FLARE_A_DAY] = person->trait[SIM_DAY_SWING] = 0;
		person->trait[SIM_IRRITABILITY] = person->trait[SIM_ABSENCE_A_DAY] = 0;
	}
	if (kind == SIM_RARE_LED) {
		person->trait[SIM_CLINICIAN_A_DAY] = 0.2;
		person->trait[SIM_SECOND_SESSION] = 0.5;
		for (int i = 0; i < KEEL_CONDITION_COUNT; i++)
			person->has[i] = person->has[i] || i % 4 == person->index % 4;
	}
}

/* The catalogue as it would be after two changes: some movements have gone, each replaced by the
 * one that stood before it. */
keel_catalogue *sim_rare_catalogue(const keel_catalogue *catalogue)
{
	keel_catalogue *changed = malloc(sizeof *changed);
	keel_movement *movements =
		calloc((size_t)catalogue->movement_count, sizeof *catalogue->movements);
	if (changed == NULL || movements == NULL)
		abort(); /* a simulation without memory has no result */
	memcpy(movements, catalogue->movements,
	       (size_t)catalogue->movement_count * sizeof *movements);
	for (int i = OLD_LADDER_EVERY; i < catalogue->movement_count; i += OLD_LADDER_EVERY)
		if (!movements[i].neutral)
			movements[i].replaced_by = (int16_t)(i - 1);
	memcpy(changed, catalogue, sizeof *changed);
	changed->movements = movements;
	return changed;
}

void sim_rare_catalogue_end(keel_catalogue *changed)
{
	if (changed != NULL)
		free((void *)changed->movements);
	free(changed);
}

/* Before the change the steps were a little longer. */
void sim_rare_old_step(const sim_life *life, keel_dose *dose)
{
	if (life->rare != SIM_RARE_OLD_LADDER || life->day >= OLD_LADDER_DAYS)
		return;
	if (dose->work_s > 0)
		dose->work_s++;
	else if (dose->hold_s > 0)
		dose->hold_s++;
	else
		dose->reps++;
}

/* ---- what they do ------------------------------------------------------------------------------
 */

/* A number within what the ladder holds. */
static void dose_of_edit(sim_life *life, const keel_movement *facts,
			 keel_event_clinician_edit *edit)
{
	const keel_dose *rung = &facts->rungs[sim_below(&life->rng, facts->rung_count) / 2];
	edit->sets = rung->sets;
	if (rung->work_s > 0)
		edit->work_s = rung->work_s;
	else if (rung->hold_s > 0)
		edit->hold_s = rung->hold_s;
	else
		edit->reps = rung->reps;
}

static void led(sim_life *life)
{
	static const int edits[] = {KEEL_EDIT_PRESCRIBE, KEEL_EDIT_DOSE, KEEL_EDIT_THRESHOLD,
				    KEEL_EDIT_OVERRIDE_GATE};
	if (!chance(life, 0.25))
		return;
	/* Mostly of the few that are in today's session anyway. */
	int movement = sim_below(&life->rng, life->catalogue->movement_count);
	if (life->plan->item_count > 0 && chance(life, 0.6))
		movement =
			life->plan->items[sim_below(&life->rng, life->plan->item_count)].movement;
	const keel_movement *facts = &life->catalogue->movements[movement];
	keel_event event = sim_event(KEEL_EVENT_CLINICIAN_EDIT);
	keel_event_clinician_edit *edit = &event.u.clinician_edit;
	edit->edit = edits[sim_below(&life->rng, 4)];
	edit->role = sim_text("physiotherapist");
	edit->name = sim_text("A. Reader");
	edit->reason = sim_text("seen today");
	edit->until_date = life->date + 1 + sim_below(&life->rng, 20);
	if (edit->edit != KEEL_EDIT_THRESHOLD)
		edit->movement = sim_text(facts->id);
	if (edit->edit == KEEL_EDIT_DOSE)
		dose_of_edit(life, facts, edit);
	if (edit->edit == KEEL_EDIT_OVERRIDE_GATE)
		edit->gate = sim_below(&life->rng, KEEL_GATE_COUNT);
	if (edit->edit == KEEL_EDIT_OVERRIDE_GATE && chance(life, 0.5))
		edit->movement = (keel_text){"", 0};
	if (edit->edit == KEEL_EDIT_THRESHOLD) {
		edit->threshold =
			chance(life, 0.5) ? KEEL_TUNABLE_CLEAN_TO_RISE : KEEL_TUNABLE_RUNG_DAYS_MIN;
		edit->value = edit->threshold == KEEL_TUNABLE_CLEAN_TO_RISE ? 3 : 7;
	}
	sim_diary_write(life->diary, &event);
}

static void wish(sim_life *life)
{
	if (!chance(life, 0.1))
		return;
	keel_event event = sim_event(KEEL_EVENT_DAY_WISH);
	event.u.day_wish.date = life->date;
	event.u.day_wish.calm = chance(life, 0.7);
	if (chance(life, 0.5))
		event.u.day_wish.minutes = 5 + sim_below(&life->rng, 20);
	sim_diary_write(life->diary, &event);
}

void sim_rare_day(sim_life *life)
{
	if (life->rare == SIM_RARE_LED)
		led(life);
	if (life->rare == SIM_RARE_TESTED)
		wish(life);
}

static void find_direction(sim_life *life, int test)
{
	int before = 1 + sim_below(&life->rng, KEEL_PLACE_COUNT - 2);
	int after = before - 1 + sim_below(&life->rng, 3);
	int pain = 1 + sim_below(&life->rng, 6);
	keel_event event = sim_event(KEEL_EVENT_DIRECTION_TEST);
	event.u.direction_test = (keel_event_direction_test){
		.direction = test,
		.pain_before = pain,
		.pain_after = pain + sim_below(&life->rng, 3),
		.place_before = before,
		.place_after = after,
		.reps = 5,
		.settled = chance(life, 0.5) ? KEEL_ABSENT : KEEL_SETTLED_YES,
	};
	sim_diary_write(life->diary, &event);
}

static void find_baseline(sim_life *life, int test)
{
	bool timed = test == KEEL_TEST_FRONT_HOLD || test == KEEL_TEST_SIDE_HOLD ||
		     test == KEEL_TEST_SIT_TO_STAND;
	bool sided = test == KEEL_TEST_PSOAS_LENGTH || test == KEEL_TEST_SIDE_HOLD;
	int movement = life->allowed->tests[test].movement;
	for (int side = 0; side < (sided ? 2 : 1); side++) {
		keel_event event = sim_event(KEEL_EVENT_BASELINE);
		event.u.baseline.test = test;
		event.u.baseline.side = !sided	    ? KEEL_SIDE_BOTH
					: side == 0 ? KEEL_SIDE_LEFT
						    : KEEL_SIDE_RIGHT;
		event.u.baseline.value =
			timed ? 2 + sim_below(&life->rng, 8) : sim_below(&life->rng, 3);
		if (movement != KEEL_NO_MOVEMENT)
			event.u.baseline.movement =
				sim_text(life->catalogue->movements[movement].id);
		sim_diary_write(life->diary, &event);
	}
}

/* Now and then the test is led as a session of its own. */
static void led_test(sim_life *life, const keel_test_verdict *offered)
{
	if (offered->movement == KEEL_NO_MOVEMENT || !chance(life, 0.5))
		return;
	const keel_movement *facts = &life->catalogue->movements[offered->movement];
	sim_task task = {offered->movement, 1, KEEL_PURPOSE_TEST, offered->dose, 0, &offered->why};
	task.working_s = keel_movement_working_s(facts, &task.dose);
	sim_keel_alone(life, &task);
}

bool sim_rare_test(sim_life *life)
{
	int test = life->allowed->test;
	if (life->rare != SIM_RARE_TESTED || test < 0 || life->allowed->locked)
		return false;
	const keel_test_verdict *offered = &life->allowed->tests[test];
	life->watch->rule_count[offered->why.rule]++;
	if (chance(life, 0.15)) {
		keel_event event = sim_event(KEEL_EVENT_TEST_SKIPPED);
		event.u.test_skipped.test = test;
		sim_diary_write(life->diary, &event);
	} else if (test < KEEL_DIRECTION_COUNT) {
		led_test(life, offered);
		find_direction(life, test);
	} else {
		led_test(life, offered);
		find_baseline(life, test);
	}
	return true;
}
