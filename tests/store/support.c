#include "tests/store/support.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/testing.h"

void place_make(place *p)
{
	snprintf(p->folder, sizeof p->folder, "/tmp/keel-store-XXXXXX");
	assert_non_null(mkdtemp(p->folder));
	snprintf(p->path, sizeof p->path, "%s/keel.db", p->folder);
}

void place_remove(const place *p)
{
	DIR *folder = opendir(p->folder);
	assert_non_null(folder);
	for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
		if (entry->d_name[0] != '.')
			unlink(place_path(p, entry->d_name));
	}
	closedir(folder);
	assert_int_equal(rmdir(p->folder), 0);
}

const char *place_path(const place *p, const char *name)
{
	static char paths[4][512];
	static int turn;
	char *path = paths[turn++ % 4];
	snprintf(path, sizeof paths[0], "%s/%s", p->folder, name);
	return path;
}

keel_store *open_store(const char *path)
{
	keel_store *store;
	keel_store_fault fault;
	keel_store_sqlite_def def = keel_default_store_sqlite_def(path);
	if (keel_store_open_sqlite(&def, &store, &fault) != KEEL_ERR_OK)
		fail_msg("%s", fault.text);
	return store;
}

static char *make_lines(uint64_t person, int first, int last, size_t *text_bytes)
{
	size_t room_bytes = (size_t)(last - first + 1) * 320 + 1;
	char *text = malloc(room_bytes);
	assert_non_null(text);
	*text_bytes = 0;
	text[0] = '\0';
	for (int i = first; i <= last; i++)
		*text_bytes += keel_testing_line(text + *text_bytes, room_bytes - *text_bytes,
						 person, i, i % 11);
	return text;
}

keel_err append_lines(keel_store *store, uint64_t person, int first, int last,
		      keel_store_fault *fault)
{
	size_t text_bytes;
	char *text = make_lines(person, first, last, &text_bytes);
	keel_store_added added;
	keel_err err = keel_store_append(store, person, text, text_bytes, &added, fault);
	free(text);
	return err;
}

void expect_lines(keel_store *store, uint64_t person, int first, int last)
{
	keel_store_page page;
	keel_store_fault fault;
	keel_store_counts counts;
	size_t text_bytes;
	if (keel_store_verify(store, &counts, &fault) != KEEL_ERR_OK)
		fail_msg("%s", fault.text);
	if (keel_store_read(store, person, 0, 1000000, &page, &fault) != KEEL_ERR_OK)
		fail_msg("%s", fault.text);
	char *want = make_lines(person, first, last, &text_bytes);
	assert_int_equal(page.line_count, last - first + 1);
	assert_string_equal(page.text, want);
	keel_store_page_deinit(&page);
	free(want);
}

void run_sql(const char *path, const char *sql)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		execlp("sqlite3", "sqlite3", "-bail", path, sql, (char *)NULL);
		_exit(127);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

unsigned char *read_whole(const char *path, size_t *byte_count)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	*byte_count = (size_t)ftell(file);
	rewind(file);
	unsigned char *bytes = malloc(*byte_count + 1);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, *byte_count, file), *byte_count);
	fclose(file);
	return bytes;
}

void write_whole(const char *path, const void *bytes, size_t byte_count)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, byte_count, file), byte_count);
	assert_int_equal(fclose(file), 0);
}

bool file_holds(const char *path, const char *text)
{
	if (access(path, F_OK) != 0)
		return false;
	size_t byte_count;
	unsigned char *bytes = read_whole(path, &byte_count);
	bool holds = memmem(bytes, byte_count, text, strlen(text)) != NULL;
	free(bytes);
	return holds;
}
