/* Shared by the writers of this room; not for others. */
#ifndef KEEL_CLI_PICTURE_PICTURE_INSIDE_H
#define KEEL_CLI_PICTURE_PICTURE_INSIDE_H

#include "cli/picture/cairo_wrap.h"
#include "cli/picture/picture.h"

keel_box keel_picture_box_of(const keel_box *wanted, const keel_display_list *list);
uint32_t keel_picture_faded(uint32_t rgba, float opacity);
uint32_t keel_picture_paper(keel_picture_theme theme);
void keel_picture_on_page(keel_page *page, keel_picture_theme theme, const keel_display_list *list,
			  const float origin[2], float scale);

/* Where a cell of a sheet is, and the scale that all its figures share. */
typedef struct keel_sheet_plan {
	int columns, rows;
	float width, height, head, scale;
} keel_sheet_plan;

keel_sheet_plan keel_picture_plan_sheet(const keel_picture_sheet_def *def);
keel_box keel_picture_card(const keel_picture_sheet_def *def, const keel_sheet_plan *plan, int i);

/* Where the room's origin lies on the page for the figure of a cell. */
void keel_picture_cell_origin(const keel_picture_sheet_def *def, const keel_sheet_plan *plan, int i,
			      float origin[2]);

#define KEEL_SHEET_MARGIN 24.0f

#endif
