/* Ledger: what the checks know, kept from the events alone.
 *
 * Written from the clinical rules without looking at core/safety, and never calling it: two books
 * kept by two clerks. Where the state keeps bounded rings, the ledger keeps everything. Movements
 * are indices of one catalogue. Only pure arithmetic of the catalogue (seconds of a dose) and dates
 * are shared.
 */
#ifndef KEEL_SIM_LEDGER_H
#define KEEL_SIM_LEDGER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/catalogue/catalogue.h"
#include "core/event/event.h"

#define SIM_NONE (-1)
#define SIM_NEVER (-1000000)
#define SIM_DAYS_MAX 1200
#define SIM_SESSION_ITEMS_MAX 16

/* One time a movement was done or tried. */
typedef struct sim_deed {
	int32_t date;
	int32_t session;     /* index */
	int32_t before_same; /* the deed before it of the same movement, SIM_NONE */
	uint32_t tick;	     /* when its last event came */
	int16_t movement;
	int16_t index;
	int16_t rung;
	int16_t purpose;
	keel_dose dose;
	int16_t rise;
	int16_t during;	   /* SIM_NONE not known */
	int16_t challenge; /* SIM_NONE */
	bool answered, settled, further, form_lost, complete, stopped;
} sim_deed;

typedef struct sim_ledger_item {
	int16_t movement; /* SIM_NONE: no such item */
	int16_t rung;
	int16_t purpose;
	keel_dose dose;
	int32_t working_s;
	int32_t deed;	/* SIM_NONE: nothing happened yet */
	int16_t before; /* pain before it, SIM_NONE */
	bool begun;
	bool cut; /* a set was cut short */
	int16_t set_last;
	bool settled_known;
} sim_ledger_item;

typedef struct sim_held {
	char id[33];
	int32_t date; /* of its prescription, then of its start */
	int16_t stage;
	bool easy_day, started, ended, unwell;
	int16_t first_pain; /* answered at its start, SIM_NONE */
	int16_t before;	    /* chain of answers, SIM_NONE */
	int16_t first;	    /* what the chain began with */
	int16_t end_pain;
	int16_t after; /* keel_after, SIM_NONE */
	int32_t after_date;
	uint32_t start_tick;
	int item_count;
	sim_ledger_item items[SIM_SESSION_ITEMS_MAX];
} sim_held;

typedef struct sim_question {
	int16_t answer, round; /* SIM_NONE: never */
	int32_t date;
	uint32_t tick;
	bool flagged; /* a flag stands */
	bool flag_unsure;
	int32_t flag_date;
	uint8_t flag_event[16];
} sim_question;

typedef struct sim_moves {
	int32_t last_deed;     /* SIM_NONE */
	int32_t clean_days;    /* dates with a clean exposure, ever */
	int32_t clean_date;    /* the last of them */
	uint32_t closed_tick;  /* counted rises before it are closed */
	bool closed_by_person; /* by "try again" */
	uint32_t cleared_tick; /* rests before it are over: a clinician */
	bool forbidden;
	int32_t forbid_until; /* SIM_NEVER open */
	bool held_long;	      /* 3 x 10 s clean */
} sim_moves;

/* Flares and usual mornings, walked day by day. */
typedef struct sim_mornings {
	bool flare;
	int32_t sore_date, open_date, usual;
	int32_t reset_date;	    /* usual looks back to here after the 7-day row */
	int32_t left_from, left_to; /* mornings of the last closed flare: [from, to) */
} sim_mornings;

typedef struct sim_flare {
	int32_t open_date, close_date, session_date;
	bool by_days;
} sim_flare;

typedef struct sim_override {
	int16_t movement, gate; /* movement SIM_NONE: all */
	int32_t until_date;
} sim_override;

typedef struct sim_ledger {
	const keel_catalogue *catalogue;
	uint32_t tick;
	int32_t first_date;
	int32_t unknown_count, unknown_safety_count;
	/* person */
	int32_t birth_year, training, minutes, exercises_max, wake_min;
	int8_t equipment[KEEL_EQUIPMENT_COUNT], ability[KEEL_ABILITY_COUNT];
	bool has[KEEL_CONDITION_COUNT];
	int32_t since[KEEL_CONDITION_COUNT];
	int programme;
	/* screening */
	sim_question questions[KEEL_QUESTIONS_MAX];
	uint32_t void_tick, again_tick, stop_tick, restart_tick, restart_ever;
	int32_t review_date;
	int32_t leg; /* keel_symptom, SIM_NONE */
	/* pain */
	int32_t rest_pain, rest_pain_date;
	int8_t morning[SIM_DAYS_MAX]; /* by date - first_date, SIM_NONE */
	bool still_worse[SIM_DAYS_MAX];
	bool left_out[SIM_DAYS_MAX];
	sim_mornings mornings; /* walked up to walked_date, exclusive */
	int32_t walked_date;
	int flare_count;
	sim_flare flares[64];
	bool rests[KEEL_DIRECTION_COUNT];
	int32_t spread_date[KEEL_DIRECTION_COUNT];
	int override_count;
	sim_override overrides[64];
	/* done */
	sim_moves moves[KEEL_MOVEMENTS_MAX];
	int deed_count, deed_room;
	sim_deed *deeds;
	int held_count, held_room;
	sim_held *held;
} sim_ledger;

void sim_ledger_begin(sim_ledger *ledger, const keel_catalogue *catalogue, int32_t first_date);
void sim_ledger_end(sim_ledger *ledger);
void sim_ledger_take(sim_ledger *ledger, const keel_event *event);

/* ---- what follows from it, at a date ---- */

/* Tier of the most urgent standing flag, or KEEL_TIER_COUNT. */
int sim_ledger_tier(const sim_ledger *ledger);
/* Questions without an answer that counts: urgent ones only, or all of the first run. */
int sim_ledger_unanswered(const sim_ledger *ledger, bool urgent_only);
bool sim_ledger_again_pending(const sim_ledger *ledger);
int32_t sim_ledger_screened_date(const sim_ledger *ledger); /* oldest of the latest, SIM_NEVER */

typedef struct sim_today {
	int32_t usual;	 /* SIM_NONE */
	int32_t morning; /* SIM_NONE */
	bool sore, flare, worse_a_day, still_worse, unknown, week_up;
	bool flare_closed_by_days_today;
	int32_t flare_open_date;
} sim_today;

sim_today sim_ledger_today(sim_ledger *ledger, int32_t date);
bool sim_ledger_week_up(const sim_ledger *ledger, int32_t monday, int32_t date);

bool sim_held_counts(const sim_ledger *ledger, int session);   /* something was done or tried */
bool sim_held_complete(const sim_ledger *ledger, int session); /* something was completed */
bool sim_held_rise(const sim_ledger *ledger, int session);     /* a counted rise in it */
bool sim_held_clean(const sim_ledger *ledger, int session); /* no rise, form kept, all answered */
bool sim_deed_counted(const sim_deed *deed);
bool sim_deed_clean(const sim_deed *deed);
/* Of the neutral set (C5): a rise offers it shorter next time; what settled within a minute is
 * noise. */
bool sim_neutral_down(const sim_deed *deed);
/* Days since the last session that counts, 0 when there is none. */
int32_t sim_ledger_away_days(const sim_ledger *ledger, int32_t date);
/* Rungs lost by absences that ended after `since`, the present one included. */
int32_t sim_ledger_away_rungs(const sim_ledger *ledger, int32_t since, int32_t date);
int32_t sim_ledger_away_screen(const sim_ledger *ledger, int32_t date);

#endif
