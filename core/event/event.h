/* Events: what a person's record is made of. Decoded form, codec and the ordered, duplicate-free log.
 *
 * Wire form: JSON Lines, one flat object a line: strings, integers, lists of integers; no floats, no nesting. Fields
 * may come in any order; the encoder writes the envelope, then the fields in the order of event_list.h.
 *
 *   {"id":"0f..32 hex","person":"..16 hex","device":"..8 hex","seq":3,"counter":7,"utc_ms":1773212400000,
 *    "offset_min":60,"v":1,"safety":0,"type":"morning-check","pain":3,"soreness":1}
 *
 * Envelope: id, 32 lower-case hexadecimal digits; person 16; device 8; seq 1.. per device; counter 1 + the largest
 * the device has seen; utc_ms and offset_min (-840..840); v 1..; safety 0 or 1; type; optional replaces (id of the
 * event that this one, of the same type, corrects).
 * Fold order is (counter, device, seq). The same set of events in any order of arrival is the same log.
 *
 * A known type with a bad or unknown field is refused with its place. A well-formed envelope of an unknown type or a
 * newer version is kept byte for byte (type KEEL_EVENT_UNKNOWN) and marks the state incomplete.
 *
 * This room judges nothing.
 */
#ifndef KEEL_CORE_EVENT_EVENT_H
#define KEEL_CORE_EVENT_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/base/names.h"
#include "core/event/event_list.h"

#define KEEL_ABSENT INT32_MIN
#define KEEL_EVENT_INT_MAX 9007199254740991     /* 2^53 - 1: what a browser holds exactly; bounds seq and counter */
#define KEEL_EVENT_UTC_MS_MAX 253402300799999   /* the end of the year 9999 */
#define KEEL_EVENT_VERSION 1
#define KEEL_EVENT_LINE_BYTES_MAX 4096 /* a note of 500 bytes escaped, with every other field, fits four times over */

/* Bytes that belong to the log's memory; not NUL-terminated. */
typedef struct keel_text {
	const char *bytes;
	int32_t byte_count;
} keel_text;

typedef struct keel_ints {
	const int32_t *items;
	int32_t count;
} keel_ints;

typedef enum keel_event_type {
#define KEEL_EVENT_ENUM(TYPE, type, name, since) KEEL_EVENT_##TYPE,
	KEEL_EVENT_LIST(KEEL_EVENT_ENUM)
#undef KEEL_EVENT_ENUM
		KEEL_EVENT_TYPE_COUNT,
	KEEL_EVENT_UNKNOWN = KEEL_EVENT_TYPE_COUNT
} keel_event_type;

/* One struct a type: struct keel_event_morning_check { int32_t pain; int32_t soreness; }; names are int32_t too. */
#define KEEL_EVENT_FIELD_I(type, field, min, max, need, what) int32_t field;
#define KEEL_EVENT_FIELD_N(type, field, list, need, what) int32_t field;
#define KEEL_EVENT_FIELD_T(type, field, bytes_max, need, what) keel_text field;
#define KEEL_EVENT_FIELD_L(type, field, count_max, need, what) keel_ints field;
#define KEEL_EVENT_STRUCT(TYPE, type, name, since)                                                           \
	typedef struct keel_event_##type {                                                                   \
		KEEL_EVENT_FIELDS_##type(KEEL_EVENT_FIELD_I, KEEL_EVENT_FIELD_N, KEEL_EVENT_FIELD_T,         \
					 KEEL_EVENT_FIELD_L)                                                 \
	} keel_event_##type;
KEEL_EVENT_LIST(KEEL_EVENT_STRUCT)
#undef KEEL_EVENT_STRUCT

typedef struct keel_event {
	uint8_t id[16]; /* the hexadecimal digits, packed */
	uint64_t person;
	uint32_t device;
	int64_t seq;
	int64_t counter;
	int64_t utc_ms;
	int32_t offset_min;
	int32_t version;
	bool safety;
	bool corrects; /* replaces holds an id */
	uint8_t replaces[16];
	keel_event_type type;
	keel_text line; /* the bytes as they came, without the newline */
	union {
#define KEEL_EVENT_MEMBER(TYPE, type, name, since) keel_event_##type type;
		KEEL_EVENT_LIST(KEEL_EVENT_MEMBER)
#undef KEEL_EVENT_MEMBER
	} u;
} keel_event;

/* Decodes one line (no newline). Texts of *event point into line, or, when they held escapes, into arena; lists into
 * arena. On error *spot (may be NULL) tells where (column) and which field, and *event is not to be used. Errors:
 * SYNTAX, UNKNOWN_FIELD, MISSING_FIELD, BAD_TYPE, OUT_OF_RANGE, UNKNOWN_NAME, DUPLICATE, TOO_LARGE, NO_MEMORY. */
KEEL_MUST_USE keel_err keel_event_decode(const char *line, size_t line_bytes, keel_arena *arena, keel_event *event,
					 keel_spot *spot);

/* Writes one line without newline into buffer, NUL-terminated; *written_bytes without the NUL. KEEL_ERR_TOO_LARGE when
 * it does not fit; MISSING_FIELD or OUT_OF_RANGE when the decoder would refuse it. An unknown event writes its stored
 * line. */
KEEL_MUST_USE keel_err keel_event_encode(const keel_event *event, char *buffer, size_t buffer_bytes,
					 size_t *written_bytes);

const char *keel_event_type_name(keel_event_type type);

/* 32 lower-case hexadecimal digits <-> an id. False when the text is anything else. */
bool keel_event_id_read(const char *text, size_t text_bytes, uint8_t id[16]);
void keel_event_id_write(const uint8_t id[16], char text[33]);

/* The local date of an event: days since 1970-01-01, the day starting at 03:00 local time. */
int32_t keel_event_date(const keel_event *event);

/* ---- the log: a set of events in fold order ------------------------------------------------------------------- */

#define KEEL_LOG_EVENTS_MAX 1000000 /* of one person: ten years at 270 events a day */
#define KEEL_LOG_DEVICES_MAX 1024   /* a browser whose storage is cleared comes back as a new device */

/* An event in its place. A correction stands at the place of what it replaces, and its event carries the time of that
 * one (utc_ms, offset_min; the line keeps its own). The rules are told at the heads of log.c and clock.c. */
typedef struct keel_log_entry {
	const keel_event *event;
	bool doubt;     /* its clock is contradicted by the others: it may stop or lower, never raise */
	bool retracted; /* taken back or replaced: folded not at all, shown in the record */
	bool corrected; /* stands in the place of another */
	bool forked;    /* another event has the same device and seq (a restored or copied device); both count */
} keel_log_entry;

typedef struct keel_log keel_log;

/* A log lives in the arena; event_count_max bounds it. NULL when the arena is full. */
keel_log *keel_log_create(keel_arena *arena, int event_count_max);

/* Bytes that a log of so many events takes at most beside their lines, escaped texts and lists; add about 300 an event
 * for those, at most twice KEEL_EVENT_LINE_BYTES_MAX. */
size_t keel_log_memory_bytes(int event_count_max);

/* Adds one line. An event whose id is already there with the same bytes is ignored (*added false); with other bytes
 * it is KEEL_ERR_DUPLICATE. A log holds one person: another person's event is KEEL_ERR_OUT_OF_RANGE, field person.
 * TOO_LARGE when it is full, of events or of devices. */
KEEL_MUST_USE keel_err keel_log_add_line(keel_log *log, const char *line, size_t line_bytes, bool *added,
					 keel_spot *spot);

/* Adds a text of many lines, empty ones skipped; stops at the first error with spot->line set. Nothing before the error
 * is taken back. */
KEEL_MUST_USE keel_err keel_log_add_text(keel_log *log, const char *text, size_t text_bytes, int *added_count,
					 keel_spot *spot);

/* Sorts what was added since, finds retractions, corrections and doubtful clocks. Cheap when nothing is new. */
void keel_log_settle(keel_log *log);

/* How often settling began from the start. As long as it stays the same, the entries that there were have not changed
 * and new ones stand behind them. */
int64_t keel_log_rewrites(const keel_log *log);
/* Time never goes back along it, so that a later event changes nobody's doubt; settle first. */
bool keel_log_is_steady(const keel_log *log);

int keel_log_count(const keel_log *log);
const keel_log_entry *keel_log_get(const keel_log *log, int index); /* in fold order; settle first */
const keel_event *keel_log_find(const keel_log *log, const uint8_t id[16]);
int64_t keel_log_counter_max(const keel_log *log);
int64_t keel_log_seq_max(const keel_log *log, uint32_t device);
bool keel_log_incomplete(const keel_log *log);        /* holds an unknown type or a newer version */
bool keel_log_incomplete_safety(const keel_log *log); /* ... with its safety flag set: plan nothing */

#endif
