/* A life: one person, one policy, day after day. */
#ifndef KEEL_SIM_LIFE_H
#define KEEL_SIM_LIFE_H

#include "core/state/verdict.h"
#include "sim/diary.h"
#include "sim/sim.h"

/* What a policy wants done in a session. */
typedef struct sim_task {
	int16_t movement;
	int16_t rung;
	int16_t purpose;
	keel_dose dose;
	int32_t working_s;
	const keel_reason *why; /* of the dose; NULL for rivals */
} sim_task;

typedef struct sim_life {
	const sim_def *def;
	const keel_catalogue *catalogue;
	sim_policy policy;
	sim_result *result;
	sim_watch *watch;
	sim_person person;
	sim_body body;
	int day;
	int32_t date;
	int rare;	/* sim_rare; 0: one of the crowd */
	sim_rng rng;	/* of what is said and done today */
	int32_t minute; /* of the session */
	/* keel */
	keel_state *state;
	sim_ledger *ledger;
	sim_diary *diary;
	keel_allowed *allowed;
	keel_prescription *plan;
	keel_moment moment;
	int session_number;
	char session[33];
	int stage_best;
	int stage_first;
	int sessions_six_weeks; /* completed */
	bool reached;		/* the next stage within six weeks */
	int64_t own_movement_days, own_resting_days;
	int steady_sessions;  /* running, without a counted rise, all answered */
	bool steady_progress; /* something went up or opened among them */
	bool was_steady, was_stuck;
	int direction_days[KEEL_DIRECTION_COUNT];
	/* rivals */
	int16_t rival_rung[KEEL_MOVEMENTS_MAX];
} sim_life;

/* ---- answers, the same under every policy (session.c) ---- */

typedef struct sim_reply {
	bool skipped, cut;
	sim_effect truth;
	int said_before, said_during;
	int change, pain, settled, further, challenge, form; /* KEEL_ABSENT */
	int end;					     /* keel_end */
	bool mid_report;				     /* told by the pain button first */
	bool counted;
} sim_reply;

typedef struct sim_sitting {
	double now; /* true pain at the moment */
	int noise;  /* of this session, when it is held */
	int said;   /* last said */
	int first;  /* said at the start */
	bool counted, stopped;
	int completed;
} sim_sitting;

void sim_sit_down(sim_life *life, sim_sitting *sitting);
sim_reply sim_do(sim_life *life, sim_sitting *sitting, const sim_task *task);

void sim_count_reply(sim_life *life, const sim_task *task, const sim_reply *reply);

/* ---- days ---- */
void sim_keel_first_day(sim_life *life);
void sim_keel_day(sim_life *life);     /* keel_day.c */
void sim_keel_session(sim_life *life); /* keel_session.c */
/* One movement as a session of its own. */
void sim_keel_alone(sim_life *life, const sim_task *task);
void sim_keel_plan(sim_life *life); /* plans, checks, counts */
void sim_rival_day(sim_life *life); /* rivals.c */

int sim_life_noise(sim_life *life);
bool sim_life_chance(sim_life *life, sim_parameter parameter);

#endif
