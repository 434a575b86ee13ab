/* What a store implements behind include/keel/store.h, and what all of them share: failing with
 * words, checking the lines of an append before any store sees them, and growing a page.
 */
#ifndef KEEL_STORE_OPS_H
#define KEEL_STORE_OPS_H

#include "keel/store.h"

/* (counter, device, seq, id) of a profile event, big-endian: compares by bytes as events do in fold
 * order. */
enum { KEEL_STORE_RANK_BYTES = 8 + 4 + 8 + 16 };

typedef struct keel_store_line {
	uint8_t id[16];
	const char *bytes; /* in the text given to append */
	int32_t byte_count;
	int32_t number; /* line in that text, from 1 */
} keel_store_line;

/* The lines of one append, each decoded without error, each of that person. */
typedef struct keel_store_batch {
	uint64_t person;
	keel_store_line *lines;
	int line_count;
	char name[KEEL_STORE_NAME_BYTES_MAX + 1]; /* "" when no profile of the batch has one */
	uint8_t name_rank[KEEL_STORE_RANK_BYTES];
} keel_store_batch;

/* Each does what the function of its name in store.h promises. A store without files has no backup
 * (NULL). */
typedef struct keel_store_ops {
	void (*close)(keel_store *store);
	keel_err (*append)(keel_store *store, const keel_store_batch *batch,
			   keel_store_added *added, keel_store_fault *fault);
	keel_err (*read)(keel_store *store, uint64_t person, int64_t after, int line_count_max,
			 keel_store_page *page, keel_store_fault *fault);
	keel_err (*persons)(keel_store *store, int offset, keel_store_person *persons,
			    int person_count_max, int *person_count, keel_store_fault *fault);
	keel_err (*erase)(keel_store *store, uint64_t person, keel_store_fault *fault);
	keel_err (*count)(keel_store *store, keel_store_counts *counts, keel_store_fault *fault);
	keel_err (*backup)(keel_store *store, const char *path, keel_store_fault *fault);
	keel_err (*verify)(keel_store *store, keel_store_counts *counts, keel_store_fault *fault);
} keel_store_ops;

/* Every store begins with this. */
struct keel_store {
	const keel_store_ops *ops;
};

/* Fills *fault (may be NULL) with err and a sentence; returns err. */
__attribute__((format(printf, 3, 4))) keel_err keel_store_fail(keel_store_fault *fault,
							       keel_err err, const char *format,
							       ...);

/* The other event under this id has other bytes. */
keel_err keel_store_fail_line(keel_store_fault *fault, const keel_store_line *line);

/* This person was erased. */
keel_err keel_store_fail_erased(keel_store_fault *fault, uint64_t person);

/* Errors as keel_store_append. deinit in any case. */
KEEL_MUST_USE keel_err keel_store_batch_init(keel_store_batch *batch, uint64_t person,
					     const char *text, size_t text_bytes,
					     keel_store_fault *fault);
void keel_store_batch_deinit(keel_store_batch *batch);

/* False when there is no memory. The page stays NUL-terminated. */
KEEL_MUST_USE bool keel_store_page_add(keel_store_page *page, const char *line, size_t line_bytes);

/* What a store keeps beside each line, to find bytes that have changed. */
uint64_t keel_store_sum(const char *line, size_t line_bytes);

/* Checks a stored line as verify must: hash, decoding, person, id. */
KEEL_MUST_USE keel_err keel_store_check_line(uint64_t person, int64_t place, const uint8_t id[16],
					     uint64_t sum, const char *line, size_t line_bytes,
					     keel_store_fault *fault);

#endif
