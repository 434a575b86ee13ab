/* Codec: one line of the log <-> one keel_event.
 *
 * Decoding has two steps. core/event/scan.c checks the grammar and notes where each key and value
 * stands; this file gives them meaning. The envelope is a fixed part of eleven fields; the rest is
 * driven by one table made from the X-list of event_list.h (name, kind, bounds, offset in
 * keel_event), so that a new event or field is one line there and no line here.
 *
 * Two passes because `type` may stand anywhere: fields that are not the envelope's wait until the
 * type is known. Writers put fields in the order of the list, so the search for a field begins
 * behind the one found last and hits at once; any other order is only slower.
 *
 * Ids, type and names are compared as raw bytes and never unescaped: an escaped spelling of a name
 * is not that name.
 *
 * Fails closed: with a known type and version every unknown, repeated, missing, mistyped or
 * out-of-range field is an error with its place. With an unknown type or a newer version only the
 * envelope and the grammar are checked, since nothing else is known; the log then says that it is
 * incomplete.
 *
 * Rejected: generated code for each type (30 functions that say what one table says), and a hash of
 * field names (the guess above hits nearly always; decoding is bound by reading the bytes).
 */
#include "core/event/event.h"

#include <string.h>

#include "core/base/date.h"
#include "core/base/json.h"
#include "core/event/scan.h"

#define REQUIRED true
#define OPTIONAL false

typedef enum field_kind { FIELD_INT, FIELD_NAME, FIELD_TEXT, FIELD_LIST } field_kind;

typedef struct field_spec {
	const char *name;
	field_kind kind;
	bool required;
	uint16_t name_bytes;
	uint16_t offset; /* in keel_event */
	int32_t min;	 /* of an integer */
	int32_t max; /* of an integer; of a text its bytes, of a list its items, of a name the last
			index */
	const char *const *names;
} field_spec;

#define OFFSET(type, field) offsetof(keel_event, u.type.field)
#define SPEC_I(type, field, min, max, need, what)                                                  \
	{#field, FIELD_INT, need, sizeof #field - 1, OFFSET(type, field), min, max, NULL},
#define SPEC_N(type, field, list, need, what)                                                      \
	{#field,                                                                                   \
	 FIELD_NAME,                                                                               \
	 need,                                                                                     \
	 sizeof #field - 1,                                                                        \
	 OFFSET(type, field),                                                                      \
	 0,                                                                                        \
	 NAME_COUNT_##list - 1,                                                                    \
	 keel_##list##_names},
#define SPEC_T(type, field, bytes_max, need, what)                                                 \
	{#field, FIELD_TEXT, need, sizeof #field - 1, OFFSET(type, field), 1, bytes_max, NULL},
#define SPEC_L(type, field, count_max, need, what)                                                 \
	{#field, FIELD_LIST, need, sizeof #field - 1, OFFSET(type, field), 0, count_max, NULL},

/* NAME_COUNT_aim and so on: constants, where keel_aim_name_count is a variable. */
#define NAME_COUNT(LIST, list) NAME_COUNT_##list = KEEL_##LIST##_COUNT,
enum { KEEL_NAMES_LISTS(NAME_COUNT) };

#define TYPE_SPECS(TYPE, type, name, since)                                                        \
	static const field_spec type##_specs[] = {                                                 \
		KEEL_EVENT_FIELDS_##type(SPEC_I, SPEC_N, SPEC_T, SPEC_L)};
KEEL_EVENT_LIST(TYPE_SPECS)

typedef struct type_spec {
	const char *name;
	size_t name_bytes;
	const field_spec *fields;
	int field_count;
	int since;
} type_spec;

#define TYPE_SPEC(TYPE, type, name, since)                                                         \
	{name, sizeof name - 1, type##_specs, (int)(sizeof type##_specs / sizeof type##_specs[0]), \
	 since},
static const type_spec types[KEEL_EVENT_TYPE_COUNT] = {KEEL_EVENT_LIST(TYPE_SPEC)};

/* No type has more fields than the bits of the mask that remembers which were seen. */
#define TYPE_FITS_MASK(TYPE, type, name, since)                                                    \
	_Static_assert(sizeof type##_specs / sizeof type##_specs[0] <= 32,                         \
		       "too many fields: " name);
KEEL_EVENT_LIST(TYPE_FITS_MASK)

typedef enum envelope {
	ENVELOPE_ID,
	ENVELOPE_PERSON,
	ENVELOPE_DEVICE,
	ENVELOPE_SEQ,
	ENVELOPE_COUNTER,
	ENVELOPE_UTC_MS,
	ENVELOPE_OFFSET_MIN,
	ENVELOPE_V,
	ENVELOPE_SAFETY,
	ENVELOPE_TYPE,
	ENVELOPE_REPLACES,
	ENVELOPE_COUNT
} envelope;

typedef struct envelope_spec {
	const char *name;
	uint16_t name_bytes;
	uint16_t hex_digits; /* 0: an integer, or the type */
	int64_t min;
	int64_t max;
} envelope_spec;

static const envelope_spec envelope_specs[ENVELOPE_COUNT] = {
	[ENVELOPE_ID] = {"id", 2, 32, 0, 0},
	[ENVELOPE_PERSON] = {"person", 6, 16, 0, 0},
	[ENVELOPE_DEVICE] = {"device", 6, 8, 0, 0},
	[ENVELOPE_SEQ] = {"seq", 3, 0, 1, KEEL_EVENT_INT_MAX},
	[ENVELOPE_COUNTER] = {"counter", 7, 0, 1, KEEL_EVENT_INT_MAX},
	[ENVELOPE_UTC_MS] = {"utc_ms", 6, 0, 0, KEEL_EVENT_UTC_MS_MAX},
	[ENVELOPE_OFFSET_MIN] = {"offset_min", 10, 0, -840, 840},
	[ENVELOPE_V] = {"v", 1, 0, 1, 1000000},
	[ENVELOPE_SAFETY] = {"safety", 6, 0, 0, 1},
	[ENVELOPE_TYPE] = {"type", 4, 0, 0, 0},
	[ENVELOPE_REPLACES] = {"replaces", 8, 32, 0, 0},
};

/* ---- small things ---- */

const char *keel_event_type_name(keel_event_type type)
{
	KEEL_ASSERT((unsigned)type <= KEEL_EVENT_UNKNOWN);
	return type == KEEL_EVENT_UNKNOWN ? "unknown" : types[type].name;
}

int32_t keel_event_date(const keel_event *event)
{
	return keel_date_of(event->utc_ms, event->offset_min);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_hex(const char *text, size_t digit_count, uint8_t *bytes)
{
	for (size_t i = 0; i < digit_count; i += 2) {
		int high = hex_digit(text[i]);
		int low = hex_digit(text[i + 1]);
		if (high < 0 || low < 0)
			return false;
		bytes[i / 2] = (uint8_t)(high * 16 + low);
	}
	return true;
}

bool keel_event_id_read(const char *text, size_t text_bytes, uint8_t id[16])
{
	return text_bytes == 32 && read_hex(text, 32, id);
}

static void write_hex(const uint8_t *bytes, size_t byte_count, char *text)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < byte_count; i++) {
		text[2 * i] = digits[bytes[i] >> 4];
		text[2 * i + 1] = digits[bytes[i] & 15];
	}
	text[2 * byte_count] = '\0';
}

void keel_event_id_write(const uint8_t id[16], char text[33])
{
	write_hex(id, 16, text);
}

static uint64_t big_endian(const uint8_t *bytes, size_t byte_count)
{
	uint64_t value = 0;
	for (size_t i = 0; i < byte_count; i++)
		value = value << 8 | bytes[i];
	return value;
}

/* ---- decode ---- */

typedef struct decoder {
	const keel_scan *scan;
	keel_arena *arena;
	keel_event *event;
	keel_spot *spot;
} decoder;

static keel_err fail(const decoder *d, keel_err err, const keel_scan_field *field, int32_t at,
		     const char *message)
{
	return keel_scan_fail(d->spot, err, (size_t)at, d->scan->line + field->key_at,
			      (size_t)field->key_bytes, message);
}

/* A value of the wrong kind; the message names the right one. */
static keel_err want_kind(const decoder *d, const keel_scan_field *field, keel_scan_kind kind)
{
	static const char *const messages[] = {"a text in quotes is expected",
					       "a whole number is expected",
					       "a list of whole numbers is expected"};
	if (field->kind == kind)
		return KEEL_ERR_OK;
	int32_t at = field->kind == KEEL_SCAN_INT ? field->value_at : field->value_at - 1;
	return fail(d, KEEL_ERR_BAD_TYPE, field, at, messages[kind]);
}

static bool key_is(const decoder *d, const keel_scan_field *field, const char *name,
		   size_t name_bytes)
{
	return (size_t)field->key_bytes == name_bytes &&
	       memcmp(d->scan->line + field->key_at, name, name_bytes) == 0;
}

static keel_err decode_type(decoder *d, const keel_scan_field *field)
{
	const char *text = d->scan->line + field->value_at;
	bool plain = field->value_bytes >= 1 && field->value_bytes <= 48;
	for (int32_t i = 0; i < field->value_bytes && plain; i++)
		plain = (text[i] >= 'a' && text[i] <= 'z') || text[i] == '-' ||
			(text[i] >= '0' && text[i] <= '9');
	if (!plain)
		return fail(d, KEEL_ERR_UNKNOWN_NAME, field, field->value_at,
			    "a type is 1 to 48 of a-z, 0-9 and -");
	d->event->type = KEEL_EVENT_UNKNOWN;
	for (int i = 0; i < KEEL_EVENT_TYPE_COUNT; i++) {
		if (types[i].name_bytes == (size_t)field->value_bytes &&
		    memcmp(types[i].name, text, types[i].name_bytes) == 0)
			d->event->type = (keel_event_type)i;
	}
	return KEEL_ERR_OK;
}

static void set_envelope_int(keel_event *event, envelope slot, int64_t number)
{
	switch (slot) {
	case ENVELOPE_SEQ:
		event->seq = number;
		break;
	case ENVELOPE_COUNTER:
		event->counter = number;
		break;
	case ENVELOPE_UTC_MS:
		event->utc_ms = number;
		break;
	case ENVELOPE_OFFSET_MIN:
		event->offset_min = (int32_t)number;
		break;
	case ENVELOPE_V:
		event->version = (int32_t)number;
		break;
	case ENVELOPE_SAFETY:
		event->safety = number == 1;
		break;
	default:
		KEEL_ASSERT(!"an integer of the envelope");
	}
}

static void set_envelope_hex(keel_event *event, envelope slot, const uint8_t bytes[16])
{
	switch (slot) {
	case ENVELOPE_ID:
		memcpy(event->id, bytes, 16);
		break;
	case ENVELOPE_PERSON:
		event->person = big_endian(bytes, 8);
		break;
	case ENVELOPE_DEVICE:
		event->device = (uint32_t)big_endian(bytes, 4);
		break;
	case ENVELOPE_REPLACES:
		memcpy(event->replaces, bytes, 16);
		event->corrects = true;
		break;
	default:
		KEEL_ASSERT(!"an id of the envelope");
	}
}

static keel_err decode_envelope_field(decoder *d, envelope slot, const keel_scan_field *field)
{
	const envelope_spec *spec = &envelope_specs[slot];
	bool is_text = slot == ENVELOPE_TYPE || spec->hex_digits > 0;
	keel_err err = want_kind(d, field, is_text ? KEEL_SCAN_TEXT : KEEL_SCAN_INT);
	if (err != KEEL_ERR_OK)
		return err;
	if (slot == ENVELOPE_TYPE)
		return decode_type(d, field);
	if (is_text) {
		uint8_t bytes[16] = {0};
		if (field->value_bytes != spec->hex_digits ||
		    !read_hex(d->scan->line + field->value_at, spec->hex_digits, bytes))
			return fail(d, KEEL_ERR_OUT_OF_RANGE, field, field->value_at,
				    spec->hex_digits == 32
					    ? "32 lower-case hexadecimal digits are expected"
				    : spec->hex_digits == 16
					    ? "16 lower-case hexadecimal digits are expected"
					    : "8 lower-case hexadecimal digits are expected");
		set_envelope_hex(d->event, slot, bytes);
		return KEEL_ERR_OK;
	}
	if (field->number < spec->min || field->number > spec->max)
		return fail(d, KEEL_ERR_OUT_OF_RANGE, field, field->value_at,
			    "a number outside its range");
	set_envelope_int(d->event, slot, field->number);
	return KEEL_ERR_OK;
}

static int find_envelope(const decoder *d, const keel_scan_field *field, int guess)
{
	for (int i = 0; i < ENVELOPE_COUNT; i++) {
		int slot = (guess + i) % ENVELOPE_COUNT;
		if (key_is(d, field, envelope_specs[slot].name, envelope_specs[slot].name_bytes))
			return slot;
	}
	return -1;
}

/* Fields that are not the envelope's are left in rest[], in the order of the line. */
static keel_err decode_envelope(decoder *d, uint8_t rest[KEEL_SCAN_FIELDS_MAX], int *rest_count)
{
	uint32_t seen = 0;
	int guess = 0;
	*rest_count = 0;
	for (int i = 0; i < d->scan->field_count; i++) {
		const keel_scan_field *field = &d->scan->fields[i];
		int slot = find_envelope(d, field, guess);
		if (slot < 0) {
			rest[(*rest_count)++] = (uint8_t)i;
			continue;
		}
		if (seen & 1u << slot)
			return fail(d, KEEL_ERR_DUPLICATE, field, field->key_at,
				    "the same field twice");
		seen |= 1u << slot;
		guess = slot + 1;
		keel_err err = decode_envelope_field(d, (envelope)slot, field);
		if (err != KEEL_ERR_OK)
			return err;
	}
	for (int slot = 0; slot < ENVELOPE_COUNT; slot++) {
		const envelope_spec *spec = &envelope_specs[slot];
		if (slot != ENVELOPE_REPLACES && !(seen & 1u << slot))
			return keel_scan_fail(d->spot, KEEL_ERR_MISSING_FIELD,
					      d->scan->line_bytes - 1, spec->name, spec->name_bytes,
					      "a field of the envelope is missing");
	}
	return KEEL_ERR_OK;
}

static keel_err decode_name(const decoder *d, const field_spec *spec, const keel_scan_field *field,
			    int32_t *value)
{
	keel_err err = want_kind(d, field, KEEL_SCAN_TEXT);
	if (err != KEEL_ERR_OK)
		return err;
	*value = keel_name_find(spec->names, spec->max + 1, d->scan->line + field->value_at,
				(size_t)field->value_bytes);
	if (*value < 0)
		return fail(d, KEEL_ERR_UNKNOWN_NAME, field, field->value_at,
			    "a name that is not in its list");
	return KEEL_ERR_OK;
}

static keel_err decode_text(const decoder *d, const field_spec *spec, const keel_scan_field *field,
			    keel_text *value)
{
	keel_err err = want_kind(d, field, KEEL_SCAN_TEXT);
	if (err != KEEL_ERR_OK)
		return err;
	if (field->control_at >= 0)
		return fail(d, KEEL_ERR_OUT_OF_RANGE, field, field->control_at,
			    "a text may not hold control characters");
	value->bytes = d->scan->line + field->value_at;
	value->byte_count = field->value_bytes;
	if (field->escaped) {
		char *unescaped = keel_arena_alloc(d->arena, (size_t)field->value_bytes, 1);
		if (unescaped == NULL)
			return fail(d, KEEL_ERR_NO_MEMORY, field, field->value_at,
				    "no memory for a text");
		value->bytes = unescaped;
		value->byte_count = keel_scan_unescape(d->scan, field, unescaped);
	}
	if (value->byte_count < 1 || value->byte_count > spec->max)
		return fail(d, KEEL_ERR_OUT_OF_RANGE, field, field->value_at,
			    value->byte_count < 1 ? "an empty text; leave the field out"
						  : "a text that is too long");
	return KEEL_ERR_OK;
}

static keel_err decode_list(const decoder *d, const field_spec *spec, const keel_scan_field *field,
			    keel_ints *value)
{
	keel_err err = want_kind(d, field, KEEL_SCAN_LIST);
	if (err != KEEL_ERR_OK)
		return err;
	if (field->item_count > spec->max)
		return fail(d, KEEL_ERR_OUT_OF_RANGE, field, field->value_at,
			    "a list with too many numbers");
	int32_t *items = keel_arena_alloc(d->arena, (size_t)field->item_count, sizeof *items);
	if (items == NULL)
		return fail(d, KEEL_ERR_NO_MEMORY, field, field->value_at, "no memory for a list");
	int32_t item_at = field->value_at;
	if (!keel_scan_list(d->scan, field, items, &item_at))
		return fail(d, KEEL_ERR_OUT_OF_RANGE, field, item_at,
			    "a number beyond 32 bits in a list");
	value->items = items;
	value->count = field->item_count;
	return KEEL_ERR_OK;
}

static keel_err decode_field(const decoder *d, const field_spec *spec, const keel_scan_field *field)
{
	void *value = (char *)d->event + spec->offset;
	switch (spec->kind) {
	case FIELD_NAME:
		return decode_name(d, spec, field, value);
	case FIELD_TEXT:
		return decode_text(d, spec, field, value);
	case FIELD_LIST:
		return decode_list(d, spec, field, value);
	case FIELD_INT:
		break;
	}
	keel_err err = want_kind(d, field, KEEL_SCAN_INT);
	if (err != KEEL_ERR_OK)
		return err;
	if (field->number < spec->min || field->number > spec->max)
		return fail(d, KEEL_ERR_OUT_OF_RANGE, field, field->value_at,
			    "a number outside its range");
	*(int32_t *)value = (int32_t)field->number;
	return KEEL_ERR_OK;
}

static void set_absent(keel_event *event, const type_spec *type)
{
	for (int i = 0; i < type->field_count; i++) {
		const field_spec *spec = &type->fields[i];
		if (spec->kind == FIELD_INT || spec->kind == FIELD_NAME)
			*(int32_t *)((char *)event + spec->offset) = KEEL_ABSENT;
	}
}

static int find_field(const decoder *d, const type_spec *type, const keel_scan_field *field,
		      int guess)
{
	for (int i = 0; i < type->field_count; i++) {
		int index =
			guess + i < type->field_count ? guess + i : guess + i - type->field_count;
		if (key_is(d, field, type->fields[index].name, type->fields[index].name_bytes))
			return index;
	}
	return -1;
}

static keel_err decode_fields(const decoder *d, const type_spec *type, const uint8_t *rest,
			      int rest_count)
{
	uint32_t seen = 0;
	int guess = 0;
	set_absent(d->event, type);
	for (int i = 0; i < rest_count; i++) {
		const keel_scan_field *field = &d->scan->fields[rest[i]];
		int index = find_field(d, type, field, guess);
		if (index < 0)
			return fail(d, KEEL_ERR_UNKNOWN_FIELD, field, field->key_at,
				    "a field that this type does not have");
		if (seen & 1u << index)
			return fail(d, KEEL_ERR_DUPLICATE, field, field->key_at,
				    "the same field twice");
		seen |= 1u << index;
		guess = index + 1 < type->field_count ? index + 1 : 0;
		keel_err err = decode_field(d, &type->fields[index], field);
		if (err != KEEL_ERR_OK)
			return err;
	}
	for (int i = 0; i < type->field_count; i++) {
		const field_spec *spec = &type->fields[i];
		if (spec->required && !(seen & 1u << i))
			return keel_scan_fail(d->spot, KEEL_ERR_MISSING_FIELD,
					      d->scan->line_bytes - 1, spec->name, spec->name_bytes,
					      "a required field is missing");
	}
	return KEEL_ERR_OK;
}

/* What cannot be read is at least one thing only: no field of it may stand twice. */
static keel_err check_unknown(const decoder *d, const uint8_t *rest, int rest_count)
{
	for (int i = 1; i < rest_count; i++) {
		const keel_scan_field *field = &d->scan->fields[rest[i]];
		for (int j = 0; j < i; j++) {
			const keel_scan_field *other = &d->scan->fields[rest[j]];
			if (key_is(d, field, d->scan->line + other->key_at,
				   (size_t)other->key_bytes))
				return fail(d, KEEL_ERR_DUPLICATE, field, field->key_at,
					    "the same field twice");
		}
	}
	return KEEL_ERR_OK;
}

/* The one text that this room itself reads: a retraction that names no possible event would be
 * silently useless. */
static keel_err check_retraction(const decoder *d)
{
	const keel_text *named = &d->event->u.retraction.event;
	uint8_t id[16];
	if (keel_event_id_read(named->bytes, (size_t)named->byte_count, id))
		return KEEL_ERR_OK;
	return keel_scan_fail(d->spot, KEEL_ERR_OUT_OF_RANGE,
			      (size_t)(named->bytes - d->scan->line), "event", 5,
			      "32 lower-case hexadecimal digits are expected");
}

keel_err keel_event_decode(const char *line, size_t line_bytes, keel_arena *arena,
			   keel_event *event, keel_spot *spot)
{
	memset(event, 0, sizeof *event);
	if (line_bytes > KEEL_EVENT_LINE_BYTES_MAX)
		return keel_scan_fail(spot, KEEL_ERR_TOO_LARGE, KEEL_EVENT_LINE_BYTES_MAX, NULL, 0,
				      "a line of more than 4096 bytes");
	keel_scan scan;
	keel_err err = keel_scan_object(line, line_bytes, &scan, spot);
	if (err != KEEL_ERR_OK)
		return err;
	decoder d = {&scan, arena, event, spot};
	uint8_t rest[KEEL_SCAN_FIELDS_MAX];
	int rest_count;
	err = decode_envelope(&d, rest, &rest_count);
	if (err != KEEL_ERR_OK)
		return err;
	event->line.bytes = line;
	event->line.byte_count = (int32_t)line_bytes;
	if (event->version > KEEL_EVENT_VERSION)
		event->type = KEEL_EVENT_UNKNOWN;
	if (event->type == KEEL_EVENT_UNKNOWN)
		return check_unknown(&d, rest, rest_count);
	const type_spec *type = &types[event->type];
	if (event->version < type->since)
		return keel_scan_fail(spot, KEEL_ERR_OUT_OF_RANGE, line_bytes - 1, "v", 1,
				      "a version older than the type it is said to have");
	err = decode_fields(&d, type, rest, rest_count);
	if (err == KEEL_ERR_OK && event->type == KEEL_EVENT_RETRACTION)
		err = check_retraction(&d);
	return err;
}

/* ---- encode ---- */

static void put_hex(keel_json *json, const char *key, const uint8_t *bytes, size_t byte_count)
{
	char text[33];
	write_hex(bytes, byte_count, text);
	keel_json_put_text(json, key, text);
}

static void put_number_hex(keel_json *json, const char *key, uint64_t number, size_t byte_count)
{
	uint8_t bytes[8];
	for (size_t i = 0; i < byte_count; i++)
		bytes[i] = (uint8_t)(number >> (8 * (byte_count - 1 - i)));
	put_hex(json, key, bytes, byte_count);
}

static keel_err put_envelope(keel_json *json, const keel_event *event)
{
	const int64_t numbers[ENVELOPE_COUNT] = {
		[ENVELOPE_SEQ] = event->seq,	   [ENVELOPE_COUNTER] = event->counter,
		[ENVELOPE_UTC_MS] = event->utc_ms, [ENVELOPE_OFFSET_MIN] = event->offset_min,
		[ENVELOPE_V] = event->version,	   [ENVELOPE_SAFETY] = event->safety,
	};
	put_hex(json, "id", event->id, 16);
	put_number_hex(json, "person", event->person, 8);
	put_number_hex(json, "device", event->device, 4);
	for (int slot = ENVELOPE_SEQ; slot <= ENVELOPE_SAFETY; slot++) {
		if (numbers[slot] < envelope_specs[slot].min ||
		    numbers[slot] > envelope_specs[slot].max)
			return KEEL_ERR_OUT_OF_RANGE;
		keel_json_put_int(json, envelope_specs[slot].name, numbers[slot]);
	}
	keel_json_put_text(json, "type", types[event->type].name);
	if (event->corrects)
		put_hex(json, "replaces", event->replaces, 16);
	return KEEL_ERR_OK;
}

static keel_err put_int_or_name(keel_json *json, const field_spec *spec, int32_t value)
{
	if (value == KEEL_ABSENT)
		return spec->required ? KEEL_ERR_MISSING_FIELD : KEEL_ERR_OK;
	if (value < spec->min || value > spec->max)
		return KEEL_ERR_OUT_OF_RANGE;
	if (spec->kind == FIELD_NAME)
		keel_json_put_text(json, spec->name, spec->names[value]);
	else
		keel_json_put_int(json, spec->name, value);
	return KEEL_ERR_OK;
}

static keel_err put_text(keel_json *json, const field_spec *spec, const keel_text *value)
{
	if (value->byte_count == 0)
		return spec->required ? KEEL_ERR_MISSING_FIELD : KEEL_ERR_OK;
	if (value->byte_count < 0 || value->byte_count > spec->max)
		return KEEL_ERR_OUT_OF_RANGE;
	if (!keel_scan_text_is_clean(value->bytes, (size_t)value->byte_count))
		return KEEL_ERR_OUT_OF_RANGE;
	keel_json_key(json, spec->name);
	keel_json_text_bytes(json, value->bytes, (size_t)value->byte_count);
	return KEEL_ERR_OK;
}

static keel_err put_list(keel_json *json, const field_spec *spec, const keel_ints *value)
{
	if (value->count < 0 || value->count > spec->max)
		return KEEL_ERR_OUT_OF_RANGE;
	if (value->count == 0 && !spec->required)
		return KEEL_ERR_OK;
	keel_json_key(json, spec->name);
	keel_json_open(json, '[');
	for (int32_t i = 0; i < value->count; i++)
		keel_json_int(json, value->items[i]);
	keel_json_close(json, ']');
	return KEEL_ERR_OK;
}

static keel_err put_field(keel_json *json, const keel_event *event, const field_spec *spec)
{
	const void *value = (const char *)event + spec->offset;
	switch (spec->kind) {
	case FIELD_TEXT:
		return put_text(json, spec, value);
	case FIELD_LIST:
		return put_list(json, spec, value);
	case FIELD_INT:
	case FIELD_NAME:
		break;
	}
	return put_int_or_name(json, spec, *(const int32_t *)value);
}

keel_err keel_event_encode(const keel_event *event, char *buffer, size_t buffer_bytes,
			   size_t *written_bytes)
{
	if (event->type == KEEL_EVENT_UNKNOWN) {
		size_t line_bytes = (size_t)event->line.byte_count;
		if (line_bytes >= buffer_bytes)
			return KEEL_ERR_TOO_LARGE;
		memcpy(buffer, event->line.bytes, line_bytes);
		buffer[line_bytes] = '\0';
		*written_bytes = line_bytes;
		return KEEL_ERR_OK;
	}
	KEEL_ASSERT((unsigned)event->type < KEEL_EVENT_TYPE_COUNT);
	const type_spec *type = &types[event->type];
	keel_json json;
	keel_json_init(&json, buffer, buffer_bytes);
	keel_json_open(&json, '{');
	keel_err err = put_envelope(&json, event);
	for (int i = 0; i < type->field_count && err == KEEL_ERR_OK; i++)
		err = put_field(&json, event, &type->fields[i]);
	if (err != KEEL_ERR_OK)
		return err;
	keel_json_close(&json, '}');
	return keel_json_end(&json, written_bytes);
}
