/* A store that fails on command: what must survive a failing disk or a lost answer is tested
 * against it. */
#include <stdlib.h>

#include "store/ops.h"

typedef struct faulty_store {
	keel_store store;
	keel_store *inner;
	int calls_left; /* before the one that fails; negative: none fails */
	keel_err err;
	bool done_first;
} faulty_store;

static keel_store *inner_of(keel_store *store)
{
	return ((faulty_store *)store)->inner;
}

/* True when the present call is the one that fails, and has to fail before it is done. */
static bool fails_before(keel_store *store, bool *fails_after)
{
	faulty_store *faulty = (faulty_store *)store;
	bool fails = faulty->calls_left == 0;
	if (faulty->calls_left >= 0)
		faulty->calls_left--;
	*fails_after = fails && faulty->done_first;
	return fails && !faulty->done_first;
}

static keel_err fail(keel_store *store, keel_store_fault *fault)
{
	return keel_store_fail(fault, ((faulty_store *)store)->err, "a planned fault");
}

/* One call: CALL is the inner call. */
#define PASS_ON(CALL)                                                                              \
	bool fails_after;                                                                          \
	if (fails_before(store, &fails_after))                                                     \
		return fail(store, fault);                                                         \
	keel_err err = CALL;                                                                       \
	return fails_after && err == KEEL_ERR_OK ? fail(store, fault) : err

static keel_err faulty_append(keel_store *store, const keel_store_batch *batch,
			      keel_store_added *added, keel_store_fault *fault)
{
	keel_store *inner = inner_of(store);
	PASS_ON(inner->ops->append(inner, batch, added, fault));
}

static keel_err faulty_read(keel_store *store, uint64_t person, int64_t after, int line_count_max,
			    keel_store_page *page, keel_store_fault *fault)
{
	keel_store *inner = inner_of(store);
	PASS_ON(inner->ops->read(inner, person, after, line_count_max, page, fault));
}

static keel_err faulty_persons(keel_store *store, int offset, keel_store_person *persons,
			       int person_count_max, int *person_count, keel_store_fault *fault)
{
	keel_store *inner = inner_of(store);
	PASS_ON(inner->ops->persons(inner, offset, persons, person_count_max, person_count, fault));
}

static keel_err faulty_erase(keel_store *store, uint64_t person, keel_store_fault *fault)
{
	PASS_ON(keel_store_erase(inner_of(store), person, fault));
}

static keel_err faulty_count(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	PASS_ON(keel_store_count(inner_of(store), counts, fault));
}

static keel_err faulty_backup(keel_store *store, const char *path, keel_store_fault *fault)
{
	PASS_ON(keel_store_backup(inner_of(store), path, fault));
}

static keel_err faulty_verify(keel_store *store, keel_store_counts *counts, keel_store_fault *fault)
{
	PASS_ON(keel_store_verify(inner_of(store), counts, fault));
}

static void faulty_close(keel_store *store)
{
	keel_store_close(inner_of(store));
	free(store);
}

static const keel_store_ops faulty_ops = {
	.close = faulty_close,
	.append = faulty_append,
	.read = faulty_read,
	.persons = faulty_persons,
	.erase = faulty_erase,
	.count = faulty_count,
	.backup = faulty_backup,
	.verify = faulty_verify,
};

keel_err keel_store_open_faulty(keel_store *inner, keel_store **store, keel_store_fault *fault)
{
	faulty_store *faulty = calloc(1, sizeof *faulty);
	*store = NULL;
	if (faulty == NULL)
		return keel_store_fail(fault, KEEL_ERR_NO_MEMORY, "no memory for a store");
	faulty->store.ops = &faulty_ops;
	faulty->inner = inner;
	faulty->calls_left = -1;
	*store = &faulty->store;
	return KEEL_ERR_OK;
}

void keel_store_faulty_plan(keel_store *store, int call_count, keel_err err, bool done_first)
{
	KEEL_ASSERT(store->ops == &faulty_ops && call_count >= 0 && err != KEEL_ERR_OK);
	faulty_store *faulty = (faulty_store *)store;
	faulty->calls_left = call_count;
	faulty->err = err;
	faulty->done_first = done_first;
}
