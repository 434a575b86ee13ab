/* keel app -o DIR: the app as static files for any host with HTTPS. They need no Keel server.
 *
 * Writing in place, not by swapping directories: a host's folder may hold files of its owner (a
 * CNAME, a .well-known), which stay. Each file arrives under another name and is renamed; what
 * others point at comes first, index.html and the service worker last, so that a visitor in between
 * sees the old app or the new. `.keel-app` lists what was written: it marks the folder as ours and
 * tells next time which files have gone.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "server/app_files.h"
#include "server/headers.h"

#define MARKER ".keel-app"
#define PATH_BYTES_MAX 8192

const char keel_help_app[] =
	"usage: keel app -o DIR [--app DIR] [--json]\n"
	"\n"
	"Writes the whole app as static files, for any host that speaks HTTPS. The files\n"
	"need no Keel server: records stay in each visitor's browser.\n"
	"\n"
	"  -o DIR     where to; made when missing. A folder that holds anything else than\n"
	"             an earlier `keel app` is refused. Files of yours added later to\n"
	"             such a folder are left alone.\n"
	"  --app DIR  take the app from this folder, not from the program\n"
	"  --json     print {\"files\",\"bytes\"}\n"
	"\n"
	"`_headers` carries the security headers for hosts that read it (Netlify,\n"
	"Cloudflare Pages); for others, set them as it says.\n"
	"\n"
	"Exit codes: 0 written, 1 the folder is not ours, 2 usage, 4 disk.\n";

static bool is_last(const char *path)
{
	return strcmp(path, "index.html") == 0 || strcmp(path, "sw.js") == 0;
}

static bool write_all(int file, const unsigned char *bytes, size_t byte_count)
{
	while (byte_count > 0) {
		ssize_t wrote = write(file, bytes, byte_count);
		if (wrote < 0 && errno != EINTR)
			return false;
		if (wrote > 0) {
			bytes += wrote;
			byte_count -= (size_t)wrote;
		}
	}
	return true;
}

/* Makes the folders of path below directory. */
static bool make_folders(const char *directory, const char *path)
{
	char whole[PATH_BYTES_MAX];
	for (const char *slash = strchr(path, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		snprintf(whole, sizeof whole, "%s/%.*s", directory, (int)(slash - path), path);
		if (mkdir(whole, 0755) != 0 && errno != EEXIST)
			return false;
	}
	return true;
}

static bool write_file(const char *directory, const char *path, const void *bytes,
		       size_t byte_count)
{
	char whole[PATH_BYTES_MAX], fresh[PATH_BYTES_MAX + 16];
	int length = snprintf(whole, sizeof whole, "%s/%s", directory, path);
	if (length < 0 || (size_t)length >= sizeof whole || !make_folders(directory, path))
		return false;
	snprintf(fresh, sizeof fresh, "%s.keel-new", whole);
	unlink(fresh);
	int file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
	if (file < 0)
		return false;
	bool fine = write_all(file, bytes, byte_count);
	fine = close(file) == 0 && fine;
	fine = fine && rename(fresh, whole) == 0;
	if (!fine)
		unlink(fresh);
	return fine;
}

/* 1: empty, missing or ours; 0: somebody else's; -1: errno says. */
static int may_write(const char *directory)
{
	char marker[PATH_BYTES_MAX];
	snprintf(marker, sizeof marker, "%s/" MARKER, directory);
	if (access(marker, F_OK) == 0)
		return 1;
	DIR *opened = opendir(directory);
	if (opened == NULL)
		return errno == ENOENT ? 1 : -1;
	bool empty = true;
	for (struct dirent *entry; empty && (entry = readdir(opened)) != NULL;)
		empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
	closedir(opened);
	return empty ? 1 : 0;
}

/* Files that the marker of last time lists and the app no longer has. */
static void remove_gone(const char *directory, const keel_app_files *files)
{
	char path[PATH_BYTES_MAX], line[KEEL_APP_PATH_BYTES_MAX + 2];
	snprintf(path, sizeof path, "%s/" MARKER, directory);
	FILE *marker = fopen(path, "r");
	if (marker == NULL)
		return;
	while (fgets(line, sizeof line, marker) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		bool inside = line[0] != '\0' && line[0] != '/' && line[0] != '.' &&
			      strstr(line, "/.") == NULL;
		if (inside && keel_app_files_find(files, line) == NULL &&
		    strcmp(line, "_headers") != 0) {
			snprintf(path, sizeof path, "%s/%s", directory, line);
			unlink(path);
		}
	}
	fclose(marker);
}

static bool write_headers_file(const char *directory)
{
	char text[4096] = "/*\n";
	size_t used = strlen(text);
	for (const keel_http_field *field = keel_common_headers; field->name != NULL; field++)
		used += (size_t)snprintf(text + used, sizeof text - used, "  %s: %s\n", field->name,
					 field->value);
	used += (size_t)snprintf(
		text + used, sizeof text - used,
		"/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
	return used < sizeof text && write_file(directory, "_headers", text, used);
}

static bool write_marker(const char *directory, const keel_app_files *files)
{
	size_t bytes_max = 64 + (size_t)files->count * (KEEL_APP_PATH_BYTES_MAX + 1), used = 0;
	char *text = malloc(bytes_max);
	if (text == NULL)
		return false;
	for (int i = 0; i < files->count; i++)
		used += (size_t)snprintf(text + used, bytes_max - used, "%s\n",
					 files->files[i].path);
	used += (size_t)snprintf(text + used, bytes_max - used, "_headers\n");
	bool fine = write_file(directory, MARKER, text, used);
	free(text);
	return fine;
}

static int write_app(const keel_app_files *files, const char *directory, bool json)
{
	unsigned long long byte_count = 0;
	if (mkdir(directory, 0755) != 0 && errno != EEXIST)
		return keel_cli_fail(KEEL_EXIT_WORLD, "app", "%s: %s", directory, strerror(errno));
	for (int last = 0; last < 2; last++)
		for (int i = 0; i < files->count; i++) {
			const keel_app_file *file = &files->files[i];
			if (is_last(file->path) != (last == 1))
				continue;
			if (!write_file(directory, file->path, file->plain, file->plain_bytes))
				return keel_cli_fail(KEEL_EXIT_WORLD, "app", "%s/%s: %s", directory,
						     file->path, strerror(errno));
			byte_count += file->plain_bytes;
		}
	remove_gone(directory, files);
	if (!write_headers_file(directory) || !write_marker(directory, files))
		return keel_cli_fail(KEEL_EXIT_WORLD, "app", "%s: %s", directory, strerror(errno));
	if (json)
		printf("{\"files\":%d,\"bytes\":%llu}\n", files->count, byte_count);
	else
		printf("The app is in %s: %d files, %llu kB. Put the folder on any host that "
		       "speaks HTTPS.\n",
		       directory, files->count, (byte_count + 999) / 1000);
	return KEEL_EXIT_DONE;
}

int keel_cmd_app(int argc, char **argv)
{
	const char *directory = NULL, *source = NULL;
	bool json = false;
	const keel_option options[] = {
		{"-o", &directory, NULL}, {"--app", &source, NULL}, {"--json", NULL, &json}};
	int option_count = (int)(sizeof options / sizeof options[0]), operand_count;
	if (!keel_args_parse(argc, argv, options, option_count, NULL, 0, &operand_count))
		return KEEL_EXIT_USAGE;
	if (directory == NULL)
		return keel_cli_fail(KEEL_EXIT_USAGE, "app", "say where to: keel app -o DIR");
	if (strlen(directory) > PATH_BYTES_MAX / 2)
		return keel_cli_fail(KEEL_EXIT_USAGE, "app", "the folder's name is too long");

	keel_app_files files;
	size_t archive_bytes = (size_t)(keel_app_archive_end - keel_app_archive);
	keel_err err = source != NULL
			       ? keel_app_files_load(&files, source)
			       : keel_app_files_open(&files, keel_app_archive, archive_bytes);
	if (err != KEEL_ERR_OK)
		return keel_cli_fail(KEEL_EXIT_WORLD, "app", "%s: %s",
				     source != NULL ? source : "the app",
				     err == KEEL_ERR_IO ? strerror(errno) : keel_err_sentence(err));
	int exit_code;
	int allowed = may_write(directory);
	if (keel_app_files_find(&files, "index.html") == NULL)
		exit_code = keel_cli_fail(KEEL_EXIT_WORLD, "app",
					  "this program was built without the app; "
					  "./start builds both");
	else if (allowed < 0)
		exit_code =
			keel_cli_fail(KEEL_EXIT_WORLD, "app", "%s: %s", directory, strerror(errno));
	else if (allowed == 0)
		exit_code = keel_cli_fail(KEEL_EXIT_NO, "app",
					  "%s holds other files; name an empty or a new folder",
					  directory);
	else
		exit_code = write_app(&files, directory, json);
	keel_app_files_close(&files);
	return exit_code;
}
