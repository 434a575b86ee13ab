/* cairo is included here and nowhere else. Colours are 0xRRGGBBAA; opacity is part of them. */
#include "cli/picture/cairo_wrap.h"

#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>
#include <stdlib.h>

struct keel_page {
	cairo_surface_t *surface;
	cairo_t *pen;
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

void keel_page_rounded(keel_page *page, const keel_box *box, float radius, uint32_t rgba)
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
	set_colour(page, rgba);
	cairo_fill(page->pen);
}

void keel_page_path(keel_page *page, const keel_display_word *words, int word_count, int flags,
		    uint32_t rgba, const float origin[2], float scale)
{
	cairo_t *pen = page->pen;
	cairo_save(pen);
	cairo_translate(pen, (double)origin[0], (double)origin[1]);
	cairo_scale(pen, (double)scale, (double)scale);
	cairo_new_path(pen);
	for (int i = 0; i < word_count;) {
		const keel_display_word *w = words + i + 1;
		switch (words[i].i) {
		case KEEL_DISPLAY_MOVE:
			cairo_move_to(pen, (double)w[0].f, (double)w[1].f);
			i += 3;
			break;
		case KEEL_DISPLAY_LINE:
			cairo_line_to(pen, (double)w[0].f, (double)w[1].f);
			i += 3;
			break;
		case KEEL_DISPLAY_CUBIC:
			cairo_curve_to(pen, (double)w[0].f, (double)w[1].f, (double)w[2].f,
				       (double)w[3].f, (double)w[4].f, (double)w[5].f);
			i += 7;
			break;
		default:
			cairo_close_path(pen);
			i += 1;
			break;
		}
	}
	set_colour(page, rgba);
	if (flags & KEEL_DISPLAY_DOTTED) {
		const double dots[2] = {.01, 2.6};
		cairo_set_dash(pen, dots, 2, 0);
		cairo_set_line_width(pen, 1);
		cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
		cairo_stroke(pen);
	} else {
		cairo_set_fill_rule(pen, flags & KEEL_DISPLAY_EVEN_ODD ? CAIRO_FILL_RULE_EVEN_ODD
								       : CAIRO_FILL_RULE_WINDING);
		cairo_fill(pen);
	}
	cairo_restore(pen);
}

void keel_page_text(keel_page *page, const char *text, float x, float y, float size, bool is_bold,
		    float anchor, uint32_t rgba)
{
	cairo_text_extents_t extents;
	cairo_select_font_face(page->pen, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
			       is_bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(page->pen, (double)size);
	cairo_text_extents(page->pen, text, &extents);
	cairo_move_to(page->pen, (double)x - extents.x_advance * (double)anchor, (double)y);
	set_colour(page, rgba);
	cairo_show_text(page->pen, text);
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
