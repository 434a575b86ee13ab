#include "cli/picture/picture_layout.h"

#include <stdlib.h>
#include <string.h>

#include "cli/picture/picture_layout_inside.h"

#define LINE_HEIGHT 1.36f /* of the size of the letters */
#define LINE_FOOT 1.02f	  /* from the top of a line to where its letters stand */

static const uint32_t inks[2][KEEL_INK_COUNT] = {
	[KEEL_PICTURE_LIGHT] = {[KEEL_INK_PLAIN] = 0x2A231CFF,
				[KEEL_INK_SOFT] = 0x5F5446FF,
				[KEEL_INK_ACCENT] = 0x9A4521FF,
				[KEEL_INK_PANEL] = 0xF9E8CAFF,
				[KEEL_INK_LINE] = 0xDCCDB4FF,
				[KEEL_INK_STRETCH] = 0xFFC857FF,
				[KEEL_INK_WORK] = 0x8FD3BEFF},
	[KEEL_PICTURE_DARK] = {[KEEL_INK_PLAIN] = 0xF5EDE0FF,
			       [KEEL_INK_SOFT] = 0xC3B6A3FF,
			       [KEEL_INK_ACCENT] = 0xF0A077FF,
			       [KEEL_INK_PANEL] = 0x352A1CFF,
			       [KEEL_INK_LINE] = 0x4A3F31FF,
			       [KEEL_INK_STRETCH] = 0xFFD98AFF,
			       [KEEL_INK_WORK] = 0xB5EBDAFF},
};

uint32_t keel_layout_rgba(keel_picture_theme theme, keel_ink ink)
{
	return inks[keel_picture_is_dark(theme)][ink];
}

keel_layout *keel_layout_create(keel_picture_theme theme)
{
	keel_layout *layout = calloc(1, sizeof *layout);
	if (layout == NULL)
		return NULL;
	layout->theme = theme;
	layout->paper = keel_picture_paper(theme);
	layout->measure = keel_page_create(NULL, 1, 1);
	if (layout->measure == NULL) {
		free(layout);
		return NULL;
	}
	return layout;
}

void keel_layout_print(keel_layout *layout)
{
	layout->paper = 0xFFFFFFFF;
}

void keel_layout_clear(keel_layout *layout)
{
	for (int i = 0; i < layout->item_count; i++)
		free(layout->items[i].text);
	layout->item_count = 0;
}

void keel_layout_destroy(keel_layout *layout)
{
	if (layout == NULL)
		return;
	keel_layout_clear(layout);
	free(layout->items);
	keel_page_discard(layout->measure);
	free(layout);
}

/* Room for one more, emptied, or NULL; a page that lacks one says so when it is written. */
static keel_layout_item *add(keel_layout *layout, keel_layout_kind kind, const char *text,
			     size_t text_bytes)
{
	if (layout->item_count == layout->item_capacity) {
		int capacity = layout->item_capacity == 0 ? 64 : 2 * layout->item_capacity;
		keel_layout_item *items =
			realloc(layout->items, (size_t)capacity * sizeof *items);
		if (items == NULL) {
			layout->is_short_of_memory = true;
			return NULL;
		}
		layout->items = items;
		layout->item_capacity = capacity;
	}
	keel_layout_item *item = &layout->items[layout->item_count];
	*item = (keel_layout_item){.kind = kind};
	if (text != NULL) {
		item->text = strndup(text, text_bytes);
		if (item->text == NULL) {
			layout->is_short_of_memory = true;
			return NULL;
		}
	}
	layout->item_count++;
	return item;
}

float keel_layout_width_of(keel_layout *layout, const keel_words *how, const char *text)
{
	return keel_page_width_of(layout->measure, text, how->size, how->is_bold);
}

static void add_line(keel_layout *layout, const keel_words *how, float x, float y,
		     const char *text, size_t text_bytes)
{
	keel_layout_item *item = add(layout, KEEL_LAYOUT_WORDS, text, text_bytes);
	if (item == NULL)
		return;
	item->how = *how;
	item->rgba = keel_layout_rgba(layout->theme, how->ink);
	item->box = (keel_box){x, y, x, y};
}

void keel_layout_line(keel_layout *layout, const keel_words *how, float x, float y,
		      const char *text)
{
	add_line(layout, how, x, y, text, strlen(text));
}

/* How many bytes of the text stand on one line of that width: whole words, at least one. */
static size_t bytes_that_fit(keel_layout *layout, const keel_words *how, float width,
			     const char *text)
{
	char line[512];
	size_t fitting = 0, end = 0;
	while (text[end] != '\0') {
		end += strspn(text + end, " ");
		end += strcspn(text + end, " ");
		if (end >= sizeof line)
			break;
		memcpy(line, text, end);
		line[end] = '\0';
		if (fitting > 0 && keel_layout_width_of(layout, how, line) > width)
			break;
		fitting = end;
	}
	return fitting > 0 ? fitting : end;
}

float keel_layout_paragraph(keel_layout *layout, const keel_words *how, const keel_box *column,
			    const char *text)
{
	float y = column->top, width = column->right - column->left;
	text += strspn(text, " ");
	while (*text != '\0') {
		size_t bytes = bytes_that_fit(layout, how, width, text);
		add_line(layout, how, column->left + width * how->anchor, y + how->size * LINE_FOOT,
			 text, bytes);
		y += how->size * LINE_HEIGHT;
		text += bytes;
		text += strspn(text, " ");
	}
	return y;
}

void keel_layout_panel(keel_layout *layout, const keel_box *box, float radius, keel_ink ink)
{
	keel_layout_item *item = add(layout, KEEL_LAYOUT_PANEL, NULL, 0);
	if (item == NULL)
		return;
	item->box = *box;
	item->radius = radius;
	item->rgba = keel_layout_rgba(layout->theme, ink);
}

void keel_layout_figure(keel_layout *layout, const keel_layout_figure_def *def)
{
	keel_layout_item *item = add(layout, KEEL_LAYOUT_FIGURE, NULL, 0);
	if (item == NULL)
		return;
	float spare = def->into.bottom - def->into.top -
		      (def->seen.bottom - def->seen.top) * def->scale;
	item->box = def->into;
	item->radius = def->radius;
	item->list = def->list;
	item->scale = def->scale;
	item->origin[0] = (def->into.left + def->into.right -
			   (def->seen.left + def->seen.right) * def->scale) /
			  2;
	item->origin[1] = def->into.bottom - spare / 2 - def->seen.bottom * def->scale;
}

void keel_layout_anchor(keel_layout *layout, const char *name, float y)
{
	keel_layout_item *item = add(layout, KEEL_LAYOUT_ANCHOR, name, strlen(name));
	if (item != NULL)
		item->box.top = y;
}

void keel_layout_link(keel_layout *layout, const keel_box *box, const char *name)
{
	keel_layout_item *item = add(layout, KEEL_LAYOUT_LINK, name, strlen(name));
	if (item != NULL)
		item->box = *box;
}
