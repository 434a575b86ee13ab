#include "cli/fail.h"

#include <stdarg.h>
#include <stdio.h>

int keel_cli_fail(int exit_code, const char *command, const char *format, ...)
{
	va_list values;
	va_start(values, format);
	fprintf(stderr, "keel %s: ", command);
	vfprintf(stderr, format, values);
	fputc('\n', stderr);
	va_end(values);
	return exit_code;
}
