#include "core/base/arena.h"

#include <string.h>

void keel_arena_init(keel_arena *arena, void *block, size_t size_bytes)
{
	arena->base = block;
	arena->size_bytes = size_bytes;
	arena->used_bytes = 0;
}

void *keel_arena_alloc(keel_arena *arena, size_t count, size_t item_bytes)
{
	if (item_bytes != 0 && count > (size_t)-1 / item_bytes)
		return NULL;
	size_t wanted_bytes = count * item_bytes;
	size_t misalignment = ((size_t)(arena->base + arena->used_bytes)) % 16;
	size_t skip_bytes = misalignment == 0 ? 0 : 16 - misalignment;
	size_t left_bytes = arena->size_bytes - arena->used_bytes;
	if (skip_bytes > left_bytes || wanted_bytes > left_bytes - skip_bytes)
		return NULL;
	unsigned char *block = arena->base + arena->used_bytes + skip_bytes;
	arena->used_bytes += skip_bytes + wanted_bytes;
	memset(block, 0, wanted_bytes);
	return block;
}

void keel_arena_reset(keel_arena *arena)
{
	arena->used_bytes = 0;
}
