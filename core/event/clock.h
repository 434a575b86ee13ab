/* Clock: whose clock is in doubt, of readings in fold order. The rule and its reasons are at the
 * head of clock.c. */
#ifndef KEEL_CORE_EVENT_CLOCK_H
#define KEEL_CORE_EVENT_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* What an event says of its device's clock. */
#define KEEL_CLOCK_FIRST_UTC_MS 1704067200000 /* 2024-01-01: nothing is older */

typedef struct keel_clock_reading {
	int64_t utc_ms;
	int32_t offset_min;
	int32_t device_index;
	bool doubt;	 /* the answer */
	bool is_witness; /* scratch */
} keel_clock_reading;

/* Room to work in, one slot of each array a reading. */
typedef struct keel_clock_scratch {
	int64_t score;	 /* of the best run that ends at this reading */
	int32_t before;	 /* the reading before this one on that run */
	int32_t date;	 /* local, of this reading */
	int32_t rank;	 /* of this reading in order of time */
	int32_t by_time; /* readings in order of time */
	int32_t spare;
	int32_t best; /* tree of the best run's end among the first ranks */
} keel_clock_scratch;

/* Fills doubt. scratch: one for each reading; device_ms: scratch, one for each device. */
void keel_clock_judge(keel_clock_reading *readings, int32_t reading_count,
		      keel_clock_scratch *scratch, int64_t *device_ms, int device_count);

#endif
