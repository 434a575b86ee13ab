/* A scanner for one flat object of strings and small integers. The event codec reads the same kind
 * of thing, but with envelopes, escapes and lists; sharing it would have meant commands that look
 * like events and are kept by mistake. One table names the fields, so that a new one is one row.
 */
#include "core/coach/command.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/names.h"

const char *const keel_do_names[KEEL_DO_COUNT] = {
#define KEEL_DO_NAME(NAME, text) text,
	KEEL_DO_LIST(KEEL_DO_NAME)
#undef KEEL_DO_NAME
};

typedef struct field {
	const char *name;
	size_t offset;		  /* of an int16_t in keel_command */
	int16_t max;		  /* integers 0..max; -1: no integer allowed */
	const char *const *names; /* NULL: no name allowed */
	const int *name_count;
} field;

static const int do_count = KEEL_DO_COUNT;

#define AT(member) offsetof(keel_command, member)
static const field fields[] = {
	{"do", AT(what), -1, keel_do_names, &do_count},
	{"pain", AT(pain), 10, NULL, NULL},
	{"place", AT(place), -1, keel_place_names, &keel_place_name_count},
	{"further", AT(further), 1, NULL, NULL},
	{"settled", AT(settled), 1, keel_settled_names, &keel_settled_name_count},
	{"change", AT(change), -1, keel_change_names, &keel_change_name_count},
	{"challenge", AT(challenge), 100, NULL, NULL},
	{"form", AT(form), -1, keel_form_names, &keel_form_name_count},
	{"reason", AT(reason), -1, keel_swap_names, &keel_swap_name_count},
	{"sign", AT(sign), -1, keel_sign_names, &keel_sign_name_count},
};
#undef AT
#define FIELD_COUNT (sizeof fields / sizeof fields[0])

typedef struct scanner {
	const char *bytes;
	size_t byte_count;
	size_t at;
	keel_spot *spot;
} scanner;

static keel_err fail(scanner *s, keel_err err, const char *message)
{
	if (s->spot != NULL) {
		s->spot->line = 1;
		s->spot->column = (int)s->at + 1;
		s->spot->message = message;
	}
	return err;
}

static void name_field(scanner *s, const char *name, size_t name_bytes)
{
	if (s->spot == NULL)
		return;
	size_t length = name_bytes < sizeof s->spot->field ? name_bytes : sizeof s->spot->field - 1;
	memcpy(s->spot->field, name, length);
	s->spot->field[length] = '\0';
}

static void skip_blanks(scanner *s)
{
	while (s->at < s->byte_count && strchr(" \t\r\n", s->bytes[s->at]) != NULL &&
	       s->bytes[s->at] != '\0')
		s->at++;
}

static bool take(scanner *s, char c)
{
	skip_blanks(s);
	if (s->at >= s->byte_count || s->bytes[s->at] != c)
		return false;
	s->at++;
	return true;
}

static keel_err take_text(scanner *s, const char **text, size_t *text_bytes)
{
	if (!take(s, '"'))
		return fail(s, KEEL_ERR_SYNTAX, "a text in quotes is expected here");
	size_t start = s->at;
	while (s->at < s->byte_count && s->bytes[s->at] != '"') {
		unsigned char c = (unsigned char)s->bytes[s->at];
		if (c < 0x20 || c == '\\')
			return fail(s, KEEL_ERR_SYNTAX,
				    "control characters and escapes do not occur in commands");
		s->at++;
	}
	if (s->at >= s->byte_count)
		return fail(s, KEEL_ERR_SYNTAX, "the text has no closing quote");
	*text = s->bytes + start;
	*text_bytes = s->at - start;
	s->at++;
	return KEEL_ERR_OK;
}

static keel_err take_int(scanner *s, int max, int16_t *value)
{
	size_t start = s->at;
	int total = 0;
	while (s->at < s->byte_count && s->bytes[s->at] >= '0' && s->bytes[s->at] <= '9' &&
	       s->at - start < 6)
		total = total * 10 + (s->bytes[s->at++] - '0');
	if (s->at == start)
		return fail(s, KEEL_ERR_BAD_TYPE, "a whole number or a text is expected here");
	if (s->bytes[start] == '0' && s->at - start > 1)
		return fail(s, KEEL_ERR_SYNTAX, "a number does not begin with 0");
	if (max < 0)
		return fail(s, KEEL_ERR_BAD_TYPE, "a name in quotes is expected here");
	if (total > max)
		return fail(s, KEEL_ERR_OUT_OF_RANGE, "the number is too large");
	*value = (int16_t)total;
	return KEEL_ERR_OK;
}

static keel_err take_movement(scanner *s, keel_command *command)
{
	const char *text;
	size_t text_bytes;
	if (command->movement[0] != '\0')
		return fail(s, KEEL_ERR_DUPLICATE, "the field stands here twice");
	keel_err err = take_text(s, &text, &text_bytes);
	if (err != KEEL_ERR_OK)
		return err;
	if (text_bytes == 0 || text_bytes >= sizeof command->movement ||
	    memchr(text, '\0', text_bytes) != NULL)
		return fail(s, KEEL_ERR_OUT_OF_RANGE, "a movement id has 1 to 48 characters");
	memcpy(command->movement, text, text_bytes);
	command->movement[text_bytes] = '\0';
	return KEEL_ERR_OK;
}

static keel_err take_value(scanner *s, const field *f, keel_command *command)
{
	int16_t value = KEEL_COMMAND_ABSENT;
	memcpy(&value, (const char *)command + f->offset, sizeof value);
	if (value != KEEL_COMMAND_ABSENT)
		return fail(s, KEEL_ERR_DUPLICATE, "the field stands here twice");
	skip_blanks(s);
	keel_err err;
	if (s->at < s->byte_count && s->bytes[s->at] == '"' && f->names != NULL) {
		const char *text;
		size_t text_bytes;
		err = take_text(s, &text, &text_bytes);
		if (err != KEEL_ERR_OK)
			return err;
		value = (int16_t)keel_name_find(f->names, *f->name_count, text, text_bytes);
		if (value < 0)
			return fail(s, KEEL_ERR_UNKNOWN_NAME,
				    "the name is not in the list of allowed names");
	} else {
		err = take_int(s, f->max, &value);
		if (err != KEEL_ERR_OK)
			return err;
	}
	memcpy((char *)command + f->offset, &value, sizeof value);
	return KEEL_ERR_OK;
}

static keel_err take_member(scanner *s, keel_command *command)
{
	const char *name;
	size_t name_bytes;
	keel_err err = take_text(s, &name, &name_bytes);
	if (err != KEEL_ERR_OK)
		return err;
	name_field(s, name, name_bytes);
	if (!take(s, ':'))
		return fail(s, KEEL_ERR_SYNTAX, "a colon is expected here");
	if (name_bytes == 8 && memcmp(name, "movement", 8) == 0)
		return take_movement(s, command);
	for (size_t i = 0; i < FIELD_COUNT; i++)
		if (strlen(fields[i].name) == name_bytes &&
		    memcmp(fields[i].name, name, name_bytes) == 0)
			return take_value(s, &fields[i], command);
	return fail(s, KEEL_ERR_UNKNOWN_FIELD, "commands have no such field");
}

static void clear(keel_command *command)
{
	memset(command, 0, sizeof *command);
	int16_t absent = KEEL_COMMAND_ABSENT;
	for (size_t i = 0; i < FIELD_COUNT; i++)
		memcpy((char *)command + fields[i].offset, &absent, sizeof absent);
}

keel_err keel_command_parse(const char *json, size_t json_bytes, keel_command *command,
			    keel_spot *spot)
{
	scanner s = {json, json_bytes, 0, spot};
	clear(command);
	if (spot != NULL)
		*spot = (keel_spot){.message = ""};
	if (json_bytes > KEEL_COMMAND_BYTES_MAX)
		return fail(&s, KEEL_ERR_TOO_LARGE, "a command is at most 512 bytes");
	if (!take(&s, '{'))
		return fail(&s, KEEL_ERR_SYNTAX, "a command is an object in braces");
	if (!take(&s, '}')) {
		do {
			keel_err err = take_member(&s, command);
			if (err != KEEL_ERR_OK)
				return err;
		} while (take(&s, ','));
		if (!take(&s, '}'))
			return fail(&s, KEEL_ERR_SYNTAX,
				    "a comma or a closing brace is expected here");
	}
	skip_blanks(&s);
	if (s.at != s.byte_count)
		return fail(&s, KEEL_ERR_SYNTAX, "nothing may follow the command");
	if (command->what == KEEL_COMMAND_ABSENT) {
		name_field(&s, "do", 2);
		return fail(&s, KEEL_ERR_MISSING_FIELD, "a command says what to do");
	}
	if (spot != NULL)
		*spot = (keel_spot){.message = ""};
	return KEEL_ERR_OK;
}
