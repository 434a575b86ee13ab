/* What a command says on stderr before it ends. */
#ifndef KEEL_CLI_FAIL_H
#define KEEL_CLI_FAIL_H

/* "keel export: " and the sentence; returns the code, so that a command can end with it. */
int keel_cli_fail(int exit_code, const char *command, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
