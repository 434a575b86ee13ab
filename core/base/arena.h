/* Arena: bump allocation from one block that the caller gives. Nothing is freed singly; reset frees all.
 * The core allocates in no other way (no malloc, so the same code runs in wasm without a heap).
 */
#ifndef KEEL_CORE_BASE_ARENA_H
#define KEEL_CORE_BASE_ARENA_H

#include <stddef.h>

typedef struct keel_arena {
	unsigned char *base;
	size_t size_bytes;
	size_t used_bytes;
} keel_arena;

void keel_arena_init(keel_arena *arena, void *block, size_t size_bytes);

/* Zeroed memory aligned to 16 bytes; NULL when the block is full (the caller answers KEEL_ERR_NO_MEMORY). */
void *keel_arena_alloc(keel_arena *arena, size_t count, size_t item_bytes);

void keel_arena_reset(keel_arena *arena);

#endif
