/* The store a command works on: `--store FILE`, or the person's own at $XDG_DATA_HOME/keel/keel.db,
 * and what is said when it cannot be opened.
 */
#ifndef KEEL_CLI_STORE_OPEN_H
#define KEEL_CLI_STORE_OPEN_H

#include <stdbool.h>

#include "keel/store.h"

#define KEEL_CLI_PATH_BYTES_MAX 4096

typedef struct keel_cli_store_def {
	const char *command; /* for messages */
	const char *option;  /* the value of --store, or NULL */
	bool must_exist;
	bool read_only;
} keel_cli_store_def;

/* The path of the store; the folder of the default one is made (0700). An exit code. */
int keel_cli_store_path(const keel_cli_store_def *def, char path[KEEL_CLI_PATH_BYTES_MAX]);

/* Opens it. KEEL_EXIT_DONE, or another exit code after saying on stderr why; *store is then NULL.
 */
int keel_cli_store_open(const keel_cli_store_def *def, keel_store **store,
			char path[KEEL_CLI_PATH_BYTES_MAX]);

/* Says what failed, and returns the exit code that fits: bad input for a store that is damaged or
 * newer. */
int keel_cli_fault(const char *command, const char *path, const keel_store_fault *fault);

/* A person by id (16 hexadecimal digits), by name, or the only one there is (wanted NULL). An exit
 * code. */
int keel_cli_person(const char *command, keel_store *store, const char *wanted,
		    keel_store_person *person);

#endif
