/* The command that performs golden stories: TAP on stdout, one line a story.
 *
 *   story [--update] [--golden DIR] [-o DIR] FILE.story…
 *   story [--update] [--golden DIR] [-o DIR] --in DIR KIND…       all stories whose name begins
 * "KIND."
 *
 * For each story it writes <story>.jsonl (the record), <story>.now (the last moment: utc_ms,
 * offset_min, up_min), <story>.out (replay, today and state hash at that moment) and <story>.diary
 * into the output directory, checks that the record in other orders gives the same state and the
 * same words, and compares the diary with the committed one.
 */
#include "tests/golden/story.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/hash.h"
#include "tests/golden/facts.h"

#define SHUFFLES 4
#define STORIES_MAX 1024

typedef struct settings {
	bool update;
	const char *golden, *output;
} settings;

void story_fail(story *s, const char *format, ...)
{
	char message[8192];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	s->failure_count++;
	int number = s->line_now < s->text.line_count ? s->text.lines[s->line_now].number : 0;
	if (s->failure_count > 12)
		return; /* the first ones tell the cause */
	printf("# %s:%d: ", s->path, number);
	for (const char *at = message; *at; at++) {
		putchar(*at);
		if (*at == '\n')
			printf("# ");
	}
	putchar('\n');
}

/* ---- what the core says at the end ---- */

/* replay, newline, today, newline, state hash, newline; the length, or 0 after a message. */
static size_t ending_of(story *s, keel_core *core, const keel_now *now, char *text,
			size_t text_bytes)
{
	size_t used = 0, written = 0;
	char hash[17];
	keel_err err = keel_core_replay_json(core, now, text, text_bytes - 32, &written);
	if (err != KEEL_ERR_OK) {
		story_fail(s, "replay: %s", keel_err_name(err));
		return 0;
	}
	used = written;
	text[used++] = '\n';
	err = keel_core_today_json(core, now, text + used, text_bytes - used - 32, &written);
	if (err != KEEL_ERR_OK) {
		story_fail(s, "today: %s", keel_err_name(err));
		return 0;
	}
	used += written;
	text[used++] = '\n';
	keel_hash_text(keel_core_state_hash(core), hash);
	memcpy(text + used, hash, 16);
	text[used + 16] = '\n';
	return used + 17;
}

static bool add_in_order(story *s, keel_core *core, const int *order)
{
	keel_core_clear(core);
	for (int i = 0; i < s->event_count; i++) {
		keel_spot spot = {0};
		int added = 0;
		const char *line = s->events[order[i]].line;
		keel_err err = keel_core_add(core, line, strlen(line), &added, &spot);
		if (err != KEEL_ERR_OK) {
			story_fail(s, "shuffled: %s", keel_err_name(err));
			return false;
		}
	}
	return true;
}

/* Order number 0 is backwards, the others are shuffled by a generator of their own. */
static void make_order(int *order, int count, int number)
{
	uint64_t state = (uint64_t)number * 0x9e3779b97f4a7c15u + 1;
	for (int i = 0; i < count; i++)
		order[i] = number ? i : count - 1 - i;
	for (int i = count - 1; number && i > 0; i--) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		int k = (int)((state >> 33) % (uint64_t)(i + 1));
		int kept = order[i];
		order[i] = order[k];
		order[k] = kept;
	}
}

static void check_orders(story *s, const keel_now *now, const char *text, size_t text_bytes)
{
	void *memory = NULL;
	keel_core *core = story_core_create(&memory);
	int *order = calloc((size_t)s->event_count + 1, sizeof *order);
	char *other = malloc(STORY_OUT_BYTES);
	for (int n = 0; core && order && other && n < SHUFFLES; n++) {
		make_order(order, s->event_count, n);
		if (!add_in_order(s, core, order))
			break;
		size_t other_bytes = ending_of(s, core, now, other, STORY_OUT_BYTES);
		if (other_bytes != text_bytes || memcmp(text, other, text_bytes)) {
			story_fail(s, "the record in order %d gives another state", n);
			break;
		}
	}
	free(other);
	free(order);
	free(memory);
}

/* ---- files ---- */

static void write_file(const char *directory, const char *name, const char *ending,
		       const char *bytes, size_t byte_count)
{
	char path[1024];
	snprintf(path, sizeof path, "%s/%s%s", directory, name, ending);
	FILE *file = fopen(path, "wb");
	if (!file || fwrite(bytes, 1, byte_count, file) != byte_count)
		fprintf(stderr, "%s: cannot be written\n", path);
	if (file)
		fclose(file);
}

static void write_record(const story *s, const settings *set, const keel_now *now)
{
	char text[96], path[1024];
	snprintf(text, sizeof text, "%lld %d %d\n", (long long)now->utc_ms, now->offset_min,
		 now->up_min);
	write_file(set->output, s->name, ".now", text, strlen(text));
	snprintf(path, sizeof path, "%s/%s.jsonl", set->output, s->name);
	FILE *file = fopen(path, "wb");
	for (int i = 0; file && i < s->event_count; i++)
		fputs(s->events[i].line, file);
	if (file)
		fclose(file);
}

static void compare_golden(story *s, const settings *set)
{
	static char kept[STORY_DIARY_BYTES];
	char path[1024];
	snprintf(path, sizeof path, "%s/%s.diary", set->golden, s->name);
	if (set->update) {
		if (s->failure_count == 0)
			write_file(set->golden, s->name, ".diary", s->diary, s->diary_bytes);
		return;
	}
	FILE *file = fopen(path, "rb");
	if (!file)
		return; /* not committed yet: the expectations stand alone */
	size_t kept_bytes = fread(kept, 1, sizeof kept, file);
	fclose(file);
	if (kept_bytes == s->diary_bytes && !memcmp(kept, s->diary, kept_bytes))
		return;
	size_t at = 0, line = 1;
	for (; at < kept_bytes && at < s->diary_bytes && kept[at] == s->diary[at]; at++)
		line += kept[at] == '\n';
	story_fail(s, "the diary differs from %s in line %zu (diff, review, then --update)", path,
		   line);
}

/* ---- one story ---- */

/* `needs segmental-roll back-pain-essentials half-moon easier=none`: what the catalogue lacks, or
 * NULL. */
static const char *lacks(const words *w)
{
	const keel_movement *movement = NULL;
	for (int i = 1; i < w->count; i++) {
		char key[64];
		const char *expected = words_pair(w, i, key);
		if (expected && movement && !facts_is(movement, key, expected))
			return w->word[i];
		if (expected)
			continue;
		movement = facts_movement(w->word[i]);
		if (!movement && !keel_programme_find(facts(), w->word[i], strlen(w->word[i])))
			return w->word[i];
	}
	return NULL;
}

static bool skipped(const story *s, words *w, const char **what)
{
	for (int i = 0; i < s->text.line_count; i++) {
		if (!words_split(w, s->text.lines[i].text) || strcmp(w->word[0], "needs"))
			continue;
		*what = lacks(w);
		if (*what)
			return true;
	}
	return false;
}

static void name_of(story *s, const char *path)
{
	const char *slash = strrchr(path, '/');
	snprintf(s->name, sizeof s->name, "%s", slash ? slash + 1 : path);
	char *ending = strstr(s->name, ".story");
	if (ending)
		*ending = 0;
}

static void finish(story *s, const settings *set)
{
	story_merge(s);
	keel_now now = story_now(s);
	char *text = malloc(STORY_OUT_BYTES);
	size_t text_bytes =
		text ? ending_of(s, story_device_now(s)->core, &now, text, STORY_OUT_BYTES) : 0;
	if (text_bytes) {
		check_orders(s, &now, text, text_bytes);
		write_record(s, set, &now);
		write_file(set->output, s->name, ".out", text, text_bytes);
		story_diary_today(s);
		write_file(set->output, s->name, ".diary", s->diary, s->diary_bytes);
		compare_golden(s, set);
	}
	free(text);
}

static bool perform(const char *path, int number, const settings *set)
{
	story *s = calloc(1, sizeof *s);
	words w;
	const char *missing = NULL;
	bool ok = false;
	if (!s)
		return false;
	s->path = path;
	s->up_min = -1;
	s->always.rests_percent_max = -1;
	name_of(s, path);
	if (!story_text_read(&s->text, path)) {
		printf("not ok %d - %s\n", number, s->name);
	} else if (skipped(s, &w, &missing)) {
		printf("ok %d - %s # SKIP needs %s\n", number, s->name, missing);
		ok = true;
	} else if (story_record_open(s)) {
		story_run(s, 0, s->text.line_count);
		if (s->expect_count == 0 && s->failure_count == 0)
			story_fail(s, "a story without an expectation");
		finish(s, set);
		ok = s->failure_count == 0;
		printf("%sok %d - %s (%d expectations)\n", ok ? "" : "not ", number, s->name,
		       s->expect_count);
	}
	fflush(stdout);
	story_record_close(s);
	story_text_free(&s->text);
	free(s);
	return ok;
}

/* ---- which stories ---- */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_of(const char *name, char **kinds, int kind_count)
{
	size_t length = strlen(name);
	if (length < 7 || strcmp(name + length - 6, ".story"))
		return false;
	for (int i = 0; i < kind_count; i++) {
		size_t kind_length = strlen(kinds[i]);
		if (!strncmp(name, kinds[i], kind_length) && name[kind_length] == '.')
			return true;
	}
	return false;
}

/* Paths of the stories of these kinds, sorted; the program ends before they need freeing. */
static int stories_in(const char *folder, char **kinds, int kind_count, char **paths,
		      int path_count_max)
{
	DIR *directory = opendir(folder);
	int count = 0;
	for (struct dirent *entry; directory && (entry = readdir(directory));) {
		if (count == path_count_max || !is_of(entry->d_name, kinds, kind_count))
			continue;
		size_t bytes = strlen(folder) + strlen(entry->d_name) + 2;
		paths[count] = malloc(bytes);
		if (paths[count])
			snprintf(paths[count++], bytes, "%s/%s", folder, entry->d_name);
	}
	if (directory)
		closedir(directory);
	qsort(paths, (size_t)count, sizeof *paths, by_name);
	return count;
}

static int perform_all(char **paths, int count, const settings *set)
{
	int failed = 0;
	printf("1..%d\n", count);
	for (int i = 0; i < count; i++)
		failed += !perform(paths[i], i + 1, set);
	return failed || count == 0 ? 1 : 0;
}

int main(int argument_count, char **arguments)
{
	static char *paths[STORIES_MAX];
	settings set = {.golden = "tests/golden/out", .output = "."};
	const char *folder = NULL;
	int first = 1;
	for (; first < argument_count && arguments[first][0] == '-'; first++) {
		const char *option = arguments[first];
		if (!strcmp(option, "--update"))
			set.update = true;
		else if (first + 1 == argument_count)
			break;
		else if (!strcmp(option, "--golden"))
			set.golden = arguments[++first];
		else if (!strcmp(option, "-o"))
			set.output = arguments[++first];
		else if (!strcmp(option, "--in"))
			folder = arguments[++first];
		else
			break;
	}
	if (first >= argument_count || arguments[first][0] == '-') {
		fprintf(stderr, "story [--update] [--golden DIR] [-o DIR] FILE.story... | --in DIR "
				"KIND...\n");
		return 2;
	}
	if (!facts_open())
		return 3;
	if (!folder)
		return perform_all(arguments + first, argument_count - first, &set);
	int count =
		stories_in(folder, arguments + first, argument_count - first, paths, STORIES_MAX);
	return perform_all(paths, count, &set);
}
