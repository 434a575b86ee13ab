/* The simulation: many people, many days, one policy at a time.
 *
 * sim_run lives each person's days one after the other. With policy keel the real core plans and is
 * watched; the rivals plan by a fixed rule and meet the same people with the same weather. Same
 * seed, same numbers, on every machine.
 */
#ifndef KEEL_SIM_SIM_H
#define KEEL_SIM_SIM_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/catalogue/catalogue.h"
#include "sim/people.h"
#include "sim/watch.h"

/* Q(NAME, "name", "what it does") */
#define SIM_POLICY_LIST(Q)                                                                         \
	Q(KEEL, "keel", "the real core")                                                           \
	Q(FIVE_BEST, "five-best", "the programme five-best at the seed's dose, every time")        \
	Q(SHEET, "sheet", "a clinic sheet of four movements at one dose, every time")              \
	Q(RANDOM, "random", "four movements by chance, rungs by chance")                           \
	Q(ALWAYS_UP, "always-up", "the sheet, a rung up after every completed session")

typedef enum sim_policy {
#define SIM_POLICY_ENUM(NAME, name, what) SIM_POLICY_##NAME,
	SIM_POLICY_LIST(SIM_POLICY_ENUM)
#undef SIM_POLICY_ENUM
		SIM_POLICY_COUNT
} sim_policy;

extern const char *const sim_policy_names[SIM_POLICY_COUNT];

#define SIM_PERSON_ANY (-1)
#define SIM_RARE_FROM 1000000000 /* numbers from here on are those of rare people (rare.c) */

typedef struct sim_def {
	int people;
	int days;
	uint64_t seed;
	int plant_day;	  /* a violation is made up on that day of the first person; -1 never */
	int only_person;  /* SIM_PERSON_ANY: all */
	int rare;	  /* rare people behind the crowd (rare.c) */
	int threads;	  /* 1.. */
	int sample_every; /* every so manieth person's record is shuffled and folded anew; 0 none */
	const keel_catalogue *catalogue;
	const unsigned char *catalogue_bytes; /* of the same */
	size_t catalogue_byte_count;
} sim_def;

sim_def sim_default_def(void);

#define SIM_SHARE_BINS 101

/* What came of a policy. Sums over people; shares in percent go into bins, for medians without a
 * list. */
typedef struct sim_result {
	sim_policy policy;
	int64_t people, person_days, plans, locked_days, empty_days;
	int64_t prescribed, started, completed; /* sessions */
	int64_t items, over_limit_items;
	int64_t again_items;		   /* were in the session before as well */
	int64_t counted_rises, true_rises; /* said, and true ones of 2 and more */
	int64_t spreads;
	int64_t dose_s, limit_s; /* seconds done, and at the hidden limit */
	int64_t steps_up, steps_down;
	int64_t noise_down; /* lowered although nothing truly rose */
	int64_t movement_days, resting_days;
	int64_t resting_bins[SIM_SHARE_BINS]; /* people by percent of movement-days resting */
	int64_t improving_active, improving_active_reached; /* ... with 12 sessions by then */
	int64_t improving, improving_reached;		    /* the next stage within six weeks */
	int64_t people_steady; /* six sessions without counted rise, all answered */
	int64_t people_stuck;  /* ... and not offered progress */
	int64_t stage_people[KEEL_STAGE_COUNT]; /* who reached it */
	int64_t stage_day_bins[KEEL_STAGE_COUNT]
			      [SIM_SHARE_BINS]; /* by day, the last bin is later */
	int64_t order_people[SIM_ORDER_STEPS +
			     1];	   /* personal plans by the step that is open at the end */
	int64_t late_dose_s, late_limit_s; /* of the last quarter of the days */
	int64_t shuffled, shuffled_wrong;
	int64_t snapshots;		  /* from which somebody's record went on */
	int64_t short_s[KEEL_RULE_COUNT]; /* seconds under the hidden limit, by rule of the dose */
	int64_t kind_rises[SIM_KIND_COUNT], kind_sessions[SIM_KIND_COUNT];
	int64_t nodes_max;	    /* of a search for the best few; not a sum either */
	int64_t direction_days_max; /* longest rest of a direction, days; not a sum, as what is
				       above */
	double seconds;		    /* of processor time */
} sim_result;

/* Lives everybody's days, person by person in turn over the threads; the numbers do not depend on
 * how many there are. watch is filled for policy keel only. */
void sim_run(const sim_def *def, sim_policy policy, sim_watch *watch, sim_result *result);

/* Adds what another part of the crowd gave. */
void sim_result_merge(sim_result *into, const sim_result *from);
void sim_watch_merge(sim_watch *into, const sim_watch *from);

/* The state's hash of a record that came in pieces, now and then from a snapshot; 0 when one of
 * them gave another state. */
struct sim_diary;
uint64_t sim_diary_in_pieces(const sim_def *def, const struct sim_diary *diary, uint64_t seed,
			     int64_t *snapshots);

/* Writes the record of one person under keel, as JSON Lines. False when there is none. */
bool sim_write_record(const sim_def *def, int person, FILE *out);

/* One record with what the core answers to it (answers.c); and those of everybody. */
bool sim_write_answers(const sim_def *def, const struct sim_diary *diary, int person, FILE *out);
bool sim_write_all(const sim_def *def, FILE *out);

/* The local date on which somebody's days begin. */
int32_t sim_first_date(int person);

/* The lower median of what a bin array holds; -1 when it is empty. */
int sim_median(const int64_t *bins);

/* ---- report ---- */
void sim_report(FILE *out, const sim_def *def, const sim_result *results, int result_count,
		const sim_watch *watch);
void sim_report_json(FILE *out, const sim_def *def, const sim_result *results, int result_count,
		     const sim_watch *watch);
/* Rules that never fired and are not explained; names go to out when it is not NULL. */
int sim_report_silent(FILE *out, const sim_watch *watch, int64_t at_least);

#endif
