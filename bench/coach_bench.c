/* A record of 10,000 events becomes today's session: the target is 2 ms for settling, folding,
 * planning and printing (decoding comes before; `keel replay` of the same file includes it). */
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "bench/life.h"
#include "core/catalogue/catalogue.h"
#include "keel/keel.h"

enum { EVENTS = 10000, OUT_BYTES = 1 << 20 };

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
	return 0;
}
