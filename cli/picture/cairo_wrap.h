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

/* Writes a page of pixels to png_path, or ends the PDF (png_path NULL); the page is gone
 * afterwards. */
keel_err keel_page_finish(keel_page *page, const char *png_path) KEEL_MUST_USE;

#endif
