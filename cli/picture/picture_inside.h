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

/* A path's numbers are whole fifteenths of a centimetre. */
#define KEEL_SVG_PER_CM 11.0f
/* The style that every SVG of ours begins with: the ghost's dots, 1 cm wide, 2.6 cm apart. */
#define KEEL_SVG_DOTS                                                                              \
	"<style>.d{fill:none;stroke-width:15;stroke-dasharray:.2 39;stroke-linecap:round}</style>\n"

/* picture_svg.c: the paths of a list, and words with what XML cannot bear exchanged. */
void keel_picture_put_head(FILE *file, const keel_picture_def *def, keel_box box);

/* coarse: numbers are rounded to so many steps of the grid. */
void keel_picture_put_path(FILE *file, keel_picture_theme theme, const keel_display_word *path,
			   int coarse);
void keel_picture_put_paths(FILE *file, keel_picture_theme theme, const keel_display_list *list);
void keel_picture_put_text(FILE *file, const char *text);

#endif
