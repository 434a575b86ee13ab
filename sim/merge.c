/* Joining what parts of a crowd gave: the same numbers whoever lived whom. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "sim/sim.h"

/* Everything from `people` up to `nodes_max` is a sum of 64-bit counts. */
#define SUM_COUNT                                                                                  \
	((offsetof(sim_result, nodes_max) - offsetof(sim_result, people)) / sizeof(int64_t))

void sim_result_merge(sim_result *into, const sim_result *from)
{
	int64_t sums[SUM_COUNT], more[SUM_COUNT];
	char *at = (char *)into + offsetof(sim_result, people);
	memcpy(sums, at, sizeof sums);
	memcpy(more, (const char *)from + offsetof(sim_result, people), sizeof more);
	for (size_t i = 0; i < SUM_COUNT; i++)
		sums[i] += more[i];
	memcpy(at, sums, sizeof sums);
	if (from->nodes_max > into->nodes_max)
		into->nodes_max = from->nodes_max;
	if (from->direction_days_max > into->direction_days_max)
		into->direction_days_max = from->direction_days_max;
	into->seconds += from->seconds;
}

static bool is_earlier(const sim_code *a, const sim_code *b)
{
	if (a->person != b->person)
		return a->person < b->person;
	return a->day != b->day ? a->day < b->day : strcmp(a->code, b->code) < 0;
}

static void merge_code(sim_watch *into, const sim_code *code)
{
	int i = 0;
	while (i < into->code_count && strcmp(into->codes[i].code, code->code) != 0)
		i++;
	if (i == SIM_CODES_MAX)
		return;
	if (i == into->code_count) {
		into->codes[into->code_count++] = *code;
		return;
	}
	int64_t count = into->codes[i].count + code->count;
	if (is_earlier(code, &into->codes[i]))
		into->codes[i] = *code;
	into->codes[i].count = count;
}

static int order_of(const void *a, const void *b)
{
	const sim_code *first = a, *second = b;
	return is_earlier(first, second) ? -1 : is_earlier(second, first) ? 1 : 0;
}

void sim_watch_merge(sim_watch *into, const sim_watch *from)
{
	for (int i = 0; i < from->code_count; i++)
		merge_code(into, &from->codes[i]);
	qsort(into->codes, (size_t)into->code_count, sizeof into->codes[0], order_of);
	into->violation_count += from->violation_count;
	into->plan_count += from->plan_count;
	for (int i = 0; i < KEEL_RULE_COUNT; i++)
		into->rule_count[i] += from->rule_count[i];
}
