/* gen_events: what is written down elsewhere about events is written by this program, from the one
 * list.
 *
 *   gen_events ts|docs|dict FILE           writes web/src/gen/events.ts, docs/EVENTS.md or the
 * fuzzers' dictionary gen_events --check ts|docs|dict FILE   exit 1 when the file is not what would
 * be written
 *
 * The outputs are committed, so that the web app builds without a C compiler and a change of the
 * list shows in review as a change of the documents. `ninja gen` writes all three; the tests check
 * them.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/names.h"
#include "core/event/event.h"

#define REQUIRED true
#define OPTIONAL false

typedef struct field {
	const char *name;
	char kind; /* I integer, N name, T text, L list */
	bool required;
	long min;
	long max;
	const char *list;
	const char *what;
} field;

typedef struct type {
	const char *c_name;
	const char *name;
	int since;
	const field *fields;
	int field_count;
} type;

#define FIELD_I(type, field, min, max, need, what) {#field, 'I', need, min, max, "", what},
#define FIELD_N(type, field, list, need, what) {#field, 'N', need, 0, 0, #list, what},
#define FIELD_T(type, field, bytes_max, need, what) {#field, 'T', need, 1, bytes_max, "", what},
#define FIELD_L(type, field, count_max, need, what) {#field, 'L', need, 0, count_max, "", what},
#define FIELDS(TYPE, type, name, since)                                                            \
	static const field type##_fields[] = {                                                     \
		KEEL_EVENT_FIELDS_##type(FIELD_I, FIELD_N, FIELD_T, FIELD_L)};
KEEL_EVENT_LIST(FIELDS)

#define TYPE(TYPE, type, name, since)                                                              \
	{#type, name, since, type##_fields, sizeof type##_fields / sizeof type##_fields[0]},
static const type types[] = {KEEL_EVENT_LIST(TYPE)};
enum { TYPE_COUNT = sizeof types / sizeof types[0] };

typedef struct list {
	const char *name;
	const char *const *names;
	int name_count;
} list;

#define LIST(LIST, list) {#list, keel_##list##_names, KEEL_##LIST##_COUNT},
static const list lists[] = {KEEL_NAMES_LISTS(LIST)};
enum { LIST_COUNT = sizeof lists / sizeof lists[0] };

/* session_started -> SessionStarted */
static void put_camel(FILE *out, const char *c_name)
{
	bool upper = true;
	for (const char *c = c_name; *c != '\0'; c++) {
		if (*c != '_')
			fputc(upper ? *c - 'a' + 'A' : *c, out);
		upper = *c == '_';
	}
}

/* ---- TypeScript ---- */

static const char ts_head[] =
	"/* Written by tools/gen/gen_events from core/event/event_list.h and core/base/names.h: "
	"change those, then\n"
	" * `ninja gen`.\n"
	" */\n"
	"\n"
	"/* What an event says, without its envelope. */\n"
	"export type Draft = { type: string } & Record<string, string | number | number[]>;\n"
	"\n"
	"/* Stands before the fields of every event. */\n"
	"export interface Envelope {\n"
	"  id: string; // 32 lower-case hexadecimal digits\n"
	"  person: string; // 16\n"
	"  device: string; // 8\n"
	"  seq: number; // 1.. for each device\n"
	"  counter: number; // 1 + the largest the device has seen\n"
	"  utc_ms: number;\n"
	"  offset_min: number; // -840..840\n"
	"  v: number;\n"
	"  safety: number; // 0 or 1\n"
	"  type: string;\n"
	"  replaces?: string; // id of the event of the same type that this one corrects\n"
	"}\n"
	"\n";

static void write_ts_lists(FILE *out)
{
	for (int i = 0; i < LIST_COUNT; i++) {
		fputs("export type ", out);
		put_camel(out, lists[i].name);
		fputs("Name =", out);
		for (int j = 0; j < lists[i].name_count; j++)
			fprintf(out, "\n  | '%s'", lists[i].names[j]);
		fputs(";\n\n", out);
	}
	fputs("/* Every list of names, by the name that {0:list} of a text uses. */\n"
	      "export const names: Readonly<Record<string, readonly string[]>> = {\n",
	      out);
	for (int i = 0; i < LIST_COUNT; i++) {
		fprintf(out, "  %s: [", lists[i].name);
		for (int j = 0; j < lists[i].name_count; j++)
			fprintf(out, "%s\n    '%s'", j == 0 ? "" : ",", lists[i].names[j]);
		fputs("\n  ],\n", out);
	}
	fputs("};\n\n", out);
}

static void write_ts_field(FILE *out, const field *f)
{
	fprintf(out, "  %s%s: ", f->name, f->required ? "" : "?");
	switch (f->kind) {
	case 'N':
		put_camel(out, f->list);
		fprintf(out, "Name; // %s\n", f->what);
		break;
	case 'T':
		fprintf(out, "string; // 1 to %ld bytes: %s\n", f->max, f->what);
		break;
	case 'L':
		fprintf(out, "number[]; // at most %ld: %s\n", f->max, f->what);
		break;
	default:
		fprintf(out, "number; // %ld..%ld: %s\n", f->min, f->max, f->what);
	}
}

static void write_ts(FILE *out)
{
	fputs(ts_head, out);
	fprintf(out, "export const EVENT_VERSION = %d;\n\n", KEEL_EVENT_VERSION);
	write_ts_lists(out);
	for (int i = 0; i < TYPE_COUNT; i++) {
		fputs("export interface ", out);
		put_camel(out, types[i].c_name);
		fprintf(out, "Draft {\n  type: '%s';\n", types[i].name);
		for (int j = 0; j < types[i].field_count; j++)
			write_ts_field(out, &types[i].fields[j]);
		fputs("}\n\n", out);
	}
	fputs("/* Every draft there is, each with its exact fields. */\nexport type KnownDraft =",
	      out);
	for (int i = 0; i < TYPE_COUNT; i++) {
		fputs("\n  | ", out);
		put_camel(out, types[i].c_name);
		fputs("Draft", out);
	}
	fputs(";\n", out);
}

/* ---- documentation ---- */

static const char docs_head[] =
	"# Events\n"
	"\n"
	"Written by `tools/gen/gen_events` from `core/event/event_list.h`: change the list, then "
	"`ninja gen`.\n"
	"\n"
	"A record is JSON Lines: one flat object a line, UTF-8, at most 4096 bytes, no control "
	"characters. Values are\n"
	"texts, whole numbers and lists of whole numbers. A field may not stand twice. Fields may "
	"come in any order;\n"
	"Keel writes the envelope first.\n"
	"\n"
	"## Envelope\n"
	"\n"
	"| field | value |\n"
	"|---|---|\n"
	"| `id` | 32 lower-case hexadecimal digits, random |\n"
	"| `person` | 16 lower-case hexadecimal digits, random |\n"
	"| `device` | 8 lower-case hexadecimal digits, random |\n"
	"| `seq` | 1 and up, per device |\n"
	"| `counter` | 1 + the largest counter the device has seen |\n"
	"| `utc_ms` | milliseconds since 1970-01-01 UTC, by the device's clock |\n"
	"| `offset_min` | local time minus UTC in minutes, -840..840 |\n"
	"| `v` | version of the event list it was written with, 1 and up |\n"
	"| `safety` | 1: who does not know this event may plan nothing; 0 otherwise |\n"
	"| `type` | one of the types below |\n"
	"| `replaces` | optional: the `id` of the event of the same type that this one corrects |\n"
	"\n"
	"Events fold in the order of (`counter`, `device`, `seq`, `id`), whatever the order of "
	"arrival. An event of an\n"
	"unknown type or a newer `v` is kept and passed on byte for byte; until Keel is updated "
	"nothing goes up.\n"
	"\n"
	"Dates are days since 1970-01-01, local; a day starts at 03:00.\n";

static void write_docs_field(FILE *out, const field *f)
{
	fprintf(out, "| `%s` | ", f->name);
	switch (f->kind) {
	case 'N':
		fprintf(out, "name of [%s](#names)", f->list);
		break;
	case 'T':
		fprintf(out, "text of 1 to %ld bytes", f->max);
		break;
	case 'L':
		fprintf(out, "list of at most %ld numbers", f->max);
		break;
	default:
		fprintf(out, "%ld..%ld", f->min, f->max);
	}
	fprintf(out, " | %s | %s |\n", f->required ? "yes" : "no", f->what);
}

static void write_docs(FILE *out)
{
	fputs(docs_head, out);
	for (int i = 0; i < TYPE_COUNT; i++) {
		fprintf(out,
			"\n## %s\n\nSince version %d.\n\n| field | value | required | what "
			"|\n|---|---|---|---|\n",
			types[i].name, types[i].since);
		for (int j = 0; j < types[i].field_count; j++)
			write_docs_field(out, &types[i].fields[j]);
	}
	fputs("\n## Names\n\n| list | names |\n|---|---|\n", out);
	for (int i = 0; i < LIST_COUNT; i++) {
		fprintf(out, "| %s |", lists[i].name);
		for (int j = 0; j < lists[i].name_count; j++)
			fprintf(out, "%s `%s`", j == 0 ? "" : ",", lists[i].names[j]);
		fputs(" |\n", out);
	}
}

/* ---- dictionary ---- */

static void write_dict(FILE *out)
{
	static const char *const envelope[] = {"id",	  "person", "device",	  "seq",
					       "counter", "utc_ms", "offset_min", "v",
					       "safety",  "type",   "replaces"};
	fputs("# Written by tools/gen/gen_events for core/event/codec_fuzz.\n", out);
	fputs("\"\\\\ud83d\\\\ude00\"\n\"9007199254740991\"\n\"00112233445566778899aabbccddeeff\""
	      "\n",
	      out);
	for (size_t i = 0; i < sizeof envelope / sizeof envelope[0]; i++)
		fprintf(out, "\"\\\"%s\\\":\"\n", envelope[i]);
	for (int i = 0; i < TYPE_COUNT; i++) {
		fprintf(out, "\"\\\"%s\\\"\"\n", types[i].name);
		for (int j = 0; j < types[i].field_count; j++)
			fprintf(out, "\"\\\"%s\\\":\"\n", types[i].fields[j].name);
	}
	for (int i = 0; i < LIST_COUNT; i++) {
		for (int j = 0; j < lists[i].name_count; j++)
			fprintf(out, "\"\\\"%s\\\"\"\n", lists[i].names[j]);
	}
}

/* ---- files ---- */

static int usage(void)
{
	fputs("usage: gen_events [--check] ts|docs|dict FILE\n", stderr);
	return 2;
}

static int write_file(const char *path, const char *text, size_t text_bytes)
{
	FILE *out = fopen(path, "wb");
	bool written = out != NULL && fwrite(text, 1, text_bytes, out) == text_bytes;
	if (out != NULL && fclose(out) != 0)
		written = false;
	if (!written)
		perror(path);
	return written ? 0 : 4;
}

static int check_file(const char *path, const char *text, size_t text_bytes)
{
	FILE *in = fopen(path, "rb");
	if (in == NULL) {
		perror(path);
		return 4;
	}
	size_t at = 0;
	int line = 1;
	int byte = fgetc(in);
	while (byte != EOF && at < text_bytes && byte == (unsigned char)text[at]) {
		line += byte == '\n';
		at++;
		byte = fgetc(in);
	}
	fclose(in);
	if (byte == EOF && at == text_bytes)
		return 0;
	fprintf(stderr, "%s:%d: does not follow the event list; write it anew with `ninja gen`\n",
		path, line);
	return 1;
}

int main(int argc, char **argv)
{
	bool check = argc == 4 && strcmp(argv[1], "--check") == 0;
	if (argc != 3 && !check)
		return usage();
	const char *what = argv[argc - 2];
	const char *path = argv[argc - 1];
	char *text = NULL;
	size_t text_bytes = 0;
	FILE *out = open_memstream(&text, &text_bytes);
	if (out == NULL)
		return 4;
	bool known = true;
	if (strcmp(what, "ts") == 0)
		write_ts(out);
	else if (strcmp(what, "docs") == 0)
		write_docs(out);
	else if (strcmp(what, "dict") == 0)
		write_dict(out);
	else
		known = false;
	int status = fclose(out) == 0 ? 0 : 4;
	if (!known)
		status = usage();
	else if (status == 0)
		status = check ? check_file(path, text, text_bytes)
			       : write_file(path, text, text_bytes);
	free(text);
	return status;
}
