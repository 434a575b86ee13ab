/* Goal: the JSON writer writes exactly these bytes, and says so once when its buffer was too small.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/json.h"

static void write_sample(keel_json *json)
{
	keel_json_open(json, '{');
	keel_json_put_int(json, "low", INT64_MIN);
	keel_json_put_int(json, "high", INT64_MAX);
	keel_json_put_int(json, "none", 0);
	keel_json_put_bool(json, "yes", true);
	keel_json_put_text(json, "text", "a\"b\\c\n\x1f\xc3\xa9/");
	keel_json_key(json, "list");
	keel_json_open(json, '[');
	keel_json_null(json);
	keel_json_bool(json, false);
	keel_json_open(json, '{');
	keel_json_close(json, '}');
	keel_json_open(json, '[');
	keel_json_close(json, ']');
	keel_json_text_bytes(json, "xyz", 2);
	keel_json_close(json, ']');
	keel_json_close(json, '}');
}

#define SAMPLE                                                                                     \
	"{\"low\":-9223372036854775808,\"high\":9223372036854775807,\"none\":0,\"yes\":true,"      \
	"\"text\":\"a\\\"b\\\\c\\u000a\\u001f\xc3\xa9/\",\"list\":[null,false,{},[],\"xy\"]}"

static void test_exact_bytes(void **state)
{
	(void)state;
	char buffer[256];
	size_t written_bytes = 0;
	keel_json json;
	keel_json_init(&json, buffer, sizeof buffer);
	write_sample(&json);
	assert_int_equal(keel_json_end(&json, &written_bytes), KEEL_ERR_OK);
	assert_string_equal(buffer, SAMPLE);
	assert_int_equal(written_bytes, strlen(SAMPLE));
}

static void test_every_buffer_that_is_too_small(void **state)
{
	(void)state;
	for (size_t size = 0; size <= sizeof SAMPLE; size++) {
		char *buffer = malloc(
			size + (size == 0)); /* exact, so that sanitizers see one byte more */
		assert_non_null(buffer);
		keel_json json;
		keel_json_init(&json, buffer, size);
		write_sample(&json);
		keel_err err = keel_json_end(&json, NULL);
		assert_int_equal(err, size < sizeof SAMPLE ? KEEL_ERR_TOO_LARGE : KEEL_ERR_OK);
		free(buffer);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact_bytes),
		cmocka_unit_test(test_every_buffer_that_is_too_small),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
