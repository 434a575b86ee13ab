/* A session under keel: prescribed, started, done, answered, ended; each step an event. */
#include <stdio.h>
#include <string.h>

#include "core/safety/safety.h"
#include "sim/rare.h"

static void write_prescribed(sim_life *life, int item_count)
{
	const keel_prescription *plan = life->plan;
	const char *programme = plan->programme < 0
					? KEEL_PROGRAMME_PERSONAL
					: life->catalogue->programmes[plan->programme].id;
	snprintf(life->session, sizeof life->session, "%016llx%016x",
		 (unsigned long long)life->diary->person, (unsigned)++life->session_number);
	keel_event event = sim_event(KEEL_EVENT_SESSION_PRESCRIBED);
	event.u.session_prescribed = (keel_event_session_prescribed){
		.session = sim_text(life->session),
		.programme = sim_text(programme),
		.stage = plan->stage,
		.date = plan->date,
		.minutes = plan->minutes,
		.item_count = item_count,
		.easy_day = plan->easy_day,
		.rule = sim_text(keel_rule_id(plan->stage_why.rule)),
		.inputs = {plan->stage_why.inputs, plan->stage_why.input_count},
		.facts = sim_text("0000000000000000"),
		.core = sim_text("sim"),
	};
	sim_diary_write(life->diary, &event);
}

static void write_item(sim_life *life, const sim_task *task, int index)
{
	const keel_movement *facts = &life->catalogue->movements[task->movement];
	keel_dose dose = task->dose;
	sim_rare_old_step(life, &dose);
	keel_event event = sim_event(KEEL_EVENT_SESSION_ITEM);
	event.u.session_item = (keel_event_session_item){
		.session = sim_text(life->session),
		.index = index,
		.movement = sim_text(facts->id),
		.aim = facts->aim,
		.stage = facts->stage,
		.purpose = task->purpose,
		.rung = task->rung,
		.sets = dose.sets,
		.reps = dose.reps,
		.hold_s = dose.hold_s,
		.work_s = dose.work_s,
		.rest_s = dose.rest_s,
		.load_hg = dose.load_hg,
		.lever = dose.lever,
		.none_added = facts->pain_limit == KEEL_PAIN_LIMIT_NONE_ADDED,
		.working_s = task->working_s,
		.directions = (int32_t)facts->directions,
		.rule = sim_text(keel_rule_id(task->why->rule)),
		.inputs = {task->why->inputs, task->why->input_count},
	};
	sim_diary_write(life->diary, &event);
}

static sim_task task_of(const sim_life *life, int index)
{
	const keel_item *item = &life->plan->items[index];
	return (sim_task){item->movement, item->rung,	   (int16_t)item->purpose,
			  item->dose,	  item->working_s, &item->dose_why};
}

static int prescribe(sim_life *life)
{
	write_prescribed(life, life->plan->item_count);
	for (int i = 0; i < life->plan->item_count; i++) {
		sim_task task = task_of(life, i);
		write_item(life, &task, i);
	}
	return life->plan->item_count;
}

static void start(sim_life *life, const sim_sitting *sitting, bool says)
{
	keel_event event = sim_event(KEEL_EVENT_SESSION_STARTED);
	event.u.session_started.session = sim_text(life->session);
	if (says)
		event.u.session_started.pain = sitting->first;
	sim_diary_write(life->diary, &event);
}

static void report_pain(sim_life *life, const sim_reply *reply, int index)
{
	keel_event event = sim_event(KEEL_EVENT_PAIN_REPORT);
	event.u.pain_report = (keel_event_pain_report){
		.session = sim_text(life->session),
		.index = index,
		.pain = reply->said_during,
		.further = reply->further == 1,
		.settled = reply->settled,
	};
	sim_diary_write(life->diary, &event);
}

static void report_sets(sim_life *life, const sim_task *task, const sim_reply *reply, int index)
{
	int sets = reply->cut || reply->end == KEEL_END_FORM ? 1 : task->dose.sets;
	for (int set = 1; set <= sets; set++) {
		bool last = set == sets;
		keel_event event = sim_event(KEEL_EVENT_SET_DONE);
		event.u.set_done = (keel_event_set_done){
			.session = sim_text(life->session),
			.index = index,
			.set = set,
			.side = KEEL_SIDE_BOTH,
			.reps = task->dose.reps,
			.hold_s = task->dose.hold_s,
			.work_s = task->dose.work_s,
			.end = last ? reply->end : KEEL_END_DONE,
		};
		sim_diary_write(life->diary, &event);
	}
}

static void report_done(sim_life *life, const sim_reply *reply, int index)
{
	keel_event event = sim_event(KEEL_EVENT_EXERCISE_DONE);
	event.u.exercise_done = (keel_event_exercise_done){
		.session = sim_text(life->session),
		.index = index,
		.change = reply->change,
		.pain = reply->pain,
		.further = reply->mid_report ? KEEL_ABSENT : reply->further,
		.settled = reply->mid_report ? KEEL_ABSENT : reply->settled,
		.challenge = reply->challenge,
		.form = reply->form,
		.end = reply->end,
	};
	sim_diary_write(life->diary, &event);
}

/* The row of C2's table that the answer came to: a rule fires there, whether or not a plan names
 * it. */
static void count_outcome(sim_life *life, const sim_task *task)
{
	const char *id = life->catalogue->movements[task->movement].id;
	const keel_movement_state *record =
		life->diary->folds ? keel_state_movement(life->state, id, (int)strlen(id)) : NULL;
	if (record == NULL || record->exposure_count == 0)
		return;
	const keel_exposure *last = &record->exposures[record->exposure_count - 1];
	keel_pain_input input = {
		.before = KEEL_UNKNOWN,
		.during = last->during,
		.rise = last->rise,
		.settled_known = true,
		.settled = last->settled == 1,
		.further = last->further == 1,
		.none_added = last->none_added == 1,
		.neutral = life->catalogue->movements[task->movement].neutral,
	};
	if (last->answered == 1)
		life->watch->rule_count[keel_pain_judge(&input).rule]++;
}

static sim_reply do_task(sim_life *life, sim_sitting *sitting, const sim_task *task, int index)
{
	sim_reply reply = sim_do(life, sitting, task);
	sim_count_reply(life, task, &reply);
	if (reply.mid_report)
		report_pain(life, &reply, index);
	if (!reply.skipped && (reply.cut || life->person.index % 10 == 3))
		report_sets(life, task, &reply, index);
	report_done(life, &reply, index);
	if (!reply.skipped)
		count_outcome(life, task);
	return reply;
}

/* Now and then somebody takes the easier neighbour, or equipment is not there after all. */
static bool swap(sim_life *life, sim_task *task, int index, int *item_count)
{
	int easier = life->catalogue->movements[task->movement].easier;
	if (!sim_chance(&life->rng, 0.02) || easier == KEEL_NO_MOVEMENT ||
	    *item_count >= KEEL_OPEN_ITEMS_MAX - 1)
		return false;
	const keel_movement_verdict *verdict = &life->allowed->movements[easier];
	for (int i = 0; i < life->plan->item_count; i++)
		if (life->plan->items[i].movement == easier)
			return false;
	if (verdict->standing != KEEL_STANDING_ALLOWED || verdict->purpose != KEEL_PURPOSE_PLAN)
		return false;
	const keel_movement *facts = &life->catalogue->movements[easier];
	*task = (sim_task){(int16_t)easier,
			   verdict->hold_rung,
			   KEEL_PURPOSE_SWAP,
			   facts->rungs[verdict->hold_rung - 1],
			   0,
			   &verdict->hold_why};
	task->working_s = keel_movement_working_s(facts, &task->dose);
	write_item(life, task, *item_count);
	keel_event event = sim_event(KEEL_EVENT_EXERCISE_SWAPPED);
	event.u.exercise_swapped = (keel_event_exercise_swapped){
		.session = sim_text(life->session),
		.index = index,
		.by_index = *item_count,
		.reason = KEEL_SWAP_EASIER,
	};
	sim_diary_write(life->diary, &event);
	*item_count += 1;
	return true;
}

static void finish_calmly(sim_life *life, sim_sitting *sitting, int index)
{
	int movement = life->allowed->calm_finish;
	if (movement == KEEL_NO_MOVEMENT || index >= KEEL_OPEN_ITEMS_MAX)
		return;
	const keel_movement *facts = &life->catalogue->movements[movement];
	static const keel_reason why = {KEEL_RULE_PLAN_CALM, 0, {0}};
	sim_task task = {(int16_t)movement, 1, KEEL_PURPOSE_CALM, facts->rungs[0], 0, &why};
	task.working_s = keel_movement_working_s(facts, &task.dose);
	write_item(life, &task, index);
	do_task(life, sitting, &task, index);
}

static void end(sim_life *life, const sim_sitting *sitting, int how)
{
	keel_event event = sim_event(KEEL_EVENT_SESSION_ENDED);
	event.u.session_ended.session = sim_text(life->session);
	event.u.session_ended.end = how;
	if (sitting->counted || sim_chance(&life->rng, 0.2)) {
		int noise = life->person.noise_held ? sitting->noise : sim_life_noise(life);
		event.u.session_ended.pain = sim_say(sitting->now, noise);
	}
	sim_diary_write(life->diary, &event);
}

static bool feels_unwell(sim_life *life)
{
	if (!sim_life_chance(life, SIM_UNWELL))
		return false;
	keel_event event = sim_event(KEEL_EVENT_UNWELL);
	event.u.unwell.session = sim_text(life->session);
	event.u.unwell.sign = sim_below(&life->rng, KEEL_SIGN_COUNT);
	sim_diary_write(life->diary, &event);
	return true;
}

/* Nothing in the session has a rung left that its rules would give. */
static bool all_at_top(const sim_life *life)
{
	for (int i = 0; i < life->plan->item_count; i++) {
		const keel_item *item = &life->plan->items[i];
		const keel_movement *facts = &life->catalogue->movements[item->movement];
		int top = facts->rung_count;
		if (facts->aim < KEEL_AIM_BRACE && facts->seed_rung + 2 < top)
			top = facts->seed_rung + 2;
		if (item->rung < top)
			return false;
	}
	return true;
}

/* Six sessions running without a counted rise, all answered: something must have gone up or opened
 * (inv. 13). */
static void count_steady(sim_life *life, bool answered, bool counted)
{
	char text[SIM_TEXT_BYTES] = "";
	size_t used = 0;
	if (counted || !answered) {
		life->steady_sessions = 0;
		life->steady_progress = false;
		return;
	}
	if (++life->steady_sessions < 6)
		return;
	life->was_steady = true;
	life->steady_sessions = 0;
	if (!life->steady_progress && !all_at_top(life)) {
		life->was_stuck = true;
		for (int i = 0; i < life->plan->item_count && used < sizeof text - 60; i++) {
			const keel_item *item = &life->plan->items[i];
			const keel_movement *facts = &life->catalogue->movements[item->movement];
			used += (size_t)snprintf(text + used, sizeof text - used, "%s %d/%d %s; ",
						 facts->id, item->rung, facts->rung_count,
						 keel_rule_id(item->dose_why.rule));
		}
		sim_oddity(life->watch,
			   life->person.programme >= 0
				   ? "13 nothing more in six steady sessions, on a programme"
				   : "13 nothing more in six steady sessions",
			   "%s: %s", keel_stage_names[life->allowed->stage_today], text);
	}
	life->steady_progress = false;
}

static void do_items(sim_life *life, sim_sitting *sitting)
{
	int item_count = life->plan->item_count;
	int planned = item_count;
	bool answered = true, unwell = false;
	for (int i = 0; i < planned && !sitting->stopped && !unwell; i++) {
		sim_task task = task_of(life, i);
		int index = i;
		if (life->allowed->movements[task.movement].standing == KEEL_STANDING_WITHHELD)
			continue;
		if (swap(life, &task, i, &item_count))
			index = item_count - 1;
		sim_reply reply = do_task(life, sitting, &task, index);
		bool asks = life->catalogue->movements[task.movement].aim >= KEEL_AIM_BRACE;
		answered = answered && (reply.change != KEEL_ABSENT || reply.mid_report) &&
			   (!asks || reply.challenge != KEEL_ABSENT);
		unwell = feels_unwell(life);
	}
	bool stopped = sitting->stopped;
	if (stopped && !unwell)
		finish_calmly(life, sitting, item_count);
	if (!unwell)
		end(life, sitting, stopped ? KEEL_END_PAIN : KEEL_END_DONE);
	count_steady(life, answered && !unwell && sitting->completed > 0, sitting->counted);
}

void sim_keel_session(sim_life *life)
{
	sim_sitting sitting;
	sim_sit_down(life, &sitting);
	bool says = sim_life_chance(life, SIM_BEFORE_ANSWERED);
	prescribe(life);
	life->result->prescribed++;
	start(life, &sitting, says);
	bool was_high = life->allowed->pain_now >= 8;
	if (says && was_high != (sitting.first >= 8)) {
		sim_keel_plan(life);
		if (life->plan->item_count == 0)
			return; /* locked by now: a record whose clocks are wrong */
		prescribe(life);
		start(life, &sitting, says);
	}
	life->result->started++;
	do_items(life, &sitting);
	life->result->completed += sitting.completed > 0;
	life->sessions_six_weeks += sitting.completed > 0 && life->day <= 42;
	life->result->kind_sessions[life->person.kind] += sitting.completed > 0;
}

void sim_keel_alone(sim_life *life, const sim_task *task)
{
	sim_sitting sitting;
	sim_sit_down(life, &sitting);
	life->plan->date = life->date;
	life->plan->programme = KEEL_PROGRAMME_NONE;
	life->plan->minutes = 5;
	life->plan->stage = life->allowed->stage_today;
	life->plan->stage_why = life->allowed->stage_why;
	write_prescribed(life, 1);
	write_item(life, task, 0);
	start(life, &sitting, true);
	do_task(life, &sitting, task, 0);
	end(life, &sitting, sitting.stopped ? KEEL_END_PAIN : KEEL_END_DONE);
}
