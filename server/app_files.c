#include "server/app_files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/hash.h"

#define HASH_CHARS 8 /* what the app's builder puts before the ending */

static uint32_t read_u32(const unsigned char *at)
{
	return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
	       (uint32_t)at[3] << 24;
}

static bool lies_inside(size_t archive_bytes, uint32_t at, uint32_t bytes)
{
	return at <= archive_bytes && bytes <= archive_bytes - at;
}

static bool read_entry(keel_app_file *file, const unsigned char *archive, size_t archive_bytes,
		       const unsigned char *entry)
{
	uint32_t path_at = read_u32(entry), plain_at = read_u32(entry + 4),
		 plain_bytes = read_u32(entry + 8);
	uint32_t gzip_at = read_u32(entry + 12), gzip_bytes = read_u32(entry + 16);
	uint32_t path_bytes = read_u32(entry + 20);
	if (path_bytes > KEEL_APP_PATH_BYTES_MAX ||
	    !lies_inside(archive_bytes, path_at, path_bytes + 1) ||
	    !lies_inside(archive_bytes, plain_at, plain_bytes) ||
	    !lies_inside(archive_bytes, gzip_at, gzip_bytes) ||
	    archive[path_at + path_bytes] != '\0')
		return false;
	file->path = (const char *)archive + path_at;
	file->plain = archive + plain_at;
	file->plain_bytes = plain_bytes;
	file->gzip = gzip_bytes > 0 ? archive + gzip_at : NULL;
	file->gzip_bytes = gzip_bytes;
	file->hash = (uint64_t)read_u32(entry + 24) | (uint64_t)read_u32(entry + 28) << 32;
	return true;
}

keel_err keel_app_files_open(keel_app_files *files, const unsigned char *archive,
			     size_t archive_bytes)
{
	memset(files, 0, sizeof *files);
	if (archive_bytes < KEEL_APP_HEAD_BYTES || memcmp(archive, KEEL_APP_MAGIC, 8) != 0)
		return KEEL_ERR_CORRUPT;
	uint32_t count = read_u32(archive + 8);
	if (count > KEEL_APP_FILES_MAX ||
	    archive_bytes - KEEL_APP_HEAD_BYTES < (size_t)count * KEEL_APP_ENTRY_BYTES)
		return KEEL_ERR_CORRUPT;
	files->files = calloc(count > 0 ? count : 1, sizeof *files->files);
	if (files->files == NULL)
		return KEEL_ERR_NO_MEMORY;
	for (uint32_t i = 0; i < count; i++) {
		const unsigned char *entry =
			archive + KEEL_APP_HEAD_BYTES + (size_t)i * KEEL_APP_ENTRY_BYTES;
		keel_app_file *file = &files->files[i];
		bool fine = read_entry(file, archive, archive_bytes, entry);
		if (!fine || (i > 0 && strcmp(file[-1].path, file->path) >= 0)) {
			keel_app_files_close(files);
			return KEEL_ERR_CORRUPT;
		}
	}
	files->count = (int)count;
	return KEEL_ERR_OK;
}

/* ---- a directory ---- */

static bool is_app_name(const char *name)
{
	static const char allowed[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
	return name[strspn(name, allowed)] == '\0';
}

static keel_err read_whole(const char *path, size_t bytes, unsigned char **read_bytes)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return KEEL_ERR_IO;
	unsigned char *block = malloc(bytes + 1);
	size_t have = 0;
	while (block != NULL && have < bytes) {
		ssize_t got = read(file, block + have, bytes - have);
		if (got <= 0)
			break;
		have += (size_t)got;
	}
	close(file);
	if (block == NULL || have < bytes) {
		free(block);
		return block == NULL ? KEEL_ERR_NO_MEMORY : KEEL_ERR_IO;
	}
	*read_bytes = block;
	return KEEL_ERR_OK;
}

static keel_err add_file(keel_app_files *files, const char *path, const char *name, off_t size)
{
	unsigned char *plain = NULL;
	if (files->count == KEEL_APP_FILES_MAX || size < 0 ||
	    (uint64_t)size > KEEL_APP_FILE_BYTES_MAX)
		return KEEL_ERR_TOO_LARGE;
	keel_err err = read_whole(path, (size_t)size, &plain);
	if (err != KEEL_ERR_OK)
		return err;
	char *kept_name = strdup(name);
	if (kept_name == NULL) {
		free(plain);
		return KEEL_ERR_NO_MEMORY;
	}
	uint64_t hash = keel_hash_end(keel_hash_bytes(keel_hash_start(), plain, (size_t)size));
	files->files[files->count++] = (keel_app_file){
		.path = kept_name, .plain = plain, .plain_bytes = (size_t)size, .hash = hash};
	return KEEL_ERR_OK;
}

/* Directories still to be read, relative to the root and ending with a slash; "" is the root. */
typedef struct to_read {
	char (*names)[KEEL_APP_PATH_BYTES_MAX + 2];
	int count;
} to_read;

#define DIRECTORIES_MAX 256

static keel_err add_entry(keel_app_files *files, to_read *rest, const char *root, const char *under,
			  const char *entry)
{
	char name[KEEL_APP_PATH_BYTES_MAX + 1], path[8192];
	struct stat about;
	if (entry[0] == '.')
		return KEEL_ERR_OK;
	int name_bytes = snprintf(name, sizeof name, "%s%s", under, entry);
	int path_bytes = snprintf(path, sizeof path, "%s/%s", root, name);
	if (name_bytes < 0 || (size_t)name_bytes >= sizeof name || path_bytes < 0 ||
	    (size_t)path_bytes >= sizeof path)
		return KEEL_ERR_TOO_LARGE;
	if (!is_app_name(entry))
		return KEEL_ERR_CORRUPT;
	if (stat(path, &about) != 0)
		return KEEL_ERR_IO;
	if (S_ISREG(about.st_mode))
		return add_file(files, path, name, about.st_size);
	if (!S_ISDIR(about.st_mode))
		return KEEL_ERR_CORRUPT;
	if (rest->count == DIRECTORIES_MAX)
		return KEEL_ERR_TOO_LARGE;
	snprintf(rest->names[rest->count++], sizeof rest->names[0], "%s/", name);
	return KEEL_ERR_OK;
}

static keel_err read_directory(keel_app_files *files, to_read *rest, const char *root,
			       const char *under)
{
	char path[8192];
	snprintf(path, sizeof path, "%s/%s", root, under);
	DIR *directory = opendir(path);
	if (directory == NULL)
		return KEEL_ERR_IO;
	keel_err err = KEEL_ERR_OK;
	for (struct dirent *entry; err == KEEL_ERR_OK && (entry = readdir(directory)) != NULL;)
		err = add_entry(files, rest, root, under, entry->d_name);
	closedir(directory);
	return err;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(((const keel_app_file *)a)->path, ((const keel_app_file *)b)->path);
}

keel_err keel_app_files_load(keel_app_files *files, const char *directory)
{
	memset(files, 0, sizeof *files);
	files->owns_bytes = true;
	files->files = calloc(KEEL_APP_FILES_MAX, sizeof *files->files);
	to_read rest = {.names = calloc(DIRECTORIES_MAX, sizeof *rest.names), .count = 1};
	keel_err err =
		files->files == NULL || rest.names == NULL ? KEEL_ERR_NO_MEMORY : KEEL_ERR_OK;
	for (int i = 0; err == KEEL_ERR_OK && i < rest.count; i++)
		err = read_directory(files, &rest, directory, rest.names[i]);
	int why = errno;
	free(rest.names);
	if (err != KEEL_ERR_OK) {
		keel_app_files_close(files);
		errno = why;
		return err;
	}
	qsort(files->files, (size_t)files->count, sizeof *files->files, compare_paths);
	return KEEL_ERR_OK;
}

void keel_app_files_close(keel_app_files *files)
{
	for (int i = 0; files->owns_bytes && i < files->count; i++) {
		free((void *)(uintptr_t)files->files[i].path);
		free((void *)(uintptr_t)files->files[i].plain);
	}
	free(files->files);
	memset(files, 0, sizeof *files);
}

/* ---- questions ---- */

const keel_app_file *keel_app_files_find(const keel_app_files *files, const char *path)
{
	keel_app_file wanted = {.path = path};
	if (files->count == 0)
		return NULL;
	return bsearch(&wanted, files->files, (size_t)files->count, sizeof *files->files,
		       compare_paths);
}

const char *keel_app_content_type(const char *path)
{
	static const struct {
		const char *ending;
		const char *type;
	} types[] = {
		{".html", "text/html; charset=utf-8"},
		{".js", "text/javascript; charset=utf-8"},
		{".mjs", "text/javascript; charset=utf-8"},
		{".css", "text/css; charset=utf-8"},
		{".json", "application/json"},
		{".webmanifest", "application/manifest+json"},
		{".wasm", "application/wasm"},
		{".svg", "image/svg+xml"},
		{".png", "image/png"},
		{".jpg", "image/jpeg"},
		{".webp", "image/webp"},
		{".ico", "image/x-icon"},
		{".woff2", "font/woff2"},
		{".mp3", "audio/mpeg"},
		{".ogg", "audio/ogg"},
		{".wav", "audio/wav"},
		{".pdf", "application/pdf"},
		{".txt", "text/plain; charset=utf-8"},
	};
	const char *slash = strrchr(path, '/');
	const char *ending = strrchr(slash != NULL ? slash : path, '.');
	for (size_t i = 0; ending != NULL && i < sizeof types / sizeof types[0]; i++)
		if (strcmp(ending, types[i].ending) == 0)
			return types[i].type;
	return "application/octet-stream";
}

bool keel_app_name_is_hashed(const char *path)
{
	static const char hash_chars[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
	if (strncmp(path, "assets/", 7) != 0)
		return false;
	const char *ending = strrchr(path, '.');
	if (ending == NULL || ending - path < HASH_CHARS + 8)
		return false;
	const char *hash = ending - HASH_CHARS;
	return hash[-1] == '-' && strspn(hash, hash_chars) == HASH_CHARS;
}
