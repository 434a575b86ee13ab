/* Bench: how long something takes, next to something else in the same run.
 *
 * Absolute times belong to one machine; the ratio to a baseline measured in the same run travels.
 * Each case runs once to warm up and then `round_count` times; the median is shown with the fastest
 * and the slowest round.
 */
#ifndef KEEL_BENCH_BENCH_H
#define KEEL_BENCH_BENCH_H

#include <stddef.h>

typedef struct keel_bench_case {
	const char *name;
	void (*prepare)(void *context); /* before each round, not timed; may be NULL */
	void (*round)(void *context);
	void *context;
	int round_count;
	double unit_count; /* things done in a round, for the time of one */
} keel_bench_case;

/* Median of a round in milliseconds; prints a row. baseline_ms: 0 for the baseline itself. */
double keel_bench_run(const keel_bench_case *what, double baseline_ms);

/* The head of the table. */
void keel_bench_begin(const char *title);

double keel_bench_now_ms(void);

#endif
