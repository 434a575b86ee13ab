/* Safety: which movements are allowed today and how far, and what must stop. It may only stop,
 * lower or offer less.
 *
 * Everything here is integer arithmetic on small structs: no I/O, no memory, no floats. The
 * functions that decide one thing (keel_pain_outcome, keel_dose_step, keel_screen_tier ...) are
 * pure and total, so that they can be enumerated and proved; keel_safety_allowed joins them for a
 * whole catalogue. The numbers stand in core/state/thresholds.h.
 *
 * Axes and units: pain 0..10, effort percent, dates in days, rungs from 1.
 * This room never chooses: among what it allows, core/plan chooses.
 */
#ifndef KEEL_CORE_SAFETY_SAFETY_H
#define KEEL_CORE_SAFETY_SAFETY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/catalogue/catalogue.h"
#include "core/state/rules.h"
#include "core/state/state.h"
#include "core/state/thresholds.h"
#include "core/state/verdict.h"

/* ---- the whole of today
 * ---------------------------------------------------------------- */

/* Judges every movement of the catalogue and the day as a whole. */
void keel_safety_allowed(const keel_catalogue *catalogue, const keel_state *state,
			 const keel_moment *now, keel_allowed *allowed);

/* Why an edit of a clinician is not taken: by keel_state_edit_fault, by a movement that the
 * catalogue does not hold, or by a dose that its ladder does not reach (each variable between the
 * least and the most of its rungs). NULL when it is taken; *field is the field at fault. */
const char *keel_safety_edit_fault(const keel_catalogue *catalogue,
				   const keel_event_clinician_edit *edit, int32_t date,
				   const char **field);

/* The highest rung not above what a clinician's dose names (below 0: not named), at least 1. */
int keel_safety_dose_rung_most(const keel_movement *movement, const keel_dose *most);

/* Second pass over a prescription made from `allowed`: removes what is not allowed, lowers what is
 * too high, with the reason plan.second-pass. Returns the number of changes, also in
 * prescription->shrunk_count; it must be 0. */
int keel_safety_check(const keel_catalogue *catalogue, const keel_state *state,
		      const keel_allowed *allowed, keel_prescription *prescription);

/* ---- pain during a movement (C2, first table): used live by the player and for every exposure of
 * the record ---- */

typedef struct keel_pain_input {
	int32_t before;	    /* 0..10, KEEL_UNKNOWN */
	int32_t during;	    /* 0..10, KEEL_UNKNOWN */
	int32_t rise;	    /* during - before; given apart because words may be all there is
			       (keel_state_rise) */
	bool settled_known; /* "has it settled within a minute?" was answered */
	bool settled;
	bool further;	 /* leg pain spreads further down */
	bool none_added; /* the movement allows no added pain (S2.nopain) */
	bool neutral;	 /* member of the neutral set: a rise ends it for today (C5) */
} keel_pain_input;

typedef enum keel_pain_action {
	KEEL_PAIN_GO_ON,   /* clean: go on */
	KEEL_PAIN_SMALLER, /* offer smaller or slower, go on (rise 1; then ask whether it settled)
			    */
	KEEL_PAIN_FINISH,  /* finish this movement for today */
	KEEL_PAIN_FINISH_CALM /* stop; a calm movement to finish with */
} keel_pain_action;

typedef struct keel_pain_outcome {
	keel_rule rule; /* first matching row */
	keel_pain_action action;
	bool ask_settled; /* the answer decides between two rows: ask before counting */
	bool clean;	  /* no rise */
	bool counted;
	bool rests_directions; /* every direction the movement declares rests */
	int32_t rest_days;     /* of the movement itself, 0 none */
	int32_t rungs_down;    /* next time, 0 or 1 */
} keel_pain_outcome;

keel_pain_outcome keel_pain_judge(const keel_pain_input *input);

/* End of session against its start (C2): finish with a calm movement, and nothing done today
 * progresses. */
bool keel_pain_session_up(int32_t first, int32_t end);

/* A stop sign (C1b): true when it leads to the emergency screen. */
bool keel_stop_is_emergency(keel_sign sign);

/* ---- dose (C3, C6): one step of one movement
 * ------------------------------------------- */

typedef enum keel_dose_kind {
	KEEL_DOSE_KIND_COMFORT, /* mobility, stretch, breathing, control: rises by comfort alone */
	KEEL_DOSE_KIND_EFFORT	/* brace and later: rises by effort; 40-79 only in strengthen and
				   fitness */
} keel_dose_kind;

typedef struct keel_dose_input {
	int32_t rung;	    /* of the last exposure in today's ladder, 1..; 0: never done */
	int32_t rung_count; /* 1.. */
	int32_t rung_first; /* where it begins, 1.. */
	int32_t rung_seed;  /* where the seed's dose stands, 1.. */
	keel_dose_kind kind;
	bool strengthening;    /* the stage is strengthen or fitness */
	int32_t clean_count;   /* clean exposures on different days since the last change, counted
				  rises clear */
	int32_t effort_count;  /* of those with an effort answer, 0..2: the last ones */
	int32_t effort_last;   /* percent */
	int32_t effort_before; /* the one before */
	int32_t too_hard_running;  /* exposures running with 95 and over or lost form, 0..2 */
	int32_t form_lost_running; /* of those, lost form, 0..2 */
	keel_rule pain_rule;	   /* outcome of the last exposure */
	int32_t pain_down;	   /* rungs that outcome lowers, 0 or 1 */
	bool second_rise;	   /* returns at rung 1 */
	bool third_rise;	   /* returns one rung down after "try again" or a clinician */
	bool flare_down;	   /* a flare lowers it, once */
	int32_t absence_down;	   /* rungs, 0.. */
	bool absence_holds;	   /* away 7 to 13 days */
	bool holds;		   /* the day allows no step up */
	keel_rule hold_rule;
	bool has_changed; /* it stood on another rung before */
	int32_t days_since_change;
} keel_dose_input;

typedef struct keel_dose_verdict {
	int32_t rung; /* 1..rung_count */
	int32_t step; /* +1 up, 0, or down by so many */
	keel_rule rule;
	keel_rule hold_rule; /* rule when the session's own limits refuse the step up */
} keel_dose_verdict;

keel_dose_verdict keel_dose_step(const keel_dose_input *input);

/* Highest rung whose dose is not above `dose` in any variable, at least 1; rung_logged serves when
 * the record does not know the lever. */
int keel_dose_rung(const keel_movement *movement, const keel_dose *dose, int rung_logged);

/* ---- self-tests (C4): may one be offered today
 * ---------------------------------------------------------- */

typedef struct keel_test_input {
	int32_t first_day;   /* days after the first session from which it is offered, 1.. */
	bool direction;	     /* a direction self-test */
	bool effort;	     /* a hold or a count: only on a day on which things may go up */
	int32_t condition;   /* keel_condition that rules it out, -1 none */
	int32_t since_first; /* days since the first session, KEEL_UNKNOWN: none yet */
	int32_t since_done;  /* days since it was done, KEEL_UNKNOWN: never */
	bool went_further;   /* then pain went further out */
	int32_t since_skip;  /* days since it was put off, KEEL_UNKNOWN: not since it was done */
	int32_t skip_count;  /* times it was put off since it was done */
	bool tested_today;   /* some test was done or put off today */
	bool session_today;  /* a session was begun today */
	int32_t pain;	     /* 0..10, KEEL_UNKNOWN */
	bool leg;	     /* leg weakness, or leg symptoms that worsen */
	bool easy_day;	     /* calm only, today */
	bool holds;	     /* nothing goes up today */
	bool just_up;	     /* mornings are worse, and an hour has not passed */
	bool movement;	     /* a movement for it is allowed today */
} keel_test_input;

typedef struct keel_test_may {
	keel_test_standing standing;
	keel_rule rule;
	int32_t in_days; /* until it may be offered, 0 today; KEEL_UNKNOWN: no date says */
} keel_test_may;

/* Pure and total; the first row that matches wins. */
keel_test_may keel_test_judge(const keel_test_input *input);

/* ---- screening (C1)
 * -------------------------------------------------------------------- */

/* What an answer amounts to: the tier, one tier lower when still unsure; KEEL_TIER_COUNT: nothing.
 */
int keel_screen_tier(int tier, int answer, int round);

#endif
