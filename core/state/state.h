/* State: what a person's record amounts to, folded event by event in the order of the log.
 *
 * State remembers and does not judge. It knows no catalogue: movements are known by their id text,
 * doses are kept as they were, and every exposure keeps its facts (rise, settled, spread, form,
 * effort, dose), so that safety decides at plan time from dates alone. Rings are bounded; each
 * bound says which window of the clinical rules it covers. They are kept in order of date, then of
 * folding: windows and streaks count dates, whatever order devices were merged in.
 *
 * No pointers and no padding: a state may be copied, stored and hashed as bytes. Zeroed bytes and
 * keel_state_init differ only in dates and in numbers for "not known".
 *
 * An entry whose clock is in doubt is taken to have happened on the last date that was not in
 * doubt, and only what stops or lowers is taken from it.
 */
#ifndef KEEL_CORE_STATE_STATE_H
#define KEEL_CORE_STATE_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/names.h"
#include "core/catalogue/catalogue.h"
#include "core/event/event.h"

#define KEEL_STATE_VERSION 1
#define KEEL_NO_DATE (-1000000) /* long ago; differences of dates never overflow */
#define KEEL_UNKNOWN (-1)	/* a small number that was not answered */

/* Bounds, each with the window of the clinical rules that it covers.
 * Exposures: two clean ones with a few noisy ones between (C3). Rises: three counted in 42 days,
 * with room for settled ones (C2). Mornings: usual reaches 28 days back, a flare in it 7 more, and
 * such chains die out. Sessions: absences and stages; at one a day four months. Weeks: this one and
 * the best four before it (C3), one spare. First answers: the first 7 days, two sessions a day
 * (C1). Open: prescriptions that wait or run, one a device. Overrides: gates a clinician opened;
 * the oldest goes first, which fails closed. */
#define KEEL_ID_BYTES 48
#define KEEL_SESSION_ID_BYTES 32
#define KEEL_MOVEMENT_SLOTS 512 /* hash table: a power of two over 2 x KEEL_MOVEMENTS_MAX */
#define KEEL_EXPOSURES_MAX 8
#define KEEL_RISES_MAX 8
#define KEEL_MORNINGS_MAX 96
#define KEEL_SESSIONS_MAX 128
#define KEEL_WEEKS_MAX 6
#define KEEL_FIRST_ANSWERS_MAX 16
#define KEEL_OPEN_MAX 4
#define KEEL_OPEN_ITEMS_MAX 16 /* the index of a session-item is 0..15 */
#define KEEL_OVERRIDES_MAX 16

/* One time a movement was done, or tried. */
typedef struct keel_exposure {
	int32_t date;	   /* of its session */
	uint32_t order;	   /* fold number of the session's start x 16 + index of the item */
	keel_dose dose;	   /* as prescribed; lever -1 when the record does not say */
	int8_t rung;	   /* as prescribed, of the catalogue of that day */
	int8_t purpose;	   /* keel_purpose */
	int8_t answered;   /* 1: change or pain was answered */
	int8_t rise;	   /* during - before, the worst of it; may be below 0 */
	int8_t during;	   /* 0..10 at that moment, KEEL_UNKNOWN */
	int8_t settled;	   /* of that rise: 0 no or not answered, 1 yes */
	int8_t further;	   /* 1: leg pain spread further down */
	int8_t directions; /* bit set the item declared */
	int8_t none_added; /* 1: the movement allowed no added pain */
	int8_t challenge;  /* 0..100, KEEL_UNKNOWN */
	int8_t form_lost;  /* 1 */
	int8_t complete;   /* 1: done to the end of its dose (an eased hold is complete) */
	int8_t doubt;	   /* 1: from a doubtful clock; counts against, never for */
	int8_t stopped;	   /* 1: ended by pain */
} keel_exposure;

/* A counted rise (3 or more, or 2 that has not settled) or a spread, kept longer than exposures. Noise that settled is
 * not kept: it must never push a counted rise out. */
typedef struct keel_rise {
	int32_t date;
	uint32_t order; /* as in keel_exposure */
	int8_t rise;
	int8_t during;
	int8_t settled;
	int8_t further;
	int8_t directions;
	int8_t spare[3];
} keel_rise;

typedef struct keel_movement_state {
	char id[KEEL_ID_BYTES];
	int32_t id_bytes;
	int32_t exposure_count;
	keel_exposure exposures[KEEL_EXPOSURES_MAX]; /* oldest first */
	int32_t rise_count;
	keel_rise rises[KEEL_RISES_MAX]; /* oldest first */
	int32_t date_first;		 /* first and last time done or tried */
	int32_t date_last;
	uint32_t days[2];	 /* the 64 dates up to date_last it was done on: bit i of the first is i days
				    before it, the second goes on; none from a doubtful clock */
	int32_t date_clean_last; /* last clean exposure */
	int32_t clean_count;	 /* dates with a clean exposure */
	int32_t done_count;	 /* times completed */
	int32_t eased_count;	 /* of those, times it eased: less pain after it (S0.relief) */
	keel_dose clean_best;	 /* the longest clean dose; all 0 when none */
	keel_dose prescribed_dose; /* by a clinician, to begin with and at most; -1: not said */
	keel_dose dose_most;	   /* by a clinician's dose; -1: not said */
	int8_t liking;		   /* keel_liking */
	int8_t forbidden;	   /* by a clinician, until forbid_until */
	int8_t pinned;
	int8_t aim;	   /* keel_aim of its last item */
	int8_t stage;	   /* keel_stage of its last item */
	int8_t prescribed; /* on the list that a clinician made, until prescribe_until */
	int8_t limited;	   /* dose_most stands until dose_until */
	int8_t spare[3];
	int32_t forbid_until; /* last date; KEEL_NO_DATE: open */
	int32_t pin_until;
	int32_t prescribe_until;
	int32_t dose_until;
	uint32_t prescribe_order; /* fold number: the order of the list */
	int32_t try_again_date;	  /* last "try again" */
	uint32_t try_again_order; /* fold number x 16, comparable with keel_rise.order; 0 none */
	int32_t clear_date;	  /* last clear-movement of a clinician */
	uint32_t clear_order;
} keel_movement_state;

typedef struct keel_direction_state {
	int32_t spread_date;	 /* last time it sent leg pain further down */
	uint32_t spread_order;	 /* fold number; 0 never */
	int32_t open_date;	 /* last way back, or test, that did not */
	uint32_t open_order;	 /* the direction rests while spread_order > open_order */
	int32_t test_date;	 /* last self-test */
	int8_t test_pain_before; /* KEEL_UNKNOWN: none */
	int8_t test_pain_after;
	int8_t test_place_before; /* keel_place */
	int8_t test_place_after;
	uint32_t test_order;	/* fold number of it */
	int16_t test_minute;	/* of the day by the wall clock, 0..1439 */
	int8_t test_settled;	/* its rise was gone in 30 minutes: 0 no, 1 yes, KEEL_UNKNOWN */
	int8_t spare;
	uint8_t test_event[16]; /* its id: the answer about the rise replaces it */
} keel_direction_state;

/* Answers of the self-tests that are no number. */
enum { KEEL_KNEES_SAME, KEEL_KNEES_BENT, KEEL_KNEES_STRAIGHT };
enum { KEEL_PSOAS_FREE, KEEL_PSOAS_TIGHT };
enum { KEEL_BRIDGE_GLUTES, KEEL_BRIDGE_HAMSTRINGS, KEEL_BRIDGE_CRAMP };

/* The latest time of one self-test, and how often it was put off since. */
typedef struct keel_test_state {
	int32_t date; /* KEEL_NO_DATE: never */
	int32_t skip_date;
	int32_t skip_count;
	int16_t value[KEEL_SIDE_COUNT]; /* by keel_side; KEEL_UNKNOWN */
	int16_t movement;		/* record it was done with, -1 not said */
} keel_test_state;

typedef struct keel_morning {
	int32_t date;
	int8_t pain;	 /* the largest answer of that date */
	int8_t soreness; /* muscle, KEEL_UNKNOWN; no rule reads it (S0.pain) */
	int8_t doubt;
	int8_t spare;
} keel_morning;

typedef struct keel_session_state {
	uint64_t id_hash;
	int32_t date;
	uint32_t order;	    /* fold number of its start */
	int32_t after_date; /* date of the after-effect answer */
	int8_t stage;	    /* the person's stage as recorded, KEEL_UNKNOWN */
	int8_t easy_day;
	int8_t first_pain; /* KEEL_UNKNOWN when not answered */
	int8_t end_pain;
	int8_t worst_rise;	/* over its exposures, 0 at least */
	int8_t worst_unsettled; /* largest rise that did not settle, 0 none */
	int8_t further;		/* leg pain spread further down in it */
	int8_t done_count;	/* exposures completed */
	int8_t unclean_count;	/* exposures with any rise, lost form or no answer */
	int8_t ended;
	int8_t unwell;
	int8_t after; /* keel_after, KEEL_UNKNOWN */
	int8_t doubt;
	int8_t place; /* keel_place at its start, KEEL_UNKNOWN */
	int8_t test;  /* 1: it held a self-test and nothing else; it counts for no gate */
	int8_t spare[5];
} keel_session_state;

/* A week that held a session. */
typedef struct keel_week {
	int32_t monday;
	int32_t session_count;
	int16_t working_s[KEEL_MOVEMENTS_MAX]; /* by movement record, saturating */
} keel_week;

typedef struct keel_first_answer {
	int32_t date;
	uint32_t order;
	int32_t pain;
} keel_first_answer;

/* The latest answer to one screening question, and the flag it may have raised. */
typedef struct keel_screen_state {
	char id[KEEL_ID_BYTES];
	int32_t id_bytes;
	int32_t date;	/* of the latest answer */
	uint32_t order; /* fold number of it */
	int8_t answer;	/* keel_answer */
	int8_t tier;	/* keel_tier it had when asked */
	int8_t round;
	int8_t flagged;	    /* 1: a yes, or unsure twice, stands */
	int8_t flag_unsure; /* 1: it stands by "unsure" (one tier lower) */
	int8_t flag_tier;
	int8_t clear_kind; /* keel_clearance, KEEL_UNKNOWN: not cleared */
	int8_t spare;
	uint8_t flag_event[16]; /* id of the event that raised it: a clearance must name it */
	int32_t flag_date;
	uint32_t flag_order;
	uint32_t clear_order;
	int32_t clear_date;    /* date of the clearance */
	int32_t assessed_date; /* as the person said; the clearance's own date when not said */
} keel_screen_state;

typedef struct keel_override {
	int32_t until_date;
	uint32_t order;
	int16_t movement; /* record, or -1: every movement */
	int16_t gate;	  /* keel_gate */
} keel_override;

/* A number that a clinician set for this person. */
typedef struct keel_tuned_number {
	int32_t set;
	int32_t value;
	int32_t until_date; /* last date; KEEL_NO_DATE: open */
} keel_tuned_number;

/* One item of a prescription that waits or runs. */
typedef struct keel_open_item {
	keel_dose dose;
	int16_t movement; /* record in keel_state.movements; -1: no such item */
	int32_t working_s;
	int8_t aim;
	int8_t stage;
	int8_t purpose;
	int8_t rung;
	int8_t none_added;
	int8_t directions;
	int8_t set_last;    /* largest set number with an event, 0 none */
	int8_t short_count; /* sets cut short */
	int8_t done;	    /* exercise-done came */
	int8_t end;	    /* keel_end, KEEL_UNKNOWN */
	int8_t swapped_by;  /* index that took over, KEEL_UNKNOWN */
	int8_t answered;
	int8_t before; /* *before* of this item, KEEL_UNKNOWN */
	int8_t rise;   /* worst so far */
	int8_t during;
	int8_t settled; /* of the worst rise: KEEL_UNKNOWN not answered */
	int8_t further;
	int8_t further_known;
	int8_t challenge;
	int8_t form_lost;
	int8_t eased;	     /* 1: pain was less after it */
	int8_t clean;	     /* 1: counted in clean_count */
	int8_t complete;     /* 1: counted in done_count */
	int8_t counted_work; /* 1: its working time is in the week */
	int8_t begun;	     /* 1: its before is fixed */
	int8_t less;	     /* 1: "less", in words */
	int8_t spare[2];
} keel_open_item;

typedef struct keel_open_session {
	char id[KEEL_SESSION_ID_BYTES];
	int32_t id_bytes; /* 0: the slot is free */
	int32_t date;	  /* the local date it is for; of its start once started */
	uint32_t order;	  /* fold number of its start, of its prescription before that */
	int32_t item_count;
	int8_t stage;
	int8_t easy_day;
	int8_t prescribed;
	int8_t started;
	int8_t ended;
	int8_t first_pain; /* KEEL_UNKNOWN */
	int8_t before;	   /* *before* of the next movement (C2 words), KEEL_UNKNOWN */
	int8_t doubt;
	int16_t last_index; /* item that was last touched, -1 none */
	int16_t spare;
	keel_open_item items[KEEL_OPEN_ITEMS_MAX];
} keel_open_session;

typedef struct keel_condition_state {
	int32_t has;	    /* 1 applies */
	int32_t since_date; /* KEEL_NO_DATE: not said */
} keel_condition_state;

typedef struct keel_state {
	uint32_t version;
	uint32_t order;		      /* entries folded so far */
	int32_t date_trusted;	      /* latest date that was not in doubt, KEEL_NO_DATE */
	int32_t unknown_count;	      /* unknown types or newer versions: nothing goes up */
	int32_t unknown_safety_count; /* ... with the safety flag: plan nothing */
	int32_t overflow_count;	      /* things that found no room: nothing goes up */
	int32_t doubt_count;

	/* the person */
	int32_t birth_year; /* KEEL_UNKNOWN */
	int32_t training;   /* keel_training, KEEL_UNKNOWN */
	int32_t confidence; /* 0..10, KEEL_UNKNOWN */
	int32_t goal_bytes;
	char goal[160];
	int32_t minutes; /* asked for, KEEL_UNKNOWN */
	int32_t days_a_week;
	int32_t exercises_max;
	int32_t wake_min;			/* after midnight, KEEL_UNKNOWN */
	int32_t wish_date;			/* the one date of the last wish, KEEL_NO_DATE */
	int32_t wish_minutes;			/* on that date, KEEL_UNKNOWN */
	int32_t wish_calm;			/* 1: only what calms on that date */
	int8_t equipment[KEEL_EQUIPMENT_COUNT]; /* 1 there, 0 not there, KEEL_UNKNOWN */
	int8_t ability[KEEL_ABILITY_COUNT];	/* 1 can, 0 cannot, KEEL_UNKNOWN */
	keel_condition_state condition[KEEL_CONDITION_COUNT];
	int32_t programme_date;	 /* when chosen, KEEL_NO_DATE */
	int32_t programme_bytes; /* 0: none chosen */
	char programme[KEEL_ID_BYTES];

	/* screening */
	int32_t screen_count;
	int32_t review_date;  /* last weekly "none" */
	uint32_t again_order; /* answers folded before this are to be given again: leg symptoms,
				 "show me" */
	int32_t again_date;
	uint32_t void_order; /* answers folded before this count no more: a mis-tap was undone */
	int32_t void_date;
	uint32_t restart_order; /* an emergency or same-day lock was lifted: the plan restarts in
				   calm */
	int32_t restart_date;
	int32_t assessed_date; /* last time the person was assessed or advised, KEEL_NO_DATE */
	int32_t leg_symptom;   /* keel_symptom last reported, KEEL_UNKNOWN */
	int32_t leg_date;
	uint32_t leg_order;
	uint32_t spread_order; /* last spread: the leg questions are asked again */
	int32_t spread_date;
	int32_t unwell_date[KEEL_SIGN_COUNT];	/* last time of each stop sign */
	uint32_t unwell_order[KEEL_SIGN_COUNT]; /* fold number; 0 never */
	keel_screen_state screen[KEEL_QUESTIONS_MAX];

	/* pain */
	int32_t pain_last; /* latest answer at rest, KEEL_UNKNOWN */
	int32_t pain_last_date;
	int32_t first_answer_count;
	keel_first_answer first_answers[KEEL_FIRST_ANSWERS_MAX]; /* earliest dates first */
	int32_t morning_count;
	keel_morning mornings[KEEL_MORNINGS_MAX]; /* oldest first, one a date */
	int32_t session_count;			  /* in the ring */
	int32_t session_total;
	int32_t spare;
	keel_session_state sessions[KEEL_SESSIONS_MAX]; /* oldest first */
	int32_t week_count;
	keel_week weeks[KEEL_WEEKS_MAX]; /* oldest first */
	keel_direction_state directions[KEEL_DIRECTION_COUNT];
	keel_test_state tests[KEEL_TEST_COUNT];
	int32_t tested_date;	 /* last date on which a self-test was moved through */
	int32_t tested_movement; /* record of its movement, -1 */
	int32_t tested_s;	 /* seconds of work of it */
	int32_t override_count;
	keel_override overrides[KEEL_OVERRIDES_MAX];
	keel_tuned_number tuned[KEEL_TUNABLE_COUNT];

	/* prescriptions that wait or run */
	keel_open_session open[KEEL_OPEN_MAX];

	/* movements, in the order in which the record names them */
	int32_t movement_count;
	int16_t slots[KEEL_MOVEMENT_SLOTS]; /* index + 1; 0 free */
	keel_movement_state movements[KEEL_MOVEMENTS_MAX];
} keel_state;

void keel_state_init(keel_state *state);

/* Folds one entry of the settled log; retracted entries change nothing. */
void keel_state_fold(keel_state *state, const keel_log_entry *entry);

/* Folds a whole settled log into a fresh state. */
void keel_state_fold_log(keel_state *state, const keel_log *log);

/* Equal for equal sets of events, on every machine. */
uint64_t keel_state_hash(const keel_state *state);

/* Whether the word given lifts a flag of that tier (C1, Unlocking): a mis-tap; advice from clinician-soon on; an
 * assessment dated from the flag to the word, for an emergency given on a later day. The one reading of that rule. */
bool keel_state_is_lifted(const keel_screen_state *screen, int tier);

/* Whether something with that last date (KEEL_NO_DATE: open) holds on a date. */
bool keel_state_holds_on(int32_t until_date, int32_t date);

/* A threshold as it stands for this person on a date. */
int32_t keel_state_tuned(const keel_state *state, keel_tunable tunable, int32_t date);

/* A rise as this person's stop reads it: where a clinician set the stop lower than C2 does, a rise
 * that reaches it is the rise that C2 stops at. So the table of C2 itself stays one for all. */
int32_t keel_rise_read(int32_t stop, int32_t rise);
int32_t keel_state_rise_read(const keel_state *state, int32_t date, int32_t rise);

/* Why an edit of a clinician is not taken, by the bounds of core/state/thresholds.h; NULL when it
 * is. *field is the field at fault. The bounds of a dose are the movement's own
 * (keel_safety_edit_fault). `date`: the local date of the edit. */
const char *keel_state_edit_fault(const keel_event_clinician_edit *edit, int32_t date,
				  const char **field);

/* Record of a movement, or NULL when the log never named it. */
const keel_movement_state *keel_state_movement(const keel_state *state, const char *id,
					       int id_bytes);

/* The session with that id that waits or runs, or NULL. */
const keel_open_session *keel_state_open(const keel_state *state, const char *id, int id_bytes);

/* A session started on that date and not ended, the latest; NULL when there is none. */
const keel_open_session *keel_state_running(const keel_state *state, int32_t date);

/* The last session by date, or NULL. */
const keel_session_state *keel_state_session_last(const keel_state *state);

/* ---- *before* (C2 words), shared by the fold and the player
 * ---------------------------- */

typedef struct keel_answer_after {
	int32_t first;	 /* pain at the start of the session, KEEL_UNKNOWN */
	int32_t before;	 /* of this movement, KEEL_UNKNOWN */
	int32_t change;	 /* keel_change, KEEL_UNKNOWN: not answered */
	int32_t pain;	 /* the number, KEEL_UNKNOWN: not given */
	int32_t settled; /* 1 yes; 0 no or not answered */
} keel_answer_after;

typedef struct keel_rise_now {
	int32_t answered; /* 0: nothing is known */
	int32_t rise;	  /* during - before */
	int32_t during;	  /* 0..10, KEEL_UNKNOWN */
	int32_t before_next;
} keel_rise_now;

/* What an answer means: the rise, and the *before* of the next movement. "Same or less" is a rise
 * of 0, "a bit more" of 1, "clearly more" without a number of 2. A number decides when it is given;
 * only, with words of more, it is a rise of 1 at least. Pain reported when nothing is known of
 * before is a rise of 2: who presses the button feels more. */
keel_rise_now keel_state_rise(const keel_answer_after *answer);

#endif
