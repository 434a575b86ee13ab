/* keel verify: reads the whole store and says whether every byte of it is as it was written. */
#include <stdio.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/store_open.h"

const char keel_help_verify[] =
	"usage: keel verify [--store FILE] [--json]\n"
	"\n"
	"Reads everything in a store (or a backup): its structure, every event against\n"
	"its hash and its form.\n"
	"\n"
	"  --store FILE  default $XDG_DATA_HOME/keel/keel.db\n"
	"  --json        print {\"sound\",\"persons\",\"events\",\"erased\"}\n"
	"\n"
	"Exit codes: 0 sound, 1 damaged (it says where), 2 usage, 3 not a store, or a\n"
	"newer one, 4 disk.\n";

int keel_cmd_verify(int argc, char **argv)
{
	const char *store_option = NULL;
	bool as_json = false;
	const keel_option options[] = {{"--store", &store_option, NULL},
				       {"--json", NULL, &as_json}};
	int option_count = (int)(sizeof options / sizeof options[0]), operand_count;
	if (!keel_args_parse(argc, argv, options, option_count, NULL, 0, &operand_count))
		return KEEL_EXIT_USAGE;

	char store_path[KEEL_CLI_PATH_BYTES_MAX];
	keel_store *store;
	keel_store_fault fault = {0};
	keel_store_counts counts = {0};
	const keel_cli_store_def def = {
		.command = "verify", .option = store_option, .must_exist = true, .read_only = true};
	int exit_code = keel_cli_store_open(&def, &store, store_path);
	if (exit_code != KEEL_EXIT_DONE)
		return exit_code;
	keel_err err = keel_store_verify(store, &counts, &fault);
	keel_store_close(store);
	if (err != KEEL_ERR_OK && err != KEEL_ERR_CORRUPT)
		return keel_cli_fault("verify", store_path, &fault);
	bool sound = err == KEEL_ERR_OK;
	if (!sound)
		keel_cli_fault("verify", store_path, &fault);
	if (as_json)
		printf("{\"sound\":%s,\"persons\":%lld,\"events\":%lld,\"erased\":%lld}\n",
		       sound ? "true" : "false", (long long)counts.person_count,
		       (long long)counts.event_count, (long long)counts.erased_count);
	else if (sound)
		printf("The store is sound: %lld people, %lld events.\n",
		       (long long)counts.person_count, (long long)counts.event_count);
	return sound ? KEEL_EXIT_DONE : KEEL_EXIT_NO;
}
