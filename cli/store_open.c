#include "cli/store_open.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/world.h"

#define PERSONS_A_READ 64

int keel_cli_store_path(const keel_cli_store_def *def, char path[KEEL_CLI_PATH_BYTES_MAX])
{
	if (def->option != NULL && (strncmp(def->option, "postgres:", 9) == 0 ||
				    strncmp(def->option, "postgresql:", 11) == 0))
		return keel_cli_fail(KEEL_EXIT_USAGE, def->command,
				     "this program keeps its store in a file; it was built "
				     "without PostgreSQL");
	if (def->option != NULL &&
	    (*def->option == '\0' || strlen(def->option) >= KEEL_CLI_PATH_BYTES_MAX - 16))
		return keel_cli_fail(KEEL_EXIT_USAGE, def->command,
				     "--store wants the path of a file");
	if (def->option != NULL) {
		snprintf(path, KEEL_CLI_PATH_BYTES_MAX, "%s", def->option);
		return KEEL_EXIT_DONE;
	}
	char folder[KEEL_CLI_PATH_BYTES_MAX - 16];
	if (!keel_world_data_dir(folder, sizeof folder))
		return keel_cli_fail(KEEL_EXIT_WORLD, def->command,
				     "there is no place for the store; say --store FILE");
	snprintf(path, KEEL_CLI_PATH_BYTES_MAX, "%s/keel.db", folder);
	return KEEL_EXIT_DONE;
}

int keel_cli_fault(const char *command, const char *path, const keel_store_fault *fault)
{
	bool bad_file = fault->err == KEEL_ERR_CORRUPT || fault->err == KEEL_ERR_VERSION;
	int exit_code = bad_file ? KEEL_EXIT_BAD_INPUT : KEEL_EXIT_WORLD;
	if (fault->text[0] != '\0')
		return keel_cli_fail(exit_code, command, "%s", fault->text);
	return keel_cli_fail(exit_code, command, "%s: %s", path, keel_err_sentence(fault->err));
}

int keel_cli_store_open(const keel_cli_store_def *def, keel_store **store,
			char path[KEEL_CLI_PATH_BYTES_MAX])
{
	*store = NULL;
	int exit_code = keel_cli_store_path(def, path);
	if (exit_code != KEEL_EXIT_DONE)
		return exit_code;
	keel_store_fault fault = {0};
	keel_store_sqlite_def sqlite = keel_default_store_sqlite_def(path);
	sqlite.must_exist = def->must_exist;
	sqlite.read_only = def->read_only;
	if (keel_store_open_sqlite(&sqlite, store, &fault) == KEEL_ERR_OK)
		return KEEL_EXIT_DONE;
	*store = NULL;
	return keel_cli_fault(def->command, path, &fault);
}

static bool is_wanted(const keel_store_person *one, const char *wanted)
{
	char id[17];
	snprintf(id, sizeof id, "%016llx", (unsigned long long)one->person);
	return wanted == NULL || strcasecmp(id, wanted) == 0 ||
	       (one->name[0] != '\0' && strcmp(one->name, wanted) == 0);
}

static void say_who_is_there(const keel_store_person *persons, int count)
{
	for (int i = 0; i < count; i++)
		fprintf(stderr, "  %016llx  %s\n", (unsigned long long)persons[i].person,
			persons[i].name);
}

int keel_cli_person(const char *command, keel_store *store, const char *wanted,
		    keel_store_person *person)
{
	keel_store_fault fault = {0};
	keel_store_person persons[PERSONS_A_READ], first_few[8];
	int found_count = 0, few_count = 0, got = PERSONS_A_READ;
	for (int offset = 0; got == PERSONS_A_READ; offset += got) {
		if (keel_store_persons(store, offset, persons, PERSONS_A_READ, &got, &fault) !=
		    KEEL_ERR_OK)
			return keel_cli_fault(command, "the store", &fault);
		for (int i = 0; i < got; i++) {
			if (!is_wanted(&persons[i], wanted))
				continue;
			if (few_count < 8)
				first_few[few_count++] = persons[i];
			found_count++;
		}
	}
	if (found_count == 1) {
		*person = first_few[0];
		return KEEL_EXIT_DONE;
	}
	if (found_count == 0 && wanted == NULL)
		return keel_cli_fail(KEEL_EXIT_NO, command,
				     "nobody has a record in this store yet");
	if (found_count == 0)
		return keel_cli_fail(KEEL_EXIT_NO, command,
				     "nobody called \"%s\" has a record in this store", wanted);
	keel_cli_fail(0, command, "%d people fit; say which with --person ID:", found_count);
	say_who_is_there(first_few, few_count);
	return KEEL_EXIT_USAGE;
}
