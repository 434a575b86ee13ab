/* The files of the web app in memory: from the archive inside the program, or from a directory
 * while developing.
 *
 * The archive is made by tools/app_pack at build time. Layout, integers little-endian:
 *   "KEELAPP1", u32 count; then count entries in ascending order of path, 32 bytes each:
 *   u32 path_at, plain_at, plain_bytes, gzip_at, gzip_bytes (0: not compressed), path_bytes, u64
 * hash of the plain bytes; then the bytes they point at, from the start of the archive. A path ends
 * with a NUL.
 */
#ifndef KEEL_SERVER_APP_FILES_H
#define KEEL_SERVER_APP_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

#define KEEL_APP_MAGIC "KEELAPP1"
#define KEEL_APP_HEAD_BYTES 12
#define KEEL_APP_ENTRY_BYTES 32
#define KEEL_APP_FILES_MAX 4096
#define KEEL_APP_PATH_BYTES_MAX 240
#define KEEL_APP_FILE_BYTES_MAX (64u << 20)

typedef struct keel_app_file {
	const char *path; /* "assets/index-1a2b3c4d.js": no leading slash, no dot names */
	const unsigned char *plain;
	size_t plain_bytes;
	const unsigned char *gzip; /* NULL when compressing does not pay */
	size_t gzip_bytes;
	uint64_t hash;
} keel_app_file;

typedef struct keel_app_files {
	keel_app_file *files; /* in ascending order of path */
	int count;
	bool owns_bytes; /* paths and plain come from malloc */
} keel_app_files;

/* The archive must outlive *files. CORRUPT, NO_MEMORY. */
KEEL_MUST_USE keel_err keel_app_files_open(keel_app_files *files, const unsigned char *archive,
					   size_t archive_bytes);

/* Reads a directory and those below it. Names that begin with a dot are left out. IO with errno;
 * CORRUPT for a name that no app has; TOO_LARGE, NO_MEMORY. */
KEEL_MUST_USE keel_err keel_app_files_load(keel_app_files *files, const char *directory);

void keel_app_files_close(keel_app_files *files);

const keel_app_file *keel_app_files_find(const keel_app_files *files, const char *path);

/* "text/html; charset=utf-8" and so on, by the end of the name. */
const char *keel_app_content_type(const char *path);

/* Does the name carry a hash of its content, so that it may be kept for ever?
 * "assets/index-1a2b3c4d.js" */
bool keel_app_name_is_hashed(const char *path);

/* The archive inside the program (tools/app_pack makes the assembly file). */
extern const unsigned char keel_app_archive[];
extern const unsigned char keel_app_archive_end[];

#endif
