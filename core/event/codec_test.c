/* Goal: every field of the event list is read and written exactly as the list says, and every error
 * has its place. Method: a second table is made here from the same X-list, lines are built from it
 * as text, and each field is tried at both sides of each of its bounds, with every wrong kind,
 * missing, twice and unknown. The grammar has tables of good and bad lines, written by hand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/event/event.h"

#define REQUIRED true
#define OPTIONAL false

typedef struct field {
	const char *name;
	char kind; /* I N T L */
	bool required;
	long min;
	long max;
	const char *const *names;
} field;

#define FIELD_I(type, field, min, max, need, what) {#field, 'I', need, min, max, NULL},
#define FIELD_N(type, field, list, need, what)                                                     \
	{#field, 'N', need, 0, COUNT_##list, keel_##list##_names},
#define FIELD_T(type, field, bytes_max, need, what) {#field, 'T', need, 1, bytes_max, NULL},
#define FIELD_L(type, field, count_max, need, what) {#field, 'L', need, 0, count_max, NULL},
#define COUNT(LIST, list) COUNT_##list = KEEL_##LIST##_COUNT,
enum { KEEL_NAMES_LISTS(COUNT) };
#define FIELDS(TYPE, type, name, since)                                                            \
	static const field type##_fields[] = {                                                     \
		KEEL_EVENT_FIELDS_##type(FIELD_I, FIELD_N, FIELD_T, FIELD_L)};
KEEL_EVENT_LIST(FIELDS)

typedef struct type {
	const char *name;
	const field *fields;
	int field_count;
} type;

#define TYPE(TYPE, type, name, since)                                                              \
	{name, type##_fields, sizeof type##_fields / sizeof type##_fields[0]},
static const type types[] = {KEEL_EVENT_LIST(TYPE)};

#define ENVELOPE(type)                                                                             \
	"{\"id\":\"00112233445566778899aabbccddeeff\",\"person\":\"0123456789abcdef\","            \
	"\"device\":\"89abcdef\",\"seq\":3,\"counter\":7,\"utc_ms\":1773212400000,"                \
	"\"offset_min\":60,\"v\":1,\"safety\":0,\"type\":\"" type "\""

static char block[65536];

typedef struct line {
	char text[16384];
	size_t bytes;
} line;

static void add_bytes(line *to, const char *bytes, size_t byte_count)
{
	assert_true(to->bytes + byte_count < sizeof to->text);
	memcpy(to->text + to->bytes, bytes, byte_count);
	to->bytes += byte_count;
	to->text[to->bytes] = '\0';
}

static void add(line *to, const char *text)
{
	add_bytes(to, text, strlen(text));
}

static void add_number(line *to, long number)
{
	char digits[32];
	snprintf(digits, sizeof digits, "%ld", number);
	add(to, digits);
}

static void add_repeated(line *to, const char *text, long count)
{
	for (long i = 0; i < count; i++)
		add(to, text);
}

/* A value at the low or the high bound of its field. */
static void add_value(line *to, const field *f, bool high)
{
	switch (f->kind) {
	case 'I':
		add_number(to, high ? f->max : f->min);
		break;
	case 'N':
		add(to, "\"");
		add(to, f->names[high ? f->max - 1 : 0]);
		add(to, "\"");
		break;
	case 'T':
		add(to, "\"");
		if (strcmp(f->name, "event") == 0)
			add(to, "ffeeddccbbaa99887766554433221100");
		else
			add_repeated(to, "x", high ? f->max : 1);
		add(to, "\"");
		break;
	default:
		add(to, "[-2147483648");
		add_repeated(to, ",2147483647", high ? f->max - 1 : 0);
		add(to, "]");
	}
}

typedef enum which { ONLY_REQUIRED, ALL_FIELDS } which;

/* A whole line; the field `odd` is left out and comes last with the raw text `raw` (NULL: not at
 * all). */
static size_t build(line *to, const type *t, which w, bool high, const field *odd, const char *raw)
{
	to->bytes = 0;
	add(to, ENVELOPE(""));
	to->bytes--; /* the closing quote of the empty type */
	add(to, t->name);
	add(to, "\"");
	for (int i = 0; i < t->field_count; i++) {
		const field *f = &t->fields[i];
		if (f == odd || (w == ONLY_REQUIRED && !f->required))
			continue;
		add(to, ",\"");
		add(to, f->name);
		add(to, "\":");
		add_value(to, f, high);
	}
	size_t value_at = 0;
	if (raw != NULL) {
		add(to, ",\"");
		add(to, odd->name);
		add(to, "\":");
		value_at = to->bytes;
		add(to, raw);
	}
	add(to, "}");
	return value_at;
}

static keel_err decode(const char *text, size_t text_bytes, keel_event *event, keel_spot *spot)
{
	keel_arena arena;
	keel_arena_init(&arena, block, sizeof block);
	return keel_event_decode(text, text_bytes, &arena, event, spot);
}

static void expect(const line *l, keel_err want, const char *field_name, size_t column)
{
	keel_event event;
	keel_spot spot = {0};
	keel_err err = decode(l->text, l->bytes, &event, &spot);
	if (err != want || (err != KEEL_ERR_OK && strcmp(spot.field, field_name) != 0) ||
	    (err != KEEL_ERR_OK && column != 0 && (size_t)spot.column != column))
		fail_msg("%s\nwant %s at %zu (%s), got %s at %d (%s)", l->text, keel_err_name(want),
			 column, field_name, keel_err_name(err), spot.column, spot.field);
	if (err != KEEL_ERR_OK)
		assert_true(strlen(spot.message) > 0);
}

static void round_trip(const line *l)
{
	keel_event event;
	keel_spot spot = {0};
	keel_err err = decode(l->text, l->bytes, &event, &spot);
	if (err != KEEL_ERR_OK)
		fail_msg("%s\n%s at %d", l->text, keel_err_name(err), spot.column);
	char out[KEEL_EVENT_LINE_BYTES_MAX + 1];
	size_t out_bytes;
	assert_int_equal(keel_event_encode(&event, out, sizeof out, &out_bytes), KEEL_ERR_OK);
	assert_string_equal(out, l->text);
	assert_int_equal(out_bytes, l->bytes);
	assert_int_equal(keel_event_encode(&event, out, l->bytes, &out_bytes), KEEL_ERR_TOO_LARGE);
}

static void test_every_type_comes_back_as_the_same_bytes(void **state)
{
	(void)state;
	static line l;
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		for (int high = 0; high < 2; high++) {
			build(&l, &types[i], ONLY_REQUIRED, high, NULL, NULL);
			round_trip(&l);
			build(&l, &types[i], ALL_FIELDS, high, NULL, NULL);
			round_trip(&l);
		}
	}
}

static void try_raw(const type *t, const field *f, const char *raw, keel_err want, size_t skip)
{
	static line l;
	size_t value_at = build(&l, t, ALL_FIELDS, false, f, raw);
	expect(&l, want, f->name, value_at + skip + 1);
}

static void try_number(const type *t, const field *f, long number, keel_err want)
{
	char raw[32];
	snprintf(raw, sizeof raw, "%ld", number);
	try_raw(t, f, raw, want, 0);
}

static void try_repeated(const type *t, const field *f, const char *open, const char *item,
			 long count, const char *close, keel_err want)
{
	static line raw;
	raw.bytes = 0;
	add(&raw, open);
	add_repeated(&raw, item, count);
	add(&raw, close);
	try_raw(t, f, raw.text, want, 1);
}

static void try_bounds(const type *t, const field *f)
{
	switch (f->kind) {
	case 'I':
		try_number(t, f, f->min, KEEL_ERR_OK);
		try_number(t, f, f->max, KEEL_ERR_OK);
		try_number(t, f, f->min - 1, KEEL_ERR_OUT_OF_RANGE);
		try_number(t, f, f->max + 1, KEEL_ERR_OUT_OF_RANGE);
		break;
	case 'N':
		for (long i = 0; i < f->max; i++) {
			char raw[64];
			snprintf(raw, sizeof raw, "\"%s\"", f->names[i]);
			try_raw(t, f, raw, KEEL_ERR_OK, 0);
		}
		try_raw(t, f, "\"nonesuch\"", KEEL_ERR_UNKNOWN_NAME, 1);
		try_raw(t, f, "\"\"", KEEL_ERR_UNKNOWN_NAME, 1);
		break;
	case 'T':
		if (strcmp(f->name, "event") != 0) {
			try_repeated(t, f, "\"", "y", f->max, "\"", KEEL_ERR_OK);
			try_repeated(t, f, "\"", "y", 1, "\"", KEEL_ERR_OK);
			/* The bound counts the bytes meant, not the bytes written. */
			try_repeated(t, f, "\"", "\\u0079", f->max > 200 ? 200 : f->max, "\"",
				     KEEL_ERR_OK);
		}
		try_repeated(t, f, "\"", "y", f->max + 1, "\"", KEEL_ERR_OUT_OF_RANGE);
		try_repeated(t, f, "\"", "y", 0, "\"", KEEL_ERR_OUT_OF_RANGE);
		try_raw(t, f, "\"a\\nb\"", KEEL_ERR_OUT_OF_RANGE, 2);
		try_raw(t, f, "\"a\x7f\"", KEEL_ERR_OUT_OF_RANGE, 2);
		try_raw(t, f, "\"a\xc2\x9f\"", KEEL_ERR_OUT_OF_RANGE, 2);
		break;
	default:
		try_repeated(t, f, "[7", ",7", f->max - 1, "]", KEEL_ERR_OK);
		try_repeated(t, f, "[7", ",7", f->max, "]", KEEL_ERR_OUT_OF_RANGE);
		try_raw(t, f, "[]", KEEL_ERR_OK, 0);
		try_raw(t, f, "[2147483647,-2147483648]", KEEL_ERR_OK, 0);
		try_raw(t, f, "[1,2147483648]", KEEL_ERR_OUT_OF_RANGE, 3);
		try_raw(t, f, "[-2147483649]", KEEL_ERR_OUT_OF_RANGE, 1);
	}
}

static void try_kinds(const type *t, const field *f)
{
	if (f->kind != 'I')
		try_raw(t, f, "1", KEEL_ERR_BAD_TYPE, 0);
	if (f->kind != 'L')
		try_raw(t, f, "[1]", KEEL_ERR_BAD_TYPE, 0);
	if (f->kind == 'I' || f->kind == 'L')
		try_raw(t, f, "\"1\"", KEEL_ERR_BAD_TYPE, 0);
	try_raw(t, f, "null", KEEL_ERR_BAD_TYPE, 0);
	try_raw(t, f, "true", KEEL_ERR_BAD_TYPE, 0);
	try_raw(t, f, "{\"a\":1}", KEEL_ERR_BAD_TYPE, 0);
	try_raw(t, f, "1.5", KEEL_ERR_BAD_TYPE, 0);
}

static void test_both_sides_of_every_bound(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		for (int j = 0; j < types[i].field_count; j++) {
			try_bounds(&types[i], &types[i].fields[j]);
			try_kinds(&types[i], &types[i].fields[j]);
		}
	}
}

static void test_missing_double_and_unknown_fields(void **state)
{
	(void)state;
	static line l;
	static const field unknown = {"nonesuch", 'I', false, 0, 0, NULL};
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		const type *t = &types[i];
		for (int j = 0; j < t->field_count; j++) {
			const field *f = &t->fields[j];
			build(&l, t, ALL_FIELDS, false, f, NULL);
			expect(&l, f->required ? KEEL_ERR_MISSING_FIELD : KEEL_ERR_OK, f->name,
			       l.bytes);
			static line raw;
			raw.bytes = 0;
			add_value(&raw, f, false);
			build(&l, t, ALL_FIELDS, false, NULL, NULL);
			l.bytes--;
			size_t key_at = l.bytes + 2;
			add(&l, ",\"");
			add(&l, f->name);
			add(&l, "\":");
			add_bytes(&l, raw.text, raw.bytes);
			add(&l, "}");
			expect(&l, KEEL_ERR_DUPLICATE, f->name, key_at + 1);
		}
		size_t value_at = build(&l, t, ALL_FIELDS, false, &unknown, "1");
		expect(&l, KEEL_ERR_UNKNOWN_FIELD, "nonesuch",
		       value_at + 1 - strlen("nonesuch\":"));
	}
}

/* ---- the envelope ---- */

static void replace_in(line *l, const char *text, const char *from, const char *to)
{
	const char *found = strstr(text, from);
	assert_non_null(found);
	l->bytes = 0;
	add_bytes(l, text, (size_t)(found - text));
	add(l, to);
	add(l, found + strlen(from));
}

#define SORE ENVELOPE("morning-check") ",\"pain\":3}"

static void test_envelope_bounds(void **state)
{
	(void)state;
	static const struct {
		const char *from, *to;
		keel_err want;
		const char *field;
	} cases[] = {
		{"\"seq\":3", "\"seq\":1", KEEL_ERR_OK, ""},
		{"\"seq\":3", "\"seq\":0", KEEL_ERR_OUT_OF_RANGE, "seq"},
		{"\"seq\":3", "\"seq\":9007199254740991", KEEL_ERR_OK, ""},
		{"\"seq\":3", "\"seq\":9007199254740992", KEEL_ERR_OUT_OF_RANGE, "seq"},
		{"\"seq\":3", "\"seq\":99999999999999999999999999", KEEL_ERR_OUT_OF_RANGE, "seq"},
		{"\"counter\":7", "\"counter\":1", KEEL_ERR_OK, ""},
		{"\"counter\":7", "\"counter\":0", KEEL_ERR_OUT_OF_RANGE, "counter"},
		{"\"counter\":7", "\"counter\":-1", KEEL_ERR_OUT_OF_RANGE, "counter"},
		{"1773212400000", "0", KEEL_ERR_OK, ""},
		{"1773212400000", "-1", KEEL_ERR_OUT_OF_RANGE, "utc_ms"},
		{"1773212400000", "253402300799999", KEEL_ERR_OK, ""},
		{"1773212400000", "253402300800000", KEEL_ERR_OUT_OF_RANGE, "utc_ms"},
		{"\"offset_min\":60", "\"offset_min\":840", KEEL_ERR_OK, ""},
		{"\"offset_min\":60", "\"offset_min\":841", KEEL_ERR_OUT_OF_RANGE, "offset_min"},
		{"\"offset_min\":60", "\"offset_min\":-840", KEEL_ERR_OK, ""},
		{"\"offset_min\":60", "\"offset_min\":-841", KEEL_ERR_OUT_OF_RANGE, "offset_min"},
		{"\"safety\":0", "\"safety\":1", KEEL_ERR_OK, ""},
		{"\"safety\":0", "\"safety\":2", KEEL_ERR_OUT_OF_RANGE, "safety"},
		{"\"safety\":0", "\"safety\":true", KEEL_ERR_BAD_TYPE, "safety"},
		{"\"v\":1", "\"v\":0", KEEL_ERR_OUT_OF_RANGE, "v"},
		{"\"v\":1", "\"v\":1000000", KEEL_ERR_OK, ""},
		{"\"v\":1", "\"v\":1000001", KEEL_ERR_OUT_OF_RANGE, "v"},
		{"eeff", "eef", KEEL_ERR_OUT_OF_RANGE, "id"},
		{"eeff", "eeff0", KEEL_ERR_OUT_OF_RANGE, "id"},
		{"eeff", "eefF", KEEL_ERR_OUT_OF_RANGE, "id"},
		{"eeff", "eefg", KEEL_ERR_OUT_OF_RANGE, "id"},
		{"0123456789abcdef", "0123456789abcde", KEEL_ERR_OUT_OF_RANGE, "person"},
		{"\"89abcdef\"", "\"89abcdef0\"", KEEL_ERR_OUT_OF_RANGE, "device"},
		{"\"89abcdef\"", "17", KEEL_ERR_BAD_TYPE, "device"},
		{"\"id\":\"00112233445566778899aabbccddeeff\",", "", KEEL_ERR_MISSING_FIELD, "id"},
		{"\"person\":\"0123456789abcdef\",", "", KEEL_ERR_MISSING_FIELD, "person"},
		{"\"device\":\"89abcdef\",", "", KEEL_ERR_MISSING_FIELD, "device"},
		{"\"seq\":3,", "", KEEL_ERR_MISSING_FIELD, "seq"},
		{"\"counter\":7,", "", KEEL_ERR_MISSING_FIELD, "counter"},
		{"\"utc_ms\":1773212400000,", "", KEEL_ERR_MISSING_FIELD, "utc_ms"},
		{"\"offset_min\":60,", "", KEEL_ERR_MISSING_FIELD, "offset_min"},
		{"\"v\":1,", "", KEEL_ERR_MISSING_FIELD, "v"},
		{"\"safety\":0,", "", KEEL_ERR_MISSING_FIELD, "safety"},
		{"\"type\":\"morning-check\",", "", KEEL_ERR_MISSING_FIELD, "type"},
		{"\"v\":1", "\"v\":1,\"v\":1", KEEL_ERR_DUPLICATE, "v"},
		{"\"morning-check\"", "\"Morning\"", KEEL_ERR_UNKNOWN_NAME, "type"},
		{"\"morning-check\"", "\"\"", KEEL_ERR_UNKNOWN_NAME, "type"},
		{"\"pain\":3", "\"pain\":3,\"replaces\":\"ffeeddccbbaa99887766554433221100\"",
		 KEEL_ERR_OK, ""},
		{"\"pain\":3", "\"pain\":3,\"replaces\":\"\"", KEEL_ERR_OUT_OF_RANGE, "replaces"},
	};
	static line l;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		replace_in(&l, SORE, cases[i].from, cases[i].to);
		expect(&l, cases[i].want, cases[i].field, 0);
	}
}

static void test_values_of_the_envelope(void **state)
{
	(void)state;
	static line l;
	keel_event event;
	replace_in(&l, SORE, ",\"pain\":3",
		   ",\"replaces\":\"ffeeddccbbaa99887766554433221100\",\"pain\":3");
	assert_int_equal(decode(l.text, l.bytes, &event, NULL), KEEL_ERR_OK);
	assert_int_equal(event.id[0], 0x00);
	assert_int_equal(event.id[15], 0xff);
	assert_true(event.person == 0x0123456789abcdefu);
	assert_true(event.device == 0x89abcdefu);
	assert_int_equal(event.seq, 3);
	assert_int_equal(event.counter, 7);
	assert_int_equal(event.utc_ms, 1773212400000);
	assert_int_equal(event.offset_min, 60);
	assert_int_equal(event.version, 1);
	assert_false(event.safety);
	assert_true(event.corrects);
	assert_int_equal(event.replaces[0], 0xff);
	assert_int_equal(event.type, KEEL_EVENT_MORNING_CHECK);
	assert_int_equal(event.u.morning_check.pain, 3);
	assert_int_equal(event.u.morning_check.soreness, KEEL_ABSENT);
	assert_int_equal(event.line.byte_count, l.bytes);
	assert_int_equal(keel_event_date(&event), 20523);
	round_trip(&l);
}

static void test_any_order_of_fields(void **state)
{
	(void)state;
	const char *text = " { \"pain\" :\t3 , \"type\":\"morning-check\",\"safety\":0,\"v\":1,"
			   "\"offset_min\":60,\"utc_ms\":1773212400000,\"counter\":7,\"seq\":3,"
			   "\"device\":\"89abcdef\",\"person\":\"0123456789abcdef\","
			   "\"id\":\"00112233445566778899aabbccddeeff\" } \t";
	keel_event event;
	assert_int_equal(decode(text, strlen(text), &event, NULL), KEEL_ERR_OK);
	assert_int_equal(event.u.morning_check.pain, 3);
}

/* ---- unknown types and newer versions ---- */

static void test_what_is_newer_is_kept_byte_for_byte(void **state)
{
	(void)state;
	static const struct {
		const char *from, *to;
		keel_err want;
	} cases[] = {
		{"\"morning-check\"", "\"moon-phase\"", KEEL_ERR_OK},
		{"\"v\":1", "\"v\":2", KEEL_ERR_OK},
		{"\"pain\":3", "\"pain\":99", KEEL_ERR_OUT_OF_RANGE}, /* known and not newer */
	};
	static line l;
	keel_event event;
	for (size_t i = 0; i < 2; i++) {
		static line newer;
		replace_in(&l, SORE, cases[i].from, cases[i].to);
		replace_in(&newer, l.text, "\"pain\":3",
			   "\"pain\":99,\"text\":\"a\\nb\",\"l\":[ 1,9007199254740991 ]");
		assert_int_equal(decode(newer.text, newer.bytes, &event, NULL), KEEL_ERR_OK);
		assert_int_equal(event.type, KEEL_EVENT_UNKNOWN);
		char out[KEEL_EVENT_LINE_BYTES_MAX + 1];
		size_t out_bytes;
		assert_int_equal(keel_event_encode(&event, out, sizeof out, &out_bytes),
				 KEEL_ERR_OK);
		assert_string_equal(out, newer.text);
		assert_int_equal(keel_event_encode(&event, out, newer.bytes, &out_bytes),
				 KEEL_ERR_TOO_LARGE);
		replace_in(&newer, l.text, "\"pain\":3", "\"pain\":3,\"pain\":4");
		expect(&newer, KEEL_ERR_DUPLICATE, "pain", 0);
		replace_in(&newer, l.text, "\"pain\":3", "\"pain\":3.5");
		expect(&newer, KEEL_ERR_BAD_TYPE, "pain", 0);
		replace_in(&newer, l.text, "\"seq\":3", "\"seq\":0");
		expect(&newer, KEEL_ERR_OUT_OF_RANGE, "seq", 0);
	}
	replace_in(&l, SORE, cases[2].from, cases[2].to);
	expect(&l, cases[2].want, "pain", 0);
}

/* ---- grammar ---- */

#define NOTE(text) ENVELOPE("note") ",\"text\":" text "}"
/* Column of the first byte of the value of a note. */
#define NOTE_AT (sizeof ENVELOPE("note") ",\"text\":")

typedef struct grammar_case {
	const char *value;
	keel_err want;
	size_t at; /* bytes from the start of the value */
} grammar_case;

static void test_grammar_of_values(void **state)
{
	(void)state;
	static const grammar_case cases[] = {
		{"\"caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80\"", KEEL_ERR_OK, 0},
		{"\"\\u00e9\\u20AC\\ud83d\\ude00\\\"\\\\\\/\"", KEEL_ERR_OK, 0},
		{"\"\\ud83d\"", KEEL_ERR_SYNTAX, 1},
		{"\"\\ud83dx\\ude00\"", KEEL_ERR_SYNTAX, 1},
		{"\"\\ude00\"", KEEL_ERR_SYNTAX, 1},
		{"\"\\ud83d\\ue000\"", KEEL_ERR_SYNTAX, 1},
		{"\"\\ud83d\\udfff\\udbff\\udc00\"", KEEL_ERR_OK, 0},
		{"\"\\udc00\\udc00\"", KEEL_ERR_SYNTAX, 1},
		{"\"\\ud7ff\\ue000\"", KEEL_ERR_OK, 0},
		{"\"\\ud83d\\ud83d\"", KEEL_ERR_SYNTAX, 1},
		{"\"\\u12g4\"", KEEL_ERR_SYNTAX, 1},
		{"\"\\u12", KEEL_ERR_SYNTAX, 1},
		{"\"\\x41\"", KEEL_ERR_SYNTAX, 1},
		{"\"a\\", KEEL_ERR_SYNTAX, 2},
		{"\"a", KEEL_ERR_SYNTAX, 0},
		{"\"\\u0000\"", KEEL_ERR_OUT_OF_RANGE, 1},
		{"\"\\u009f\"", KEEL_ERR_OUT_OF_RANGE, 1},
		{"\"\\u00a0\"", KEEL_ERR_OK, 0},
		{"\"a\tb\"", KEEL_ERR_SYNTAX, 2},
		{"\"a\x1f\"", KEEL_ERR_SYNTAX, 2},
		{"\"\x80\"", KEEL_ERR_SYNTAX, 1},
		{"\"\xc0\xaf\"", KEEL_ERR_SYNTAX, 1},	    /* overlong */
		{"\"\xc1\xbf\"", KEEL_ERR_SYNTAX, 1},	    /* overlong */
		{"\"\xc2\x80\"", KEEL_ERR_OUT_OF_RANGE, 1}, /* well formed, a control character */
		{"\"\xc2\xa0\"", KEEL_ERR_OK, 0},
		{"\"\xe0\x9f\xbf\"", KEEL_ERR_SYNTAX, 1}, /* overlong */
		{"\"\xe0\xa0\x80\"", KEEL_ERR_OK, 0},
		{"\"\xed\x9f\xbf\"", KEEL_ERR_OK, 0},
		{"\"\xed\xa0\x80\"", KEEL_ERR_SYNTAX, 1}, /* surrogate */
		{"\"\xee\x80\x80\"", KEEL_ERR_OK, 0},
		{"\"\xf0\x8f\xbf\xbf\"", KEEL_ERR_SYNTAX, 1}, /* overlong */
		{"\"\xf0\x90\x80\x80\"", KEEL_ERR_OK, 0},
		{"\"\xf4\x8f\xbf\xbf\"", KEEL_ERR_OK, 0},
		{"\"\xf4\x90\x80\x80\"", KEEL_ERR_SYNTAX, 1}, /* past U+10FFFF */
		{"\"\xf5\x80\x80\x80\"", KEEL_ERR_SYNTAX, 1},
		{"\"\xe2\x82\"", KEEL_ERR_SYNTAX, 1}, /* cut short */
		{"01", KEEL_ERR_SYNTAX, 0},
		{"-0", KEEL_ERR_SYNTAX, 0},
		{"-", KEEL_ERR_SYNTAX, 0},
		{"+1", KEEL_ERR_SYNTAX, 0},
		{"1e3", KEEL_ERR_BAD_TYPE, 0},
		{"0.0", KEEL_ERR_BAD_TYPE, 0},
		{"0x10", KEEL_ERR_SYNTAX, 1},
		{"9007199254740992", KEEL_ERR_OUT_OF_RANGE, 0},
		{"-9007199254740992", KEEL_ERR_OUT_OF_RANGE, 0},
		{"[1,]", KEEL_ERR_BAD_TYPE, 3},
		{"[,1]", KEEL_ERR_BAD_TYPE, 1},
		{"[1 2]", KEEL_ERR_SYNTAX, 3},
		{"[[1]]", KEEL_ERR_BAD_TYPE, 1},
		{"[\"a\"]", KEEL_ERR_BAD_TYPE, 1},
		{"[1.5]", KEEL_ERR_BAD_TYPE, 1},
		{"[01]", KEEL_ERR_SYNTAX, 1},
		{"", KEEL_ERR_SYNTAX, 0},
		{"nul", KEEL_ERR_BAD_TYPE, 0},
		{"'a'", KEEL_ERR_SYNTAX, 0},
	};
	static line l;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		l.bytes = 0;
		add(&l, NOTE(""));
		l.bytes--;
		add(&l, cases[i].value);
		add(&l, "}");
		expect(&l, cases[i].want, "text", NOTE_AT + cases[i].at);
	}
}

static void test_grammar_of_lines(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		keel_err want;
		int column;
	} cases[] = {
		{"", KEEL_ERR_SYNTAX, 1},
		{"x", KEEL_ERR_SYNTAX, 1},
		{"[]", KEEL_ERR_SYNTAX, 1},
		{"{}", KEEL_ERR_SYNTAX, 2},
		{"{", KEEL_ERR_SYNTAX, 2},
		{"\xef\xbb\xbf{\"a\":1}", KEEL_ERR_SYNTAX, 1},
		{"{\"a\"1}", KEEL_ERR_SYNTAX, 5},
		{"{\"a\":1,}", KEEL_ERR_SYNTAX, 8},
		{"{\"a\":1 \"b\":2}", KEEL_ERR_SYNTAX, 8},
		{"{\"a\":1}\r", KEEL_ERR_SYNTAX, 8},
		{"{\"a\":1}{}", KEEL_ERR_SYNTAX, 8},
		{"{\"\":1}", KEEL_ERR_SYNTAX, 3},
		{"{\"A\":1}", KEEL_ERR_SYNTAX, 3},
		{"{\"\\u0061\":1}", KEEL_ERR_SYNTAX, 3},
		{"{\"_a\":1}", KEEL_ERR_SYNTAX, 3},
		{"{a:1}", KEEL_ERR_SYNTAX, 2},
		{"{\"abcdefghijklmnopqrstuvwxyz12345\":x}", KEEL_ERR_SYNTAX, 36},
		{"{\"abcdefghijklmnopqrstuvwxyz123456\":1}", KEEL_ERR_SYNTAX, 3},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		keel_event event;
		keel_spot spot = {0};
		keel_err err = decode(cases[i].text, strlen(cases[i].text), &event, &spot);
		if (err != cases[i].want || spot.column != cases[i].column)
			fail_msg("%s: %s at %d", cases[i].text, keel_err_name(err), spot.column);
	}
}

static void test_every_prefix_and_every_broken_byte_is_survived(void **state)
{
	(void)state;
	const char *text = NOTE("\"caf\\u00e9 \\ud83d\\ude00 \xc3\xa9\"");
	size_t text_bytes = strlen(text);
	keel_event event;
	for (size_t i = 0; i < text_bytes; i++) {
		/* An exact heap block, so that a read behind the end is seen by the sanitizers. */
		char *copy = malloc(text_bytes);
		assert_non_null(copy);
		memcpy(copy, text, text_bytes);
		char *prefix = malloc(i + 1);
		assert_non_null(prefix);
		memcpy(prefix, text, i);
		assert_int_not_equal(decode(prefix, i, &event, NULL), KEEL_ERR_OK);
		free(prefix);
		for (int byte = 0; byte < 256; byte++) {
			copy[i] = (char)byte;
			keel_err err = decode(copy, text_bytes, &event, NULL);
			assert_true(byte >= 0x20 || byte == '\t' || err != KEEL_ERR_OK);
		}
		free(copy);
	}
}

static void test_limits(void **state)
{
	(void)state;
	static line l;
	keel_event event;
	keel_spot spot;
	/* A line of 4096 bytes, then of 4097. */
	l.bytes = 0;
	add(&l, SORE);
	add_repeated(&l, " ", KEEL_EVENT_LINE_BYTES_MAX - (long)l.bytes);
	assert_int_equal(decode(l.text, l.bytes, &event, &spot), KEEL_ERR_OK);
	add(&l, " ");
	assert_int_equal(decode(l.text, l.bytes, &event, &spot), KEEL_ERR_TOO_LARGE);
	/* 64 fields, then 65, of a newer version: 10 of the envelope, pain, and 53 or 54 more. */
	for (int more = 53; more <= 54; more++) {
		replace_in(&l, SORE, "\"v\":1", "\"v\":2");
		l.bytes--;
		for (int i = 0; i < more; i++) {
			char extra[16];
			snprintf(extra, sizeof extra, ",\"f%d\":1", i);
			add(&l, extra);
		}
		add(&l, "}");
		assert_int_equal(decode(l.text, l.bytes, &event, &spot),
				 more == 53 ? KEEL_ERR_OK : KEEL_ERR_TOO_LARGE);
	}
	/* No memory for an escaped text or a list. */
	keel_arena none;
	keel_arena_init(&none, block, 0);
	const char *note = NOTE("\"\\u00e9\"");
	assert_int_equal(keel_event_decode(note, strlen(note), &none, &event, &spot),
			 KEEL_ERR_NO_MEMORY);
	assert_string_equal(spot.field, "text");
}

static void test_escapes_mean_what_they_say(void **state)
{
	(void)state;
	const char *text = NOTE("\"\\\"\\\\\\/\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"");
	const char *meant = "\"\\/A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80";
	keel_event event;
	assert_int_equal(decode(text, strlen(text), &event, NULL), KEEL_ERR_OK);
	assert_int_equal(event.u.note.text.byte_count, strlen(meant));
	assert_memory_equal(event.u.note.text.bytes, meant, strlen(meant));
}

static void test_a_retraction_names_an_id(void **state)
{
	(void)state;
	static line l;
	replace_in(&l, ENVELOPE("retraction") ",\"event\":\"x\"}", "\"x\"",
		   "\"ffeeddccbbaa9988776655443322110F\"");
	expect(&l, KEEL_ERR_OUT_OF_RANGE, "event", sizeof ENVELOPE("retraction") ",\"event\":\"");
}

static void test_encode_refuses_what_decode_would(void **state)
{
	(void)state;
	char out[KEEL_EVENT_LINE_BYTES_MAX];
	size_t out_bytes;
	keel_event event;
	const char *text = SORE;
	assert_int_equal(decode(text, strlen(text), &event, NULL), KEEL_ERR_OK);
	event.u.morning_check.pain = 11;
	assert_int_equal(keel_event_encode(&event, out, sizeof out, &out_bytes),
			 KEEL_ERR_OUT_OF_RANGE);
	event.u.morning_check.pain = KEEL_ABSENT;
	assert_int_equal(keel_event_encode(&event, out, sizeof out, &out_bytes),
			 KEEL_ERR_MISSING_FIELD);
	event.u.morning_check.pain = 3;
	event.seq = 0;
	assert_int_equal(keel_event_encode(&event, out, sizeof out, &out_bytes),
			 KEEL_ERR_OUT_OF_RANGE);
	text = NOTE("\"a\"");
	static const char *const bad[] = {"a\nb", "\xff", "\xc2\x80", "\x7f"};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_int_equal(decode(text, strlen(text), &event, NULL), KEEL_ERR_OK);
		event.u.note.text = (keel_text){bad[i], (int32_t)strlen(bad[i])};
		assert_int_equal(keel_event_encode(&event, out, sizeof out, &out_bytes),
				 KEEL_ERR_OUT_OF_RANGE);
	}
	event.u.note.text.byte_count = 0;
	assert_int_equal(keel_event_encode(&event, out, sizeof out, &out_bytes),
			 KEEL_ERR_MISSING_FIELD);
}

static void test_ids(void **state)
{
	(void)state;
	uint8_t id[16];
	char text[33];
	const char *digits = "00112233445566778899aabbccddeeff";
	assert_true(keel_event_id_read(digits, 32, id));
	keel_event_id_write(id, text);
	assert_string_equal(text, digits);
	assert_false(keel_event_id_read(digits, 31, id));
	assert_false(keel_event_id_read("00112233445566778899AABBCCDDEEFF", 32, id));
	assert_string_equal(keel_event_type_name(KEEL_EVENT_SET_DONE), "set-done");
	assert_string_equal(keel_event_type_name(KEEL_EVENT_UNKNOWN), "unknown");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_type_comes_back_as_the_same_bytes),
		cmocka_unit_test(test_both_sides_of_every_bound),
		cmocka_unit_test(test_missing_double_and_unknown_fields),
		cmocka_unit_test(test_envelope_bounds),
		cmocka_unit_test(test_values_of_the_envelope),
		cmocka_unit_test(test_any_order_of_fields),
		cmocka_unit_test(test_what_is_newer_is_kept_byte_for_byte),
		cmocka_unit_test(test_grammar_of_values),
		cmocka_unit_test(test_grammar_of_lines),
		cmocka_unit_test(test_every_prefix_and_every_broken_byte_is_survived),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_escapes_mean_what_they_say),
		cmocka_unit_test(test_a_retraction_names_an_id),
		cmocka_unit_test(test_encode_refuses_what_decode_would),
		cmocka_unit_test(test_ids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
