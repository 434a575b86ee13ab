/* Hash: a 64-bit FNV-1a stream with a final mix. For identity of states, facts and seeds; not against forgery.
 * Fowler, Noll, Vo (draft-eastlake-fnv); the final mix is the 64-bit finaliser of MurmurHash3 (Appleby 2011).
 * Integers are fed as little-endian bytes, so that every machine gives the same number.
 */
#ifndef KEEL_CORE_BASE_HASH_H
#define KEEL_CORE_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct keel_hash {
	uint64_t value;
} keel_hash;

keel_hash keel_hash_start(void);
keel_hash keel_hash_bytes(keel_hash hash, const void *bytes, size_t byte_count);
keel_hash keel_hash_i64(keel_hash hash, int64_t value);
uint64_t keel_hash_end(keel_hash hash);

/* 16 lower-case hexadecimal digits and a NUL. */
void keel_hash_text(uint64_t hash, char text[17]);

#endif
