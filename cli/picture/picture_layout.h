/* A page laid out: words, panels and figures at places, in points, y downwards.
 *
 * One page is built once and written as SVG, PNG or PDF: what is read is the same in all three. The
 * layout keeps copies of the words; figures stay the caller's until the page is written. Widths are
 * measured with the font that PNG and PDF use; a viewer of the SVG may have another one, a little
 * wider or narrower.
 */
#ifndef KEEL_CLI_PICTURE_PICTURE_LAYOUT_H
#define KEEL_CLI_PICTURE_PICTURE_LAYOUT_H

#include "cli/picture/cairo_wrap.h"
#include "cli/picture/picture.h"

typedef struct keel_layout keel_layout;

/* Colours of the paper, by name. */
typedef enum keel_ink {
	KEEL_INK_PLAIN,
	KEEL_INK_SOFT,
	KEEL_INK_ACCENT,
	KEEL_INK_PANEL,
	KEEL_INK_LINE,
	KEEL_INK_STRETCH,
	KEEL_INK_WORK,
	KEEL_INK_COUNT
} keel_ink;

typedef struct keel_words {
	float size;
	bool is_bold;
	keel_ink ink;
	float anchor; /* 0 left, 0.5 middle, 1 right */
} keel_words;

/* NULL when there is no memory. */
keel_layout *keel_layout_create(keel_picture_theme theme);
void keel_layout_destroy(keel_layout *layout);
/* On white, for those who print; else the paper of the theme. */
void keel_layout_print(keel_layout *layout);
/* An empty page again. */
void keel_layout_clear(keel_layout *layout);

float keel_layout_width_of(keel_layout *layout, const keel_words *how, const char *text);

/* One line with its foot at y. */
void keel_layout_line(keel_layout *layout, const keel_words *how, float x, float y,
		      const char *text);

/* A paragraph whose top is at y, broken at blanks; the y of its end. */
float keel_layout_paragraph(keel_layout *layout, const keel_words *how, const keel_box *column,
			    const char *text);

void keel_layout_panel(keel_layout *layout, const keel_box *box, float radius, keel_ink ink);

/* A figure: the part `seen` of its list (cm) stands in the middle of `into`, on its foot, at scale
 * points a cm; what leaves the box is cut off. */
typedef struct keel_layout_figure_def {
	const keel_display_list *list;
	keel_box seen, into;
	float scale, radius;
} keel_layout_figure_def;
void keel_layout_figure(keel_layout *layout, const keel_layout_figure_def *def);

/* For PDF: this place can be jumped to by name, and the words in the box jump there. */
void keel_layout_anchor(keel_layout *layout, const char *name, float y);
void keel_layout_link(keel_layout *layout, const keel_box *box, const char *name);

/* KEEL_ERR_NO_MEMORY when the page did not fit in memory, KEEL_ERR_IO when it cannot be written.
 * scale: pixels a point. */
KEEL_MUST_USE keel_err keel_layout_png(const keel_layout *layout, float width, float height,
				       float scale, const char *path);
KEEL_MUST_USE keel_err keel_layout_svg(const keel_layout *layout, float width, float height,
				       FILE *file);
KEEL_MUST_USE keel_err keel_layout_pdf(const keel_layout *layout, float width, float height,
				       const char *path);

/* The page as it stands onto a page of a longer PDF. */
KEEL_MUST_USE keel_err keel_layout_on_page(const keel_layout *layout, keel_page *page);

#endif
