#include "core/base/json.h"

#include <string.h>

static void put(keel_json *json, const char *bytes, size_t byte_count)
{
	if (byte_count > json->buffer_bytes - json->used_bytes) {
		json->overflow = true;
		return;
	}
	memcpy(json->buffer + json->used_bytes, bytes, byte_count);
	json->used_bytes += byte_count;
}

static void put_char(keel_json *json, char c)
{
	put(json, &c, 1);
}

/* Comma between values of one list or object; nothing between a key and its value. */
static void separate(keel_json *json)
{
	if (json->after_key) {
		json->after_key = false;
		return;
	}
	if (json->depth > 0) {
		if (json->has_items[json->depth - 1])
			put_char(json, ',');
		json->has_items[json->depth - 1] = true;
	}
}

static void put_quoted(keel_json *json, const char *text, size_t text_bytes)
{
	static const char digits[] = "0123456789abcdef";
	put_char(json, '"');
	for (size_t i = 0; i < text_bytes; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c == '"' || c == '\\') {
			char pair[2] = {'\\', (char)c};
			put(json, pair, 2);
		} else if (c < 0x20) {
			char escape[6] = {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]};
			put(json, escape, 6);
		} else {
			put_char(json, (char)c);
		}
	}
	put_char(json, '"');
}

void keel_json_init(keel_json *json, char *buffer, size_t buffer_bytes)
{
	memset(json, 0, sizeof *json);
	json->buffer = buffer;
	json->buffer_bytes = buffer_bytes;
}

void keel_json_open(keel_json *json, char bracket)
{
	KEEL_ASSERT(json->depth < KEEL_JSON_DEPTH_MAX);
	separate(json);
	put_char(json, bracket);
	json->has_items[json->depth++] = false;
}

void keel_json_close(keel_json *json, char bracket)
{
	KEEL_ASSERT(json->depth > 0 && !json->after_key);
	json->depth--;
	put_char(json, bracket);
}

void keel_json_key(keel_json *json, const char *key)
{
	separate(json);
	put_quoted(json, key, strlen(key));
	put_char(json, ':');
	json->after_key = true;
}

void keel_json_int(keel_json *json, int64_t value)
{
	char digits[24];
	size_t start = sizeof digits;
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	do {
		digits[--start] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest != 0);
	if (value < 0)
		digits[--start] = '-';
	separate(json);
	put(json, digits + start, sizeof digits - start);
}

void keel_json_bool(keel_json *json, bool value)
{
	separate(json);
	if (value)
		put(json, "true", 4);
	else
		put(json, "false", 5);
}

void keel_json_null(keel_json *json)
{
	separate(json);
	put(json, "null", 4);
}

void keel_json_text(keel_json *json, const char *text)
{
	keel_json_text_bytes(json, text, strlen(text));
}

void keel_json_text_bytes(keel_json *json, const char *text, size_t text_bytes)
{
	separate(json);
	put_quoted(json, text, text_bytes);
}

void keel_json_put_int(keel_json *json, const char *key, int64_t value)
{
	keel_json_key(json, key);
	keel_json_int(json, value);
}

void keel_json_put_bool(keel_json *json, const char *key, bool value)
{
	keel_json_key(json, key);
	keel_json_bool(json, value);
}

void keel_json_put_text(keel_json *json, const char *key, const char *text)
{
	keel_json_key(json, key);
	keel_json_text(json, text);
}

keel_err keel_json_end(keel_json *json, size_t *written_bytes)
{
	KEEL_ASSERT(json->depth == 0);
	if (json->overflow || json->used_bytes >= json->buffer_bytes)
		return KEEL_ERR_TOO_LARGE;
	json->buffer[json->used_bytes] = '\0';
	if (written_bytes != NULL)
		*written_bytes = json->used_bytes;
	return KEEL_ERR_OK;
}
