#include "core/event/scan.h"

#include <string.h>

typedef struct cursor {
	const char *line;
	size_t line_bytes;
	size_t at;
	const char *key; /* the key whose value is read, for the place of an error; NULL before the
			    first */
	size_t key_bytes;
	keel_spot *spot;
} cursor;

keel_err keel_scan_fail(keel_spot *spot, keel_err err, size_t at, const char *key, size_t key_bytes,
			const char *message)
{
	if (spot == NULL)
		return err;
	memset(spot, 0, sizeof *spot);
	spot->column = (int)at + 1;
	spot->message = message;
	if (key != NULL) {
		size_t kept_bytes =
			key_bytes < sizeof spot->field ? key_bytes : sizeof spot->field - 1;
		memcpy(spot->field, key, kept_bytes);
	}
	return err;
}

static keel_err fail(const cursor *c, keel_err err, size_t at, const char *message)
{
	return keel_scan_fail(c->spot, err, at, c->key, c->key_bytes, message);
}

/* The byte at the cursor; 0, which no rule accepts, at the end. */
static unsigned char peek(const cursor *c)
{
	return c->at < c->line_bytes ? (unsigned char)c->line[c->at] : 0;
}

static void skip_blanks(cursor *c)
{
	while (peek(c) == ' ' || peek(c) == '\t')
		c->at++;
}

static bool is_digit(unsigned char byte)
{
	return byte >= '0' && byte <= '9';
}

static int hex_value(unsigned char byte)
{
	if (is_digit(byte))
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	if (byte >= 'A' && byte <= 'F')
		return byte - 'A' + 10;
	return -1;
}

static bool is_control(uint32_t point)
{
	return point < 0x20 || (point >= 0x7f && point < 0xa0);
}

/* Length of the UTF-8 sequence at text, 0 when it is not well formed (Unicode 15, table 3-7). */
static size_t utf8_bytes(const unsigned char *text, size_t left_bytes, uint32_t *point)
{
	unsigned char lead = text[0];
	if (lead < 0x80) {
		*point = lead;
		return 1;
	}
	size_t length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
	if (length == 0 || length > left_bytes)
		return 0;
	uint32_t value = lead & (0x7fu >> length);
	for (size_t i = 1; i < length; i++) {
		if ((text[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (text[i] & 0x3fu);
	}
	bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
	bool surrogate = value >= 0xd800 && value < 0xe000;
	if (overlong || surrogate || value > 0x10ffff)
		return 0;
	*point = value;
	return length;
}

bool keel_scan_text_is_clean(const char *text, size_t text_bytes)
{
	size_t at = 0;
	while (at < text_bytes) {
		uint32_t point = 0;
		size_t length =
			utf8_bytes((const unsigned char *)text + at, text_bytes - at, &point);
		if (length == 0 || is_control(point))
			return false;
		at += length;
	}
	return true;
}

/* Four hexadecimal digits at `at`, or -1. */
static int32_t hex_unit(const char *line, size_t line_bytes, size_t at)
{
	if (line_bytes < 4 || at > line_bytes - 4)
		return -1;
	int32_t unit = 0;
	for (size_t i = 0; i < 4; i++) {
		int digit = hex_value((unsigned char)line[at + i]);
		if (digit < 0)
			return -1;
		unit = unit * 16 + digit;
	}
	return unit;
}

/* The code point of the \u escape whose backslash is at `at`, with its low half when it is a pair;
 * -1 when the digits are bad, -2 for half a pair. *length is the whole escape. */
static int32_t unicode_escape(const char *line, size_t line_bytes, size_t at, size_t *length)
{
	int32_t high = hex_unit(line, line_bytes, at + 2);
	*length = 6;
	if (high < 0)
		return -1;
	if (high < 0xd800 || high > 0xdfff)
		return high;
	bool pair_follows = high < 0xdc00 && at + 8 <= line_bytes && line[at + 6] == '\\' &&
			    line[at + 7] == 'u';
	int32_t low = pair_follows ? hex_unit(line, line_bytes, at + 8) : -1;
	if (low < 0xdc00 || low > 0xdfff)
		return -2;
	*length = 12;
	return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

/* The character that follows a backslash, or 0 when there is no such escape. */
static unsigned char short_escape(unsigned char byte)
{
	switch (byte) {
	case '"':
	case '\\':
	case '/':
		return byte;
	case 'b':
		return '\b';
	case 'f':
		return '\f';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 't':
		return '\t';
	default:
		return 0;
	}
}

/* At a backslash. The grammar allows escaped control characters; which texts may hold them is not
 * decided here. */
static keel_err scan_escape(cursor *c, keel_scan_field *field)
{
	size_t start = c->at;
	c->at++;
	unsigned char byte = peek(c);
	int32_t point;
	size_t length = 2;
	if (byte == 'u') {
		point = unicode_escape(c->line, c->line_bytes, start, &length);
		if (point == -1)
			return fail(c, KEEL_ERR_SYNTAX, start, "\\u wants four hexadecimal digits");
		if (point == -2)
			return fail(c, KEEL_ERR_SYNTAX, start, "half of a surrogate pair");
	} else {
		point = short_escape(byte);
		if (point == 0)
			return fail(c, KEEL_ERR_SYNTAX, start, "an escape that JSON does not have");
	}
	if (is_control((uint32_t)point) && field->control_at < 0)
		field->control_at = (int32_t)start;
	field->escaped = true;
	c->at = start + length;
	return KEEL_ERR_OK;
}

/* At the opening quote; leaves the cursor behind the closing one. */
static keel_err scan_text(cursor *c, keel_scan_field *field)
{
	size_t start = c->at++;
	field->kind = KEEL_SCAN_TEXT;
	field->escaped = false;
	field->control_at = -1;
	field->value_at = (int32_t)c->at;
	for (;;) {
		if (c->at >= c->line_bytes)
			return fail(c, KEEL_ERR_SYNTAX, start, "a text without its closing quote");
		unsigned char byte = (unsigned char)c->line[c->at];
		if (byte == '"')
			break;
		if (byte == '\\') {
			keel_err err = scan_escape(c, field);
			if (err != KEEL_ERR_OK)
				return err;
			continue;
		}
		if (byte < 0x20)
			return fail(c, KEEL_ERR_SYNTAX, c->at, "a control character inside a text");
		if (byte < 0x7f) {
			c->at++;
			continue;
		}
		uint32_t point = 0;
		size_t length = utf8_bytes((const unsigned char *)c->line + c->at,
					   c->line_bytes - c->at, &point);
		if (length == 0)
			return fail(c, KEEL_ERR_SYNTAX, c->at, "bytes that are not UTF-8");
		if (is_control(point) && field->control_at < 0)
			field->control_at = (int32_t)c->at;
		c->at += length;
	}
	field->value_bytes = (int32_t)c->at - field->value_at;
	c->at++;
	return KEEL_ERR_OK;
}

static keel_err scan_int(cursor *c, int64_t *number)
{
	size_t start = c->at;
	bool negative = peek(c) == '-';
	if (negative)
		c->at++;
	if (!is_digit(peek(c)))
		return fail(c, KEEL_ERR_SYNTAX, start, "a minus sign without a number");
	bool leading_zero = peek(c) == '0';
	size_t digits_at = c->at;
	int64_t value = 0;
	bool too_large = false;
	for (unsigned char byte = peek(c); is_digit(byte); byte = peek(c)) {
		/* 2^53 times ten still fits in 64 bits; after that the value only has to stay too
		 * large. */
		if (!too_large)
			value = value * 10 + (byte - '0');
		c->at++;
		too_large = too_large || value > KEEL_SCAN_INT_MAX;
	}
	unsigned char next = peek(c);
	if (next == '.' || next == 'e' || next == 'E')
		return fail(c, KEEL_ERR_BAD_TYPE, start, "a number with a fraction or an exponent");
	if (leading_zero && c->at - digits_at > 1)
		return fail(c, KEEL_ERR_SYNTAX, start, "a number with a leading zero");
	if (leading_zero && negative)
		return fail(c, KEEL_ERR_SYNTAX, start, "minus zero");
	if (too_large)
		return fail(c, KEEL_ERR_OUT_OF_RANGE, start, "a number beyond 2^53 - 1");
	*number = negative ? -value : value;
	return KEEL_ERR_OK;
}

static bool starts_int(unsigned char byte)
{
	return byte == '-' || is_digit(byte);
}

/* At the opening bracket. */
static keel_err scan_list(cursor *c, keel_scan_field *field)
{
	size_t start = c->at++;
	field->kind = KEEL_SCAN_LIST;
	field->value_at = (int32_t)c->at;
	field->item_count = 0;
	skip_blanks(c);
	while (field->item_count > 0 || peek(c) != ']') {
		if (!starts_int(peek(c))) {
			if (c->at >= c->line_bytes)
				return fail(c, KEEL_ERR_SYNTAX, start,
					    "a list without its closing bracket");
			return fail(c, KEEL_ERR_BAD_TYPE, c->at, "a list holds whole numbers only");
		}
		int64_t number = 0;
		keel_err err = scan_int(c, &number);
		if (err != KEEL_ERR_OK)
			return err;
		field->item_count++;
		skip_blanks(c);
		if (peek(c) == ']')
			break;
		if (peek(c) != ',')
			return fail(c, KEEL_ERR_SYNTAX, c->at,
				    "a comma or ] is expected in a list");
		c->at++;
		skip_blanks(c);
	}
	field->value_bytes = (int32_t)c->at - field->value_at;
	c->at++;
	return KEEL_ERR_OK;
}

static keel_err scan_value(cursor *c, keel_scan_field *field)
{
	unsigned char byte = peek(c);
	if (byte == '"')
		return scan_text(c, field);
	if (byte == '[')
		return scan_list(c, field);
	if (starts_int(byte)) {
		field->kind = KEEL_SCAN_INT;
		field->value_at = (int32_t)c->at;
		keel_err err = scan_int(c, &field->number);
		field->value_bytes = (int32_t)c->at - field->value_at;
		return err;
	}
	if (byte == '{' || byte == 't' || byte == 'f' || byte == 'n')
		return fail(c, KEEL_ERR_BAD_TYPE, c->at,
			    "only texts, whole numbers and lists of whole numbers are values");
	return fail(c, KEEL_ERR_SYNTAX, c->at, "a value is expected");
}

static bool is_key_byte(unsigned char byte, bool first)
{
	return (byte >= 'a' && byte <= 'z') || (!first && (is_digit(byte) || byte == '_'));
}

static keel_err scan_key(cursor *c, keel_scan_field *field)
{
	c->key = NULL;
	if (peek(c) != '"')
		return fail(c, KEEL_ERR_SYNTAX, c->at, "a field name in quotes is expected");
	c->at++;
	size_t start = c->at;
	while (is_key_byte(peek(c), c->at == start))
		c->at++;
	size_t key_bytes = c->at - start;
	if (peek(c) != '"' || key_bytes == 0 || key_bytes > KEEL_SCAN_KEY_BYTES_MAX)
		return fail(c, KEEL_ERR_SYNTAX, start,
			    "a field name is 1 to 31 of a-z, 0-9 and _, and begins with a letter");
	c->at++;
	c->key = c->line + start;
	c->key_bytes = key_bytes;
	field->key_at = (int32_t)start;
	field->key_bytes = (int32_t)key_bytes;
	skip_blanks(c);
	if (peek(c) != ':')
		return fail(c, KEEL_ERR_SYNTAX, c->at, "a colon is expected after a field name");
	c->at++;
	skip_blanks(c);
	return KEEL_ERR_OK;
}

/* Behind the opening brace; leaves the cursor behind the closing one. */
static keel_err scan_fields(cursor *c, keel_scan *scan)
{
	for (;;) {
		if (scan->field_count == KEEL_SCAN_FIELDS_MAX)
			return fail(c, KEEL_ERR_TOO_LARGE, c->at, "more than 64 fields");
		keel_scan_field *field = &scan->fields[scan->field_count];
		keel_err err = scan_key(c, field);
		if (err == KEEL_ERR_OK)
			err = scan_value(c, field);
		if (err != KEEL_ERR_OK)
			return err;
		scan->field_count++;
		skip_blanks(c);
		if (peek(c) == '}')
			break;
		if (peek(c) != ',')
			return fail(c, KEEL_ERR_SYNTAX, c->at,
				    "a comma or } is expected after a value");
		c->at++;
		skip_blanks(c);
	}
	c->at++;
	return KEEL_ERR_OK;
}

keel_err keel_scan_object(const char *line, size_t line_bytes, keel_scan *scan, keel_spot *spot)
{
	cursor c = {line, line_bytes, 0, NULL, 0, spot};
	scan->line = line;
	scan->line_bytes = line_bytes;
	scan->field_count = 0;
	skip_blanks(&c);
	if (peek(&c) != '{')
		return fail(&c, KEEL_ERR_SYNTAX, c.at, "a line begins with {");
	c.at++;
	skip_blanks(&c);
	keel_err err = scan_fields(&c, scan);
	if (err != KEEL_ERR_OK)
		return err;
	c.key = NULL;
	skip_blanks(&c);
	if (c.at != line_bytes)
		return fail(&c, KEEL_ERR_SYNTAX, c.at, "something stands behind the closing }");
	return KEEL_ERR_OK;
}

static size_t put_utf8(char *out, uint32_t point)
{
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
	for (size_t i = length - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (point & 0x3f));
		point >>= 6;
	}
	out[0] = (char)(leads[length] | point);
	return length;
}

/* An escape is never shorter than the bytes it stands for: 2 for 1, 6 for at most 3, 12 for 4. */
int32_t keel_scan_unescape(const keel_scan *scan, const keel_scan_field *field, char *out)
{
	KEEL_ASSERT(field->kind == KEEL_SCAN_TEXT);
	size_t at = (size_t)field->value_at;
	size_t end = at + (size_t)field->value_bytes;
	size_t used = 0;
	while (at < end) {
		if (scan->line[at] != '\\') {
			out[used++] = scan->line[at++];
			continue;
		}
		size_t length = 2;
		int32_t point = scan->line[at + 1] == 'u'
					? unicode_escape(scan->line, scan->line_bytes, at, &length)
					: short_escape((unsigned char)scan->line[at + 1]);
		KEEL_ASSERT(point >= 0);
		used += put_utf8(out + used, (uint32_t)point);
		at += length;
	}
	return (int32_t)used;
}

bool keel_scan_list(const keel_scan *scan, const keel_scan_field *field, int32_t *items,
		    int32_t *item_at)
{
	KEEL_ASSERT(field->kind == KEEL_SCAN_LIST);
	cursor c = {scan->line, scan->line_bytes, (size_t)field->value_at, NULL, 0, NULL};
	for (int32_t i = 0; i < field->item_count; i++) {
		while (!starts_int(peek(&c)))
			c.at++;
		*item_at = (int32_t)c.at;
		int64_t number = 0;
		keel_err err = scan_int(&c, &number);
		KEEL_ASSERT(err == KEEL_ERR_OK);
		if (number < INT32_MIN || number > INT32_MAX)
			return false;
		items[i] = (int32_t)number;
	}
	return true;
}
