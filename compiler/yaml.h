/* YAML as a tree of places. The only file that knows libfyaml is yaml.c.
 *
 * Keel's files use maps, lists and scalars; anchors, aliases, tags and several documents are
 * refused, so that a file says what it seems to say. A value keeps the line and column it stands
 * at, and so does its key.
 */
#ifndef KEEL_COMPILER_YAML_H
#define KEEL_COMPILER_YAML_H

#include "compiler/diag.h"
#include "core/base/arena.h"

typedef enum keel_yaml_kind { KEEL_YAML_SCALAR, KEEL_YAML_MAP, KEEL_YAML_LIST } keel_yaml_kind;

typedef struct keel_yaml keel_yaml;
struct keel_yaml {
	keel_yaml_kind kind;
	bool is_quoted;	  /* "5" is a text, never a number */
	const char *text; /* of a scalar, else "" */
	const char *key;  /* inside a map, else "" */
	keel_diag_place place;
	keel_diag_place key_place; /* place when it is not in a map */
	keel_yaml *parent, *first, *last, *next;
	int count; /* of children */
};

/* NULL after a syntax error (said), an empty file (said), or when memory is out. */
const keel_yaml *keel_yaml_parse(keel_arena *arena, const keel_source *source, keel_diags *diags);

/* The value of a key of a map, or NULL; NULL is taken and gives NULL. */
const keel_yaml *keel_yaml_find(const keel_yaml *map, const char *key);

/* Where a key stands, or its map when the key is missing. */
keel_diag_place keel_yaml_place_of(const keel_yaml *map, const char *key);

#endif
