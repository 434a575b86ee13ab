/* Decoding, ordering and storing a long record. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/life.h"
#include "core/base/hash.h"
#include "core/event/event.h"
#include "keel/store.h"

enum { DECODED = 30000, LOGGED = 10000, STORED = 10000, SINGLES = 200 };

static volatile uint64_t sink;

static void *must(void *memory)
{
	if (memory == NULL) {
		fprintf(stderr, "no memory\n");
		exit(4);
	}
	return memory;
}

static void check(keel_err err, const char *what)
{
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "%s: %s\n", what, keel_err_sentence(err));
		exit(4);
	}
}

typedef struct lines {
	char *text;
	size_t text_bytes;
	const char **starts;
	size_t *sizes;
	int count;
} lines;

static lines make_lines(int count)
{
	lines l = {.count = count};
	long long end_ms;
	l.text = must(keel_bench_life(count, &l.text_bytes, &end_ms));
	l.starts = must(calloc((size_t)count, sizeof *l.starts));
	l.sizes = must(calloc((size_t)count, sizeof *l.sizes));
	const char *at = l.text;
	for (int i = 0; i < count; i++) {
		const char *newline = must(memchr(at, '\n', (size_t)(l.text + l.text_bytes - at)));
		l.starts[i] = at;
		l.sizes[i] = (size_t)(newline - at);
		at = newline + 1;
	}
	return l;
}

static void free_lines(lines *l)
{
	free(l->text);
	free(l->starts);
	free(l->sizes);
}

static void shuffle(lines *l)
{
	uint32_t seed = 1;
	for (int i = l->count - 1; i > 0; i--) {
		seed = seed * 1664525u + 1013904223u;
		int j = (int)((seed >> 4) % (unsigned)(i + 1));
		const char *start = l->starts[i];
		size_t size = l->sizes[i];
		l->starts[i] = l->starts[j];
		l->sizes[i] = l->sizes[j];
		l->starts[j] = start;
		l->sizes[j] = size;
	}
}

/* ---- decoding ---- */

static void hash_every_byte(void *context)
{
	const lines *l = context;
	sink = keel_hash_end(keel_hash_bytes(keel_hash_start(), l->text, l->text_bytes));
}

static void decode_every_line(void *context)
{
	const lines *l = context;
	static char scratch[4 * KEEL_EVENT_LINE_BYTES_MAX];
	keel_arena arena;
	keel_event event;
	for (int i = 0; i < l->count; i++) {
		keel_arena_init(&arena, scratch, sizeof scratch);
		check(keel_event_decode(l->starts[i], l->sizes[i], &arena, &event, NULL), "decode");
		sink += (uint64_t)event.counter;
	}
}

static void decode_and_encode(void *context)
{
	const lines *l = context;
	static char scratch[4 * KEEL_EVENT_LINE_BYTES_MAX];
	char out[KEEL_EVENT_LINE_BYTES_MAX];
	size_t out_bytes;
	keel_arena arena;
	keel_event event;
	for (int i = 0; i < l->count; i++) {
		keel_arena_init(&arena, scratch, sizeof scratch);
		check(keel_event_decode(l->starts[i], l->sizes[i], &arena, &event, NULL), "decode");
		check(keel_event_encode(&event, out, sizeof out, &out_bytes), "encode");
		sink += out_bytes;
	}
}

/* ---- the log ---- */

typedef struct log_bench {
	lines *l;
	void *block;
	size_t block_bytes;
	keel_arena arena;
	keel_log *log;
} log_bench;

static void empty_log(void *context)
{
	log_bench *b = context;
	keel_arena_init(&b->arena, b->block, b->block_bytes);
	b->log = must(keel_log_create(&b->arena, b->l->count));
}

static void fill_log(void *context)
{
	log_bench *b = context;
	for (int i = 0; i < b->l->count; i++) {
		bool added;
		check(keel_log_add_line(b->log, b->l->starts[i], b->l->sizes[i], &added, NULL),
		      "add");
	}
}

static void make_log(void *context)
{
	empty_log(context);
	fill_log(context);
}

static void settle_log(void *context)
{
	keel_log_settle(((log_bench *)context)->log);
}

/* ---- stores ---- */

typedef struct store_bench {
	lines *l;
	int batch;
	bool on_disk;
	char folder[64];
	char path[96];
	keel_store *store;
} store_bench;

static void remove_files(const store_bench *b)
{
	static const char *const endings[] = {"", "-wal", "-shm"};
	for (int i = 0; i < 3; i++) {
		char path[128];
		snprintf(path, sizeof path, "%s%s", b->path, endings[i]);
		unlink(path);
	}
}

static void empty_store(void *context)
{
	store_bench *b = context;
	keel_store_close(b->store);
	remove_files(b);
	keel_store_sqlite_def def = keel_default_store_sqlite_def(b->path);
	check(b->on_disk ? keel_store_open_sqlite(&def, &b->store, NULL)
			 : keel_store_open_memory(&b->store, NULL),
	      "open");
}

static void fill_store(void *context)
{
	store_bench *b = context;
	for (int i = 0; i < b->l->count; i += b->batch) {
		int last = i + b->batch < b->l->count ? i + b->batch - 1 : b->l->count - 1;
		size_t bytes = (size_t)(b->l->starts[last] - b->l->starts[i]) + b->l->sizes[last];
		keel_store_added added;
		check(keel_store_append(b->store, KEEL_BENCH_PERSON, b->l->starts[i], bytes, &added,
					NULL),
		      "append");
	}
}

static void fill_once(void *context)
{
	empty_store(context);
	fill_store(context);
}

static void read_store(void *context)
{
	store_bench *b = context;
	keel_store_page page;
	check(keel_store_read(b->store, KEEL_BENCH_PERSON, 0, b->l->count, &page, NULL), "read");
	sink += page.text_bytes;
	keel_store_page_deinit(&page);
}

static void verify_store(void *context)
{
	keel_store_counts counts;
	check(keel_store_verify(((store_bench *)context)->store, &counts, NULL), "verify");
}

static void run(const char *name, void (*prepare)(void *), void (*round)(void *), void *context,
		int round_count, int unit_count, double *baseline_ms)
{
	keel_bench_case what = {name, prepare, round, context, round_count, unit_count};
	double median_ms = keel_bench_run(&what, *baseline_ms);
	if (*baseline_ms == 0)
		*baseline_ms = median_ms;
}

static void bench_codec(void)
{
	lines l = make_lines(DECODED);
	double baseline_ms = 0;
	char title[96];
	snprintf(title, sizeof title, "codec: %d events, %zu bytes each", l.count,
		 l.text_bytes / (size_t)l.count);
	keel_bench_begin(title);
	run("hash every byte (baseline)", NULL, hash_every_byte, &l, 21, l.count, &baseline_ms);
	run("decode", NULL, decode_every_line, &l, 21, l.count, &baseline_ms);
	run("decode and encode", NULL, decode_and_encode, &l, 21, l.count, &baseline_ms);
	free_lines(&l);
}

static void bench_log(void)
{
	lines l = make_lines(LOGGED);
	log_bench b = {.l = &l,
		       .block_bytes = keel_log_memory_bytes(LOGGED) + (size_t)LOGGED * 600};
	b.block = must(malloc(b.block_bytes));
	double baseline_ms = 0;
	keel_bench_begin("log: 10,000 events");
	run("hash every byte (baseline)", NULL, hash_every_byte, &l, 21, l.count, &baseline_ms);
	run("add, in order", empty_log, fill_log, &b, 21, l.count, &baseline_ms);
	run("settle, in order", make_log, settle_log, &b, 21, l.count, &baseline_ms);
	shuffle(&l);
	run("add, shuffled", empty_log, fill_log, &b, 21, l.count, &baseline_ms);
	run("settle, shuffled", make_log, settle_log, &b, 21, l.count, &baseline_ms);
	free(b.block);
	free_lines(&l);
}

static void bench_store(void)
{
	lines l = make_lines(STORED);
	lines few = l;
	few.count = SINGLES;
	store_bench b = {.l = &l, .batch = 1000, .folder = "/tmp/keel-bench-XXXXXX"};
	must(mkdtemp(b.folder));
	snprintf(b.path, sizeof b.path, "%s/keel.db", b.folder);
	double baseline_ms = 0;
	keel_bench_begin("store: 10,000 events");
	run("memory, 1,000 an append (baseline)", empty_store, fill_store, &b, 7, l.count,
	    &baseline_ms);
	b.on_disk = true;
	run("sqlite, 1,000 an append", empty_store, fill_store, &b, 7, l.count, &baseline_ms);
	b.batch = 100;
	run("sqlite, 100 an append", empty_store, fill_store, &b, 7, l.count, &baseline_ms);
	fill_once(&b);
	run("sqlite, read 10,000", NULL, read_store, &b, 21, l.count, &baseline_ms);
	run("sqlite, verify 10,000", NULL, verify_store, &b, 7, l.count, &baseline_ms);
	b.l = &few;
	b.batch = 1;
	run("sqlite, 200 single events", empty_store, fill_store, &b, 7, few.count, &baseline_ms);
	keel_store_close(b.store);
	remove_files(&b);
	rmdir(b.folder);
	free_lines(&l);
}

int main(void)
{
	bench_codec();
	bench_log();
	bench_store();
	return 0;
}
