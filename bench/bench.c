#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS_MAX = 1000 };

double keel_bench_now_ms(void)
{
	struct timespec now;
	/* KEEL_BENCH_CPU=1: of the processor, where other work keeps the machine busy. */
	clock_gettime(getenv("KEEL_BENCH_CPU") != NULL ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC,
		      &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;
	return (x > y) - (x < y);
}

void keel_bench_begin(const char *title)
{
	printf("\n%s\n%-44s %10s %10s %10s %10s %8s\n", title, "case", "median ms", "fastest",
	       "slowest", "one us", "ratio");
}

double keel_bench_run(const keel_bench_case *what, double baseline_ms)
{
	static double times_ms[ROUNDS_MAX];
	int round_count = what->round_count < ROUNDS_MAX ? what->round_count : ROUNDS_MAX;
	for (int i = -1; i < round_count; i++) {
		if (what->prepare != NULL)
			what->prepare(what->context);
		double begin_ms = keel_bench_now_ms();
		what->round(what->context);
		if (i >= 0)
			times_ms[i] = keel_bench_now_ms() - begin_ms;
	}
	qsort(times_ms, (size_t)round_count, sizeof times_ms[0], by_size);
	double median_ms = times_ms[round_count / 2];
	printf("%-44s %10.3f %10.3f %10.3f %10.3f %8.2f\n", what->name, median_ms, times_ms[0],
	       times_ms[round_count - 1], median_ms * 1e3 / what->unit_count,
	       baseline_ms > 0 ? median_ms / baseline_ms : 1.0);
	fflush(stdout);
	return median_ms;
}
