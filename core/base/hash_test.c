/* Goal: hashes are the published ones, the same on every machine, and names and errors are
 * complete. Method: FNV-1a test vectors of Noll's own list, undone through the final mix; known
 * mixed values; all lists walked.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/err.h"
#include "core/base/hash.h"
#include "core/base/names.h"

static void test_the_stream_is_fnv_1a(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint64_t value;
	} cases[] = {
		{"", 0xcbf29ce484222325u},
		{"a", 0xaf63dc4c8601ec8cu},
		{"foobar", 0x85944171f73967e8u},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		size_t text_bytes = strlen(cases[i].text);
		keel_hash hash = keel_hash_bytes(keel_hash_start(), cases[i].text, text_bytes);
		assert_true(hash.value == cases[i].value);
	}
}

static void test_integers_are_little_endian_bytes(void **state)
{
	(void)state;
	const unsigned char bytes[8] = {0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
	assert_true(keel_hash_i64(keel_hash_start(), -2).value ==
		    keel_hash_bytes(keel_hash_start(), bytes, 8).value);
}

static void test_the_final_mix_and_the_text(void **state)
{
	(void)state;
	char text[17];
	/* fmix64 of MurmurHash3 maps 0 to 0 and 1 to b456bcfc34c2cb2c. */
	assert_true(keel_hash_end((keel_hash){0}) == 0);
	assert_true(keel_hash_end((keel_hash){1}) == 0xb456bcfc34c2cb2cu);
	keel_hash_text(0x0123456789abcdefu, text);
	assert_string_equal(text, "0123456789abcdef");
}

static void test_every_error_has_its_words(void **state)
{
	(void)state;
	for (int i = 0; i < KEEL_ERR_COUNT; i++) {
		assert_true(strlen(keel_err_name((keel_err)i)) > 0);
		assert_true(strlen(keel_err_sentence((keel_err)i)) > 0);
		assert_true(strlen(keel_err_actor((keel_err)i)) > 0);
	}
	assert_string_equal(keel_err_name(KEEL_ERR_BUSY), "BUSY");
}

static void check_list(const char *const *names, int name_count)
{
	assert_true(name_count > 0);
	for (int i = 0; i < name_count; i++) {
		size_t bytes = strlen(names[i]);
		assert_true(bytes > 0 && bytes < 48);
		assert_int_equal(strspn(names[i], "abcdefghijklmnopqrstuvwxyz-"), bytes);
		/* Finding the name gives its own place, so no name stands twice. */
		assert_int_equal(keel_name_find(names, name_count, names[i], bytes), i);
		assert_int_equal(keel_name_find(names, name_count, names[i], bytes - 1) == i, 0);
	}
	assert_int_equal(keel_name_find(names, name_count, "", 0), -1);
	assert_int_equal(keel_name_find(names, name_count, "nonesuch", 8), -1);
}

static void test_every_list_of_names(void **state)
{
	(void)state;
#define CHECK_LIST(LIST, list)                                                                     \
	assert_int_equal(keel_##list##_name_count, KEEL_##LIST##_COUNT);                           \
	check_list(keel_##list##_names, keel_##list##_name_count);
	KEEL_NAMES_LISTS(CHECK_LIST)
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_stream_is_fnv_1a),
		cmocka_unit_test(test_integers_are_little_endian_bytes),
		cmocka_unit_test(test_the_final_mix_and_the_text),
		cmocka_unit_test(test_every_error_has_its_words),
		cmocka_unit_test(test_every_list_of_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
