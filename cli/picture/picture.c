/* One picture of one display list, on a page. Pages of words and pictures are in
 * picture_layout.c, SVG in picture_svg.c. */
#include "cli/picture/picture.h"

#include "cli/picture/cairo_wrap.h"
#include "cli/picture/picture_inside.h"

keel_picture_def keel_default_picture_def(void)
{
	return (keel_picture_def){.theme = KEEL_PICTURE_LIGHT, .scale = 4, .has_background = true};
}

keel_box keel_picture_box_of(const keel_box *wanted, const keel_display_list *list)
{
	if (wanted->left != wanted->right)
		return *wanted;
	if (list->box.left > list->box.right)
		return (keel_box){0, 0, 1, 1};
	return (keel_box){list->box.left - 6, list->box.top - 6, list->box.right + 6,
			  list->box.bottom + 6};
}

uint32_t keel_picture_faded(uint32_t rgba, float opacity)
{
	float a = (float)(rgba & 255) * (opacity < 0 ? 0 : opacity > 1 ? 1 : opacity);
	return (rgba & 0xFFFFFF00u) | (uint32_t)(a + .5f);
}

void keel_picture_on_page(keel_page *page, keel_picture_theme theme, const keel_display_list *list,
			  const float origin[2], float scale)
{
	for (int i = 0; i < list->word_count;) {
		const keel_display_word *path = list->words + i;
		uint32_t rgba = keel_picture_colour(theme, (keel_paint)path[0].i, path[3].f);
		keel_page_path(page, path + KEEL_DISPLAY_PATH_WORDS, path[4].i, path[1].i,
			       keel_picture_faded(rgba, path[2].f), origin, scale);
		i += KEEL_DISPLAY_PATH_WORDS + path[4].i;
	}
}

uint32_t keel_picture_paper(keel_picture_theme theme)
{
	return keel_picture_is_dark(theme) ? 0x181512FF : 0xF9F4ECFF;
}

static keel_err on_page(const keel_picture_def *def, const keel_display_list *list,
			const char *pdf_path, const char *png_path)
{
	keel_box box = keel_picture_box_of(&def->box, list);
	keel_page *page = keel_page_create(pdf_path, (box.right - box.left) * def->scale,
					   (box.bottom - box.top) * def->scale);
	if (page == NULL)
		return KEEL_ERR_IO;
	if (def->has_background)
		keel_page_fill(page, keel_picture_paper(def->theme));
	keel_picture_on_page(page, def->theme, list,
			     (float[2]){-box.left * def->scale, -box.top * def->scale}, def->scale);
	return keel_page_finish(page, png_path);
}

keel_err keel_picture_png(const keel_picture_def *def, const keel_display_list *list,
			  const char *path)
{
	return on_page(def, list, NULL, path);
}

keel_err keel_picture_pdf(const keel_picture_def *def, const keel_display_list *list,
			  const char *path)
{
	return on_page(def, list, path, NULL);
}
