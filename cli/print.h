/* Printing the core's JSON answers, whatever their size. */
#ifndef KEEL_CLI_PRINT_H
#define KEEL_CLI_PRINT_H

#include <stdbool.h>

#include "keel/keel.h"

typedef keel_err (*keel_print_ask)(keel_core *core, const keel_now *now, char *out,
				   size_t out_bytes, size_t *written_bytes);

/* The answer and a newline on stdout; an exit code. */
int keel_print_json(keel_core *core, keel_print_ask ask, const keel_now *now);

/* An answer as a malloced text, or NULL with a sentence on stderr. */
char *keel_print_text(keel_core *core, keel_print_ask ask, const keel_now *now);

/* Minutes since getting up, 0 to 1439; NULL leaves them unknown. False with a sentence on stderr.
 */
bool keel_print_up(const char *up, keel_now *now);

#endif
