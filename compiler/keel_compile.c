/* keel-compile: the build's own compiler of the catalogue.
 *
 *   keel-compile DIR [--c FILE [--depfile FILE]] [--files FOLDER] [--no-tracks] [--draft]
 *                [--only MOVEMENT] [--cache FOLDER] [--pictures FOLDER] [--quiet] [--update-lock]
 *                [--report FILE]
 *
 * --update-lock writes DIR/computed.lock anew: what movements lengthen and how they load the low
 * back, to be read as a diff before it is committed; --report writes docs/COMPUTED.md from it.
 *
 * Exit codes as the command line's: 0 done, 1 the catalogue has errors, 2 usage, 4 the world
 * failed.
 */
#include <string.h>

#include "compiler/compile.h"

static void print_message(void *user, const keel_compile_message *message)
{
	const bool *is_quiet = user;
	if (message->is_error || !*is_quiet) {
		keel_compile_print(stderr, message);
	}
}

static int write_all(const keel_compiled *compiled, const char *c_path, const char *depfile,
		     const char *folder)
{
	keel_err err = KEEL_ERR_OK;
	if (c_path) {
		err = keel_compile_write_c(compiled, c_path);
	}
	if (err == KEEL_ERR_OK && c_path && depfile) {
		err = keel_compile_write_depfile(compiled, c_path, depfile);
	}
	if (err == KEEL_ERR_OK && folder) {
		err = keel_compile_write_files(compiled, folder);
	}
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "keel-compile: %s\n", keel_err_sentence(err));
		return 4;
	}
	return 0;
}

int main(int argc, char **argv)
{
	keel_compile_def def = keel_default_compile_def();
	const char *c_path = NULL, *depfile = NULL, *folder = NULL;
	char lock_path[1024];
	bool is_quiet = false, is_usage_good = argc >= 2 && argv[1][0] != '-';
	for (int i = 2; i < argc && is_usage_good; i++) {
		const char *value = i + 1 < argc ? argv[i + 1] : NULL;
		if (strcmp(argv[i], "--no-tracks") == 0) {
			def.has_tracks = false;
		} else if (strcmp(argv[i], "--draft") == 0) {
			def.is_draft = true;
		} else if (strcmp(argv[i], "--quiet") == 0) {
			is_quiet = true;
		} else if (strcmp(argv[i], "--update-lock") == 0) {
			snprintf(lock_path, sizeof(lock_path), "%s/computed.lock", argv[1]);
			def.lock_path = lock_path;
		} else if (strcmp(argv[i], "--report") == 0 && value) {
			def.report_path = argv[++i];
		} else if (strcmp(argv[i], "--c") == 0 && value) {
			c_path = argv[++i];
		} else if (strcmp(argv[i], "--depfile") == 0 && value) {
			depfile = argv[++i];
		} else if (strcmp(argv[i], "--files") == 0 && value) {
			folder = argv[++i];
		} else if (strcmp(argv[i], "--cache") == 0 && value) {
			def.cache_directory = argv[++i];
		} else if (strcmp(argv[i], "--pictures") == 0 && value) {
			def.pictures_directory = argv[++i];
		} else if (strcmp(argv[i], "--only") == 0 && value) {
			def.only = argv[++i];
		} else {
			is_usage_good = false;
		}
	}
	if (!is_usage_good) {
		fputs("usage: keel-compile DIR [--c FILE [--depfile FILE]] [--files FOLDER] "
		      "[--no-tracks] [--draft] [--only ID] [--cache FOLDER] "
		      "[--pictures FOLDER] [--quiet] "
		      "[--update-lock] [--report FILE]\n",
		      stderr);
		return 2;
	}
	def.directory = argv[1];
	keel_compiled compiled;
	keel_err err = keel_compile(&def, print_message, &is_quiet, &compiled);
	int code = 0;
	if (err != KEEL_ERR_OK) {
		fprintf(stderr, "keel-compile: %s: %s\n", def.directory, keel_err_sentence(err));
		code = 4;
	} else if (compiled.error_count > 0 && !def.is_draft) {
		fprintf(stderr, "%d errors, %d warnings\n", compiled.error_count,
			compiled.warning_count);
		code = 1;
	} else {
		code = write_all(&compiled, c_path, depfile, folder);
	}
	keel_compiled_deinit(&compiled);
	return code;
}
