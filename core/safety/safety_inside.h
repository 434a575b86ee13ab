/* Inside of the safety room: what its files share. Not for other rooms.
 *
 * One keel_judge is made for one question ("what is allowed now?"): facts found once, then read by
 * the rules movement by movement. Everything in it is recomputed from the state; nothing is kept.
 */
#ifndef KEEL_CORE_SAFETY_SAFETY_INSIDE_H
#define KEEL_CORE_SAFETY_SAFETY_INSIDE_H

#include "core/safety/safety.h"

#define KEEL_DAYS_BACK                                                                             \
	128 /* how far mornings are replayed: usual reaches 28 + 7 days, thrice over */
#define KEEL_FLARES_MAX                                                                            \
	16 /* in that time: each takes at least two days to open and one to close                  \
	    */

/* ---- after.c ------------------------------------------------------------------------------ */

typedef struct keel_flare {
	int32_t sore_date;    /* first of the two mornings */
	int32_t open_date;    /* second: easy days from here on */
	int32_t close_date;   /* first date that is no flare any more; KEEL_NO_DATE while open */
	int32_t usual;	      /* frozen */
	bool by_days;	      /* closed by the 7-day row */
	int32_t session_date; /* last session before it: its movements go one rung down;
				 KEEL_NO_DATE */
} keel_flare;

typedef struct keel_aftermath {
	int32_t usual;	       /* of today, KEEL_UNKNOWN when there are too few answers */
	int32_t morning_today; /* pain, KEEL_UNKNOWN */
	bool sore_today;
	bool worse_a_day;	       /* answered today */
	bool still_worse;	       /* answered today */
	bool unknown;		       /* nothing is known since the last session */
	const keel_session_state *ask; /* session whose after-effect is to be asked, or NULL */
	bool week_up;		       /* last week's mean was up: no progression this week */
	int32_t flare_count;
	keel_flare flares[KEEL_FLARES_MAX];
	bool flare_open;
} keel_aftermath;

void keel_after_look(const keel_state *state, int32_t today, keel_aftermath *after);

/* The weekly mean of first answers of the week of that Monday is up by 2 on the week before. */
bool keel_after_week_up(const keel_state *state, int32_t monday, int32_t today);

/* ---- screening.c -------------------------------------------------------------------------- */

typedef struct keel_screening {
	bool complete;	    /* every first-run question is answered */
	bool again_pending; /* to be given again, and until then calm only (leg symptoms, "show me")
			     */
	bool soon;	    /* a clinician-soon flag stands */
	int32_t review_days; /* since the last weekly answer or full screening */
	int32_t full_date;   /* oldest of the latest answers; KEEL_NO_DATE when incomplete */
} keel_screening;

/* Fills locks, limits and what is to be asked. since_date: answers older than it are asked again
 * (flare, absence, week), KEEL_NO_DATE none. */
void keel_screening_look(const keel_catalogue *catalogue, const keel_state *state, int32_t today,
			 int32_t since_date, keel_screening *screening, keel_allowed *allowed);

void keel_screening_advice(const keel_catalogue *catalogue, const keel_state *state, int32_t today,
			   keel_allowed *allowed);

/* ---- the judge ---------------------------------------------------------------------------- */

typedef struct keel_judge {
	const keel_catalogue *catalogue;
	const keel_state *state;
	const keel_moment *now;
	keel_aftermath after;
	keel_screening screening;
	keel_allowed *allowed;
	keel_stage cap; /* not above, whatever the stage; fitness when nothing limits */
	keel_reason cap_why;
	int32_t absence_days; /* since the last session, 0 when there is none */
	int32_t screen_since; /* screening older than this does not count after an absence */
	bool absence_unscreened;
	int32_t resting;      /* bit set of directions that rest */
	int32_t way_back;     /* the one whose way back is tried today, as a bit; 0 none */
	int32_t way_back_due; /* bit set of all whose third day has come */
	bool only_direction[KEEL_MOVEMENTS_MAX]; /* nothing but directions whose way back is due
						    withholds it */
	int32_t up_date_count;			 /* dates of sessions that ended 2 points up */
	int32_t up_dates[KEEL_SESSIONS_MAX];
	int32_t up_min;			    /* minutes since getting up, KEEL_UNKNOWN */
	uint32_t gates_hard, gates_soft;    /* bit sets of keel_gate that some condition closes */
	int16_t record[KEEL_MOVEMENTS_MAX]; /* index into state->movements, -1: never named */
	bool in_programme[KEEL_MOVEMENTS_MAX];
	int16_t programme_rung[KEEL_MOVEMENTS_MAX]; /* 0: not said */
} keel_judge;

static inline const keel_movement_state *keel_judge_record(const keel_judge *judge, int movement)
{
	int record = judge->record[movement];
	return record < 0 ? NULL : &judge->state->movements[record];
}

static inline keel_reason keel_reason_none(keel_rule rule)
{
	return (keel_reason){rule, 0, {0}};
}

static inline keel_reason keel_reason_1(keel_rule rule, int32_t a)
{
	return (keel_reason){rule, 1, {a}};
}

static inline keel_reason keel_reason_2(keel_rule rule, int32_t a, int32_t b)
{
	return (keel_reason){rule, 2, {a, b}};
}

void keel_advise(keel_allowed *allowed, keel_reason reason);

/* ---- stage.c ------------------------------------------------------------------------------ */

void keel_stage_look(keel_judge *judge);
bool keel_session_counted_rise(const keel_judge *judge, const keel_session_state *session);
int32_t keel_absence_days(const keel_state *state, int32_t today);
/* Rungs that absences since `date` lower every movement by, the present one included. */
int32_t keel_absence_rungs(const keel_state *state, int32_t since_date, int32_t today);
/* The last date by which screening had to be given again after 28 days away; KEEL_NO_DATE none. */
int32_t keel_absence_screen_since(const keel_state *state, int32_t today);
/* S2's order: sequence_open first (it needs at_hand), sequence_next once all is judged. */
void keel_sequence_look(keel_judge *judge);
void keel_sequence_pick(keel_judge *judge);

/* ---- direction.c -------------------------------------------------------------------------- */

void keel_direction_look(keel_judge *judge);
void keel_direction_offer_way_back(keel_judge *judge);

/* ---- selftest.c: needs the movements judged ------------------------------------------------ */

/* What was moved through in a test today is today's exercise of it: out of the plan. */
void keel_selftest_withhold(keel_judge *judge);
/* Which tests stand how, and the one that is offered. */
void keel_selftest_look(keel_judge *judge);

/* ---- finding.c: what the tests found, and what follows ------------------------------------- */

/* Was the knees test easier with the knees bent (S1.syndrome)? */
bool keel_finding_knees_bent(const keel_state *state);
/* More central, and a rise that is gone (C4): the direction is preferred. */
bool keel_finding_central(const keel_direction_state *direction);
/* Flags for the plan, and the answer that is still wanted. */
void keel_finding_look(keel_judge *judge);
/* What a test found last, in words. */
keel_reason keel_finding_reason(const keel_state *state, keel_test test);
/* Cautions, and the weaker side's limit of a hold. */
void keel_finding_limit(const keel_judge *judge, int movement);

/* ---- gate.c ------------------------------------------------------------------------------- */

/* The conditions of today: gates_hard and gates_soft. It needs up_min. */
void keel_gate_look(keel_judge *judge);

typedef struct keel_gate_finding {
	bool closed;
	bool soft;
	keel_reason why;
	int32_t until_date;
} keel_gate_finding;

keel_gate_finding keel_gate_ability(const keel_judge *judge, const keel_movement *movement);
keel_gate_finding keel_gate_equipment(const keel_judge *judge, const keel_movement *movement);
/* Hard gates when `soft` is false, soft ones when it is true. */
keel_gate_finding keel_gate_condition(const keel_judge *judge, int movement, bool soft);
bool keel_gate_supine_short(const keel_judge *judge, int movement);
/* A gate that would close the movement is open by a clinician's word: fills why. */
bool keel_gate_is_overridden(const keel_judge *judge, int movement, keel_reason *why);

/* ---- edit.c ------------------------------------------------------------------------------- */

/* A threshold as it stands for this person today. */
int32_t keel_tuned(const keel_judge *judge, keel_tunable tunable);
/* The list that a clinician prescribed, into `allowed` and the programme's fields; false when none
 * stands. */
bool keel_edit_look_at_list(keel_judge *judge);
/* The highest rung within what clinicians gave for the movement, at least 1. */
int keel_edit_rung_most(const keel_judge *judge, int movement);

/* ---- rest.c ------------------------------------------------------------------------------- */

typedef struct keel_rest {
	bool rests; /* not offered today */
	keel_reason why;
	int32_t until_date;   /* first date it may come again, KEEL_NO_DATE open */
	bool ended_today;     /* finished for today by its last exposure */
	bool second_rise;     /* it returns at rung 1 */
	bool third_rise;      /* it returns one rung down */
	bool try_again;	      /* ... because the person chose to */
	bool needs_easier;    /* rise of 2 not settled at rung 1: the easier neighbour first */
	int32_t easier_since; /* date from which the neighbour's clean exposure counts */
} keel_rest;

/* Why a movement rests or holds after a rise: pain before and then, as its sentence tells them. A
 * rise in words alone, with nothing known of before, is told from 0. */
keel_reason keel_pain_reason(keel_rule rule, int32_t rise, int32_t during);
keel_rest keel_rest_look(const keel_judge *judge, int movement);

/* Outcome of one exposure of the record. */
/* The rung of today's ladder that an exposure was done on, 1 or more. */
int keel_exposure_rung(const keel_movement *movement, const keel_exposure *exposure);
keel_pain_outcome keel_exposure_outcome(const keel_judge *judge, const keel_exposure *exposure,
					bool neutral);

/* ---- evidence.c --------------------------------------------------------------------------- */

/* *hold_why is why nothing may rise, when input->holds. */
void keel_evidence_look(const keel_judge *judge, int movement, const keel_rest *rest,
			keel_dose_input *input, keel_reason *hold_why);
/* The ladder changed under the last dose: it stands on the highest rung not above it. */
bool keel_evidence_ladder_moved(const keel_judge *judge, int movement);
void keel_week_look(const keel_judge *judge);
bool keel_movement_capped(const keel_movement *movement);

#endif
