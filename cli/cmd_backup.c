/* keel backup: a copy of the whole store, taken while it is in use. */
#include <stdio.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/store_open.h"

const char keel_help_backup[] =
	"usage: keel backup -o FILE [--store FILE] [--json]\n"
	"\n"
	"Copies the whole store into a new file, which `keel restore` takes. Keel may be\n"
	"running meanwhile.\n"
	"\n"
	"  -o FILE       where to; nothing that stands there is overwritten\n"
	"  --store FILE  default $XDG_DATA_HOME/keel/keel.db\n"
	"  --json        print {\"persons\",\"events\"}\n"
	"\n"
	"Exit codes: 0 copied, 1 something stands at FILE, 2 usage, 3 the store is\n"
	"damaged or newer, 4 disk.\n";

int keel_cmd_backup(int argc, char **argv)
{
	const char *store_option = NULL, *path = NULL;
	bool as_json = false;
	const keel_option options[] = {
		{"-o", &path, NULL}, {"--store", &store_option, NULL}, {"--json", NULL, &as_json}};
	int option_count = (int)(sizeof options / sizeof options[0]), operand_count;
	if (!keel_args_parse(argc, argv, options, option_count, NULL, 0, &operand_count))
		return KEEL_EXIT_USAGE;
	if (path == NULL)
		return keel_cli_fail(KEEL_EXIT_USAGE, "backup",
				     "say where to: keel backup -o FILE");

	char store_path[KEEL_CLI_PATH_BYTES_MAX];
	keel_store *store;
	keel_store_fault fault = {0};
	keel_store_counts counts = {0};
	const keel_cli_store_def def = {
		.command = "backup", .option = store_option, .must_exist = true};
	int exit_code = keel_cli_store_open(&def, &store, store_path);
	if (exit_code != KEEL_EXIT_DONE)
		return exit_code;
	keel_err err = keel_store_backup(store, path, &fault);
	if (err == KEEL_ERR_OK)
		err = keel_store_count(store, &counts, &fault);
	keel_store_close(store);
	if (err == KEEL_ERR_DUPLICATE)
		return keel_cli_fail(KEEL_EXIT_NO, "backup", "%s is there already; name a new file",
				     path);
	if (err != KEEL_ERR_OK)
		return keel_cli_fault("backup", path, &fault);
	if (as_json)
		printf("{\"persons\":%lld,\"events\":%lld}\n", (long long)counts.person_count,
		       (long long)counts.event_count);
	else
		printf("%lld people and %lld events are copied to %s.\n",
		       (long long)counts.person_count, (long long)counts.event_count, path);
	return KEEL_EXIT_DONE;
}
