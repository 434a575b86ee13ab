/* Fuzz entry of the loader: the two hashes of the header are made right, so that the fuzzer gets
 * past them; everything that loads is then walked and timed. clang
 * -fsanitize=fuzzer,address,undefined.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/hash.h"
#include "core/catalogue/catalogue.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put_u64(unsigned char *at, uint64_t value)
{
	for (int i = 0; i < 8; i++) {
		at[i] = (unsigned char)(value >> (8 * i));
	}
}

static uint64_t hash_of(const unsigned char *bytes, size_t byte_count)
{
	return keel_hash_end(keel_hash_bytes(keel_hash_start(), bytes, byte_count));
}

static void mend_hashes(unsigned char *bytes, size_t size)
{
	if (size < KEEL_CATALOGUE_HEADER_BYTES) {
		return;
	}
	size_t body = size - KEEL_CATALOGUE_HEADER_BYTES;
	size_t facts = bytes[8] | (size_t)bytes[9] << 8 | (size_t)bytes[10] << 16;
	if (facts <= body) {
		unsigned char *at = bytes + KEEL_CATALOGUE_HEADER_BYTES;
		put_u64(bytes + 24, hash_of(at, facts));
		put_u64(bytes + 32, hash_of(at + facts, body - facts));
	}
}

static void walk(const keel_catalogue *catalogue)
{
	int64_t working_s = 0, total_s = 0;
	for (int i = 0; i < catalogue->movement_count; i++) {
		const keel_movement *m = &catalogue->movements[i];
		for (int k = 0; k < m->rung_count; k++) {
			total_s += keel_movement_total_s(m, &m->rungs[k]);
			working_s += keel_movement_working_s(m, &m->rungs[k]);
		}
		if (keel_movement_find(catalogue, m->id, strlen(m->id)) != i) {
			abort();
		}
	}
	if (working_s > total_s) {
		abort();
	}
	for (int i = 0; i < catalogue->text_count; i++) {
		const keel_text_entry *text = &catalogue->texts[i];
		if (!keel_text_find(catalogue, text->language, text->key)) {
			abort();
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static unsigned char block[1 << 22], bytes[1 << 18];
	keel_arena arena;
	keel_spot spot;
	const keel_catalogue *catalogue = NULL;
	if (size > sizeof(bytes)) {
		return 0;
	}
	memcpy(bytes, data, size);
	mend_hashes(bytes, size);
	keel_arena_init(&arena, block, sizeof(block));
	if (keel_catalogue_load(bytes, size, &arena, &catalogue, &spot) == KEEL_ERR_OK) {
		walk(catalogue);
	}
	return 0;
}
