/* Diary: what a virtual person's devices write. Each event gets its envelope here, is folded into
 * the state at once and entered in the ledger; kept as a line only when somebody wants the record
 * (a violation, the sampled shuffles, people whose clocks are wrong). Folding at once is right as
 * long as one device writes with a sound clock: then the order of writing is the order of the log.
 * The others go through a real log, which is folded anew before each plan.
 */
#ifndef KEEL_SIM_DIARY_H
#define KEEL_SIM_DIARY_H

#include <stddef.h>

#include "core/event/event.h"
#include "core/state/state.h"
#include "sim/ledger.h"

typedef struct sim_diary {
	keel_state *state;
	sim_ledger *ledger;
	uint64_t person;
	uint32_t device;
	int64_t counter;
	int64_t seq[4];	 /* by device */
	int64_t utc_ms;	 /* of the next event */
	int64_t skew_ms; /* this clock is wrong by so much */
	int64_t lag;	 /* events of others that this device has not seen */
	int32_t offset_min;
	uint8_t last_id[16];
	bool keeps_lines;
	bool folds; /* false: state is made from the lines (sim_diary_refold) */
	size_t used_bytes, room_bytes;
	char *lines; /* JSON Lines */
	int event_count;
} sim_diary;

void sim_diary_begin(sim_diary *diary, keel_state *state, sim_ledger *ledger, uint64_t person);
void sim_diary_end(sim_diary *diary);

/* The clock of the writer: a local date and minute of the day. */
void sim_diary_at(sim_diary *diary, int32_t date, int32_t minute);

/* An event of that type with every optional field absent. */
keel_event sim_event(keel_event_type type);
keel_text sim_text(const char *text);
void sim_diary_write(sim_diary *diary, keel_event *event);
/* An event of a type that this program does not know. Only into records that are kept as lines and
 * not folded here. */
void sim_diary_write_unknown(sim_diary *diary, bool safety);

/* Folds the kept lines in an order of arrival shuffled by `seed` (0: as written) and returns the
 * state's hash, or 0 when the log refused a line. */
uint64_t sim_diary_refold(const sim_diary *diary, uint64_t seed, keel_state *state);

#endif
