/* Where the rules and thresholds come from.
 *
 * Goal: every source that core/state/thresholds.h and core/state/rules.h name is there: a section
 * of the clinical rules, a row of the founding documents, or an entry of catalogue/evidence; and
 * what rests on nothing published and on no founding document says "our judgement" (grade J).
 * Method: split the source texts at commas, look each up in the evidence files, which are read with
 * the compiler's own YAML reader. And the five principles of S0 are rules that decide, not text.
 */
#include <ctype.h>
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/yaml.h"
#include "core/state/rules.h"
#include "core/state/thresholds.h"

#define KEYS_MAX 400
#define TOKEN_BYTES 96

static const char *evidence_folder;
static const char *keys[KEYS_MAX];
static int key_count;
static unsigned char block[1 << 22];

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

static void add_keys(const keel_yaml *root, bool is_seeds)
{
	for (const keel_yaml *node = root->first; node; node = node->next) {
		if (!is_seeds) {
			keys[key_count++] = node->key;
		}
		for (const keel_yaml *item = node->first; item && is_seeds; item = item->next) {
			keys[key_count++] = item->key[0] ? item->key : item->text;
		}
		assert_true(key_count < KEYS_MAX);
	}
}

static int read_evidence(void **state)
{
	(void)state;
	static keel_arena arena;
	static keel_source sources[16];
	int count = 0;
	keel_diags diags = {0};
	keel_arena_init(&arena, block, sizeof(block));
	DIR *folder = opendir(evidence_folder);
	struct dirent *entry;
	while (folder && (entry = readdir(folder)) && count < 16) {
		char path[1024];
		if (!strstr(entry->d_name, ".yaml")) {
			continue;
		}
		snprintf(path, sizeof(path), "%s/%s", evidence_folder, entry->d_name);
		char *bytes = read_whole(path);
		sources[count] = (keel_source){"", bytes, strlen(bytes)};
		const keel_yaml *root = keel_yaml_parse(&arena, &sources[count++], &diags);
		if (!root) {
			return 1;
		}
		add_keys(root, strcmp(entry->d_name, "seeds.yaml") == 0);
	}
	return folder ? closedir(folder) : 1;
}

typedef enum kind { UNKNOWN, SECTION, DESIGN, SEED, PUBLISHED } kind;

static bool is_key(const char *text)
{
	for (int i = 0; i < key_count; i++) {
		if (strcmp(keys[i], text) == 0) {
			return true;
		}
	}
	return false;
}

/* "Childs 2005" stands at childs-2005, "WalkBack" at walkback-2024. */
static bool is_published(const char *token)
{
	char slug[TOKEN_BYTES];
	size_t bytes = strlen(token);
	for (size_t i = 0; i <= bytes; i++) {
		slug[i] = token[i] == ' ' ? '-' : (char)tolower((unsigned char)token[i]);
	}
	for (int i = 0; i < key_count; i++) {
		bool is_same = strncmp(keys[i], slug, bytes) == 0;
		if (is_same && (keys[i][bytes] == 0 || keys[i][bytes] == '-')) {
			return true;
		}
	}
	return false;
}

static kind kind_of(const char *token)
{
	static const char *const sections[] = {"C1", "C1b", "C2", "C3", "C3b",
					       "C4", "C5",  "C6", "C7"};
	size_t word = strcspn(token, " ");
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		if (strlen(sections[i]) == word && strncmp(token, sections[i], word) == 0) {
			return SECTION;
		}
	}
	if (strncmp(token, "DESIGN ", 7) == 0) {
		return DESIGN;
	}
	if (token[0] == 'S' && isdigit((unsigned char)token[1])) {
		return is_key(token) ? SEED : UNKNOWN;
	}
	return is_published(token) ? PUBLISHED : UNKNOWN;
}

/* Counts what is wrong, so that one run tells all of it. */
static int faults_of(const char *what, const char *source, char grade)
{
	bool has_ground = false;
	int fault_count = 0;
	for (const char *at = source; *at;) {
		char token[TOKEN_BYTES];
		size_t bytes = strcspn(at, ",");
		assert_true(bytes < sizeof(token));
		memcpy(token, at, bytes);
		token[bytes] = 0;
		kind found = kind_of(token);
		if (found == UNKNOWN) {
			print_error("%s: no evidence, seed row or section '%s'\n", what, token);
			fault_count++;
		}
		has_ground = has_ground || found == SEED || found == PUBLISHED;
		at += bytes + (at[bytes] == ',');
		at += strspn(at, " ");
	}
	if (!has_ground && grade != 'J') {
		print_error(
			"%s: grade %c, but '%s' names nothing published: it is our judgement (J), "
			"or a source is missing\n",
			what, grade, source);
		fault_count++;
	}
	return fault_count;
}

static void test_every_threshold_has_its_source(void **state)
{
	(void)state;
	int fault_count = 0;
	for (int i = 0; i < keel_threshold_count; i++) {
		const keel_threshold *t = &keel_thresholds[i];
		fault_count += faults_of(t->name, t->source, t->grade);
	}
	assert_int_equal(fault_count, 0);
}

static void test_every_rule_has_its_source(void **state)
{
	(void)state;
	int fault_count = 0;
	for (int rule = 0; rule < KEEL_RULE_COUNT; rule++) {
		fault_count +=
			faults_of(keel_rule_id((keel_rule)rule), keel_rule_source((keel_rule)rule),
				  keel_rule_grade((keel_rule)rule));
	}
	assert_int_equal(fault_count, 0);
}

/* The test bites. */
static void test_wrong_sources_are_found(void **state)
{
	(void)state;
	assert_int_equal(faults_of("(an example) unknown", "C2, Nobody 1901", 'B'), 2);
	assert_int_equal(faults_of("(an example) ungraded", "C2", 'C'), 1);
	assert_int_equal(faults_of("(an example) seed", "S0.nothing", 'J'), 1);
	assert_int_equal(faults_of("judgement", "C2", 'J'), 0);
	assert_int_equal(faults_of("published", "C2 words, Childs 2005", 'B'), 0);
}

/* S0's principles are held by rules that decide: pain ends a movement, effort under 40 goes up,
 * relief is preferred. Breath and brace are demanded by the lint and said in every session
 * (breath-missing, cue.brace; story S0.*). */
static void test_principles_of_s0_are_rules(void **state)
{
	(void)state;
	static const char *const rows[] = {"S0.pain", "S0.relief", "S0.challenge", "S0.form",
					   "S0.support"};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		bool is_held = false;
		for (int rule = 0; rule < KEEL_RULE_COUNT; rule++) {
			is_held = is_held || strstr(keel_rule_source((keel_rule)rule), rows[i]);
		}
		if (!is_held) {
			fail_msg("no rule is held to %s", rows[i]);
		}
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_threshold_has_its_source),
		cmocka_unit_test(test_every_rule_has_its_source),
		cmocka_unit_test(test_wrong_sources_are_found),
		cmocka_unit_test(test_principles_of_s0_are_rules),
	};
	if (argc < 2) {
		return 2;
	}
	evidence_folder = argv[1];
	return cmocka_run_group_tests(tests, read_evidence, NULL);
}
