/* The only door to cairo: a page to fill paths on, written as PNG or PDF. */
#ifndef KEEL_CLI_PICTURE_CAIRO_WRAP_H
#define KEEL_CLI_PICTURE_CAIRO_WRAP_H

#include <stdint.h>

#include "core/base/err.h"
#include "core/body/figure.h"

typedef struct keel_page keel_page;

/* NULL when there is no memory or the file cannot be made. pdf_path NULL: a page of pixels. */
keel_page *keel_page_create(const char *pdf_path, float width, float height);
void keel_page_fill(keel_page *page, uint32_t rgba);
void keel_page_rounded(keel_page *page, const keel_box *box, float radius, uint32_t rgba);

/* One path of the list: place of the room's origin on the page, and scale. */
void keel_page_path(keel_page *page, const keel_display_word *words, int word_count, int flags,
		    uint32_t rgba, const float origin[2], float scale);

/* anchor 0: left, 0.5: middle. */
void keel_page_text(keel_page *page, const char *text, float x, float y, float size, bool is_bold,
		    float anchor, uint32_t rgba);

/* Width of a line of words. */
float keel_page_width_of(keel_page *page, const char *text, float size, bool is_bold);

/* Everything that follows is that much larger. */
void keel_page_scale(keel_page *page, float scale);

/* What follows is cut off at the rounded box, until unclip. */
void keel_page_clip(keel_page *page, const keel_box *box, float radius);
void keel_page_unclip(keel_page *page);

/* PDF only; nothing happens on a page of pixels. The next page of the same size; a place to jump to
 * and a box that jumps there; an entry of the reader's list of contents (under the last one of
 * level 0 when level is 1); what the file says of itself. */
void keel_page_next(keel_page *page);
void keel_page_anchor(keel_page *page, const char *name, float y);
void keel_page_link(keel_page *page, const char *name, const keel_box *box);
void keel_page_outline(keel_page *page, int level, const char *text, const char *anchor_name);
void keel_page_title(keel_page *page, const char *title);

/* Without writing. A PDF is then an unfinished file. */
void keel_page_discard(keel_page *page);

/* Writes a page of pixels to png_path, or ends the PDF (png_path NULL); the page is gone
 * afterwards. */
keel_err keel_page_finish(keel_page *page, const char *png_path) KEEL_MUST_USE;

#endif
