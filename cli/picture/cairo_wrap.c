/* cairo is included here and nowhere else. Colours are 0xRRGGBBAA; opacity is part of them. */
#include "cli/picture/cairo_wrap.h"

#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* A PDF says when it was made; ours says always the same, so that its bytes depend on its words and
 * pictures alone. */
#define PDF_DATE "2000-01-01T00:00:00Z"

struct keel_page {
	cairo_surface_t *surface;
	cairo_t *pen;
	bool is_pdf;
	int outline_parent;
};

keel_page *keel_page_create(const char *pdf_path, float width, float height)
{
	keel_page *page = calloc(1, sizeof *page);
	if (page == NULL)
		return NULL;
	page->surface =
		pdf_path != NULL
			? cairo_pdf_surface_create(pdf_path, (double)width, (double)height)
			: cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)(width + .5f),
						     (int)(height + .5f));
	page->pen = cairo_create(page->surface);
	page->is_pdf = pdf_path != NULL;
	page->outline_parent = CAIRO_PDF_OUTLINE_ROOT;
	if (page->is_pdf) {
		cairo_pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_CREATE_DATE,
					       PDF_DATE);
		cairo_pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_CREATOR, "Keel");
	}
	if (cairo_status(page->pen) != CAIRO_STATUS_SUCCESS) {
		cairo_destroy(page->pen);
		cairo_surface_destroy(page->surface);
		free(page);
		return NULL;
	}
	return page;
}

static void set_colour(keel_page *page, uint32_t rgba)
{
	cairo_set_source_rgba(page->pen, (rgba >> 24) / 255.0, (rgba >> 16 & 255) / 255.0,
			      (rgba >> 8 & 255) / 255.0, (rgba & 255) / 255.0);
}

void keel_page_fill(keel_page *page, uint32_t rgba)
{
	set_colour(page, rgba);
	cairo_paint(page->pen);
}

static void rounded_path(keel_page *page, const keel_box *box, float radius)
{
	double r = (double)radius, x0 = (double)box->left, y0 = (double)box->top,
	       x1 = (double)box->right, y1 = (double)box->bottom;
	const double quarter = 1.57079632679;
	cairo_new_path(page->pen);
	cairo_arc(page->pen, x1 - r, y0 + r, r, -quarter, 0);
	cairo_arc(page->pen, x1 - r, y1 - r, r, 0, quarter);
	cairo_arc(page->pen, x0 + r, y1 - r, r, quarter, 2 * quarter);
	cairo_arc(page->pen, x0 + r, y0 + r, r, 2 * quarter, 3 * quarter);
	cairo_close_path(page->pen);
}

void keel_page_rounded(keel_page *page, const keel_box *box, float radius, uint32_t rgba)
{
	rounded_path(page, box, radius);
	set_colour(page, rgba);
	cairo_fill(page->pen);
}

void keel_page_scale(keel_page *page, float scale)
{
	cairo_scale(page->pen, (double)scale, (double)scale);
}

void keel_page_clip(keel_page *page, const keel_box *box, float radius)
{
	cairo_save(page->pen);
	rounded_path(page, box, radius);
	cairo_clip(page->pen);
}

void keel_page_unclip(keel_page *page)
{
	cairo_restore(page->pen);
}

/* In a PDF the places of a path are kept to a 16th of a point (0.02 mm): what is finer cannot be
 * seen, and its digits would make the file three times as large. */
static double place_of(const keel_page *page, float origin, float scale, float value)
{
	double place = (double)(origin + scale * value);
	return page->is_pdf ? floor(place * 16 + .5) / 16 : place;
}

static void put_operations(keel_page *page, const keel_display_word *words, int word_count,
			   const float origin[2], float scale)
{
	cairo_t *pen = page->pen;
	for (int i = 0; i < word_count;) {
		const keel_display_word *w = words + i + 1;
		int pairs = words[i].i == KEEL_DISPLAY_CUBIC   ? 3
			    : words[i].i == KEEL_DISPLAY_CLOSE ? 0
							       : 1;
		double x[3], y[3];
		for (int k = 0; k < pairs; k++) {
			x[k] = place_of(page, origin[0], scale, w[2 * k].f);
			y[k] = place_of(page, origin[1], scale, w[2 * k + 1].f);
		}
		if (words[i].i == KEEL_DISPLAY_MOVE)
			cairo_move_to(pen, x[0], y[0]);
		else if (words[i].i == KEEL_DISPLAY_LINE)
			cairo_line_to(pen, x[0], y[0]);
		else if (words[i].i == KEEL_DISPLAY_CUBIC)
			cairo_curve_to(pen, x[0], y[0], x[1], y[1], x[2], y[2]);
		else
			cairo_close_path(pen);
		i += 1 + 2 * pairs;
	}
}

void keel_page_path(keel_page *page, const keel_display_word *words, int word_count, int flags,
		    uint32_t rgba, const float origin[2], float scale)
{
	cairo_t *pen = page->pen;
	cairo_save(pen);
	cairo_new_path(pen);
	put_operations(page, words, word_count, origin, scale);
	set_colour(page, rgba);
	if (flags & KEEL_DISPLAY_DOTTED) {
		const double dots[2] = {.01 * (double)scale, 2.6 * (double)scale};
		cairo_set_dash(pen, dots, 2, 0);
		cairo_set_line_width(pen, (double)scale);
		cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
		cairo_stroke(pen);
	} else {
		cairo_set_fill_rule(pen, flags & KEEL_DISPLAY_EVEN_ODD ? CAIRO_FILL_RULE_EVEN_ODD
								       : CAIRO_FILL_RULE_WINDING);
		cairo_fill(pen);
	}
	cairo_restore(pen);
}

static void choose_font(keel_page *page, float size, bool is_bold)
{
	cairo_select_font_face(page->pen, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
			       is_bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(page->pen, (double)size);
}

float keel_page_width_of(keel_page *page, const char *text, float size, bool is_bold)
{
	cairo_text_extents_t extents;
	choose_font(page, size, is_bold);
	cairo_text_extents(page->pen, text, &extents);
	return (float)extents.x_advance;
}

void keel_page_text(keel_page *page, const char *text, float x, float y, float size, bool is_bold,
		    float anchor, uint32_t rgba)
{
	float width = anchor > 0 ? keel_page_width_of(page, text, size, is_bold) : 0;
	choose_font(page, size, is_bold);
	cairo_move_to(page->pen, (double)(x - width * anchor), (double)y);
	set_colour(page, rgba);
	cairo_show_text(page->pen, text);
}

void keel_page_next(keel_page *page)
{
	if (page->is_pdf)
		cairo_show_page(page->pen);
}

void keel_page_anchor(keel_page *page, const char *name, float y)
{
	char attributes[120];
	if (!page->is_pdf)
		return;
	snprintf(attributes, sizeof attributes, "name='%s' x=0 y=%d", name, (int)y);
	cairo_tag_begin(page->pen, CAIRO_TAG_DEST, attributes);
	cairo_tag_end(page->pen, CAIRO_TAG_DEST);
}

void keel_page_link(keel_page *page, const char *name, const keel_box *box)
{
	char attributes[160];
	if (!page->is_pdf)
		return;
	snprintf(attributes, sizeof attributes, "dest='%s' rect=[%d %d %d %d]", name,
		 (int)box->left, (int)box->top, (int)(box->right - box->left),
		 (int)(box->bottom - box->top));
	cairo_tag_begin(page->pen, CAIRO_TAG_LINK, attributes);
	cairo_tag_end(page->pen, CAIRO_TAG_LINK);
}

void keel_page_outline(keel_page *page, int level, const char *text, const char *anchor_name)
{
	char attributes[120];
	if (!page->is_pdf)
		return;
	snprintf(attributes, sizeof attributes, "dest='%s'", anchor_name);
	int parent = level == 0 ? CAIRO_PDF_OUTLINE_ROOT : page->outline_parent;
	int entry = cairo_pdf_surface_add_outline(page->surface, parent, text, attributes,
						  (cairo_pdf_outline_flags_t)0);
	if (level == 0)
		page->outline_parent = entry;
}

void keel_page_title(keel_page *page, const char *title)
{
	if (page->is_pdf)
		cairo_pdf_surface_set_metadata(page->surface, CAIRO_PDF_METADATA_TITLE, title);
}

void keel_page_discard(keel_page *page)
{
	if (page == NULL)
		return;
	cairo_destroy(page->pen);
	cairo_surface_finish(page->surface);
	cairo_surface_destroy(page->surface);
	free(page);
}

keel_err keel_page_finish(keel_page *page, const char *png_path)
{
	cairo_status_t status = cairo_status(page->pen);
	cairo_destroy(page->pen);
	cairo_surface_flush(page->surface);
	if (status == CAIRO_STATUS_SUCCESS && png_path != NULL)
		status = cairo_surface_write_to_png(page->surface, png_path);
	cairo_surface_finish(page->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(page->surface);
	cairo_surface_destroy(page->surface);
	free(page);
	return status == CAIRO_STATUS_SUCCESS ? KEEL_ERR_OK : KEEL_ERR_IO;
}
