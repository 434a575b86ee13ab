/* A person's record as the command line holds it: a file of events (--log) or a store (--store),
 * folded into a core. Here drafts get their envelopes; a draft is on disk before it counts.
 */
#ifndef KEEL_CLI_RECORD_H
#define KEEL_CLI_RECORD_H

#include <stdint.h>

#include "cli/commands.h"
#include "keel/keel.h"

typedef struct keel_store keel_store;

typedef struct keel_record_def {
	const char *command;	/* for messages */
	const char *log_path;	/* or NULL */
	const char *store_path; /* or NULL; both NULL: the default store */
	const char *person;	/* id or name, or NULL when the store has at most one */
	bool must_exist;	/* a file that is not there is an error; else an empty record */
} keel_record_def;

typedef struct keel_record {
	keel_core *core;
	void *memory;
	int event_count_max;
	bool open_line; /* the log's last line has no newline yet */
	char *log_path;	   /* NULL: the store */
	keel_store *store; /* NULL: the log */
	char *store_path;
	uint64_t person;
	uint32_t device;
	bool device_known;
	int64_t last_utc_ms; /* so that --at cannot make two events of one command stand still or go
				back */
} keel_record;

/* KEEL_EXIT_DONE, or another exit code after a sentence on stderr (file:line:column for bad input).
 */
int keel_record_open(const keel_record_def *def, keel_record *record);
void keel_record_close(keel_record *record);

/* Envelopes a JSON array of drafts, keeps it on disk and adds it to the core. */
int keel_record_keep(keel_record *record, const keel_now *now, const char *drafts_json);

/* One draft, printf-like. */
int keel_record_say(keel_record *record, const keel_now *now, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A core alone with the embedded catalogue and the events of a text; name is used in messages. */
int keel_record_core(const char *name, const char *text, size_t text_bytes, keel_record *record);

#endif
