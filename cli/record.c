#include "cli/record.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/store_open.h"
#include "cli/world.h"
#include "core/catalogue/catalogue.h"
#include "core/event/event.h"
#include "keel/store.h"

#define PAGE_LINES 5000
#define EVENTS_TO_COME 4096
#define ENVELOPE_BYTES_MAX 320

static int lines_of(const char *text, size_t text_bytes)
{
	int lines = 1;
	for (size_t i = 0; i < text_bytes; i++)
		lines += text[i] == '\n';
	return lines;
}

static int make_core(keel_record *record, int event_count_max)
{
	keel_spot spot = {.message = ""};
	size_t memory_bytes = keel_core_memory_bytes(event_count_max);
	record->memory = malloc(memory_bytes);
	if (record->memory == NULL) {
		fprintf(stderr, "keel: no memory for a record of %d events\n", event_count_max);
		return KEEL_EXIT_WORLD;
	}
	record->event_count_max = event_count_max;
	record->core =
		keel_core_create(record->memory, memory_bytes, event_count_max,
				 keel_embedded_catalogue, keel_embedded_catalogue_bytes, &spot);
	if (record->core == NULL) {
		fprintf(stderr, "keel: the catalogue in this program is damaged: %s\n",
			spot.message);
		return KEEL_EXIT_WORLD;
	}
	return KEEL_EXIT_DONE;
}

static int add_text(keel_record *record, const char *name, const char *text, size_t text_bytes)
{
	keel_spot spot = {.message = ""};
	int added = 0;
	keel_err err = keel_core_add(record->core, text, text_bytes, &added, &spot);
	if (err == KEEL_ERR_OK)
		return KEEL_EXIT_DONE;
	const char *message = spot.message != NULL && spot.message[0] != '\0'
				      ? spot.message
				      : keel_err_sentence(err);
	fprintf(stderr, "%s:%d:%d: ", name, spot.line, spot.column);
	if (spot.field[0] != '\0')
		fprintf(stderr, "%s: ", spot.field);
	fprintf(stderr, "%s\n", message);
	return err == KEEL_ERR_NO_MEMORY ? KEEL_EXIT_WORLD : KEEL_EXIT_BAD_INPUT;
}

/* Whose record it is, and when its last event was: both stand in its lines. */
static void read_person(keel_record *record, const char *text)
{
	const char *person = strstr(text, "\"person\":\"");
	if (person != NULL)
		record->person = strtoull(person + strlen("\"person\":\""), NULL, 16);
	for (const char *at = text; (at = strstr(at, "\"utc_ms\":")) != NULL; at++) {
		int64_t utc_ms = strtoll(at + strlen("\"utc_ms\":"), NULL, 10);
		if (utc_ms > record->last_utc_ms)
			record->last_utc_ms = utc_ms;
	}
}

int keel_record_core(const char *name, const char *text, size_t text_bytes, keel_record *record)
{
	int code = make_core(record, lines_of(text, text_bytes) + EVENTS_TO_COME);
	if (code == KEEL_EXIT_DONE)
		code = add_text(record, name, text, text_bytes);
	if (code == KEEL_EXIT_DONE)
		read_person(record, text);
	return code;
}

/* A log of events, or nothing when there is none yet. */
static int open_log(const keel_record_def *def, keel_record *record)
{
	size_t text_bytes = 0;
	char *text = NULL;
	record->log_path = strdup(def->log_path);
	bool is_there = strcmp(def->log_path, "-") == 0 || access(def->log_path, F_OK) == 0;
	if (is_there || def->must_exist)
		text = keel_world_read(def->log_path, &text_bytes);
	else
		text = calloc(1, 1);
	int code = text == NULL ? KEEL_EXIT_WORLD
				: keel_record_core(def->log_path, text, text_bytes, record);
	record->open_line = text_bytes > 0 && text[text_bytes - 1] != '\n';
	free(text);
	return code;
}

/* Every line of a person, ended by NUL; NULL when memory or the store fails. */
static char *read_store(const keel_record *record, const char *command, size_t *text_bytes)
{
	char *text = calloc(1, 1);
	size_t used = 0;
	int64_t after = 0;
	for (;;) {
		keel_store_page page = {0};
		keel_store_fault fault = {0};
		keel_err err = keel_store_read(record->store, record->person, after, PAGE_LINES,
					       &page, &fault);
		if (err != KEEL_ERR_OK) {
			keel_cli_fault(command, record->store_path, &fault);
			break;
		}
		char *larger = realloc(text, used + page.text_bytes + 1);
		if (larger != NULL) {
			memcpy(larger + used, page.text, page.text_bytes);
			used += page.text_bytes;
			larger[used] = '\0';
			text = larger;
		}
		bool more = larger != NULL && page.line_count > 0;
		after = page.cursor;
		keel_store_page_deinit(&page);
		if (larger == NULL)
			break;
		if (!more) {
			*text_bytes = used;
			return text;
		}
	}
	free(text);
	return NULL;
}

static int open_store(const keel_record_def *def, keel_record *record)
{
	char path[KEEL_CLI_PATH_BYTES_MAX];
	const keel_cli_store_def store_def = {
		.command = def->command, .option = def->store_path, .must_exist = def->must_exist};
	int code = keel_cli_store_open(&store_def, &record->store, path);
	if (code != KEEL_EXIT_DONE)
		return code;
	record->store_path = strdup(path);
	keel_store_counts counts = {0};
	keel_store_fault fault = {0};
	if (keel_store_count(record->store, &counts, &fault) != KEEL_ERR_OK)
		return keel_cli_fault(def->command, path, &fault);
	if (counts.person_count > 0 || def->person != NULL || def->must_exist) {
		keel_store_person person;
		code = keel_cli_person(def->command, record->store, def->person, &person);
		if (code != KEEL_EXIT_DONE)
			return code;
		record->person = person.person;
	}
	size_t text_bytes = 0;
	char *text =
		record->person == 0 ? calloc(1, 1) : read_store(record, def->command, &text_bytes);
	code = text == NULL ? KEEL_EXIT_WORLD : keel_record_core(path, text, text_bytes, record);
	free(text);
	return code;
}

int keel_record_open(const keel_record_def *def, keel_record *record)
{
	memset(record, 0, sizeof *record);
	if (def->log_path != NULL && def->store_path != NULL) {
		fprintf(stderr, "keel %s: --log and --store exclude each other\n", def->command);
		return KEEL_EXIT_USAGE;
	}
	int code = def->log_path != NULL ? open_log(def, record) : open_store(def, record);
	if (code == KEEL_EXIT_DONE && record->person == 0)
		keel_world_random(&record->person, sizeof record->person);
	return code;
}

void keel_record_close(keel_record *record)
{
	keel_store_close(record->store);
	free(record->memory);
	free(record->log_path);
	free(record->store_path);
	memset(record, 0, sizeof *record);
}

/* End of the flat object that begins at *at, just behind its brace; NULL when there is none. */
static const char *object_end(const char *at)
{
	bool quoted = false;
	for (; *at != '\0'; at++) {
		if (quoted && *at == '\\')
			at++;
		else if (*at == '"')
			quoted = !quoted;
		else if (!quoted && *at == '}')
			return at + 1;
		if (*at == '\0')
			return NULL;
	}
	return NULL;
}

static bool is_safety(const char *draft, size_t draft_bytes)
{
	static const char *const kinds[] = {"\"type\":\"unwell\"", "\"type\":\"screening-answer\"",
					    "\"type\":\"symptom\"", "\"type\":\"clearance\""};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (draft_bytes > strlen(kinds[i]) &&
		    memcmp(draft + 1, kinds[i], strlen(kinds[i])) == 0)
			return true;
	return false;
}

/* One enveloped line with its newline at *to; returns its length. */
static size_t envelope(keel_record *record, const keel_now *now, int64_t step, const char *draft,
		       size_t draft_bytes, char *to)
{
	char id[33];
	keel_world_random_hex(id, 32);
	int64_t seq = keel_core_seq_max(record->core, record->device) + 1 + step;
	int64_t counter = keel_core_counter_max(record->core) + 1 + step;
	int n = snprintf(to, ENVELOPE_BYTES_MAX,
			 "{\"id\":\"%s\",\"person\":\"%016llx\",\"device\":\"%08x\",\"seq\":%lld,"
			 "\"counter\":%lld,"
			 "\"utc_ms\":%lld,\"offset_min\":%d,\"v\":%d,\"safety\":%d,",
			 id, (unsigned long long)record->person, record->device, (long long)seq,
			 (long long)counter, (long long)now->utc_ms, now->offset_min,
			 KEEL_EVENT_VERSION, is_safety(draft, draft_bytes) ? 1 : 0);
	memcpy(to + n, draft + 1, draft_bytes - 1);
	to[(size_t)n + draft_bytes - 1] = '\n';
	return (size_t)n + draft_bytes;
}

/* On disk first, then in the core. */
static int keep_lines(keel_record *record, const char *lines, size_t byte_count)
{
	keel_store_fault fault = {0};
	keel_store_added added;
	if (record->store != NULL) {
		if (keel_store_append(record->store, record->person, lines, byte_count, &added,
				      &fault) != KEEL_ERR_OK)
			return keel_cli_fault("do", record->store_path, &fault);
	} else {
		if (record->open_line && !keel_world_append(record->log_path, "\n", 1))
			return KEEL_EXIT_WORLD;
		record->open_line = false;
		if (!keel_world_append(record->log_path, lines, byte_count))
			return KEEL_EXIT_WORLD;
	}
	return add_text(record, record->store != NULL ? record->store_path : record->log_path,
			lines, byte_count);
}

int keel_record_keep(keel_record *record, const keel_now *now, const char *drafts_json)
{
	size_t room = strlen(drafts_json) + 1, used = 0;
	for (const char *c = drafts_json; *c != '\0'; c++)
		room += *c == '{' ? ENVELOPE_BYTES_MAX : 0;
	char *lines = malloc(room);
	int64_t step = 0;
	if (lines == NULL)
		return KEEL_EXIT_WORLD;
	if (!record->device_known && !keel_world_device(&record->device)) {
		free(lines);
		return KEEL_EXIT_WORLD;
	}
	record->device_known = true;
	const char *at = strchr(drafts_json, '{');
	while (at != NULL) {
		const char *end = object_end(at);
		if (end == NULL)
			break;
		used += envelope(record, now, step++, at, (size_t)(end - at), lines + used);
		at = strchr(end, '{');
	}
	int code = used > 0 ? keep_lines(record, lines, used) : KEEL_EXIT_DONE;
	free(lines);
	return code;
}

int keel_record_say(keel_record *record, const keel_now *now, const char *format, ...)
{
	char draft[1024];
	va_list arguments;
	va_start(arguments, format);
	int n = vsnprintf(draft, sizeof draft, format, arguments);
	va_end(arguments);
	if (n < 0 || (size_t)n >= sizeof draft)
		return KEEL_EXIT_USAGE;
	return keel_record_keep(record, now, draft);
}
