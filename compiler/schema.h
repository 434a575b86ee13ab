/* A table-driven walker: one row a field says its name, type, range, names and where it goes in a
 * struct.
 *
 * Unknown fields, missing fields, wrong types, numbers out of range and names outside a closed list
 * are all told with their place and, where one is near, the name that was probably meant. Fields
 * that failed stay as they were.
 */
#ifndef KEEL_COMPILER_SCHEMA_H
#define KEEL_COMPILER_SCHEMA_H

#include "compiler/yaml.h"

typedef enum keel_field_type {
	KEEL_FIELD_INT,	   /* int32_t within least..most */
	KEEL_FIELD_MS,	   /* int32_t; the file says seconds, with decimals */
	KEEL_FIELD_TENTHS, /* int32_t; the file says units, with one decimal: 4.5 -> 45 */
	KEEL_FIELD_NUMBER, /* float within least..most */
	KEEL_FIELD_BOOL,   /* bool: true | false */
	KEEL_FIELD_NAME,   /* int32_t: index in names */
	KEEL_FIELD_SET,	   /* uint32_t: bits of names; the file has a list */
	KEEL_FIELD_ID,	   /* const char *: a-z, 0-9 and hyphens */
	KEEL_FIELD_KEY,	   /* const char *: an id with dots (text keys, seed rows) */
	KEEL_FIELD_TEXT,   /* const char *: any sentence */
	KEEL_FIELD_NODE	   /* const keel_yaml *: read later by its own code */
} keel_field_type;

typedef struct keel_field {
	const char *name;
	keel_field_type type;
	bool is_required;
	size_t offset;
	double least, most;
	const char *const *names;
	const int *name_count;
} keel_field;

#define KEEL_FIELD_COUNT(fields) ((int)(sizeof(fields) / sizeof((fields)[0])))

/* Reads a map into out. what names it in messages: "a movement". Returns true when nothing was
 * wrong. */
bool keel_schema_read(keel_diags *diags, const keel_yaml *map, const char *what,
		      const keel_field *fields, int field_count, void *out);

/* One value by itself, for maps whose keys are free. */
bool keel_schema_read_value(keel_diags *diags, const keel_yaml *node, const keel_field *field,
			    void *out);

/* Says so and returns false when the node is missing, or of another kind. */
bool keel_schema_expect(keel_diags *diags, const keel_yaml *node, keel_yaml_kind kind,
			const char *what);

/* The nearest name, or NULL when none is near. */
const char *keel_schema_nearest(const char *text, const char *const *names, int name_count);

/* "a, b or c" of a list of names, cut to fit. */
void keel_schema_list_names(const char *const *names, int name_count, char *text,
			    size_t text_bytes);

#endif
