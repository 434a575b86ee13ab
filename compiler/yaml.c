/* libfyaml's events are turned into our own tree, with an explicit chain of parents instead of
 * recursion. Duplicate keys are found here and not by libfyaml, so that reading goes on and each of
 * them is told.
 */
#include "compiler/yaml.h"

#include <libfyaml.h>
#include <string.h>

typedef struct builder {
	keel_arena *arena;
	const keel_source *source;
	keel_diags *diags;
	keel_yaml *root;
	keel_yaml *parent; /* open map or list */
	const char *key;   /* read, its value not yet */
	keel_diag_place key_place;
	int document_count;
	bool is_broken;
} builder;

static keel_diag_place place_of(const builder *b, struct fy_token *token)
{
	const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
	if (!mark) {
		return (keel_diag_place){b->source, 1, 1};
	}
	/* libfyaml counts letters; we count bytes, as editors that jump to a column do. */
	const char *line = b->source->bytes + mark->input_pos;
	int column = 1;
	while (line > b->source->bytes && line[-1] != '\n') {
		line--;
		column++;
	}
	return (keel_diag_place){b->source, mark->line + 1, column};
}

static const char *copy_text(builder *b, struct fy_token *token)
{
	size_t length = 0;
	const char *text = token ? fy_token_get_text(token, &length) : "";
	char *copy = keel_arena_alloc(b->arena, length + 1, 1);
	if (!copy) {
		b->is_broken = true;
		return "";
	}
	if (length > 0) {
		memcpy(copy, text, length);
	}
	return copy;
}

static void check_duplicate(builder *b, const keel_yaml *map, const char *key,
			    keel_diag_place place)
{
	const keel_yaml *before = keel_yaml_find(map, key);
	if (before) {
		keel_diag_error(b->diags, place, "duplicate-key",
				"'%s' stands here twice; first in line %d", key,
				before->key_place.line);
	}
}

/* Hangs a new node below the open one. */
static keel_yaml *add_node(builder *b, keel_yaml_kind kind, keel_diag_place place)
{
	keel_yaml *node = keel_arena_alloc(b->arena, 1, sizeof(*node));
	if (!node) {
		b->is_broken = true;
		return NULL;
	}
	node->kind = kind;
	node->text = "";
	node->key = b->key ? b->key : "";
	node->place = place;
	node->key_place = b->key ? b->key_place : place;
	node->parent = b->parent;
	b->key = NULL;
	if (!b->parent) {
		b->root = node;
		return node;
	}
	if (b->parent->last) {
		b->parent->last->next = node;
	} else {
		b->parent->first = node;
	}
	b->parent->last = node;
	b->parent->count++;
	return node;
}

static void refuse(builder *b, keel_diag_place place, const char *what)
{
	keel_diag_error(b->diags, place, "yaml-form", "%s are not used in Keel's files", what);
	b->is_broken = true;
}

static void take_scalar(builder *b, struct fy_event *event)
{
	struct fy_token *token = event->scalar.value;
	keel_diag_place place = place_of(b, token);
	if (event->scalar.anchor || event->scalar.tag) {
		refuse(b, place, "anchors and tags");
		return;
	}
	if (b->parent && b->parent->kind == KEEL_YAML_MAP && !b->key) {
		b->key = copy_text(b, token);
		b->key_place = place;
		check_duplicate(b, b->parent, b->key, place);
		return;
	}
	keel_yaml *node = add_node(b, KEEL_YAML_SCALAR, place);
	if (node) {
		node->text = copy_text(b, token);
		node->is_quoted = token && fy_token_scalar_style(token) != FYSS_PLAIN;
	}
}

static void open_node(builder *b, keel_yaml_kind kind, keel_diag_place place)
{
	if (b->parent && b->parent->kind == KEEL_YAML_MAP && !b->key) {
		keel_diag_error(b->diags, place, "yaml-form", "a key must be a plain word");
		b->is_broken = true;
		return;
	}
	keel_yaml *node = add_node(b, kind, place);
	if (node) {
		b->parent = node;
	}
}

static void take_event(builder *b, struct fy_event *event)
{
	switch (event->type) {
	case FYET_DOCUMENT_START:
		if (b->document_count++ > 0) {
			refuse(b, place_of(b, event->document_start.document_start),
			       "several documents");
		}
		break;
	case FYET_ALIAS:
		refuse(b, place_of(b, event->alias.anchor), "aliases");
		break;
	case FYET_SCALAR:
		take_scalar(b, event);
		break;
	case FYET_MAPPING_START:
		open_node(b, KEEL_YAML_MAP, place_of(b, event->mapping_start.mapping_start));
		break;
	case FYET_SEQUENCE_START:
		open_node(b, KEEL_YAML_LIST, place_of(b, event->sequence_start.sequence_start));
		break;
	case FYET_MAPPING_END:
	case FYET_SEQUENCE_END:
		b->parent = b->parent ? b->parent->parent : NULL;
		break;
	default:
		break;
	}
}

static void tell_syntax_errors(builder *b, struct fy_diag *diag)
{
	void *at = NULL;
	const struct fy_diag_error *error;
	bool is_told = false;
	while ((error = fy_diag_errors_iterate(diag, &at))) {
		keel_diag_place place = {b->source, error->line > 0 ? error->line : 1,
					 error->column > 0 ? error->column : 1};
		keel_diag_error(b->diags, place, "yaml-syntax", "%s",
				error->msg ? error->msg : "not YAML");
		is_told = true;
	}
	if (!is_told) {
		keel_diag_error(b->diags, (keel_diag_place){b->source, 1, 1}, "yaml-syntax",
				"this is not YAML");
	}
}

static void parse_all(builder *b, struct fy_parser *parser, struct fy_diag *diag)
{
	struct fy_event *event;
	while (!b->is_broken && (event = fy_parser_parse(parser))) {
		take_event(b, event);
		fy_parser_event_free(parser, event);
	}
	if (fy_parser_get_stream_error(parser) || fy_diag_got_error(diag)) {
		tell_syntax_errors(b, diag);
		b->is_broken = true;
	}
}

const keel_yaml *keel_yaml_parse(keel_arena *arena, const keel_source *source, keel_diags *diags)
{
	builder b = {.arena = arena, .source = source, .diags = diags};
	struct fy_diag_cfg diag_cfg;
	fy_diag_cfg_default(&diag_cfg);
	diag_cfg.fp = NULL;
	diag_cfg.level = FYET_ERROR;
	struct fy_diag *diag = fy_diag_create(&diag_cfg);
	struct fy_parse_cfg cfg = {.flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG, .diag = diag};
	struct fy_parser *parser = diag ? fy_parser_create(&cfg) : NULL;
	if (parser && fy_parser_set_string(parser, source->bytes, source->byte_count) == 0) {
		fy_diag_set_collect_errors(diag, true);
		parse_all(&b, parser, diag);
	} else {
		b.is_broken = true;
	}
	if (!b.is_broken && !b.root) {
		keel_diag_error(diags, (keel_diag_place){source, 1, 1}, "yaml-form",
				"this file is empty");
	}
	if (parser) {
		fy_parser_destroy(parser);
	}
	fy_diag_destroy(diag);
	return b.is_broken ? NULL : b.root;
}

const keel_yaml *keel_yaml_find(const keel_yaml *map, const char *key)
{
	if (!map || map->kind != KEEL_YAML_MAP) {
		return NULL;
	}
	for (const keel_yaml *child = map->first; child; child = child->next) {
		if (strcmp(child->key, key) == 0) {
			return child;
		}
	}
	return NULL;
}

keel_diag_place keel_yaml_place_of(const keel_yaml *map, const char *key)
{
	const keel_yaml *child = keel_yaml_find(map, key);
	return child ? child->place : map->place;
}
