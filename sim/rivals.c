/* The rivals: plans that listen to nobody. They meet the same people and are counted in the same
 * way; what a body cannot do at all (CLINICAL 5, last row) is left out, as any person would.
 */
#include <string.h>

#include "sim/life.h"

static const char *const five_best[] = {"cat-cow", "down-dog-to-plank", "glute-bridge",
					"seated-twist", "half-moon"};
static const char *const sheet[] = {"pelvic-tilt", "cat-cow", "glute-bridge",
				    "prone-hip-extension"};
enum { SHEET_RUNG = 2, ITEMS_MAX = 5 };

static int find(const sim_life *life, const char *id)
{
	return keel_movement_find(life->catalogue, id, strlen(id));
}

static bool can(const sim_life *life, int movement)
{
	const keel_movement *facts = &life->catalogue->movements[movement];
	const bool *cannot = life->person.cannot;
	return !(cannot[KEEL_ABILITY_KNEEL] && (facts->gates >> KEEL_GATE_KNEEL & 1) == 1) &&
	       !(cannot[KEEL_ABILITY_LIE] && (facts->gates >> KEEL_GATE_LIE & 1) == 1) &&
	       !(cannot[KEEL_ABILITY_FLOOR] && (facts->gates >> KEEL_GATE_FLOOR & 1) == 1) &&
	       !(cannot[KEEL_ABILITY_CROSS_LEGS] &&
		 (facts->gates >> KEEL_GATE_CROSS_LEGS & 1) == 1);
}

static void add(const sim_life *life, sim_task *tasks, int *count, int movement, int rung)
{
	if (movement == KEEL_NO_MOVEMENT || !can(life, movement))
		return;
	const keel_movement *facts = &life->catalogue->movements[movement];
	rung = rung > facts->rung_count ? facts->rung_count : rung;
	sim_task task = {(int16_t)movement,
			 (int16_t)rung,
			 KEEL_PURPOSE_PLAN,
			 facts->rungs[rung - 1],
			 0,
			 NULL};
	task.working_s = keel_movement_working_s(facts, &task.dose);
	tasks[(*count)++] = task;
}

static int plan(sim_life *life, sim_task tasks[ITEMS_MAX])
{
	int count = 0;
	switch (life->policy) {
	case SIM_POLICY_FIVE_BEST:
		for (size_t i = 0; i < sizeof five_best / sizeof five_best[0]; i++) {
			int movement = find(life, five_best[i]);
			int rung =
				movement < 0 ? 1 : life->catalogue->movements[movement].seed_rung;
			add(life, tasks, &count, movement, rung);
		}
		break;
	case SIM_POLICY_RANDOM:
		for (int i = 0; i < 4; i++)
			add(life, tasks, &count,
			    sim_below(&life->rng, life->catalogue->movement_count),
			    1 + sim_below(&life->rng, 3));
		break;
	default:
		for (size_t i = 0; i < sizeof sheet / sizeof sheet[0]; i++) {
			int movement = find(life, sheet[i]);
			bool up = life->policy == SIM_POLICY_ALWAYS_UP && movement >= 0;
			add(life, tasks, &count, movement,
			    up ? 1 + life->rival_rung[movement] : SHEET_RUNG);
		}
		break;
	}
	return count;
}

/* What always-up gives next time. */
static void climb(sim_life *life, const sim_task *task, const sim_reply *reply)
{
	int rung_count = life->catalogue->movements[task->movement].rung_count;
	if (reply->end == KEEL_END_DONE && life->rival_rung[task->movement] < rung_count - 1)
		life->rival_rung[task->movement]++;
}

void sim_rival_day(sim_life *life)
{
	sim_task tasks[ITEMS_MAX];
	sim_sitting sitting;
	if (!sim_life_chance(life, SIM_SESSION_A_DAY))
		return;
	int count = plan(life, tasks);
	life->result->plans++;
	life->result->prescribed += count > 0;
	life->result->empty_days += count == 0;
	if (count == 0)
		return;
	sim_sit_down(life, &sitting);
	life->result->started++;
	for (int i = 0; i < count && !sitting.stopped; i++) {
		sim_reply reply = sim_do(life, &sitting, &tasks[i]);
		sim_count_reply(life, &tasks[i], &reply);
		climb(life, &tasks[i], &reply);
	}
	life->result->completed += sitting.completed > 0;
	life->result->kind_sessions[life->person.kind] += sitting.completed > 0;
}
