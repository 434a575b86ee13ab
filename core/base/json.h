/* A bounded JSON writer: what the core prints (plans, reasons, player views) goes through it, so that the native
 * program and the wasm print the same bytes. Integers, texts, booleans, null; no floats. Overflow is remembered and
 * reported once, at the end.
 */
#ifndef KEEL_CORE_BASE_JSON_H
#define KEEL_CORE_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define KEEL_JSON_DEPTH_MAX 16

typedef struct keel_json {
	char *buffer;
	size_t buffer_bytes;
	size_t used_bytes;
	int depth;
	bool has_items[KEEL_JSON_DEPTH_MAX];
	bool after_key;
	bool overflow;
} keel_json;

void keel_json_init(keel_json *json, char *buffer, size_t buffer_bytes);
void keel_json_open(keel_json *json, char bracket);  /* '{' or '[' */
void keel_json_close(keel_json *json, char bracket); /* '}' or ']' */
void keel_json_key(keel_json *json, const char *key);
void keel_json_int(keel_json *json, int64_t value);
void keel_json_bool(keel_json *json, bool value);
void keel_json_null(keel_json *json);
void keel_json_text(keel_json *json, const char *text);
void keel_json_text_bytes(keel_json *json, const char *text, size_t text_bytes);

/* key and value in one call. */
void keel_json_put_int(keel_json *json, const char *key, int64_t value);
void keel_json_put_bool(keel_json *json, const char *key, bool value);
void keel_json_put_text(keel_json *json, const char *key, const char *text);

/* NUL-terminates. KEEL_ERR_TOO_LARGE when the buffer was too small. */
KEEL_MUST_USE keel_err keel_json_end(keel_json *json, size_t *written_bytes);

#endif
