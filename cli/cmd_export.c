/* keel export: a person's whole record as one readable file, which `keel import`, `keel replay` and
 * any text editor read.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/store_open.h"
#include "core/base/json.h"

#define LINES_A_PAGE 5000

const char keel_help_export[] =
	"usage: keel export [--store FILE] [--person ID|NAME] [-o FILE] [--json]\n"
	"\n"
	"Writes a person's record as JSON Lines, one event a line, in order of arrival.\n"
	"\n"
	"  --store FILE   default $XDG_DATA_HOME/keel/keel.db\n"
	"  --person WHO   16 hexadecimal digits or a name; may be left out when there is\n"
	"                 only one\n"
	"  -o FILE        where to (0600, replaced in one step); else standard output\n"
	"  --json         with -o: print {\"person\",\"events\",\"bytes\",\"file\"}\n"
	"\n"
	"Exit codes: 0 written, 1 no such person, 2 usage, 3 the store is damaged or\n"
	"newer, 4 disk.\n";

typedef struct written {
	long long line_count;
	unsigned long long byte_count;
} written;

static int write_record(keel_store *store, uint64_t person, FILE *out, written *done)
{
	keel_store_fault fault = {0};
	int64_t cursor = 0;
	for (;;) {
		keel_store_page page = {0};
		if (keel_store_read(store, person, cursor, LINES_A_PAGE, &page, &fault) !=
		    KEEL_ERR_OK)
			return keel_cli_fault("export", "the store", &fault);
		size_t wrote = fwrite(page.text, 1, page.text_bytes, out);
		bool fine = wrote == page.text_bytes;
		bool last = page.cursor == cursor;
		cursor = page.cursor;
		done->line_count += page.line_count;
		done->byte_count += page.text_bytes;
		keel_store_page_deinit(&page);
		if (!fine)
			return keel_cli_fail(KEEL_EXIT_WORLD, "export", "cannot write: %s",
					     strerror(errno));
		if (last)
			return KEEL_EXIT_DONE;
	}
}

static int write_stdout(keel_store *store, uint64_t person, written *done)
{
	int exit_code = write_record(store, person, stdout, done);
	if (fflush(stdout) != 0 && exit_code == KEEL_EXIT_DONE)
		return keel_cli_fail(KEEL_EXIT_WORLD, "export", "cannot write: %s",
				     strerror(errno));
	return exit_code;
}

/* Under another name first, so that a failure leaves what stood there. */
static int write_file(keel_store *store, uint64_t person, const char *path, written *done)
{
	char fresh[KEEL_CLI_PATH_BYTES_MAX];
	int length = snprintf(fresh, sizeof fresh, "%s.keel-new", path);
	if (length < 0 || (size_t)length >= sizeof fresh)
		return keel_cli_fail(KEEL_EXIT_USAGE, "export", "the file's name is too long");
	unlink(fresh);
	int file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	FILE *out = file >= 0 ? fdopen(file, "wb") : NULL;
	if (out == NULL)
		return keel_cli_fail(KEEL_EXIT_WORLD, "export", "%s: %s", fresh, strerror(errno));
	int exit_code = write_record(store, person, out, done);
	bool kept = fflush(out) == 0 && fsync(file) == 0;
	kept = fclose(out) == 0 && kept;
	if (exit_code == KEEL_EXIT_DONE && (!kept || rename(fresh, path) != 0))
		exit_code =
			keel_cli_fail(KEEL_EXIT_WORLD, "export", "%s: %s", path, strerror(errno));
	if (exit_code != KEEL_EXIT_DONE)
		unlink(fresh);
	return exit_code;
}

static void say_done(const keel_store_person *person, const written *done, const char *path,
		     bool as_json)
{
	if (!as_json) {
		printf("%lld events of %s are in %s.\n", done->line_count,
		       person->name[0] != '\0' ? person->name : "this person", path);
		return;
	}
	char text[KEEL_CLI_PATH_BYTES_MAX * 2 + 256], id[17];
	size_t text_bytes;
	keel_json json;
	snprintf(id, sizeof id, "%016llx", (unsigned long long)person->person);
	keel_json_init(&json, text, sizeof text);
	keel_json_open(&json, '{');
	keel_json_put_text(&json, "person", id);
	keel_json_put_int(&json, "events", done->line_count);
	keel_json_put_int(&json, "bytes", (int64_t)done->byte_count);
	keel_json_put_text(&json, "file", path);
	keel_json_close(&json, '}');
	if (keel_json_end(&json, &text_bytes) == KEEL_ERR_OK)
		puts(text);
}

int keel_cmd_export(int argc, char **argv)
{
	const char *store_option = NULL, *wanted = NULL, *path = NULL;
	bool as_json = false;
	const keel_option options[] = {{"--store", &store_option, NULL},
				       {"--person", &wanted, NULL},
				       {"-o", &path, NULL},
				       {"--json", NULL, &as_json}};
	int option_count = (int)(sizeof options / sizeof options[0]), operand_count;
	if (!keel_args_parse(argc, argv, options, option_count, NULL, 0, &operand_count))
		return KEEL_EXIT_USAGE;
	if (as_json && path == NULL)
		return keel_cli_fail(KEEL_EXIT_USAGE, "export", "--json goes with -o FILE");

	char store_path[KEEL_CLI_PATH_BYTES_MAX];
	keel_store *store;
	keel_store_person person = {0};
	written done = {0};
	const keel_cli_store_def def = {
		.command = "export", .option = store_option, .must_exist = true, .read_only = true};
	int exit_code = keel_cli_store_open(&def, &store, store_path);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = keel_cli_person("export", store, wanted, &person);
	if (exit_code == KEEL_EXIT_DONE)
		exit_code = path != NULL ? write_file(store, person.person, path, &done)
					 : write_stdout(store, person.person, &done);
	if (exit_code == KEEL_EXIT_DONE && path != NULL)
		say_done(&person, &done, path, as_json);
	keel_store_close(store);
	return exit_code;
}
