/* What a laid-out page holds; for the writers of this room, not for others. */
#ifndef KEEL_CLI_PICTURE_PICTURE_LAYOUT_INSIDE_H
#define KEEL_CLI_PICTURE_PICTURE_LAYOUT_INSIDE_H

#include "cli/picture/picture_inside.h"
#include "cli/picture/picture_layout.h"

typedef enum keel_layout_kind {
	KEEL_LAYOUT_WORDS,
	KEEL_LAYOUT_PANEL,
	KEEL_LAYOUT_FIGURE,
	KEEL_LAYOUT_ANCHOR,
	KEEL_LAYOUT_LINK
} keel_layout_kind;

typedef struct keel_layout_item {
	keel_layout_kind kind;
	keel_box box; /* words: left and bottom are where the line begins and stands */
	float radius;
	keel_words how;
	char *text; /* words, or the name of an anchor or link; the layout's own */
	uint32_t rgba;
	const keel_display_list *list;
	float origin[2], scale;
} keel_layout_item;

struct keel_layout {
	keel_picture_theme theme;
	keel_layout_item *items;
	int item_count, item_capacity;
	keel_page *measure;
	uint32_t paper;
	bool is_short_of_memory;
};

uint32_t keel_layout_rgba(keel_picture_theme theme, keel_ink ink);

#endif
