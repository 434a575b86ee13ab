/* keel restore: a backup in the place of the store. The backup is verified before anything is
 * touched, and what stood there is kept beside it.
 *
 * Keeping aside: a second name (hard link) for the old file is enough, since the store puts the
 * restored one there by renaming; where there are no hard links it is copied. A store that can
 * still be opened is copied by the store's own backup instead, which takes in what its write-ahead
 * log still holds.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/store_open.h"

const char keel_help_restore[] =
	"usage: keel restore FILE [--store FILE] [--force] [--json]\n"
	"\n"
	"Puts a backup in the place of the store. FILE is verified first; a damaged one\n"
	"is refused. People who were erased from the store stay erased.\n"
	"\n"
	"  --store FILE  default $XDG_DATA_HOME/keel/keel.db\n"
	"  --force       replace a store that is there; it is kept beside it as\n"
	"                STORE.before-restore-TIME\n"
	"  --json        print {\"persons\",\"events\",\"kept\"}\n"
	"\n"
	"Exit codes: 0 restored, 1 a store is there and --force was not given, 2 usage,\n"
	"3 FILE is damaged, newer or no backup, 4 disk, or the store is in use.\n";

static int verify_backup(const char *path, keel_store_counts *counts)
{
	char store_path[KEEL_CLI_PATH_BYTES_MAX];
	keel_store *store;
	keel_store_fault fault = {0};
	const keel_cli_store_def def = {
		.command = "restore", .option = path, .must_exist = true, .read_only = true};
	int exit_code = keel_cli_store_open(&def, &store, store_path);
	if (exit_code != KEEL_EXIT_DONE)
		return exit_code;
	keel_err err = keel_store_verify(store, counts, &fault);
	keel_store_close(store);
	return err == KEEL_ERR_OK ? KEEL_EXIT_DONE : keel_cli_fault("restore", path, &fault);
}

static bool copy_file(const char *from, const char *to)
{
	char block[65536];
	ssize_t got = -1;
	int source = open(from, O_RDONLY | O_CLOEXEC);
	int target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool fine = source >= 0 && target >= 0;
	while (fine && (got = read(source, block, sizeof block)) > 0)
		fine = write(target, block, (size_t)got) == got;
	fine = fine && got == 0 && fsync(target) == 0;
	if (source >= 0)
		close(source);
	if (target >= 0)
		fine = close(target) == 0 && fine;
	return fine;
}

static int keep_aside(const char *store_path, char aside[KEEL_CLI_PATH_BYTES_MAX + 64])
{
	char stamp[32];
	time_t now = time(NULL);
	struct tm utc;
	gmtime_r(&now, &utc);
	strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &utc);
	snprintf(aside, KEEL_CLI_PATH_BYTES_MAX + 64, "%s.before-restore-%s", store_path, stamp);

	keel_store *store;
	keel_store_fault fault = {0};
	keel_store_sqlite_def def = keel_default_store_sqlite_def(store_path);
	def.must_exist = true;
	if (keel_store_open_sqlite(&def, &store, &fault) == KEEL_ERR_OK) {
		keel_err err = keel_store_backup(store, aside, &fault);
		keel_store_close(store);
		if (err == KEEL_ERR_OK)
			return KEEL_EXIT_DONE;
	}
	/* What cannot be opened is kept as it lies, its write-ahead log too. */
	char log[KEEL_CLI_PATH_BYTES_MAX + 8], aside_log[KEEL_CLI_PATH_BYTES_MAX + 72];
	snprintf(log, sizeof log, "%s-wal", store_path);
	snprintf(aside_log, sizeof aside_log, "%s-wal", aside);
	bool kept = link(store_path, aside) == 0 || copy_file(store_path, aside);
	if (kept && (access(log, F_OK) != 0 || copy_file(log, aside_log)))
		return KEEL_EXIT_DONE;
	return keel_cli_fail(KEEL_EXIT_WORLD, "restore", "cannot keep the old store as %s: %s",
			     aside, strerror(errno));
}

static void say_done(const keel_store_counts *counts, const char *aside, bool as_json)
{
	if (as_json)
		printf("{\"persons\":%lld,\"events\":%lld,\"kept\":%s}\n",
		       (long long)counts->person_count, (long long)counts->event_count,
		       aside[0] != '\0' ? "true" : "false");
	else
		printf("%lld people and %lld events are restored.%s%s\n",
		       (long long)counts->person_count, (long long)counts->event_count,
		       aside[0] != '\0' ? " What stood there is kept as " : "", aside);
}

int keel_cmd_restore(int argc, char **argv)
{
	const char *store_option = NULL, *path = NULL;
	bool force = false, as_json = false;
	const keel_option options[] = {{"--store", &store_option, NULL},
				       {"--force", NULL, &force},
				       {"--json", NULL, &as_json}};
	int option_count = (int)(sizeof options / sizeof options[0]), operand_count;
	if (!keel_args_parse(argc, argv, options, option_count, &path, 1, &operand_count))
		return KEEL_EXIT_USAGE;
	if (path == NULL)
		return keel_cli_fail(KEEL_EXIT_USAGE, "restore",
				     "say which backup: keel restore FILE");

	char store_path[KEEL_CLI_PATH_BYTES_MAX], aside[KEEL_CLI_PATH_BYTES_MAX + 64] = "";
	keel_store_fault fault = {0};
	keel_store_counts counts = {0};
	const keel_cli_store_def def = {.command = "restore", .option = store_option};
	int exit_code = keel_cli_store_path(&def, store_path);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = verify_backup(path, &counts);
	if (exit_code != KEEL_EXIT_DONE)
		return exit_code;
	bool stands = access(store_path, F_OK) == 0;
	if (stands && !force)
		return keel_cli_fail(KEEL_EXIT_NO, "restore",
				     "%s is there; --force replaces it and keeps the old one "
				     "beside it",
				     store_path);
	if (stands)
		exit_code = keep_aside(store_path, aside);
	if (exit_code != KEEL_EXIT_DONE)
		return exit_code;
	if (keel_store_restore(path, store_path, force, &fault) != KEEL_ERR_OK)
		return keel_cli_fault("restore", store_path, &fault);
	say_done(&counts, aside, as_json);
	return KEEL_EXIT_DONE;
}
