#include "compiler/schema.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/names.h"

#define WORD_BYTES_MAX 40

/* Letters to change, add or drop to come from a to b (Levenshtein 1966); 99 for long words. */
static int edit_distance(const char *a, const char *b)
{
	size_t a_bytes = strlen(a), b_bytes = strlen(b);
	if (a_bytes > WORD_BYTES_MAX || b_bytes > WORD_BYTES_MAX) {
		return 99;
	}
	int row[WORD_BYTES_MAX + 1];
	for (size_t k = 0; k <= b_bytes; k++) {
		row[k] = (int)k;
	}
	for (size_t i = 1; i <= a_bytes; i++) {
		int diagonal = row[0];
		row[0] = (int)i;
		for (size_t k = 1; k <= b_bytes; k++) {
			int replaced = diagonal + (a[i - 1] != b[k - 1]);
			int added = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
			diagonal = row[k];
			row[k] = replaced < added ? replaced : added;
		}
	}
	return row[b_bytes];
}

const char *keel_schema_nearest(const char *text, const char *const *names, int name_count)
{
	const char *nearest = NULL;
	int least = (int)strlen(text) / 3 + 2;
	for (int i = 0; i < name_count; i++) {
		int distance = edit_distance(text, names[i]);
		if (distance < least) {
			least = distance;
			nearest = names[i];
		}
	}
	return nearest;
}

void keel_schema_list_names(const char *const *names, int name_count, char *text, size_t text_bytes)
{
	size_t used = 0;
	text[0] = 0;
	for (int i = 0; i < name_count; i++) {
		const char *joint = i == 0 ? "" : i == name_count - 1 ? " or " : ", ";
		int wanted = snprintf(text + used, text_bytes - used, "%s%s", joint, names[i]);
		if (wanted < 0 || used + (size_t)wanted >= text_bytes) {
			memcpy(text + text_bytes - 4, "...", 4);
			return;
		}
		used += (size_t)wanted;
	}
}

bool keel_schema_expect(keel_diags *diags, const keel_yaml *node, keel_yaml_kind kind,
			const char *what)
{
	static const char *const kinds[] = {"a single value", "a map of fields", "a list"};
	if (node && node->kind == kind) {
		return true;
	}
	if (node) {
		keel_diag_error(diags, node->place, "wrong-type", "%s must be %s", what,
				kinds[kind]);
	}
	return false;
}

static bool tell_unknown_name(keel_diags *diags, const keel_yaml *node, const keel_field *field)
{
	char all[256];
	const char *nearest = keel_schema_nearest(node->text, field->names, *field->name_count);
	if (nearest) {
		keel_diag_error(diags, node->place, "unknown-name",
				"%s: '%s' is not known; did you mean '%s'?", field->name,
				node->text, nearest);
		return false;
	}
	keel_schema_list_names(field->names, *field->name_count, all, sizeof(all));
	keel_diag_error(diags, node->place, "unknown-name", "%s: '%s' is not known; it must be %s",
			field->name, node->text, all);
	return false;
}

static bool read_name(keel_diags *diags, const keel_yaml *node, const keel_field *field,
		      int32_t *index)
{
	if (!keel_schema_expect(diags, node, KEEL_YAML_SCALAR, field->name)) {
		return false;
	}
	*index = keel_name_find(field->names, *field->name_count, node->text, strlen(node->text));
	return *index >= 0 || tell_unknown_name(diags, node, field);
}

static bool read_set(keel_diags *diags, const keel_yaml *node, const keel_field *field,
		     uint32_t *set)
{
	if (!keel_schema_expect(diags, node, KEEL_YAML_LIST, field->name)) {
		return false;
	}
	bool is_good = true;
	for (const keel_yaml *item = node->first; item; item = item->next) {
		int32_t index = 0;
		if (!read_name(diags, item, field, &index)) {
			is_good = false;
		} else if (*set & (UINT32_C(1) << index)) {
			keel_diag_error(diags, item->place, "duplicate-item",
					"'%s' stands twice in this list", item->text);
			is_good = false;
		} else {
			*set |= UINT32_C(1) << index;
		}
	}
	return is_good;
}

/* Numbers are read as whole thousandths where a unit is scaled, so that 2.5 s is 2500 ms on every
 * machine. */
static bool read_number(keel_diags *diags, const keel_yaml *node, const keel_field *field,
			double *value)
{
	if (!keel_schema_expect(diags, node, KEEL_YAML_SCALAR, field->name)) {
		return false;
	}
	size_t length = strlen(node->text);
	bool is_plain =
		length > 0 && strspn(node->text, "+-0123456789.") == length && !node->is_quoted;
	char *end = NULL;
	*value = strtod(node->text, &end);
	if (!is_plain || *end) {
		keel_diag_error(diags, node->place, "wrong-type",
				"%s must be a number, not '%s'; units stand in the field's name",
				field->name, node->text);
		return false;
	}
	bool needs_whole = field->type == KEEL_FIELD_INT;
	if (needs_whole && strchr(node->text, '.')) {
		keel_diag_error(diags, node->place, "wrong-type", "%s must be a whole number",
				field->name);
		return false;
	}
	if (*value < field->least || *value > field->most) {
		keel_diag_error(diags, node->place, "out-of-range", "%s is %s; it must be %g to %g",
				field->name, node->text, field->least, field->most);
		return false;
	}
	return true;
}

static bool read_bool(keel_diags *diags, const keel_yaml *node, const keel_field *field,
		      bool *value)
{
	if (!keel_schema_expect(diags, node, KEEL_YAML_SCALAR, field->name)) {
		return false;
	}
	*value = strcmp(node->text, "true") == 0;
	if (*value || strcmp(node->text, "false") == 0) {
		return true;
	}
	keel_diag_error(diags, node->place, "wrong-type", "%s must be true or false", field->name);
	return false;
}

static bool read_id(keel_diags *diags, const keel_yaml *node, const keel_field *field,
		    const char **id)
{
	if (!keel_schema_expect(diags, node, KEEL_YAML_SCALAR, field->name)) {
		return false;
	}
	bool with_dots = field->type == KEEL_FIELD_KEY;
	const char *allowed = with_dots ? "abcdefghijklmnopqrstuvwxyzS0123456789-_."
					: "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t length = strlen(node->text);
	if (length == 0 || length > 63 || strspn(node->text, allowed) != length) {
		keel_diag_error(
			diags, node->place, "bad-id",
			"%s: '%s' is no id; use small letters, digits and hyphens%s, at most 63",
			field->name, node->text, with_dots ? " and dots" : "");
		return false;
	}
	*id = node->text;
	return true;
}

static bool read_text(keel_diags *diags, const keel_yaml *node, const keel_field *field,
		      const char **text)
{
	if (!keel_schema_expect(diags, node, KEEL_YAML_SCALAR, field->name)) {
		return false;
	}
	if (!node->text[0]) {
		keel_diag_error(diags, node->place, "wrong-type", "%s is empty", field->name);
		return false;
	}
	*text = node->text;
	return true;
}

static int32_t rounded(double value)
{
	return (int32_t)(value < 0 ? value - 0.5 : value + 0.5);
}

bool keel_schema_read_value(keel_diags *diags, const keel_yaml *node, const keel_field *field,
			    void *out)
{
	double number = 0;
	char *at = (char *)out + field->offset;
	switch (field->type) {
	case KEEL_FIELD_INT:
	case KEEL_FIELD_MS:
	case KEEL_FIELD_TENTHS:
		if (!read_number(diags, node, field, &number)) {
			return false;
		}
		number *= field->type == KEEL_FIELD_MS	     ? 1000
			  : field->type == KEEL_FIELD_TENTHS ? 10
							     : 1;
		*(int32_t *)(void *)at = rounded(number);
		return true;
	case KEEL_FIELD_NUMBER:
		if (!read_number(diags, node, field, &number)) {
			return false;
		}
		*(float *)(void *)at = (float)number;
		return true;
	case KEEL_FIELD_BOOL:
		return read_bool(diags, node, field, (bool *)at);
	case KEEL_FIELD_NAME:
		return read_name(diags, node, field, (int32_t *)(void *)at);
	case KEEL_FIELD_SET:
		return read_set(diags, node, field, (uint32_t *)(void *)at);
	case KEEL_FIELD_ID:
	case KEEL_FIELD_KEY:
		return read_id(diags, node, field, (const char **)(void *)at);
	case KEEL_FIELD_TEXT:
		return read_text(diags, node, field, (const char **)(void *)at);
	case KEEL_FIELD_NODE:
		*(const keel_yaml **)(void *)at = node;
		return true;
	}
	return false;
}

static void tell_unknown_field(keel_diags *diags, const keel_yaml *child, const char *what,
			       const keel_field *fields, int field_count)
{
	const char *names[64];
	int name_count = field_count < 64 ? field_count : 64;
	for (int i = 0; i < name_count; i++) {
		names[i] = fields[i].name;
	}
	const char *nearest = keel_schema_nearest(child->key, names, name_count);
	keel_diag_error(diags, child->key_place, "unknown-field", "%s has no field '%s'%s%s%s",
			what, child->key, nearest ? "; did you mean '" : "", nearest ? nearest : "",
			nearest ? "'?" : "");
}

static const keel_field *find_field(const keel_field *fields, int field_count, const char *name)
{
	for (int i = 0; i < field_count; i++) {
		if (strcmp(fields[i].name, name) == 0) {
			return &fields[i];
		}
	}
	return NULL;
}

bool keel_schema_read(keel_diags *diags, const keel_yaml *map, const char *what,
		      const keel_field *fields, int field_count, void *out)
{
	if (!keel_schema_expect(diags, map, KEEL_YAML_MAP, what)) {
		return false;
	}
	bool is_good = true;
	for (const keel_yaml *child = map->first; child; child = child->next) {
		const keel_field *field = find_field(fields, field_count, child->key);
		if (!field) {
			tell_unknown_field(diags, child, what, fields, field_count);
			is_good = false;
		} else if (keel_yaml_find(map, child->key) == child) {
			is_good = keel_schema_read_value(diags, child, field, out) && is_good;
		}
	}
	for (int i = 0; i < field_count; i++) {
		if (fields[i].is_required && !keel_yaml_find(map, fields[i].name)) {
			keel_diag_error(diags, map->place, "missing-field",
					"%s needs the field '%s'", what, fields[i].name);
			is_good = false;
		}
	}
	return is_good;
}
