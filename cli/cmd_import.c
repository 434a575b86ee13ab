/* keel import: a person's file into the store, all of it or nothing. Again is harmless: an event
 * that is there already is known by its id.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/store_open.h"
#include "cli/world.h"
#include "server/lines.h"

const char keel_help_import[] =
	"usage: keel import FILE [--store FILE] [--json]\n"
	"\n"
	"Puts a person's record (JSON Lines, as `keel export` writes) into the store: all\n"
	"of it or nothing. What is there already is left as it is. FILE may be - for\n"
	"standard input.\n"
	"\n"
	"  --store FILE  default $XDG_DATA_HOME/keel/keel.db; made when there is none\n"
	"  --json        print {\"person\",\"added\",\"known\"}\n"
	"\n"
	"Exit codes: 0 in the store, 1 the person was erased from it, 2 usage, 3 bad\n"
	"input, as FILE:LINE:COLUMN and what is wrong there, 4 disk.\n";

static int say_spot(const char *path, keel_err err, const keel_spot *spot)
{
	bool has_message = spot->message != NULL && *spot->message != '\0';
	fprintf(stderr, "%s:%d:%d: error: %s%s%s\n", path, spot->line, spot->column, spot->field,
		spot->field[0] != '\0' ? ": " : "",
		has_message ? spot->message : keel_err_sentence(err));
	fprintf(stderr, "keel import: nothing was kept\n");
	return KEEL_EXIT_BAD_INPUT;
}

static int import_text(const char *path, const char *text, size_t text_bytes,
		       const char *store_option, bool as_json)
{
	keel_store_fault fault = {0};
	uint64_t person = 0;
	keel_err err = keel_lines_person(text, text_bytes, &person, &fault.spot);
	if (err != KEEL_ERR_OK)
		return say_spot(path, err, &fault.spot);

	char store_path[KEEL_CLI_PATH_BYTES_MAX];
	keel_store *store;
	keel_store_added added = {0};
	const keel_cli_store_def def = {.command = "import", .option = store_option};
	int exit_code = keel_cli_store_open(&def, &store, store_path);
	if (exit_code != KEEL_EXIT_DONE)
		return exit_code;
	err = keel_store_append(store, person, text, text_bytes, &added, &fault);
	keel_store_close(store);
	if (err != KEEL_ERR_OK && fault.spot.line > 0)
		return say_spot(path, err, &fault.spot);
	if (err == KEEL_ERR_NOT_FOUND)
		return keel_cli_fail(KEEL_EXIT_NO, "import",
				     "this person was erased from the store; nothing was kept");
	if (err == KEEL_ERR_TOO_LARGE)
		return keel_cli_fail(KEEL_EXIT_BAD_INPUT, "import", "%s: larger than %d MiB", path,
				     KEEL_STORE_APPEND_BYTES_MAX >> 20);
	if (err != KEEL_ERR_OK)
		return keel_cli_fault("import", store_path, &fault);
	if (as_json)
		printf("{\"person\":\"%016llx\",\"added\":%d,\"known\":%d}\n",
		       (unsigned long long)person, added.added_count, added.known_count);
	else
		printf("%d events added, %d were there already.\n", added.added_count,
		       added.known_count);
	return KEEL_EXIT_DONE;
}

int keel_cmd_import(int argc, char **argv)
{
	const char *store_option = NULL, *path = NULL;
	bool as_json = false;
	const keel_option options[] = {{"--store", &store_option, NULL},
				       {"--json", NULL, &as_json}};
	int option_count = (int)(sizeof options / sizeof options[0]), operand_count;
	if (!keel_args_parse(argc, argv, options, option_count, &path, 1, &operand_count))
		return KEEL_EXIT_USAGE;
	if (path == NULL)
		return keel_cli_fail(KEEL_EXIT_USAGE, "import", "say which file: keel import FILE");
	size_t text_bytes = 0;
	char *text = keel_world_read(path, &text_bytes);
	if (text == NULL)
		return KEEL_EXIT_WORLD;
	int exit_code = import_text(strcmp(path, "-") == 0 ? "standard input" : path, text,
				    text_bytes, store_option, as_json);
	free(text);
	return exit_code;
}
