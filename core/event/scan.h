/* Scan: the grammar of one line of the log, and nothing about its meaning.
 *
 * A line is one flat JSON object. Values are texts, whole numbers of at most 2^53 - 1 in size (what
 * a browser holds exactly) and lists of whole numbers. Spaces and tabs may stand between tokens.
 * Keys are plain names, [a-z][a-z0-9_]* of at most 31 bytes and never escaped, so that two
 * spellings of one key cannot slip past the search for duplicates. Everything refused here is
 * refused with the byte where it stands.
 */
#ifndef KEEL_CORE_EVENT_SCAN_H
#define KEEL_CORE_EVENT_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

/* The richest type has 18 fields beside an envelope of 11; newer programs may have more, but not
 * without end. */
#define KEEL_SCAN_FIELDS_MAX 64
#define KEEL_SCAN_KEY_BYTES_MAX 31
#define KEEL_SCAN_INT_MAX 9007199254740991 /* 2^53 - 1 */

typedef enum keel_scan_kind { KEEL_SCAN_TEXT, KEEL_SCAN_INT, KEEL_SCAN_LIST } keel_scan_kind;

/* One key and its value; offsets count bytes from the start of the line. */
typedef struct keel_scan_field {
	int32_t key_at;
	int32_t key_bytes;
	int32_t value_at; /* first byte inside the quotes or brackets; of an integer its first byte
			   */
	int32_t value_bytes; /* raw bytes inside them, escapes not resolved */
	int32_t control_at;  /* first control character of a text, escaped or not; -1 when there is
				none */
	int32_t item_count;  /* of a list */
	int64_t number;	     /* of an integer */
	keel_scan_kind kind;
	bool escaped; /* the text holds a backslash */
} keel_scan_field;

typedef struct keel_scan {
	const char *line;
	size_t line_bytes;
	int field_count;
	keel_scan_field fields[KEEL_SCAN_FIELDS_MAX];
} keel_scan;

/* Errors: SYNTAX, BAD_TYPE (a value that is no text, whole number or list), OUT_OF_RANGE (a number
 * past 2^53 - 1), TOO_LARGE (too many fields). */
KEEL_MUST_USE keel_err keel_scan_object(const char *line, size_t line_bytes, keel_scan *scan,
					keel_spot *spot);

/* Resolves the escapes of a scanned text; `out` holds at least value_bytes. Returns the bytes
 * written. */
int32_t keel_scan_unescape(const keel_scan *scan, const keel_scan_field *field, char *out);

/* Reads the numbers of a scanned list into items[item_count]. False at the first number outside
 * int32, with its offset in the line in *item_at. */
bool keel_scan_list(const keel_scan *scan, const keel_scan_field *field, int32_t *items,
		    int32_t *item_at);

/* UTF-8 without control characters (Unicode category Cc), as every text of an event must be. */
bool keel_scan_text_is_clean(const char *text, size_t text_bytes);

/* Fills *spot and returns err. key may be NULL. */
keel_err keel_scan_fail(keel_spot *spot, keel_err err, size_t at, const char *key, size_t key_bytes,
			const char *message);

#endif
