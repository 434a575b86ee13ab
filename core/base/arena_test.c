/* Goal: an arena never hands out a byte that is not its own, and always zeroed and aligned. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/arena.h"

static void test_blocks_are_aligned_zeroed_and_apart(void **state)
{
	(void)state;
	_Alignas(16) unsigned char block[256];
	for (size_t start = 0; start < 16; start++) {
		memset(block, 0xee, sizeof block);
		keel_arena arena;
		keel_arena_init(&arena, block + start, 200);
		unsigned char *a = keel_arena_alloc(&arena, 3, 7);
		unsigned char *b = keel_arena_alloc(&arena, 1, 1);
		assert_non_null(a);
		assert_non_null(b);
		assert_int_equal((uintptr_t)a % 16, 0);
		assert_int_equal((uintptr_t)b % 16, 0);
		assert_true(a >= block + start && b >= a + 21);
		for (int i = 0; i < 21; i++)
			assert_int_equal(a[i], 0);
		assert_int_equal(b[1], 0xee);
	}
}

static void test_both_sides_of_full(void **state)
{
	(void)state;
	_Alignas(16) unsigned char block[64];
	keel_arena arena;
	keel_arena_init(&arena, block, sizeof block);
	assert_null(keel_arena_alloc(&arena, 65, 1));
	assert_non_null(keel_arena_alloc(&arena, 64, 1));
	assert_null(keel_arena_alloc(&arena, 1, 1));
	keel_arena_reset(&arena);
	assert_non_null(keel_arena_alloc(&arena, 1, 33));
	assert_null(keel_arena_alloc(&arena, 1, 17)); /* 16 are left behind the gap */
	assert_non_null(keel_arena_alloc(&arena, 1, 16));
}

static void test_a_product_that_overflows_is_refused(void **state)
{
	(void)state;
	_Alignas(16) unsigned char block[64];
	keel_arena arena;
	keel_arena_init(&arena, block, sizeof block);
	assert_null(keel_arena_alloc(&arena, SIZE_MAX / 2 + 1, 2));
	assert_null(keel_arena_alloc(&arena, SIZE_MAX, SIZE_MAX));
	assert_null(keel_arena_alloc(&arena, SIZE_MAX, 1));
	assert_int_equal(arena.used_bytes, 0);
	assert_non_null(keel_arena_alloc(&arena, 0, 8));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks_are_aligned_zeroed_and_apart),
		cmocka_unit_test(test_both_sides_of_full),
		cmocka_unit_test(test_a_product_that_overflows_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
