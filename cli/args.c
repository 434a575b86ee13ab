#include "cli/args.h"

#include <stdio.h>
#include <string.h>

#include "core/base/date.h"

static const keel_option *find_option(const keel_option *options, int option_count,
				      const char *text, size_t text_bytes)
{
	for (int i = 0; i < option_count; i++)
		if (strlen(options[i].name) == text_bytes &&
		    memcmp(options[i].name, text, text_bytes) == 0)
			return &options[i];
	return NULL;
}

/* Takes one option at argv[*at]; steps over its value. */
static bool take_option(int argc, char **argv, int *at, const keel_option *options,
			int option_count)
{
	const char *text = argv[*at];
	const char *equals = strchr(text, '=');
	size_t name_bytes = equals == NULL ? strlen(text) : (size_t)(equals - text);
	const keel_option *option = find_option(options, option_count, text, name_bytes);
	if (option == NULL) {
		fprintf(stderr, "keel %s: there is no option %.*s\n", argv[0], (int)name_bytes,
			text);
		return false;
	}
	if (option->value == NULL) {
		if (equals != NULL) {
			fprintf(stderr, "keel %s: %s takes no value\n", argv[0], option->name);
			return false;
		}
		*option->flag = true;
		return true;
	}
	if (equals != NULL) {
		*option->value = equals + 1;
		return true;
	}
	if (*at + 1 >= argc) {
		fprintf(stderr, "keel %s: %s wants a value\n", argv[0], option->name);
		return false;
	}
	*option->value = argv[++*at];
	return true;
}

bool keel_args_parse(int argc, char **argv, const keel_option *options, int option_count,
		     const char **operands, int operand_max, int *operand_count)
{
	bool only_operands = false;
	int count = 0;
	for (int i = 1; i < argc; i++) {
		bool is_option = !only_operands && argv[i][0] == '-' && argv[i][1] != '\0';
		if (is_option && strcmp(argv[i], "--") == 0) {
			only_operands = true;
		} else if (is_option) {
			if (!take_option(argc, argv, &i, options, option_count))
				return false;
		} else if (count == operand_max) {
			fprintf(stderr, "keel %s: \"%s\" is one too many\n", argv[0], argv[i]);
			return false;
		} else {
			operands[count++] = argv[i];
		}
	}
	*operand_count = count;
	return true;
}

/* digit_count digits at *text as a number between min and max. */
static bool take_number(const char **text, int digit_count, int min, int max, int *value)
{
	*value = 0;
	for (int i = 0; i < digit_count; i++) {
		if (**text < '0' || **text > '9')
			return false;
		*value = *value * 10 + (*(*text)++ - '0');
	}
	return *value >= min && *value <= max;
}

static bool take_char(const char **text, const char *any_of)
{
	if (**text == '\0' || strchr(any_of, **text) == NULL)
		return false;
	(*text)++;
	return true;
}

static bool take_offset(const char **text, int32_t *offset_min)
{
	int hours, minutes;
	bool west = **text == '-';
	*offset_min = 0;
	if (take_char(text, "Zz"))
		return true;
	if (!take_char(text, "+-") || !take_number(text, 2, 0, 14, &hours) ||
	    !take_char(text, ":") || !take_number(text, 2, 0, 59, &minutes))
		return false;
	*offset_min = (hours * 60 + minutes) * (west ? -1 : 1);
	return *offset_min >= -840 && *offset_min <= 840;
}

bool keel_args_time(const char *text, int64_t *utc_ms, int32_t *offset_min)
{
	keel_civil civil;
	int hour, minute, second = 0;
	if (!take_number(&text, 4, 1970, 2199, &civil.year) || !take_char(&text, "-") ||
	    !take_number(&text, 2, 1, 12, &civil.month) || !take_char(&text, "-") ||
	    !take_number(&text, 2, 1, 31, &civil.day) || !take_char(&text, "Tt ") ||
	    !take_number(&text, 2, 0, 23, &hour) || !take_char(&text, ":") ||
	    !take_number(&text, 2, 0, 59, &minute))
		return false;
	if (take_char(&text, ":")) {
		if (!take_number(&text, 2, 0, 59, &second))
			return false;
		if (take_char(&text, "."))
			while (*text >= '0' && *text <= '9')
				text++;
	}
	int32_t date = keel_date_from_civil(civil);
	if (keel_date_to_civil(date).day != civil.day || !take_offset(&text, offset_min) ||
	    *text != '\0')
		return false;
	int64_t local_s = (int64_t)date * 86400 + hour * 3600 + minute * 60 + second;
	*utc_ms = (local_s - (int64_t)*offset_min * 60) * 1000;
	return true;
}
