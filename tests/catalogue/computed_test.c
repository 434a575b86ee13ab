/* What the body model says of the catalogue, as committed.
 *
 * Goal: docs/COMPUTED.md is what computed.lock and the movement files give; every movement has its
 * row. Method: the compiler runs on the shipped catalogue (first argument) and its report is
 * compared with the committed one (second); the third argument is a file that may be written.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/compile.h"
#include "core/catalogue/catalogue.h"

static const char *catalogue_folder, *committed_path, *scratch_path;

static char *read_whole(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = calloc(1, 1 << 20);
	assert_non_null(file);
	assert_non_null(bytes);
	bytes[fread(bytes, 1, (1 << 20) - 1, file)] = 0;
	fclose(file);
	return bytes;
}

static void print_rule(void *user, const keel_compile_message *message)
{
	(void)user;
	keel_compile_print(stderr, message);
}

static void test_the_committed_table_is_of_this_catalogue(void **state)
{
	(void)state;
	keel_compile_def def = keel_default_compile_def();
	keel_compiled compiled;
	def.directory = catalogue_folder;
	def.has_tracks = false;
	def.report_path = scratch_path;
	assert_int_equal(keel_compile(&def, print_rule, NULL, &compiled), KEEL_ERR_OK);
	assert_int_equal(compiled.error_count, 0);
	char *made = read_whole(scratch_path), *committed = read_whole(committed_path);
	if (strcmp(made, committed) != 0) {
		fail_msg("docs/COMPUTED.md is old: keel-compile catalogue --update-lock --report "
			 "docs/COMPUTED.md, and read the difference");
	}
	free(made);
	free(committed);
	keel_compiled_deinit(&compiled);
}

static void test_every_movement_has_its_row(void **state)
{
	(void)state;
	static unsigned char block[1 << 22];
	keel_arena arena;
	keel_spot spot;
	const keel_catalogue *catalogue = NULL;
	keel_compile_def def = keel_default_compile_def();
	keel_compiled compiled;
	def.directory = catalogue_folder;
	def.has_tracks = false;
	assert_int_equal(keel_compile(&def, print_rule, NULL, &compiled), KEEL_ERR_OK);
	assert_non_null(compiled.bytes);
	keel_arena_init(&arena, block, sizeof(block));
	assert_int_equal(
		keel_catalogue_load(compiled.bytes, compiled.byte_count, &arena, &catalogue, &spot),
		KEEL_ERR_OK);
	char *table = read_whole(committed_path);
	for (int i = 0; i < catalogue->movement_count; i++) {
		char row[96];
		snprintf(row, sizeof(row), "\n| %s | ", catalogue->movements[i].id);
		if (!strstr(table, row)) {
			fail_msg("%s has no row", catalogue->movements[i].id);
		}
	}
	free(table);
	keel_compiled_deinit(&compiled);
}

/* BODY.md: a measured value wins over the model, with a citation; it is needed where the trunk
 * braces or arches up, which the model does not see. */
static void test_braced_work_is_measured(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"cat-cow", "**moderate**, rohlmann-2014: "},
		{"segmental-cat-cow", "**moderate**, rohlmann-2014: "},
		{"curl-up", "**demanding**, axler-1997: "},
		{"mcgill-curl-up", "**demanding**, axler-1997: "},
		{"bird-dog", "**demanding**, callaghan-1998: "},
	};
	char *table = read_whole(committed_path);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char start[96];
		snprintf(start, sizeof(start), "\n| %s | ", rows[i][0]);
		const char *row = strstr(table, start);
		assert_non_null(row);
		const char *end = strchr(row + 1, '\n'), *measured = strstr(row, rows[i][1]);
		if (!measured || measured > end) {
			fail_msg("%s is not measured", rows[i][0]);
		}
	}
	free(table);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_committed_table_is_of_this_catalogue),
		cmocka_unit_test(test_every_movement_has_its_row),
		cmocka_unit_test(test_braced_work_is_measured),
	};
	if (argc < 4) {
		return 2;
	}
	catalogue_folder = argv[1];
	committed_path = argv[2];
	scratch_path = argv[3];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
