/* Leading a session in the terminal: the same player as in the app, a clock, a line of text, a few
 * keys. */
#ifndef KEEL_CLI_LEAD_H
#define KEEL_CLI_LEAD_H

#include "cli/record.h"

typedef struct keel_lead_def {
	bool fast; /* no waiting, no keys: time passes at once, questions are read from standard
		      input */
	const char *session;
} keel_lead_def;

/* From the recorded prescription to the end of the session; an exit code. */
int keel_lead(keel_record *record, const keel_now *now, const keel_lead_def *def);

#endif
