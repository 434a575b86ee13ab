/* Questions in the terminal. An empty line, or the end of the input, is no answer; nobody is asked
 * twice for that. */
#ifndef KEEL_CLI_ASK_H
#define KEEL_CLI_ASK_H

#include <stdbool.h>

#include "cli/record.h"
#include "core/coach/coach.h"

/* Reads a number from min to max; -1 when there is none. A wrong answer is asked again. */
int keel_ask_number(const char *prompt, int min, int max);

/* One key of `keys`; 0 when there is none. */
char keel_ask_key(const char *prompt, const char *keys);

/* True when standard input has ended. */
bool keel_ask_ended(void);

/* Everything that is to be asked before the plan of that moment: screening, after-effect, morning,
 * the weekly question. What is answered is kept in the record; an exit code. */
int keel_ask_before_plan(keel_record *record, const keel_now *now);

#endif
