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

#endif
