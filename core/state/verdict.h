/* Verdict and prescription: the small structs that safety, plan and coach hand to each other. They
 * live in this room because safety and plan are blind to each other. Nothing is decided here.
 *
 * Indices are those of one keel_catalogue. Dates are local dates as days since 1970-01-01.
 */
#ifndef KEEL_CORE_STATE_VERDICT_H
#define KEEL_CORE_STATE_VERDICT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/names.h"
#include "core/catalogue/catalogue.h"
#include "core/state/rules.h"
#include "core/state/state.h"

#define KEEL_INPUTS_MAX 6
#define KEEL_CAUTIONS_MAX 3
#define KEEL_LOCKS_MAX 8
#define KEEL_ADVICE_MAX 8
#define KEEL_ITEMS_MAX 8 /* session-prescribed holds 1..8 */

/* Where a programme is an index of the catalogue's programmes, it may also be one of these. */
#define KEEL_PROGRAMME_NONE (-1)      /* personal: Keel chooses */
#define KEEL_PROGRAMME_CLINICIAN (-2) /* the list that a clinician prescribed */

/* The moment a question is asked. */
typedef struct keel_moment {
	int32_t date;	/* keel_date_of */
	int32_t minute; /* of the day by the wall clock, 0..1439 */
	int32_t up_min; /* minutes since getting up; KEEL_UNKNOWN: the schedule's wake time serves
			 */
} keel_moment;

typedef struct keel_reason {
	keel_rule rule;
	int32_t input_count;
	int32_t inputs[KEEL_INPUTS_MAX]; /* numbers the rule saw; their meaning stands in rule.<id>
					  */
} keel_reason;

typedef enum keel_standing {
	KEEL_STANDING_ALLOWED,
	KEEL_STANDING_SOFT, /* withheld by a soft gate: "do it anyway" is one tap */
	KEEL_STANDING_WITHHELD
} keel_standing;

/* What safety says about one movement today. */
typedef struct keel_movement_verdict {
	keel_standing standing;
	keel_reason why;    /* when not allowed: the deciding rule */
	bool rests;	    /* it rests because of pain (listed as resting) */
	int32_t until_date; /* first date it may come again; KEEL_NO_DATE: not known or open */
	int16_t instead;    /* allowed substitute, or KEEL_NO_MOVEMENT */
	int16_t rung; /* highest rung today, 1..; filled for withheld movements too ("if it were
			 offered") */
	int16_t hold_rung; /* rung when a step up is not taken; equals rung when steps_up is false
			    */
	keel_purpose purpose; /* plan, way-back or try-again */
	bool steps_up;	      /* rung is above the last completed dose */
	int16_t clean_count;  /* clean dates at this rung since its last change */
	bool capped;	      /* its working time counts towards the weekly cap */
	bool sequence_open;   /* S2's order has come to it (movements outside that order: true) */
	bool gate_wants;      /* the gate of the next stage asks for it */
	bool at_hand;	/* body, equipment and gates let it be done at all: only pain, stage or time
			   withhold it */
	keel_dose dose; /* at rung; a way back has its own */
	keel_reason dose_why; /* why that rung */
	keel_reason
		hold_why; /* why hold_rung, when the step is refused by the session's own limits */
	int32_t caution_count;
	keel_reason cautions[KEEL_CAUTIONS_MAX];
} keel_movement_verdict;

typedef struct keel_lock {
	keel_reason why;    /* screen.emergency, .same-day, .unanswered, .under-age, log.update */
	uint8_t event[16];  /* of the answer; all 0 when none made it */
	int16_t question;   /* index in the catalogue, -1 none */
	int32_t since_date; /* KEEL_NO_DATE none */
	int32_t not_before_date; /* earliest date it can open; KEEL_NO_DATE: at once */
	bool way_mistake;
	bool way_assessed; /* "I was assessed" */
	bool way_advice;   /* "I have had advice" */
} keel_lock;

typedef enum keel_test_standing {
	KEEL_TEST_STANDING_DUE, /* at most one a day */
	KEEL_TEST_STANDING_DONE,
	KEEL_TEST_STANDING_SKIPPED,
	KEEL_TEST_STANDING_NOT_YET,
	KEEL_TEST_STANDING_NOT_FOR_YOU,
	KEEL_TEST_STANDING_COUNT
} keel_test_standing;

/* One self-test (C4): may it be offered today, and what did it find last. */
typedef struct keel_test_verdict {
	keel_test_standing standing;
	keel_reason why;
	int32_t due_date; /* first date it may be offered; KEEL_NO_DATE: not known */
	int16_t movement; /* that leads it today, allowed; KEEL_NO_MOVEMENT */
	keel_dose dose;	  /* of that movement in the test */
	bool twice;	  /* as many again, when the first went well */
	int32_t found_date; /* KEEL_NO_DATE: never done */
	keel_reason found;  /* what it found then */
} keel_test_verdict;

typedef struct keel_allowed {
	int32_t date;
	bool locked; /* nothing may be prescribed; locks[0] is the most urgent */
	int32_t lock_count;
	keel_lock locks[KEEL_LOCKS_MAX];
	int32_t limit_count; /* flags that limit without locking (clinician soon) and can be cleared
			      */
	keel_lock limits[KEEL_LOCKS_MAX];

	bool ask_screening; /* questions[] to be asked */
	bool ask_question[KEEL_QUESTIONS_MAX];
	int8_t ask_round[KEEL_QUESTIONS_MAX]; /* 1, or 2: with plain examples */
	keel_reason ask_why;
	bool ask_later;				/* questions that are in nobody's way */
	int8_t later_round[KEEL_QUESTIONS_MAX]; /* 0: not asked; 1, 2 as ask_round */
	bool ask_review;
	bool ask_morning;
	bool ask_after;		    /* after-effect of the last session */
	uint64_t ask_after_session; /* hash of its id (keel_session_state.id_hash) */
	int32_t ask_after_date;

	int32_t advice_count;
	keel_reason advice[KEEL_ADVICE_MAX];

	keel_stage stage; /* the person's own */
	keel_reason stage_why;
	keel_stage stage_today; /* not above: what today holds */
	keel_reason cap_why;	/* why stage_today is below stage; else stage_why */
	bool easy_day;		/* calm only today although the person's stage is higher */
	bool holds;		/* nothing goes up today */
	keel_reason hold_why;
	int32_t pain_now;	  /* latest answer that counts for today, KEEL_UNKNOWN */
	int32_t usual_morning;	  /* *usual* of today (C2 words), KEEL_UNKNOWN: too few answers */
	int16_t programme;	  /* index of the seed programme chosen, or KEEL_PROGRAMME_… */
	int32_t prescribed_count; /* KEEL_PROGRAMME_CLINICIAN: its movements, in its order */
	int16_t prescribed[KEEL_MOVEMENTS_MAX];
	bool maintenance; /* pain 0-1 for four weeks: fewer days, favourites, what relieves */

	/* weekly cap: a step up of a capped movement is refused if week_done_s + the session's
	 * capped seconds would pass the larger of week_cap_s and week_best_s + one set of it */
	bool week_capped;
	int32_t week_done_s;
	int32_t week_best_s;
	int32_t week_cap_s;

	int16_t sequence_next; /* S2's first open step that is allowed today, or KEEL_NO_MOVEMENT */
	int16_t calm_finish;   /* movement to finish with after a stop, or KEEL_NO_MOVEMENT */
	int32_t directions_preferred; /* bit set: more central in a test */
	int32_t directions_avoided;   /* bit set: lean away from, choice only */

	/* self-tests */
	keel_test_verdict tests[KEEL_TEST_COUNT];
	int16_t test;		 /* keel_test offered today, -1 none; no plan needs it */
	int16_t ask_direction;	 /* keel_direction: was the rise of its test gone? -1 none */
	int16_t tested_movement; /* moved through in a test today: today's exercise of it */
	int32_t tested_s;	 /* seconds of work of that */
	bool tight_psoas;	 /* loosen the hip flexors first (S3.balance) */
	bool hamstrings_override; /* wake the glutes (S3.override) */
	int32_t movement_count;
	keel_movement_verdict movements[KEEL_MOVEMENTS_MAX];
} keel_allowed;

typedef struct keel_item {
	int16_t movement;
	int16_t instead_of; /* programme item it stands in for, or KEEL_NO_MOVEMENT */
	keel_purpose purpose;
	int16_t rung;
	bool steps_up;
	keel_dose dose;
	int32_t working_s;
	int32_t total_s;
	keel_reason dose_why;
	keel_reason choice_why;
	int32_t caution_count;
	keel_reason cautions[KEEL_CAUTIONS_MAX];
} keel_item;

typedef struct keel_withheld {
	int16_t movement;
	int16_t instead;    /* or KEEL_NO_MOVEMENT */
	int32_t until_date; /* first date it may come again, KEEL_NO_DATE */
	bool soft;	    /* "do it anyway" is one tap */
	keel_reason why;
} keel_withheld;

typedef struct keel_prescription {
	int32_t date;
	int16_t programme; /* index, or KEEL_PROGRAMME_… */
	keel_stage stage;
	bool easy_day;
	keel_reason stage_why; /* of the stage, or of what limits it today */
	int32_t minutes;       /* rounded up */
	int32_t item_count;    /* 0 only when locked */
	keel_item items[KEEL_ITEMS_MAX];
	int32_t withheld_count; /* every candidate that is not in the session, in catalogue order */
	keel_withheld withheld[KEEL_MOVEMENTS_MAX];
	bool search_stopped; /* the choice was not proved best (bounded search stopped early) */
	int32_t search_nodes;
	int32_t shrunk_count; /* items the second pass of safety removed or lowered: a defect when
				 not 0 */
} keel_prescription;

#endif
