/* Reading what is not a movement: programmes, screening, texts, seed rows, evidence, forbidden
 * words. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/model.h"

#define TEXT_DEPTH_MAX 8

static void read_items(keel_model *model, keel_model_programme *programme)
{
	static const char *const groups[] = {"none", "stretch", "strengthen"};
	static const int group_count = 3;
	static const keel_field fields[] = {
		{"movement", KEEL_FIELD_ID, true, offsetof(keel_model_item, movement), .least = 0},
		{"rung", KEEL_FIELD_INT, false, offsetof(keel_model_item, rung), .least = 1,
		 .most = KEEL_RUNGS_MAX},
		{"group", KEEL_FIELD_NAME, false, offsetof(keel_model_item, group), .names = groups,
		 .name_count = &group_count},
		{"step", KEEL_FIELD_INT, false, offsetof(keel_model_item, step), .least = 1,
		 .most = 15},
	};
	const keel_yaml *list = programme->items_node;
	if (!keel_schema_expect(model->diags, list, KEEL_YAML_LIST, "items")) {
		return;
	}
	for (const keel_yaml *node = list->first; node; node = node->next) {
		if (programme->item_count == KEEL_PROGRAMME_ITEMS_MAX) {
			keel_diag_error(model->diags, node->place, "too-many", "at most %d items",
					KEEL_PROGRAMME_ITEMS_MAX);
			return;
		}
		keel_model_item item = {.node = node, .rung = 1};
		if (keel_schema_read(model->diags, node, "an item", fields,
				     KEEL_FIELD_COUNT(fields), &item)) {
			programme->items[programme->item_count++] = item;
		}
	}
}

void keel_read_programme(keel_model *model, const keel_yaml *root, const char *stem)
{
	static const char *const kinds[] = {"fixed", "mix", "staged"};
	static const int kind_count = 3;
	static const keel_field fields[] = {
		{"id", KEEL_FIELD_ID, true, offsetof(keel_model_programme, id), .least = 0},
		{"kind", KEEL_FIELD_NAME, true, offsetof(keel_model_programme, kind),
		 .names = kinds, .name_count = &kind_count},
		{"sources", KEEL_FIELD_NODE, true, offsetof(keel_model_programme, sources_node),
		 .least = 0},
		{"items", KEEL_FIELD_NODE, true, offsetof(keel_model_programme, items_node),
		 .least = 0},
	};
	if (model->programme_count == KEEL_PROGRAMMES_MAX) {
		keel_diag_error(model->diags, root->place, "too-many", "at most %d programmes",
				KEEL_PROGRAMMES_MAX);
		return;
	}
	keel_model_programme *programme = &model->programmes[model->programme_count];
	memset(programme, 0, sizeof(*programme));
	programme->node = root;
	if (!keel_schema_read(model->diags, root, "a programme", fields, KEEL_FIELD_COUNT(fields),
			      programme)) {
		return;
	}
	if (strcmp(programme->id, stem) != 0) {
		keel_diag_error(model->diags, keel_yaml_place_of(root, "id"), "file-name",
				"the file of '%s' is named '%s.yaml'", programme->id, stem);
	}
	read_items(model, programme);
	model->programme_count++;
}

static void read_question(keel_model *model, const keel_yaml *node)
{
	static const keel_field fields[] = {
		{"id", KEEL_FIELD_ID, true, offsetof(keel_model_question, id), .least = 0},
		{"tier", KEEL_FIELD_NAME, true, offsetof(keel_model_question, tier),
		 .names = keel_tier_names, .name_count = &keel_tier_name_count},
		{"first_run", KEEL_FIELD_BOOL, false, offsetof(keel_model_question, first_run),
		 .least = 0},
		{"leg", KEEL_FIELD_BOOL, false, offsetof(keel_model_question, leg), .least = 0},
		{"group", KEEL_FIELD_INT, false, offsetof(keel_model_question, group), .least = 0,
		 .most = 15},
	};
	keel_model_question question = {.node = node, .group = -1};
	if (model->question_count == KEEL_QUESTIONS_MAX) {
		keel_diag_error(model->diags, node->place, "too-many", "at most %d questions",
				KEEL_QUESTIONS_MAX);
		return;
	}
	if (keel_schema_read(model->diags, node, "a question", fields, KEEL_FIELD_COUNT(fields),
			     &question)) {
		model->questions[model->question_count++] = question;
	}
}

typedef struct screening_read {
	const keel_yaml *questions;
} screening_read;

void keel_read_screening(keel_model *model, const keel_yaml *root)
{
	static const keel_field fields[] = {
		{"questions", KEEL_FIELD_NODE, true, offsetof(screening_read, questions),
		 .least = 0},
	};
	screening_read read = {0};
	if (!keel_schema_read(model->diags, root, "screening", fields, KEEL_FIELD_COUNT(fields),
			      &read) ||
	    !keel_schema_expect(model->diags, read.questions, KEEL_YAML_LIST, "questions")) {
		return;
	}
	for (const keel_yaml *node = read.questions->first; node; node = node->next) {
		read_question(model, node);
	}
}

/* The way from the top of the file to a sentence, joined by dots; items of lists count from 1. */
static const char *text_key(keel_model *model, const keel_yaml *node)
{
	const char *key = NULL;
	for (const keel_yaml *at = node; at && at->parent; at = at->parent) {
		const char *part = at->key;
		if (at->parent->kind == KEEL_YAML_LIST) {
			int index = 1;
			for (const keel_yaml *k = at->parent->first; k != at; k = k->next) {
				index++;
			}
			part = keel_model_format(model, "%d", index);
		}
		key = key ? keel_model_format(model, "%s.%s", part, key) : part;
	}
	return key ? key : "";
}

static void add_text(keel_model *model, const keel_yaml *node, const char *language)
{
	const char *key = text_key(model, node);
	if (model->text_count == KEEL_TEXTS_MAX) {
		keel_diag_error(model->diags, node->place, "too-many", "at most %d texts",
				KEEL_TEXTS_MAX);
		return;
	}
	if (strlen(key) > 200 || strlen(node->text) > 4000) {
		keel_diag_error(model->diags, node->place, "out-of-range",
				"a key has at most 200 bytes, a sentence 4000");
		return;
	}
	if (!node->text[0]) {
		keel_diag_error(model->diags, node->place, "wrong-type", "the text '%s' is empty",
				key);
		return;
	}
	model->texts[model->text_count++] =
		(keel_model_text){node, language, key, node->text, false};
}

/* Walks the tree by its own links, down before sideways. */
void keel_read_texts(keel_model *model, const keel_yaml *root, const char *language)
{
	if (!keel_schema_expect(model->diags, root, KEEL_YAML_MAP, "a file of texts")) {
		return;
	}
	const keel_yaml *node = root;
	int depth = 0;
	while (node) {
		if (node->kind == KEEL_YAML_SCALAR) {
			add_text(model, node, language);
		}
		if (node->first && depth < TEXT_DEPTH_MAX) {
			node = node->first;
			depth++;
			continue;
		}
		while (node && node != root && !node->next) {
			node = node->parent;
			depth--;
		}
		node = node == root || !node ? NULL : node->next;
	}
}

static keel_model_source *add_source(keel_model *model, const keel_yaml *node, const char *id,
				     bool is_seed)
{
	if (model->source_count == KEEL_MODEL_SOURCES_KNOWN_MAX) {
		keel_diag_error(model->diags, node->place, "too-many", "at most %d sources",
				KEEL_MODEL_SOURCES_KNOWN_MAX);
		return NULL;
	}
	if (keel_model_find_source(model, id)) {
		keel_diag_error(model->diags, node->key_place, "duplicate-id",
				"the source '%s' is there twice", id);
		return NULL;
	}
	keel_model_source *source = &model->sources[model->source_count++];
	*source = (keel_model_source){.node = node, .id = id, .is_seed = is_seed};
	return source;
}

static void read_seed_movement(keel_model *model, const keel_yaml *node)
{
	keel_model_source *source = add_source(model, node, node->key, true);
	if (!source) {
		return;
	}
	source->is_movement = true;
	if (node->kind == KEEL_YAML_MAP) {
		keel_read_dose(model, node, "the dose of a seed", &source->dose);
	}
}

typedef struct seeds_read {
	const keel_yaml *documents, *rules, *movements;
} seeds_read;

void keel_read_seeds(keel_model *model, const keel_yaml *root)
{
	static const keel_field fields[] = {
		{"documents", KEEL_FIELD_NODE, true, offsetof(seeds_read, documents), .least = 0},
		{"rules", KEEL_FIELD_NODE, true, offsetof(seeds_read, rules), .least = 0},
		{"movements", KEEL_FIELD_NODE, true, offsetof(seeds_read, movements), .least = 0},
	};
	seeds_read read = {0};
	if (!keel_schema_read(model->diags, root, "seeds", fields, KEEL_FIELD_COUNT(fields),
			      &read)) {
		return;
	}
	for (const keel_yaml *node = read.documents->first; node; node = node->next) {
		add_source(model, node, node->key, true);
	}
	for (const keel_yaml *node = read.rules->first; node; node = node->next) {
		add_source(model, node, node->text, true);
	}
	for (const keel_yaml *node = read.movements->first; node; node = node->next) {
		read_seed_movement(model, node);
	}
}

typedef struct evidence_read {
	const char *authors, *title, *where, *says, *grade, *checked, *status;
	int32_t year;
} evidence_read;

void keel_read_evidence(keel_model *model, const keel_yaml *root)
{
#define AT(field) offsetof(evidence_read, field)
	static const keel_field fields[] = {
		{"authors", KEEL_FIELD_TEXT, true, AT(authors), .least = 0},
		{"year", KEEL_FIELD_INT, true, AT(year), .least = 1900, .most = 2100},
		{"title", KEEL_FIELD_TEXT, false, AT(title), .least = 0},
		{"where", KEEL_FIELD_TEXT, true, AT(where), .least = 0},
		{"says", KEEL_FIELD_TEXT, true, AT(says), .least = 0},
		{"grade", KEEL_FIELD_TEXT, true, AT(grade), .least = 0},
		{"checked", KEEL_FIELD_TEXT, true, AT(checked), .least = 0},
	};
#undef AT
	if (!keel_schema_expect(model->diags, root, KEEL_YAML_MAP, "a file of evidence")) {
		return;
	}
	for (const keel_yaml *node = root->first; node; node = node->next) {
		evidence_read read = {0};
		bool is_good = keel_schema_read(model->diags, node, "a source", fields,
						KEEL_FIELD_COUNT(fields), &read);
		if (is_good && !strchr("ABCJ", read.grade[0])) {
			keel_diag_error(model->diags, keel_yaml_place_of(node, "grade"),
					"unknown-name", "grade is A, B, C or J");
		}
		bool is_told = is_good && (strncmp(read.checked, "read:", 5) == 0 ||
					   strncmp(read.checked, "from memory", 11) == 0 ||
					   strncmp(read.checked, "ours", 4) == 0);
		if (is_good && !is_told) {
			keel_diag_error(model->diags, keel_yaml_place_of(node, "checked"),
					"evidence-checked",
					"checked begins with 'read:' and what was read, 'from "
					"memory, unverified', or 'ours'");
		}
		add_source(model, node, node->key, false);
	}
}

/* One phrase a line; what follows # is a remark. */
void keel_read_words(keel_model *model, const keel_source *source, const char *language)
{
	const char *at = source->bytes;
	while (*at) {
		size_t line_bytes = strcspn(at, "\n");
		size_t bytes = strcspn(at, "#\n");
		while (bytes > 0 && (at[bytes - 1] == ' ' || at[bytes - 1] == '\t')) {
			bytes--;
		}
		if (bytes > 0 && model->forbidden_count < KEEL_MODEL_FORBIDDEN_MAX) {
			model->forbidden_language[model->forbidden_count] = language;
			model->forbidden[model->forbidden_count++] =
				keel_model_format(model, "%.*s", (int)bytes, at);
		}
		at += line_bytes + (at[line_bytes] == '\n');
	}
}
