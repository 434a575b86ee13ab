/* A laid-out page onto cairo's pages and as SVG text. */
#include <stdio.h>

#include "cli/picture/picture_layout_inside.h"

static void put_item(const keel_layout *layout, const keel_layout_item *item, keel_page *page)
{
	switch (item->kind) {
	case KEEL_LAYOUT_WORDS:
		keel_page_text(page, item->text, item->box.left, item->box.bottom, item->how.size,
			       item->how.is_bold, item->how.anchor, item->rgba);
		break;
	case KEEL_LAYOUT_PANEL:
		keel_page_rounded(page, &item->box, item->radius, item->rgba);
		break;
	case KEEL_LAYOUT_FIGURE:
		keel_page_clip(page, &item->box, item->radius);
		keel_picture_on_page(page, layout->theme, item->list, item->origin, item->scale);
		keel_page_unclip(page);
		break;
	case KEEL_LAYOUT_ANCHOR:
		keel_page_anchor(page, item->text, item->box.top);
		break;
	case KEEL_LAYOUT_LINK:
		keel_page_link(page, item->text, &item->box);
		break;
	}
}

keel_err keel_layout_on_page(const keel_layout *layout, keel_page *page)
{
	if (layout->is_short_of_memory)
		return KEEL_ERR_NO_MEMORY;
	keel_page_fill(page, layout->paper);
	for (int i = 0; i < layout->item_count; i++)
		put_item(layout, &layout->items[i], page);
	return KEEL_ERR_OK;
}

static keel_err write_page(const keel_layout *layout, keel_page *page, const char *png_path)
{
	if (page == NULL)
		return KEEL_ERR_IO;
	keel_err err = keel_layout_on_page(layout, page);
	if (err != KEEL_ERR_OK) {
		keel_page_discard(page);
		return err;
	}
	return keel_page_finish(page, png_path);
}

keel_err keel_layout_png(const keel_layout *layout, float width, float height, float scale,
			 const char *path)
{
	keel_page *page = keel_page_create(NULL, width * scale, height * scale);
	if (page != NULL)
		keel_page_scale(page, scale);
	return write_page(layout, page, path);
}

keel_err keel_layout_pdf(const keel_layout *layout, float width, float height, const char *path)
{
	return write_page(layout, keel_page_create(path, width, height), NULL);
}

static void put_svg_words(FILE *file, const keel_layout_item *item)
{
	const char *anchor = item->how.anchor > .75f ? "end" : "middle";
	fprintf(file, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" fill=\"#%06x\"%s",
		(double)item->box.left, (double)item->box.bottom, (double)item->how.size,
		(unsigned)(item->rgba >> 8), item->how.is_bold ? " font-weight=\"bold\"" : "");
	if (item->how.anchor > .25f)
		fprintf(file, " text-anchor=\"%s\"", anchor);
	fputc('>', file);
	keel_picture_put_text(file, item->text);
	fputs("</text>\n", file);
}

static void put_svg_box(FILE *file, const keel_layout_item *item)
{
	const keel_box *box = &item->box;
	fprintf(file, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"",
		(double)box->left, (double)box->top, (double)(box->right - box->left),
		(double)(box->bottom - box->top), (double)item->radius);
}

static void put_svg_item(FILE *file, const keel_layout *layout, int i)
{
	const keel_layout_item *item = &layout->items[i];
	switch (item->kind) {
	case KEEL_LAYOUT_WORDS:
		put_svg_words(file, item);
		break;
	case KEEL_LAYOUT_PANEL:
		put_svg_box(file, item);
		fprintf(file, " fill=\"#%06x\"/>\n", (unsigned)(item->rgba >> 8));
		break;
	case KEEL_LAYOUT_FIGURE:
		fprintf(file, "<clipPath id=\"c%d\">", i);
		put_svg_box(file, item);
		fprintf(file, "/></clipPath>\n<g clip-path=\"url(#c%d)\">", i);
		fprintf(file, "<g transform=\"translate(%.1f %.1f) scale(%.4f)\">\n",
			(double)item->origin[0], (double)item->origin[1],
			(double)(item->scale / KEEL_SVG_PER_CM));
		keel_picture_put_paths(file, layout->theme, item->list);
		fputs("</g></g>\n", file);
		break;
	case KEEL_LAYOUT_ANCHOR:
	case KEEL_LAYOUT_LINK:
		break;
	}
}

keel_err keel_layout_svg(const keel_layout *layout, float width, float height, FILE *file)
{
	if (layout->is_short_of_memory)
		return KEEL_ERR_NO_MEMORY;
	fprintf(file,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
		"viewBox=\"0 0 %.0f %.0f\" font-family=\"sans-serif\">\n",
		(double)width, (double)height, (double)width, (double)height);
	fprintf(file, "%s<path fill=\"#%06x\" d=\"M0 0h%.0fv%.0fH0z\"/>\n", KEEL_SVG_DOTS,
		(unsigned)(layout->paper >> 8), (double)width, (double)height);
	for (int i = 0; i < layout->item_count; i++)
		put_svg_item(file, layout, i);
	fputs("</svg>\n", file);
	return ferror(file) ? KEEL_ERR_IO : KEEL_ERR_OK;
}
