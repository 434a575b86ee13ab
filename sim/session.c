/* Sitting down to exercise: what the body does, and what its owner says about it. The same under
 * every policy. */
#include "sim/rare.h"

static double least(double a, double b)
{
	return a < b ? a : b;
}

bool sim_life_chance(sim_life *life, sim_parameter parameter)
{
	return sim_chance(&life->rng, life->person.trait[parameter]);
}

int sim_life_noise(sim_life *life)
{
	return life->person.noise_none ? 0 : sim_noise(&life->rng);
}

static int noise_of(sim_life *life, const sim_sitting *sitting)
{
	return life->person.noise_held ? sitting->noise : sim_life_noise(life);
}

void sim_sit_down(sim_life *life, sim_sitting *sitting)
{
	*sitting = (sim_sitting){.now = life->body.pain};
	sitting->noise = sim_life_noise(life);
	sitting->first = sitting->said = sim_say(sitting->now, sitting->noise);
}

/* Three buttons, or a number. */
static int effort_said(sim_life *life, double effort)
{
	if (life->person.three_words)
		return effort < 40 ? 20 : effort < 75 ? 55 : 85;
	int said = (int)effort - 5 + sim_below(&life->rng, 11);
	return said < 0 ? 0 : said > 100 ? 100 : said;
}

/* Pain that was made settles within a minute: truly, and truly told. */
static bool settles(sim_life *life, double rise)
{
	if (rise < 1)
		return true;
	return sim_chance(&life->rng, rise < 2 ? 0.7 : 0.3);
}

static void say_change(sim_life *life, sim_sitting *sitting, sim_reply *reply)
{
	int felt = reply->said_during - sitting->said;
	if (!sim_life_chance(life, SIM_CHANGE_ANSWERED) && !reply->truth.spreads)
		return;
	reply->change = felt <= 0   ? KEEL_CHANGE_SAME_OR_LESS
			: felt == 1 ? KEEL_CHANGE_A_BIT_MORE
				    : KEEL_CHANGE_CLEARLY_MORE;
	if (sim_life_chance(life, SIM_WRONG_ANSWER))
		reply->change = sim_below(&life->rng, 3);
	if (reply->change == KEEL_CHANGE_SAME_OR_LESS) {
		/* The app asks no number then; another host may. */
		if (felt < 0 && sim_chance(&life->rng, 0.3))
			reply->pain = reply->said_during;
		return;
	}
	if (reply->change == KEEL_CHANGE_CLEARLY_MORE && !sim_life_chance(life, SIM_WRONG_ANSWER))
		reply->pain = reply->said_during;
}

static void say_settled(sim_life *life, sim_sitting *sitting, sim_reply *reply)
{
	bool settled = settles(life, reply->truth.rise);
	bool asked = (reply->change != KEEL_ABSENT && reply->change != KEEL_CHANGE_SAME_OR_LESS) ||
		     reply->mid_report;
	if (!settled)
		sitting->now = least(10, sitting->now + 0.6 * reply->truth.rise);
	if (asked && sim_chance(&life->rng, 0.92))
		reply->settled = settled ? KEEL_SETTLED_YES : KEEL_SETTLED_NO;
	if (reply->truth.spreads)
		reply->further = 1;
	else if (asked && life->person.leg_direction >= 0)
		reply->further = 0;
}

static void decide_end(sim_life *life, sim_reply *reply)
{
	int felt = reply->said_during - reply->said_before;
	if (reply->truth.form_lost) {
		reply->form = KEEL_FORM_LOST; /* seen at once, or told afterwards */
		reply->end = sim_chance(&life->rng, 0.6) ? KEEL_END_FORM : KEEL_END_DONE;
	} else if (sim_chance(&life->rng, 0.8)) {
		reply->form = KEEL_FORM_KEPT;
	}
	if (felt >= 3 || reply->truth.spreads || (felt == 2 && sim_chance(&life->rng, 0.5)))
		reply->end = KEEL_END_PAIN;
	else if (life->rare == SIM_RARE_LED && sim_chance(&life->rng, 0.1))
		reply->end = KEEL_END_PAIN; /* pressed, and then nothing more is told */
	else if (reply->truth.eases && reply->end == KEEL_END_DONE)
		reply->end = sim_chance(&life->rng, 0.3) ? KEEL_END_EASED : KEEL_END_DONE;
}

sim_reply sim_do(sim_life *life, sim_sitting *sitting, const sim_task *task)
{
	const keel_movement *facts = &life->catalogue->movements[task->movement];
	sim_reply reply = {.change = KEEL_ABSENT,
			   .pain = KEEL_ABSENT,
			   .settled = KEEL_ABSENT,
			   .further = KEEL_ABSENT,
			   .challenge = KEEL_ABSENT,
			   .form = KEEL_ABSENT,
			   .end = KEEL_END_DONE,
			   .said_before = sitting->said};
	reply.skipped = sim_life_chance(life, SIM_SKIPPED);
	if (reply.skipped) {
		reply.end = KEEL_END_SKIPPED;
		return reply;
	}
	reply.truth = sim_body_do(&life->body, &life->person, facts, task->movement, task->rung,
				  &life->rng);
	double during = least(10, sitting->now + reply.truth.rise - (reply.truth.eases ? 1 : 0));
	reply.said_during = sim_say(during, noise_of(life, sitting));
	decide_end(life, &reply);
	reply.mid_report = reply.end == KEEL_END_PAIN && sim_chance(&life->rng, 0.5);
	if (!reply.mid_report)
		say_change(life, sitting, &reply);
	say_settled(life, sitting, &reply);
	if (facts->aim >= KEEL_AIM_BRACE && sim_life_chance(life, SIM_EFFORT_ANSWERED))
		reply.challenge = effort_said(life, reply.truth.effort);
	if (reply.end == KEEL_END_DONE && sim_life_chance(life, SIM_CUT_SHORT)) {
		reply.cut = true;
		reply.end = KEEL_END_STOPPED;
	}
	int rise = reply.said_during - reply.said_before;
	bool told = reply.mid_report || reply.pain != KEEL_ABSENT;
	bool settled = reply.settled == KEEL_SETTLED_YES;
	reply.counted = told && (rise >= 3 || (rise == 2 && !settled));
	if (told && !settled)
		sitting->said = reply.said_during;
	else if (rise < 0 && told)
		sitting->said = reply.said_during;
	sitting->counted = sitting->counted || reply.counted;
	sitting->completed += reply.end == KEEL_END_DONE || reply.end == KEEL_END_EASED;
	sitting->stopped = rise >= 3 || reply.truth.spreads;
	return reply;
}

void sim_count_reply(sim_life *life, const sim_task *task, const sim_reply *reply)
{
	sim_result *result = life->result;
	const keel_movement *facts = &life->catalogue->movements[task->movement];
	if (reply->skipped)
		return;
	int limit = sim_hidden_limit(&life->person, &life->body, facts, task->movement);
	int rung = task->rung < limit ? task->rung : limit;
	int64_t dose_s = keel_movement_working_s(facts, &facts->rungs[rung - 1]);
	int64_t limit_s = keel_movement_working_s(facts, &facts->rungs[limit - 1]);
	result->items++;
	result->over_limit_items += task->rung > limit;
	result->counted_rises += reply->counted;
	result->true_rises += reply->truth.rise >= 2;
	result->spreads += reply->truth.spreads;
	result->dose_s += dose_s;
	result->limit_s += limit_s;
	if (task->why != NULL)
		result->short_s[task->why->rule] += limit_s - dose_s;
	if (4 * life->day >= 3 * life->def->days) {
		result->late_dose_s += dose_s;
		result->late_limit_s += limit_s;
	}
	result->kind_rises[life->person.kind] += reply->counted;
}
