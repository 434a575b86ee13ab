/* A long, ordinary record to measure with: screening answered, then a session of four movements
 * every day, each answered, and every morning's check. About 250 bytes an event, 21 events a day.
 */
#ifndef KEEL_BENCH_LIFE_H
#define KEEL_BENCH_LIFE_H

#include <stddef.h>

#define KEEL_BENCH_PERSON 0x00000000000000aau
#define KEEL_BENCH_START_MS 1735722000000 /* 2025-01-01 09:00 UTC */

/* JSON Lines of exactly event_count events; the caller frees it. *end_ms is the time of the last.
 */
char *keel_bench_life(int event_count, size_t *text_bytes, long long *end_ms);

#endif
