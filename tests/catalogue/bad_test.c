/* Every rule of the catalogue's lint bites.
 *
 * Goal: for each rule a file that breaks it, and the message with its place. Method: a fixture
 * changes one spot of one file of the shipped catalogue (which must hold that spot exactly once or
 * more; the first is changed) and says which rule must answer and with what words. The message must
 * point into the changed file when the rule speaks of it, and name a picture that was written when
 * it speaks of a pose. Fixtures are read with the compiler's own YAML reader.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <dirent.h>

#include <cmocka.h>

#include "compiler/compile.h"
#include "compiler/yaml.h"

static const char *catalogue_folder, *fixture_folder, *picture_folder;

typedef struct wanted {
	const char *rule, *says;
	int found_count, other_error_count, picture_count;
	char first_other[600];
} wanted;

/* The PNG named behind "; see " is there. */
static bool has_picture(const char *text)
{
	unsigned char head[4] = {0};
	const char *path = strstr(text, "; see ");
	FILE *file = path ? fopen(path + strlen("; see "), "rb") : NULL;
	bool is_whole = file && fread(head, 1, 4, file) == 4;
	if (file) {
		fclose(file);
	}
	return is_whole && memcmp(head + 1, "PNG", 3) == 0;
}

static void match(void *user, const keel_compile_message *message)
{
	wanted *w = user;
	bool is_rule = strcmp(message->rule, w->rule) == 0;
	if (is_rule && strstr(message->text, w->says)) {
		bool has_place = message->line > 0 && message->column > 0 && message->source_line;
		w->found_count += has_place;
		w->picture_count += has_picture(message->text);
		return;
	}
	if (w->other_error_count++ == 0) {
		snprintf(w->first_other, sizeof(w->first_other), "%s:%d:%d: %s [%s]", message->path,
			 message->line, message->column, message->text, message->rule);
	}
}

static char *read_whole(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = calloc(1, 1 << 20);
	assert_non_null(bytes);
	if (file) {
		size_t byte_count = fread(bytes, 1, (1 << 20) - 1, file);
		bytes[byte_count] = 0;
		fclose(file);
	}
	return bytes;
}

static const char *field(const keel_yaml *root, const char *key)
{
	const keel_yaml *node = keel_yaml_find(root, key);
	return node ? node->text : "";
}

/* The file with the first occurrence replaced; NULL when there is none. */
static char *with_change(const char *text, const char *replace, const char *with)
{
	const char *at = strstr(text, replace);
	if (!at || !*replace) {
		return NULL;
	}
	size_t bytes = strlen(text) + strlen(with) + 1;
	char *changed = calloc(1, bytes);
	assert_non_null(changed);
	snprintf(changed, bytes, "%.*s%s%s", (int)(at - text), text, with, at + strlen(replace));
	return changed;
}

/* In fixtures \n stands for a new line, so that they stay one line each. */
static char *unescape(const char *text)
{
	char *out = calloc(1, strlen(text) + 1);
	assert_non_null(out);
	for (char *to = out; *text; text++) {
		bool is_newline = text[0] == '\\' && text[1] == 'n';
		*to++ = is_newline ? '\n' : *text;
		text += is_newline;
	}
	return out;
}

static bool run_fixture(const char *path)
{
	static unsigned char block[1 << 20];
	keel_arena arena;
	keel_arena_init(&arena, block, sizeof(block));
	keel_diags diags = {0};
	char *fixture = read_whole(path);
	keel_source source = {path, fixture, strlen(fixture)};
	const keel_yaml *root = keel_yaml_parse(&arena, &source, &diags);
	assert_non_null(root);
	char file_path[1024];
	snprintf(file_path, sizeof(file_path), "%s/%s", catalogue_folder, field(root, "file"));
	char *before = read_whole(file_path);
	char *replace = unescape(field(root, "replace")), *with = unescape(field(root, "with"));
	char *changed = with_change(before, replace, with);
	if (!changed) {
		print_error("%s: '%s' is not in %s\n", path, replace, file_path);
	}
	wanted w = {.rule = field(root, "rule"), .says = field(root, "says")};
	keel_compile_def def = keel_default_compile_def();
	def.directory = catalogue_folder;
	def.overlay_path = field(root, "file");
	def.overlay_bytes = changed;
	def.has_tracks = keel_yaml_find(root, "tracks") != NULL;
	def.pictures_directory = picture_folder;
	char only[64] = "";
	const char *slash = strrchr(field(root, "file"), '/');
	snprintf(only, sizeof(only), "%.*s", slash ? (int)strcspn(slash + 1, ".") : 0,
		 slash ? slash + 1 : "");
	def.only = only;
	keel_compiled compiled = {0};
	keel_err err = changed ? keel_compile(&def, match, &w, &compiled) : KEEL_ERR_OK;
	bool is_of_pose = strncmp(w.rule, "pose-", 5) == 0 ||
			  strncmp(w.rule, "direction-", 10) == 0 ||
			  strncmp(w.rule, "side-", 5) == 0 || strcmp(w.rule, "held-floor") == 0;
	if (is_of_pose && w.found_count > 0 && w.picture_count == 0) {
		print_error("%s: the message names no picture that is there\n", path);
		w.found_count = 0;
	}
	bool is_good = changed && err == KEEL_ERR_OK && w.found_count > 0;
	if (changed && !is_good) {
		print_error("%s: no [%s] with \"%s\" and a place; first of %d others: %s\n", path,
			    w.rule, w.says, w.other_error_count, w.first_other);
	}
	keel_compiled_deinit(&compiled);
	free(changed);
	free(replace);
	free(with);
	free(before);
	free(fixture);
	return is_good;
}

static void test_every_fixture_bites(void **state)
{
	(void)state;
	DIR *folder = opendir(fixture_folder);
	assert_non_null(folder);
	struct dirent *entry;
	int count = 0, bad_count = 0;
	while ((entry = readdir(folder))) {
		char path[1024];
		if (!strstr(entry->d_name, ".yaml")) {
			continue;
		}
		snprintf(path, sizeof(path), "%s/%s", fixture_folder, entry->d_name);
		count++;
		bad_count += !run_fixture(path);
	}
	closedir(folder);
	print_message("%d fixtures\n", count);
	assert_true(count >= 80);
	assert_int_equal(bad_count, 0);
}

/* The compiler goes on after the first mistake, and tells each with its own place. */
static void test_it_goes_on_after_the_first(void **state)
{
	(void)state;
	char path[1024];
	snprintf(path, sizeof(path), "%s/exercises/cat-cow.yaml", catalogue_folder);
	char *before = read_whole(path);
	char *one = with_change(before, "sides: none", "sides: nnone");
	char *two = with_change(one, "reps: 5", "reps: 0");
	char *three = with_change(two, "breath: in, ", "");
	wanted w = {.rule = "none", .says = "none"};
	keel_compile_def def = keel_default_compile_def();
	def.directory = catalogue_folder;
	def.overlay_path = "exercises/cat-cow.yaml";
	def.overlay_bytes = three;
	def.has_tracks = false;
	keel_compiled compiled;
	assert_int_equal(keel_compile(&def, match, &w, &compiled), KEEL_ERR_OK);
	assert_int_equal(compiled.error_count, 3);
	assert_null(compiled.bytes);
	keel_compiled_deinit(&compiled);
	free(before);
	free(one);
	free(two);
	free(three);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_fixture_bites),
		cmocka_unit_test(test_it_goes_on_after_the_first),
	};
	if (argc < 4) {
		return 2;
	}
	catalogue_folder = argv[1];
	fixture_folder = argv[2];
	picture_folder = argv[3];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
