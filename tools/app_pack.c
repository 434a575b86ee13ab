/* app_pack: the built web app -> one archive and the assembly file that puts it into the program.
 *
 *   app_pack DIRECTORY ARCHIVE ASSEMBLY      with DIRECTORY "", or one that is not
 * there yet, the archive is empty, and the server says so on a page
 *
 * Files are compressed here, once, at the best level; the server only hands bytes out. The assembly
 * names the archive with .incbin, which builds in no time where an array in C takes
 * seconds, and carries the archive's hash in a comment, so that a changed archive changes the
 * assembly and the build sees it. Outputs are written only when they differ. Layout of the archive:
 * server/app_files.h.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "core/base/hash.h"
#include "server/app_files.h"

typedef struct blob {
	unsigned char *bytes;
	size_t used_bytes, held_bytes;
} blob;

static void put(blob *to, const void *bytes, size_t byte_count)
{
	if (to->used_bytes + byte_count > to->held_bytes) {
		to->held_bytes = (to->used_bytes + byte_count) * 2;
		to->bytes = realloc(to->bytes, to->held_bytes);
		if (to->bytes == NULL) {
			fprintf(stderr, "app_pack: out of memory\n");
			exit(4);
		}
	}
	if (byte_count > 0)
		memcpy(to->bytes + to->used_bytes, bytes, byte_count);
	to->used_bytes += byte_count;
}

static void write_u32(unsigned char *at, size_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (unsigned char)(value >> (8 * i));
}

/* Compressed bytes appended to *to as a gzip file; 0 when that does not save a tenth. */
static size_t put_gzip(blob *to, const unsigned char *plain, size_t plain_bytes)
{
	z_stream stream = {0};
	size_t bound = plain_bytes + plain_bytes / 100 + 64;
	unsigned char *packed = malloc(bound);
	if (packed == NULL || plain_bytes < 256 ||
	    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) !=
		    Z_OK) {
		free(packed);
		return 0;
	}
	stream.next_in = (unsigned char *)(uintptr_t)plain;
	stream.avail_in = (unsigned)plain_bytes;
	stream.next_out = packed;
	stream.avail_out = (unsigned)bound;
	size_t packed_bytes = deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : 0;
	deflateEnd(&stream);
	if (packed_bytes > plain_bytes - plain_bytes / 10)
		packed_bytes = 0;
	put(to, packed, packed_bytes);
	free(packed);
	return packed_bytes;
}

static blob pack(const keel_app_files *files)
{
	blob archive = {0};
	unsigned char head[KEEL_APP_HEAD_BYTES] = KEEL_APP_MAGIC;
	write_u32(head + 8, (size_t)files->count);
	put(&archive, head, sizeof head);
	static const unsigned char empty[KEEL_APP_ENTRY_BYTES];
	for (int i = 0; i < files->count; i++)
		put(&archive, empty, sizeof empty);
	for (int i = 0; i < files->count; i++) {
		const keel_app_file *file = &files->files[i];
		size_t path_at = archive.used_bytes;
		put(&archive, file->path, strlen(file->path) + 1);
		size_t plain_at = archive.used_bytes;
		put(&archive, file->plain, file->plain_bytes);
		size_t gzip_at = archive.used_bytes;
		size_t gzip_bytes = put_gzip(&archive, file->plain, file->plain_bytes);
		unsigned char *entry =
			archive.bytes + KEEL_APP_HEAD_BYTES + (size_t)i * KEEL_APP_ENTRY_BYTES;
		write_u32(entry, path_at);
		write_u32(entry + 4, plain_at);
		write_u32(entry + 8, file->plain_bytes);
		write_u32(entry + 12, gzip_at);
		write_u32(entry + 16, gzip_bytes);
		write_u32(entry + 20, strlen(file->path));
		write_u32(entry + 24, (size_t)(file->hash & 0xffffffff));
		write_u32(entry + 28, (size_t)(file->hash >> 32));
	}
	if (archive.used_bytes > UINT32_MAX) {
		fprintf(stderr, "app_pack: the app is larger than 4 GiB\n");
		exit(3);
	}
	return archive;
}

static int write_if_new(const char *path, const void *bytes, size_t byte_count)
{
	FILE *old = fopen(path, "rb");
	if (old != NULL) {
		unsigned char *had = malloc(byte_count + 1);
		size_t had_bytes = had != NULL ? fread(had, 1, byte_count + 1, old) : 0;
		int same = had != NULL && had_bytes == byte_count &&
			   memcmp(had, bytes, byte_count) == 0;
		free(had);
		fclose(old);
		if (same)
			return 0;
	}
	FILE *new = fopen(path, "wb");
	if (new == NULL || fwrite(bytes, 1, byte_count, new) != byte_count || fclose(new) != 0) {
		fprintf(stderr, "app_pack: cannot write %s\n", path);
		return 4;
	}
	return 0;
}

int main(int argc, char **argv)
{
	keel_app_files files = {0};
	if (argc != 4) {
		fprintf(stderr, "usage: app_pack DIRECTORY ARCHIVE ASSEMBLY\n");
		return 2;
	}
	if (argv[1][0] != '\0') {
		keel_err err = keel_app_files_load(&files, argv[1]);
		if (err == KEEL_ERR_IO && errno == ENOENT) {
			printf("app_pack: %s is not there yet: no app inside this program\n",
			       argv[1]);
		} else if (err != KEEL_ERR_OK) {
			fprintf(stderr, "app_pack: %s: %s\n", argv[1], keel_err_sentence(err));
			return 3;
		}
	}
	blob archive = pack(&files);
	char hash[17], assembly[8192];
	keel_hash_text(keel_hash_end(keel_hash_bytes(keel_hash_start(), archive.bytes,
						     archive.used_bytes)),
		       hash);
	int assembly_bytes =
		snprintf(assembly, sizeof assembly,
			 "/* made by tools/app_pack: %d files, %s */\n"
			 "\t.section .rodata.keel_app, \"a\", %%progbits\n\t.balign 16\n"
			 "\t.globl keel_app_archive\nkeel_app_archive:\n\t.incbin \"%s\"\n"
			 "\t.globl keel_app_archive_end\nkeel_app_archive_end:\n\t.byte 0\n"
			 "\t.section .note.GNU-stack, \"\", %%progbits\n",
			 files.count, hash, argv[2]);
	if (assembly_bytes < 0 || (size_t)assembly_bytes >= sizeof assembly)
		return 3;
	int status = write_if_new(argv[2], archive.bytes, archive.used_bytes);
	if (status == 0)
		status = write_if_new(argv[3], assembly, (size_t)assembly_bytes);
	free(archive.bytes);
	keel_app_files_close(&files);
	return status;
}
