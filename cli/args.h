/* Options of a command: `--name value`, `--name=value`, `--flag`, `--` and what stands for itself.
 */
#ifndef KEEL_CLI_ARGS_H
#define KEEL_CLI_ARGS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct keel_option {
	const char *name;   /* with its dashes: "--log" */
	const char **value; /* filled when the option takes a value, else NULL */
	bool *flag;	    /* set when the option is there, for options without value */
} keel_option;

/* Fills options and up to operand_max operands; *operand_count is how many there were. False with a
 * sentence on stderr when the command line is wrong: the caller answers KEEL_EXIT_USAGE. */
bool keel_args_parse(int argc, char **argv, const keel_option *options, int option_count,
		     const char **operands, int operand_max, int *operand_count);

/* RFC 3339 with offset: 2026-03-11T07:30:00+01:00, seconds and their fraction may be left out, Z is
 * +00:00. */
bool keel_args_time(const char *text, int64_t *utc_ms, int32_t *offset_min);

#endif
