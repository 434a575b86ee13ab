/* The one wrapper of jansson (value.h). */
#include "tests/golden/value.h"

#include <jansson.h>

value *value_parse(const char *text, size_t text_bytes)
{
	return json_loadb(text, text_bytes, JSON_REJECT_DUPLICATES, NULL);
}

void value_free(value *v)
{
	json_decref(v);
}

const value *value_in(const value *object, const char *key)
{
	return json_object_get(object, key);
}

const value *value_at(const value *array, int index)
{
	return json_array_get(array, (size_t)index);
}

int value_count(const value *array)
{
	return (int)json_array_size(array);
}

const char *value_text(const value *v)
{
	const char *text = json_string_value(v);
	return text ? text : "";
}

int64_t value_int(const value *v, int64_t otherwise)
{
	return json_is_integer(v) ? json_integer_value(v) : otherwise;
}

bool value_true(const value *v)
{
	return json_is_true(v);
}

bool value_is_null(const value *v)
{
	return !v || json_is_null(v);
}

char *value_dump(const value *v)
{
	return json_dumps(v, JSON_COMPACT | JSON_ENCODE_ANY);
}
