/* A record becomes today's session. Targets: of 10,000 events 2 ms for settling, folding, planning
 * and printing; of 30,000 decoded events 5 ms to the plan, of their JSON Lines 120 ms; from a
 * snapshot 0.2 ms in the median and 5 ms at worst, on the full catalogue. The plans from a snapshot
 * are those of 400 days, each asked for in eight ways: from what is usual to eight exercises in
 * ninety minutes with every piece of equipment, which is the largest search there is. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "bench/life.h"
#include "core/catalogue/catalogue.h"
#include "core/coach/coach.h"
#include "keel/keel.h"

enum { EVENTS = 10000, MANY_EVENTS = 30000, OUT_BYTES = 1 << 20, DAYS = 400, WAYS = 8 };

typedef struct coach_bench {
	keel_core *core;
	char *text;
	size_t text_bytes;
	keel_now now;
	char *out;
} coach_bench;

static void check(keel_err err, const char *what, const keel_spot *spot)
{
	if (err == KEEL_ERR_OK)
		return;
	fprintf(stderr, "%s: %s: line %d, column %d, %s\n", what, keel_err_sentence(err),
		spot->line, spot->column, spot->field);
	exit(4);
}

static void empty(void *context)
{
	keel_core_clear(((coach_bench *)context)->core);
}

static void add(void *context)
{
	coach_bench *b = context;
	int added_count;
	keel_spot spot = {.message = ""};
	check(keel_core_add(b->core, b->text, b->text_bytes, &added_count, &spot), "add", &spot);
}

static void load(void *context)
{
	empty(context);
	add(context);
}

static void today(void *context)
{
	coach_bench *b = context;
	size_t written_bytes;
	keel_spot spot = {.message = ""};
	check(keel_core_today_json(b->core, &b->now, b->out, OUT_BYTES, &written_bytes), "today",
	      &spot);
}

static void replay(void *context)
{
	coach_bench *b = context;
	size_t written_bytes;
	keel_spot spot = {.message = ""};
	load(context);
	check(keel_core_replay_json(b->core, &b->now, b->out, OUT_BYTES, &written_bytes), "replay",
	      &spot);
}

/* ---- to the plan, without printing
 * ----------------------------------------------------------------
 */

static void plan(void *context)
{
	coach_bench *b = context;
	keel_coach_day(b->core, &b->now);
}

static void load_and_plan(void *context)
{
	load(context);
	plan(context);
}

static int by_size(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;
	return first < second ? -1 : first > second ? 1 : 0;
}

static void ask_for(keel_state *state, int way)
{
	for (int i = 0; way > 0 && i < KEEL_EQUIPMENT_COUNT; i++)
		state->equipment[i] = 1;
	if (way > 0) {
		state->exercises_max = way + 1;
		state->minutes = 10 * way + 20;
	}
}

static void from_snapshots(coach_bench *b)
{
	static double ms[DAYS * WAYS];
	size_t capacity = keel_core_snapshot_bytes_max(), written_bytes;
	unsigned char *bytes = malloc(capacity);
	int nodes_max = 0, stopped = 0;
	if (bytes == NULL)
		exit(4);
	load(b);
	for (int way = 0; way < WAYS; way++) {
		keel_coach_state(b->core);
		ask_for(&b->core->state, way);
		check(keel_core_snapshot_save(b->core, bytes, capacity, &written_bytes), "save",
		      &(keel_spot){.message = ""});
		for (int day = 0; day < DAYS; day++) {
			keel_now now = b->now;
			now.utc_ms += (int64_t)day * 86400000;
			keel_core_clear(b->core);
			double began_ms = keel_bench_now_ms();
			check(keel_core_snapshot_load(b->core, bytes, written_bytes), "load",
			      &(keel_spot){.message = ""});
			keel_coach_day(b->core, &now);
			ms[way * DAYS + day] = keel_bench_now_ms() - began_ms;
			int nodes = b->core->prescription.search_nodes;
			nodes_max = nodes > nodes_max ? nodes : nodes_max;
			stopped += b->core->prescription.search_stopped;
		}
	}
	qsort(ms, DAYS, sizeof ms[0], by_size);
	printf("  from a snapshot, asked as usual: median %.3f ms, worst %.3f\n", ms[DAYS / 2],
	       ms[DAYS - 1]);
	qsort(ms, DAYS * WAYS, sizeof ms[0], by_size);
	printf("  snapshot of %zu bytes, load and plan, %d plans: median %.3f ms, 99 %% %.3f, "
	       "worst "
	       "%.3f; largest search %d nodes, %d stopped early\n",
	       written_bytes, DAYS * WAYS, ms[DAYS * WAYS / 2], ms[DAYS * WAYS * 99 / 100],
	       ms[DAYS * WAYS - 1], nodes_max, stopped);
	free(bytes);
}

static void bench_many(void)
{
	coach_bench b = {.out = NULL};
	long long end_ms;
	keel_spot spot = {.message = ""};
	b.text = keel_bench_life(MANY_EVENTS, &b.text_bytes, &end_ms);
	size_t memory_bytes = keel_core_memory_bytes(MANY_EVENTS);
	void *memory = malloc(memory_bytes);
	if (b.text == NULL || memory == NULL)
		exit(4);
	b.now = (keel_now){.utc_ms = end_ms + 3600000, .offset_min = 60, .up_min = 60};
	b.core = keel_core_create(memory, memory_bytes, MANY_EVENTS, keel_embedded_catalogue,
				  keel_embedded_catalogue_bytes, &spot);
	check(b.core == NULL ? KEEL_ERR_CORRUPT : KEEL_ERR_OK, "catalogue", &spot);
	keel_bench_begin("coach: 30,000 events to the plan");
	keel_bench_case lines = {"from JSON Lines", NULL, load_and_plan, &b, 11, MANY_EVENTS};
	double baseline_ms = keel_bench_run(&lines, 0);
	keel_bench_case decoded = {"decoded before", load, plan, &b, 11, MANY_EVENTS};
	keel_bench_run(&decoded, baseline_ms);
	from_snapshots(&b);
	free(b.text);
	free(memory);
}

int main(void)
{
	coach_bench b = {.out = malloc(OUT_BYTES)};
	long long end_ms;
	keel_spot spot = {.message = ""};
	b.text = keel_bench_life(EVENTS, &b.text_bytes, &end_ms);
	size_t memory_bytes = keel_core_memory_bytes(EVENTS);
	void *memory = malloc(memory_bytes);
	if (b.out == NULL || b.text == NULL || memory == NULL)
		return 4;
	b.now = (keel_now){.utc_ms = end_ms + 3600000, .offset_min = 60, .up_min = 60};
	b.core = keel_core_create(memory, memory_bytes, EVENTS, keel_embedded_catalogue,
				  keel_embedded_catalogue_bytes, &spot);
	check(b.core == NULL ? KEEL_ERR_CORRUPT : KEEL_ERR_OK, "catalogue", &spot);
	keel_bench_begin("coach: 10,000 events");
	keel_bench_case decode = {"decode and add (baseline)", empty, add, &b, 21, EVENTS};
	double baseline_ms = keel_bench_run(&decode, 0);
	keel_bench_case plan = {"settle, fold, today's plan, print", load, today, &b, 21, EVENTS};
	keel_bench_run(&plan, baseline_ms);
	printf("%.300s\n", b.out);
	keel_bench_case whole = {"decode, fold, print the replay", NULL, replay, &b, 21, EVENTS};
	keel_bench_run(&whole, baseline_ms);
	free(b.text);
	free(b.out);
	free(memory);
	bench_many();
	return 0;
}
