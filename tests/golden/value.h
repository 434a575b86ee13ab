/* JSON that the core printed, for reading: the one wrapper of jansson. A value that is missing
 * reads as null: every getter takes NULL.
 */
#ifndef KEEL_TESTS_GOLDEN_VALUE_H
#define KEEL_TESTS_GOLDEN_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct json_t value;

value *value_parse(const char *text, size_t text_bytes);
void value_free(value *v);
const value *value_in(const value *object, const char *key);
const value *value_at(const value *array, int index);
int value_count(const value *array);
const char *value_text(const value *v); /* "" when it is no text */
int64_t value_int(const value *v, int64_t otherwise);
bool value_true(const value *v);
bool value_is_null(const value *v);
/* Compact text, freed by the caller. */
char *value_dump(const value *v);

#endif
