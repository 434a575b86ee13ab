/* Watch: what is checked of every plan, and what is counted.
 *
 * The checks are written from the clinical rules and the invariants of the design over the ledger;
 * they see the plan and the verdict from outside, as a person's app does, and share no code with
 * core/safety. A violation has a code ("3 up after a rise"); the first of each code are kept with
 * seed, person and day, so that they can be repeated.
 */
#ifndef KEEL_SIM_WATCH_H
#define KEEL_SIM_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "core/safety/safety.h"
#include "core/state/verdict.h"
#include "sim/ledger.h"

#define SIM_CODES_MAX 128
#define SIM_TEXT_BYTES 240

typedef struct sim_code {
	const char *code; /* constant; begins with the number of the invariant */
	int64_t count;
	bool odd;	 /* worth a look, no violation */
	int person, day; /* of the first */
	char text[SIM_TEXT_BYTES];
} sim_code;

typedef struct sim_watch {
	int code_count;
	sim_code codes[SIM_CODES_MAX];
	int64_t violation_count;
	int64_t rule_count[KEEL_RULE_COUNT];
	int64_t plan_count;
	int person, day; /* at hand */
	int open_step;	 /* of S2's order, at the last plan */
} sim_watch;

/* What is judged: one plan, as it was made. */
typedef struct sim_case {
	sim_watch *watch;
	const keel_catalogue *catalogue;
	sim_ledger *ledger;
	const keel_moment *now;
	const keel_allowed *allowed;
	const keel_prescription *plan;
	bool light; /* clocks are wrong, or what the ledger knows nothing of: locks and reasons */
	bool folds; /* the state is that of the events as they came */
	sim_today today;
	keel_stage cap; /* found by the checks themselves */
	int32_t pain_now;
} sim_case;

__attribute__((format(printf, 3, 4))) void sim_violation(sim_watch *watch, const char *code,
							 const char *format, ...);
/* Something odd: counted and shown apart, no violation. */
__attribute__((format(printf, 3, 4))) void sim_oddity(sim_watch *watch, const char *code,
						      const char *format, ...);

void sim_watch_plan(sim_case *at);

/* watch_stage.c */
void sim_check_caps(sim_case *at); /* finds at->cap */
void sim_check_stage(sim_case *at);
void sim_check_order(sim_case *at); /* S2's order and declared needs */
#define SIM_ORDER_STEPS 6
extern const char *const sim_order_names[SIM_ORDER_STEPS + 1]; /* the last one: all passed */
/* watch_rest.c */
void sim_check_rests(sim_case *at);
void sim_check_directions(sim_case *at);
/* watch_gate.c */
void sim_check_gates(sim_case *at);
/* Body, equipment and hard gates let it be done. */
bool sim_at_hand(const sim_case *at, int movement);
/* A soft gate without an end keeps it away. */
bool sim_softly_kept(const sim_case *at, int movement);
/* watch_dose.c */
void sim_check_doses(sim_case *at);
/* watch_session.c */
void sim_check_session(sim_case *at);
void sim_check_reasons(sim_case *at);

#endif
